//! factpress
fn main() {}
