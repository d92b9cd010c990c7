//! `docs/cli.md`: the reference of the command line, made from the arguments themselves.

use std::fmt::Write as _;

use clap::{Arg, Command, CommandFactory};

use super::arguments::Arguments;

/// The page's text.
pub fn command_reference() -> String {
    let mut command = Arguments::command();
    command.build();
    let mut text = String::from(
        "# Commands\n\n\
         <!-- Made from src/cli/arguments.rs by `UPDATE_DOCS=1 cargo test --test cli`. -->\n\n",
    );
    paragraph(&mut text, &about(&command));
    paragraph(&mut text, &format!("```\n{}\n```", usage(&command)));
    paragraph(
        &mut text,
        "Data (findings as JSON or for GitHub, schemas, completions, explanations) goes to standard \
         output, everything else to standard error.",
    );
    if let Some(after) = command.get_after_help() {
        paragraph(&mut text, &after.to_string());
    }
    for verb in command.get_subcommands().filter(|verb| verb.get_name() != "help") {
        section(&mut text, verb, "");
    }
    paragraph(&mut text, "## Options for every command");
    options(&mut text, &command, true);
    format!("{}\n", text.trim_end())
}

fn section(text: &mut String, command: &Command, above: &str) {
    let name = format!("{above}{}", command.get_name());
    let level = if above.is_empty() { "##" } else { "###" };
    paragraph(text, &format!("{level} {name}"));
    paragraph(text, &about(command));
    let below: Vec<_> = command.get_subcommands().filter(|c| c.get_name() != "help").collect();
    if below.is_empty() {
        paragraph(text, &format!("```\n{}\n```", usage(command)));
    }
    options(text, command, false);
    for command in below {
        section(text, command, &format!("{name} "));
    }
}

fn options(text: &mut String, command: &Command, global: bool) {
    let before = text.len();
    for argument in command.get_arguments() {
        let common = matches!(argument.get_id().as_str(), "help" | "version");
        if argument.is_global_set() == global && !common {
            let _ = writeln!(text, "- `{}`: {}", form(argument), sentence(argument));
        }
    }
    if text.len() > before {
        text.push('\n');
    }
}

/// `-q, --quiet`, `--root <DIR>`, `<SLUG>`.
fn form(argument: &Arg) -> String {
    let mut form = String::new();
    if let Some(short) = argument.get_short() {
        let _ = write!(form, "-{short}, ");
    }
    if let Some(long) = argument.get_long() {
        let _ = write!(form, "--{long}");
    }
    let takes_value = argument.get_action().takes_values();
    if takes_value {
        if !form.is_empty() {
            form.push(' ');
        }
        let names = argument.get_value_names().unwrap_or_default();
        let name = names.first().map_or("VALUE", |name| name.as_str());
        let _ = write!(form, "<{name}>");
    }
    form
}

fn sentence(argument: &Arg) -> String {
    let mut words = argument.get_help().map(ToString::to_string).unwrap_or_default();
    let values: Vec<_> = argument
        .get_possible_values()
        .iter()
        .filter(|_| argument.get_action().takes_values())
        .map(|value| format!("`{}`", value.get_name()))
        .collect();
    if !values.is_empty() {
        let _ = write!(words, " ({})", values.join(", "));
    }
    if let [default] = argument.get_default_values()
        && argument.get_action().takes_values()
    {
        let _ = write!(words, " [default: {}]", default.to_string_lossy());
    }
    words
}

fn about(command: &Command) -> String {
    let about = command.get_about().map(ToString::to_string).unwrap_or_default();
    if about.ends_with('.') { about } else { format!("{about}.") }
}

fn usage(command: &Command) -> String {
    let usage = command.clone().render_usage().to_string();
    usage.trim_start_matches("Usage: ").trim().to_owned()
}

fn paragraph(text: &mut String, words: &str) {
    text.push_str(words);
    text.push_str("\n\n");
}
