"""python3 check.py FOLDER: opens each workbook and Word document in LibreOffice, and compares the cells with the CSV file and
the words with the Markdown file beside it."""

import csv
import html
import pathlib
import re
import subprocess
import sys
import tempfile
import zipfile


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


def squeezed(text):
    return " ".join(text.replace("\u00a0", " ").split())


def sentences(markdown):
    """What a Markdown file says, piece by piece, without its marks."""
    text = re.sub(r" \{#[^}\n]*\}", "", markdown)
    # Links to the same document in other languages are of no use in a file that is sent.
    text = re.sub(r" · \[[^\]]*\]\([^)]*\.md\)", "", text)
    text = re.sub(r"(?<!\\)\[((?:[^\]\\]|\\.)*)\]\([^)\n]*\)", r"\1", text)
    text = re.sub(r"(?<!\\)\*\*", "", text)
    # A row that became a card is headed by its first cell: the name of that column is not needed.
    text = re.sub(r"^\|[^|\n]*(\|.*\|\n\|---)", r"\1", text, flags=re.M)
    for line in re.split(r"\n\n|\n(?=\s*[-|>#])|<br>|(?<!\\)\|", text):
        piece = re.sub(r"^\s*(?:#+|-|>)\s+|^\s*>$", "", line)
        piece = squeezed(re.sub(r"\\(.)", r"\1", piece))
        if piece.strip("->"):
            yield piece


def footer(document):
    """The words of the footer, which a text file leaves out."""
    part = zipfile.ZipFile(document).read("word/footer.xml").decode("utf-8")
    return html.unescape("".join(re.findall(r"<w:t[^>]*>([^<]*)</w:t>", part)))


def open_in_office(path, form, out, home):
    command = ["soffice", "--headless", home, "--convert-to", form, "--outdir", str(out), str(path)]
    subprocess.run(command, check=True, capture_output=True, timeout=120)


def main(folder):
    books = sorted(pathlib.Path(folder).rglob("*.xlsx"))
    documents = sorted(pathlib.Path(folder).rglob("*.docx"))
    problems = [] if books and documents else ["there are no workbooks or no documents"]
    with tempfile.TemporaryDirectory() as scratch:
        home = f"-env:UserInstallation=file://{scratch}/profile"
        for number, book in enumerate(books):
            out = pathlib.Path(scratch, str(number))
            # 44: comma, 34: quote, 76: UTF-8, 1: first row.
            form = "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false"
            open_in_office(book, form, out, home)
            problems += [f"{book}: {text}" for text in compare(rows(book.with_suffix(".csv")), rows(out / f"{book.stem}.csv"))]
        for document in documents:
            open_in_office(document, "txt:Text (encoded):UTF8", scratch, home)
            opened = pathlib.Path(scratch, f"{document.stem}.txt").read_text(encoding="utf-8-sig")
            opened = squeezed(f"{opened} {footer(document)}")
            own = document.with_suffix(".md").read_text(encoding="utf-8")
            problems += [f"{document}: not there: {piece}" for piece in sentences(own) if piece not in opened]
    for problem in problems:
        print(problem)
    print(f"{len(books)} workbooks, {len(documents)} documents: {len(problems)} problems")
    return bool(problems)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
