//! Writes a generated register: `cargo run --release --example generate -- 10000 DIR [one|yaml|toml|connected|packed|crowded]`.
#![expect(clippy::disallowed_methods, clippy::disallowed_macros, reason = "a tool for measurements, not part of the library")]

mod registers;

use registers::Layout;

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let [number, folder, rest @ ..] = arguments.as_slice() else {
        eprintln!("generate NUMBER FOLDER [one|yaml|toml|connected|packed|crowded]");
        return Ok(());
    };
    let number = number.parse()?;
    let files = match rest.first().map(String::as_str) {
        Some("yaml") => registers::register(number, Layout::Yaml),
        Some("toml") => registers::register(number, Layout::Toml),
        Some("connected") => registers::connected(number),
        Some("packed") => registers::packed(number),
        Some("crowded") => registers::crowded(number),
        _ => registers::register(number, Layout::OneFile),
    };
    let folder = std::path::Path::new(folder);
    std::fs::create_dir_all(folder.join("activities"))?;
    for (name, text) in files {
        std::fs::write(folder.join(name), text)?;
    }
    Ok(())
}
