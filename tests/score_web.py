"""Scores how well the article of a web page is found.

Run as `python tests/score_web.py [--unseen] [--words]`.

Each page of `pages/` has its truth beside it as `.txt`, a block a line; a line that begins with
"? " (a byline, a label) may be read or not and counts for neither. Printed are the precision and
recall of the article's words, as a multiset in lower case, of our reader, of BeautifulSoup's
`get_text` and of trafilatura alone. Ends in 1 when ours falls
below the floor of `score_web_floors.toml`; `--words` shows what is too many and lacking.
The pages whose name begins with "unseen-" were written after the reader and are scored apart.
"""

import hashlib
import re
import sys
import tomllib
from collections import Counter
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any, NamedTuple

import click
import trafilatura
from bs4 import BeautifulSoup

from corpus import Source
from indexer.extract.web import read_web

HERE = Path(__file__).parent
PAGES = HERE / "pages"
FLOORS = HERE / "score_web_floors.toml"
_WORD = re.compile(r"[^\W_]+")
_SHOWN = 12


class Score(NamedTuple):
    """Shares of the words found that are right, and of the right words that are found."""

    precision: float
    recall: float


def main(arguments: list[str]) -> int:
    names = page_names(unseen="--unseen" in arguments)
    click.echo(f"{'precision / recall':26}" + "".join(f"{name:>16}" for name in READERS))
    for name in names:
        cells = (score(name, read) for read in READERS.values())
        click.echo(
            f"{name:26}" + "".join(f"{one.precision:9.3f} {one.recall:.3f} " for one in cells)
        )
        if "--words" in arguments:
            click.echo("\n".join(differences(name)))
    below = below_floors(names)
    click.echo("\n".join(below))
    return 1 if below else 0


def ours(data: bytes) -> str:
    source = Source(id="page", path="page.html", kind="page", title="Page")
    return read_web(source, Path("page.html"), data).pages[0].text


def soup_text(data: bytes) -> str:
    return BeautifulSoup(data, "html.parser").get_text(" ")


def trafilatura_text(data: bytes) -> str:
    return trafilatura.extract(data, include_comments=False, include_tables=True) or ""


READERS: dict[str, Callable[[bytes], str]] = {
    "ours": ours,
    "get_text": soup_text,
    "trafilatura": trafilatura_text,
}


def page_names(*, unseen: bool) -> list[str]:
    names = sorted(path.stem for path in PAGES.glob("*.html"))
    return [name for name in names if name.startswith("unseen-") == unseen]


def score(name: str, read: Callable[[bytes], str]) -> Score:
    """Of one page, by one reader."""
    found = words(read((PAGES / f"{name}.html").read_bytes()))
    right, neutral = truth(name)
    wrong = found - right - neutral
    hits = (found & right).total()
    return Score(hits / max(1, hits + wrong.total()), hits / right.total())


def truth(name: str) -> tuple[Counter[str], Counter[str]]:
    """The words of the article, and those that may be read or not."""
    lines = (PAGES / f"{name}.txt").read_text("utf-8").splitlines()
    return (
        words(" ".join(line for line in lines if not line.startswith("? "))),
        words(" ".join(line for line in lines if line.startswith("? "))),
    )


def words(text: str) -> Counter[str]:
    return Counter(_WORD.findall(text.lower()))


def differences(name: str) -> Iterable[str]:
    """The words that are too many, and those that are lacking."""
    found = words(ours((PAGES / f"{name}.html").read_bytes()))
    right, neutral = truth(name)
    for label, counts in (("too many", found - right - neutral), ("lacking", right - found)):
        if counts:
            yield f"    {label}: {' '.join(list(counts)[:_SHOWN])}"


def below_floors(names: Iterable[str]) -> list[str]:
    """Which pages fell below their floor, or are not those that the floors are of."""
    floors: dict[str, Any] = tomllib.loads(FLOORS.read_text("utf-8"))
    if pages_hash() != floors["pages"]:
        return ["The pages are not those that the floors were measured on."]
    scores = {name: score(name, ours) for name in names}
    return [
        f"{name}: {scores[name]} is below {floors['floor']}."
        for name in scores
        if min(scores[name]) < floors["floor"]
    ]


def pages_hash() -> str:
    """Of the pages and their truth."""
    files = sorted(PAGES.iterdir(), key=lambda path: path.name)
    return hashlib.sha256(b"\0".join(path.read_bytes() for path in files)).hexdigest()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
