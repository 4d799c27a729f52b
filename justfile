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

# The binary as it is released: the same bytes from the same commit, in whatever folder it is built.
release:
    RUSTFLAGS="--remap-path-prefix=${CARGO_HOME:-$HOME/.cargo}=/cargo --remap-path-prefix=$PWD=/privreg" cargo build --release --locked --bin privreg
    sha256sum target/release/privreg

# Whole processes beside other tools: the tables of docs/performance.md.
compare:
    python3 benches/compare.py
