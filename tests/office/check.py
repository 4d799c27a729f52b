"""python3 check.py FOLDER: opens each workbook in LibreOffice and compares its cells with the CSV file beside it."""

import csv
import pathlib
import subprocess
import sys
import tempfile


def rows(path):
    with path.open(encoding="utf-8-sig", newline="") as file:
        return list(csv.reader(file))


def lines(cell):
    return cell.replace("\r\n", "\n").strip()


def compare(own, opened):
    """What differs, as sentences. The workbook's head has the provision on a second line."""
    if len(own) != len(opened):
        return [f"{len(own)} rows became {len(opened)}"]
    opened = [[cell.split("\n")[0] for cell in opened[0]], *opened[1:]]
    found = []
    for number, (left, right) in enumerate(zip(own, opened), 1):
        if [lines(cell) for cell in left] != [lines(cell) for cell in right]:
            pairs = [pair for pair in zip(left, right) if lines(pair[0]) != lines(pair[1])]
            found.append(f"row {number}: {pairs[:1] or (len(left), len(right))}")
    return found


def main(folder):
    books = sorted(pathlib.Path(folder).rglob("*.xlsx"))
    problems = [] if books else ["there are no workbooks"]
    with tempfile.TemporaryDirectory() as scratch:
        for number, book in enumerate(books):
            out = pathlib.Path(scratch, str(number))
            # 44: comma, 34: quote, 76: UTF-8, 1: first row.
            form = "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false"
            home = f"-env:UserInstallation=file://{scratch}/profile"
            command = ["soffice", "--headless", home, "--convert-to", form, "--outdir", str(out), str(book)]
            subprocess.run(command, check=True, capture_output=True, timeout=120)
            problems += [f"{book}: {text}" for text in compare(rows(book.with_suffix(".csv")), rows(out / f"{book.stem}.csv"))]
    for problem in problems:
        print(problem)
    print(f"{len(books)} workbooks: {len(problems)} problems")
    return bool(problems)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
