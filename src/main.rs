//! factpress
#![allow(clippy::all, clippy::pedantic, clippy::print_stdout)]
fn main() {
    let o = factpress::build::Options { root: std::env::args().nth(1).unwrap_or_else(|| ".".into()).into(), ..Default::default() };
    let r = factpress::build::check(&o).unwrap();
    for d in &r.diagnostics { println!("{} {}:{:?} {} | {} | {:?} {:?}", d.rule, d.place.file.path, d.place.lines().0, d.message, d.label, d.notes, d.help); for x in &d.related { println!("    {}:{:?} {}", x.place.file.path, x.place.lines().0, x.label); } }
    println!("{} {} passed {}", r.articles, r.claims, r.passed);
}
