//! Writes the inputs to begin with into `work/<target>/` and the words of the format into `work/words.dict`.

use std::fs;
use std::path::Path;

fn main() -> std::io::Result<()> {
    let work = Path::new(env!("CARGO_MANIFEST_DIR")).join("work");
    for target in privreg_fuzz::TARGETS {
        let folder = work.join(target.name);
        fs::create_dir_all(&folder)?;
        for (at, seed) in (target.seeds)().iter().enumerate() {
            fs::write(folder.join(format!("seed-{at:03}")), seed)?;
        }
    }
    let escaped = |word: &String| {
        let bytes = word.bytes().map(|byte| match byte {
            b'"' | b'\\' => format!("\\{}", byte as char),
            b' '..=b'~' => (byte as char).to_string(),
            _ => format!("\\x{byte:02X}"),
        });
        format!("\"{}\"\n", bytes.collect::<String>())
    };
    // libFuzzer takes words of up to 64 bytes.
    let words = privreg_fuzz::seeds::words().into_iter().filter(|word| word.len() <= 64);
    fs::write(work.join("words.dict"), words.map(|word| escaped(&word)).collect::<String>())
}
