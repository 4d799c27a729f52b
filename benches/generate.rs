//! Writes a generated register: `cargo run --release --example generate -- 10000 DIR [one|yaml|toml]`.
#![expect(clippy::disallowed_methods, clippy::disallowed_macros, reason = "a tool for measurements, not part of the library")]

mod registers;

use registers::Layout;

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let [number, folder, rest @ ..] = arguments.as_slice() else {
        eprintln!("generate NUMBER FOLDER [one|yaml|toml]");
        return Ok(());
    };
    let layout = match rest.first().map(String::as_str) {
        Some("yaml") => Layout::Yaml,
        Some("toml") => Layout::Toml,
        _ => Layout::OneFile,
    };
    let folder = std::path::Path::new(folder);
    std::fs::create_dir_all(folder.join("activities"))?;
    for (name, text) in registers::register(number.parse()?, layout) {
        std::fs::write(folder.join(name), text)?;
    }
    Ok(())
}
