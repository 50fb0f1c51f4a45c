"""Sets an invented casebook (`tests/casebooks/`) as a PDF, and makes a series of it."""

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
_BEGINS_LIST = re.compile(r"^(?!- )(.+)\n(?=- )", re.MULTILINE)
_APART = r"\1\n\n"


def write_series(hand: str, folder: Path) -> Series:
    """Writes the casebook of a hand as a PDF in the folder; gives the series that it is.

    Its manifest names the title of each case, and nothing else.
    """
    cases = casebooks()[hand]
    path = f"{hand}.pdf"
    (folder / path).write_bytes(press_book(_book(hand), path=path).pdf)
    source = Source(hand, path, "publication", hand, edition=1)
    entries = tuple(CaseEntry(case.id, title=case.title) for case in cases)
    edition = Edition(1, hand, sources=(source,), cases=entries)
    return Series(hand, hand, editions=(edition,), folder=str(folder))


def _book(hand: str) -> Book:
    text = "\n\n".join(case.markdown for case in casebooks()[hand]).replace("*", "")
    return parse_book(f"{_FRONT}{_BEGINS_LIST.sub(_APART, text)}\n", name=hand)
