"""python3 benches/compare.py [SIZE ...]: whole processes over generated registers, beside the parser's bare event loop and
other tools where they are installed (`npm install -g ajv-cli ajv-formats`, `pip install ethyca-fides`). Prints Markdown tables.

Times are medians of the runs; "one core" is one thread (RAYON_NUM_THREADS=1), which the system may still move. Memory is the
peak of the process: never less than this script's own, so it goes from small to large and keeps nothing in memory."""

import json
import os
import pathlib
import shutil
import statistics
import subprocess
import sys
import tempfile
import time

ROOT = pathlib.Path(__file__).resolve().parent.parent
BIN = pathlib.Path(os.environ.get("CARGO_TARGET_DIR", ROOT / "target")) / "release"
DAY = ["--as-of", "2026-11-22"]


def run(command, threads=None, runs=5, ok=(0,)):
    """Median wall seconds, median CPU seconds, peak MiB."""
    environment = dict(os.environ, **({"RAYON_NUM_THREADS": str(threads)} if threads else {}))
    walls, cpus, peak = [], [], 0
    for _ in range(runs):
        start = time.perf_counter()
        process = subprocess.Popen([str(part) for part in command], env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        _, status, usage = os.wait4(process.pid, 0)
        walls.append(time.perf_counter() - start)
        cpus.append(usage.ru_utime + usage.ru_stime)
        peak = max(peak, usage.ru_maxrss / 1024)
        if os.waitstatus_to_exitcode(status) not in ok:
            return None
    return statistics.median(walls), statistics.median(cpus), peak


def together(commands, runs=11):
    """The same of several commands with their threads, each once a round: a shared machine is not equally quick all the time."""
    rounds = [[run(command, threads, 1) for command, threads in commands] for _ in range(runs)]
    figures = [list(zip(*own)) for own in zip(*rounds)]
    return [(statistics.median(walls), statistics.median(cpus), max(peaks)) for walls, cpus, peaks in figures]


def ms(seconds):
    return f"{seconds * 1000:,.0f} ms" if seconds >= 0.1 else f"{seconds * 1000:.1f} ms"


def row(*cells):
    print("| " + " | ".join(str(cell) for cell in cells) + " |")


def head(*cells):
    row(*cells)
    row(*("---" for _ in cells))


def generated(folder, size, layout):
    place = folder / f"{layout}-{size}"
    subprocess.run([BIN / "examples/generate", str(size), place, layout], check=True)
    return place


def weight(place):
    return sum(file.stat().st_size for file in place.rglob("*") if file.is_file()) / 2**20


def validating(folder, sizes):
    print("\n### validate, all rules\n")
    head("activities", "layout", "input", "one core", "two cores", "peak memory", "of input")
    for size in sizes:
        runs = 3 if size >= 50_000 else 5
        for layout in ("one", "yaml", "toml"):
            place = generated(folder, size, layout)
            call = [BIN / "privreg", "validate", place, "--format", "short", "--exit-zero", *DAY]
            one, two = run(call, 1, runs), run(call, 2, runs)
            peak = max(one[2], two[2])
            row(f"{size:,}", layout, f"{weight(place):.1f} MiB", ms(one[0]), ms(two[0]), f"{peak:.0f} MiB", f"{peak / weight(place):.1f} ×")
            if layout != "one":
                shutil.rmtree(place)


def beside_others(folder, size):
    place = folder / f"one-{size}"
    file = place / "privreg.yaml"
    call = [BIN / "privreg", "validate", place, "--format", "short", "--exit-zero", *DAY]
    floor, one, two = together([([BIN / "examples/events", file], None), (call, 1), (call, 2)])
    print(f"\n### Beside others, {size:,} activities in one file\n")
    head("what", "wall", "CPU", "peak memory", "wall / event loop")
    lines = [("event loop of the parser", floor), ("privreg validate, one core", one), ("privreg validate, two cores", two)]
    if shutil.which("ajv"):
        schema = folder / "schema.json"
        schema.write_bytes(subprocess.run([BIN / "privreg", "schema"], check=True, capture_output=True).stdout)
        ajv = ["ajv", "validate", "-s", schema, "-d", file, "--strict=false"]
        lines.append(("ajv, shape only", run(ajv, runs=3, ok=(0, 1))))
    if shutil.which("fides"):
        manifest = folder / "fides"
        manifest.mkdir(exist_ok=True)
        with (manifest / "systems.yml").open("w") as out:
            out.write("system:\n")
            out.writelines(f"  - {json.dumps(fides_system(number))}\n" for number in range(size))
        lines.append(("fides --local parse, equivalent manifest", run(["fides", "--local", "parse", manifest], runs=1, ok=(0, 1))))
    for name, figures in lines:
        if figures:
            row(name, ms(figures[0]), ms(figures[1]), f"{figures[2]:.0f} MiB", f"{figures[0] / floor[0]:.2f}")


def fides_system(number):
    """The parts of a generated activity that the other format has."""
    declaration = {"data_categories": ["user.contact", "user.content"], "data_subjects": ["customer"]}
    names = {"answer": "Answer requests and fix faults", "staffing": "Count cases and response times to staff the desk"}
    declarations = [dict(declaration, name=name, data_use="essential.service") for name in names.values()]
    key = f"support_{number}"
    return {"fides_key": key, "name": f"Customer support {number}", "system_type": "Service", "privacy_declarations": declarations}


def rendering(folder, sizes):
    print("\n### Documents and lists\n")
    head("activities", "render policy (3 languages, 2 forms)", "render all", "list activities")
    for size in sizes:
        place = generated(folder, size, "one")
        out = folder / "out"
        cells = []
        for call in (["render", "policy", place, "--lang", "all", "--out", out], ["render", "all", place, "--out", out], ["list", "activities", place]):
            figures = run([BIN / "privreg", *call, *DAY], runs=3)
            cells.append(ms(figures[0]) if figures else "refused")
            shutil.rmtree(out, ignore_errors=True)
        row(f"{size:,}", *cells)


def real_ones():
    print("\n### Real registers\n")
    head("register", "input", "wall", "peak memory")
    for place in sorted((ROOT / "registers/published").iterdir()):
        if place.is_dir():
            figures = run([BIN / "privreg", "validate", place, "--format", "short", "--exit-zero", *DAY], runs=21)
            row(place.name, f"{weight(place) * 1024:.0f} KiB", ms(figures[0]), f"{figures[2]:.0f} MiB")


def main(sizes):
    subprocess.run(["cargo", "build", "--release", "--locked", "--quiet", "--examples", "--bins"], cwd=ROOT, check=True)
    with tempfile.TemporaryDirectory() as scratch:
        folder = pathlib.Path(scratch)
        real_ones()
        rendering(folder, sorted({500, *(size for size in sizes if size <= 1_000)}))
        validating(folder, sizes)
        beside_others(folder, min(sizes, key=lambda size: abs(size - 10_000)))
    print(f"\nBinary: {(BIN / 'privreg').stat().st_size / 2**20:.1f} MiB")


if __name__ == "__main__":
    main([int(size) for size in sys.argv[1:]] or [10, 1_000, 10_000, 50_000, 100_000])
