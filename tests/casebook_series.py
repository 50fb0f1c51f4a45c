"""Sets an invented casebook as a PDF, and makes a series of it.

One of `tests/casebooks/`, or a manuscript of `tests/registers/`.
"""

import re
from datetime import date
from pathlib import Path

from casebooks import casebooks

from corpus import CaseEntry, Edition, Series, Source
from corpus.press import Book, parse_book
from corpus.press.designs import press_book

_FRONT = f"""+++
title = "Oefenbundel"
subtitle = "Verzonnen praktijken"
series = "Oefenbundels"
accent = "#204060"
foot = "Alles in dit boek is verzonnen."
date = {date(2022, 3, 1)}
+++

"""
_REGISTERS = Path(__file__).parent / "registers"
_TITLE = re.compile(r"^# (?P<title>.+?)(?: \((?P<place>.+)\))?$", re.MULTILINE)
_BEGINS_LIST = re.compile(r"^(?!- )(.+)\n(?=- )", re.MULTILINE)
_APART = r"\1\n\n"


def write_series(hand: str, folder: Path) -> Series:
    """Writes the casebook of a hand, or of a register, as a PDF in the folder; gives its series.

    Its manifest names the title of each case, of a register also its place, and nothing else.
    """
    register = _REGISTERS / f"{hand}.md"
    if register.exists():
        text = register.read_text("utf-8")
        return _set(parse_book(text, name=hand), _entries(text), hand, folder)
    cases = casebooks()[hand]
    entries = tuple(CaseEntry(case.id, title=case.title) for case in cases)
    return _set(_book(hand), entries, hand, folder)


def _set(book: Book, entries: tuple[CaseEntry, ...], name: str, folder: Path) -> Series:
    path = f"{name}.pdf"
    (folder / path).write_bytes(press_book(book, path=path).pdf)
    source = Source(name, path, "publication", name, edition=1)
    edition = Edition(1, name, sources=(source,), cases=entries)
    return Series(name, name, editions=(edition,), folder=str(folder))


def _entries(text: str) -> tuple[CaseEntry, ...]:
    """A case for each chapter of a manuscript: its title, and its place in brackets."""
    return tuple(
        CaseEntry(f"case-{number}", title=found["title"], place=found["place"])
        for number, found in enumerate(_TITLE.finditer(text), start=1)
    )


def _book(hand: str) -> Book:
    text = "\n\n".join(case.markdown for case in casebooks()[hand]).replace("*", "")
    return parse_book(f"{_FRONT}{_BEGINS_LIST.sub(_APART, text)}\n", name=hand)
