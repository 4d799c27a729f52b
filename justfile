# The same as CI.
ready:
    ./test

# Rewrite generated files and golden files; read the diff before you commit it.
snapshots:
    SNAPSHOTS=overwrite cargo test

# Measure.
bench:
    cargo bench

# Check the registers of the project.
registers:
    cargo run --release --quiet -- validate registers --exit-zero --format short --as-of 2026-11-22
