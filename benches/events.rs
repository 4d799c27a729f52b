//! The floor of all figures: reads a file and runs the parser's bare event loop over it, keeping nothing.
#![expect(clippy::disallowed_methods, clippy::disallowed_macros, reason = "a tool for measurements, not part of the library")]

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let mut events = 0;
    for path in std::env::args().skip(1) {
        let text = std::fs::read_to_string(path)?;
        let options = granit_parser::options! { emit_comments: false };
        for event in granit_parser::Parser::new_from_str_with_options(&text, options) {
            event?;
            events += 1;
        }
    }
    println!("{events} events");
    Ok(())
}
