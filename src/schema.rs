//! placeholder
pub fn register() -> String {
    String::new()
}
