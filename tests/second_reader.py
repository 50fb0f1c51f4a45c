"""What pdftotext reads of a page, by the place of each word: a second opinion of every sentence.

A sentence stands on a page where its letters follow one another from one stretch of a line to
the next: the one right below it, or, from the foot of a column, one at the head of a column. Only
letters count, without their accents: marks of notes, numbers and hyphens have other measures.
"""

import re
import shutil
import subprocess
import sys
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from functools import cached_property
from html import unescape
from itertools import pairwise
from pathlib import Path

_PAGE = re.compile(r"<page [^>]*>(.*?)</page>", re.DOTALL)
_WORD = re.compile(r'<word xMin="(.*?)" yMin="(.*?)" xMax="(.*?)" yMax="(.*?)">(.*?)</word>')
_SPACE = 0.8  # times the height: words of one stretch have no wider white between them
_WIDEST = 6.0  # idem, of words of one line that is stretched
_SAME_HEIGHT = 0.15  # of the height: so little lines that are set alike differ
_CLOSE = 1.7  # times the height: so far apart at most are the lines of one text
_FAR = 6.0  # idem, where something may stand between them
_FEWEST_LETTERS = 3


@dataclass
class Stretch:
    """Words that stand in a row: their box, from the top of the page, and their letters."""

    x0: float
    y0: float
    x1: float
    y1: float
    letters: str

    @property
    def height(self) -> float:
        """Of its letters."""
        return self.y1 - self.y0

    def is_over(self, other: "Stretch") -> bool:
        """Whether a part of it stands higher, in the same column."""
        step = (other.y0 + other.y1 - self.y0 - self.y1) / 2
        overlap = min(self.x1, other.x1) - max(self.x0, other.x0)
        return step > 0.3 * self.height and overlap > 0

    def is_alike(self, other: "Stretch") -> bool:
        """Whether it is as large."""
        return abs(self.height - other.height) <= _SAME_HEIGHT * self.height


@dataclass
class SecondPage:
    """A page as the second reader has it."""

    stretches: list[Stretch]
    following: "SecondPage | None" = field(default=None, repr=False)

    @property
    def is_turned(self) -> bool:
        """Whether most of its words stand on their side: then their places tell little."""
        words = [it for it in self.stretches if len(it.letters) >= _FEWEST_LETTERS]
        return sum(it.height > it.x1 - it.x0 for it in words) > len(words) / 2

    def has(self, text: str) -> bool:
        """Whether a sentence stands on this page, its last word perhaps on the next."""
        said = letters_of(text)
        if any(said in stretch.letters for stretch in self.stretches):
            return True
        reached = {
            (at, len(stretch.letters) - start)
            for at, stretch in enumerate(self.stretches)
            for start in _starts(stretch.letters, said)
        }
        seen = set(reached)
        last = letters_of(text.rsplit(maxsplit=1)[-1])
        while reached:
            at, length = reached.pop()
            rest = said[length:]
            if self._ends(at, rest, last):
                return True
            found = {
                (following, length + len(self.stretches[following].letters))
                for following in self._next[at]
                if rest.startswith(self.stretches[following].letters)
            }
            reached |= found - seen
            seen |= found
        return False

    def _ends(self, at: int, rest: str, last: str) -> bool:
        """Whether the rest of a sentence follows on a stretch, or its last word overleaf."""
        if not rest or any(self.stretches[to].letters.startswith(rest) for to in self._next[at]):
            return True
        after = self.following.stretches if self.following else ()
        return last.endswith(rest) and any(one.letters.startswith(rest) for one in after)

    @cached_property
    def _next(self) -> list[list[int]]:
        """The places of the stretches that each may go on with."""
        places = range(len(self.stretches))
        heads = [at for at in places if not any(self._adjoin(other, at) for other in places)]
        return [
            [*self._below(at), *self._beside(at)]
            + ([] if any(self._adjoin(at, other) for other in places) else heads)
            for at in places
        ]

    def _adjoin(self, upper: int, lower: int) -> bool:
        """Whether two stretches are lines of one text."""
        one, other = self.stretches[upper], self.stretches[lower]
        return (
            upper != lower
            and one.is_alike(other)
            and one.is_over(other)
            and other.y0 - one.y0 <= _CLOSE * other.height
        )

    def _below(self, at: int) -> list[int]:
        """The stretches right below the line of one: nothing set alike stands between them."""
        one = self._lines[at]
        lower = [
            place
            for place, other in enumerate(self.stretches)
            if one.is_over(other) and other.y0 - one.y0 <= _FAR * one.height
        ]
        return [
            place
            for place in lower
            if not any(
                self.stretches[other].is_over(self.stretches[place])
                and one.is_alike(self.stretches[other])
                for other in lower
            )
        ]

    @cached_property
    def _lines(self) -> list[Stretch]:
        """Each stretch with all that stands before it on its line, in its column."""
        begun = {after: at for at in range(len(self.stretches)) for after in self._beside(at)}
        lines = [replace(stretch) for stretch in self.stretches]
        for at, line in enumerate(lines):
            first = at
            while first in begun and self.stretches[begun[first]].x0 < self.stretches[first].x0:
                first = begun[first]
            line.x0 = self.stretches[first].x0
        return lines

    def _beside(self, at: int) -> list[int]:
        """The stretch that follows on the line: close by, or behind a white that is no gutter."""
        one = self.stretches[at]
        return [
            place
            for place, other in enumerate(self.stretches)
            if place != at
            and min(one.y1, other.y1) - max(one.y0, other.y0) > 0.3 * min(one.height, other.height)
            and -0.5 * one.height < other.x0 - one.x1 < _WIDEST * max(one.height, other.height)
            and (
                other.x0 - one.x1 < _SPACE * max(one.height, other.height)
                or self._is_crossed(one, other)
            )
        ]

    def _is_crossed(self, left: Stretch, right: Stretch) -> bool:
        """Whether a line above or below them runs over the white between two stretches."""
        middle = (left.x1 + right.x0) / 2
        return any(
            other.x0 < middle < other.x1 and abs(other.y0 - left.y0) < _FAR * left.height
            for other in self.stretches
            if other.is_alike(left)
        )


def read_second(path: Path) -> list[SecondPage]:
    """The pages of a PDF as pdftotext has them."""
    pdftotext = shutil.which("pdftotext") or sys.exit("pdftotext (poppler-utils) is not at hand")
    done = subprocess.run([pdftotext, "-bbox", str(path), "-"], capture_output=True, check=True)
    pages = [SecondPage(list(_stretches(page))) for page in _PAGE.findall(done.stdout.decode())]
    for page, following in pairwise(pages):
        page.following = following
    return pages


def letters_of(text: str) -> str:
    """The letters of a text, small and without accents."""
    plain = unicodedata.normalize("NFKD", text.casefold())
    return "".join(char for char in plain if char.isalpha())


def _starts(letters: str, said: str) -> Iterator[int]:
    """Where the end of some letters may be the beginning of what is said."""
    for start in range(len(letters)):
        if letters[start] == said[0] and said.startswith(letters[start:]):
            yield start


def _stretches(page: str) -> Iterator[Stretch]:
    words = [
        Stretch(*map(float, sides), letters_of(unescape(text)))
        for *sides, text in _WORD.findall(page)
    ]
    stretch: Stretch | None = None
    for word in words:
        if stretch is not None and _is_next(stretch, word):
            stretch.x1 = max(stretch.x1, word.x1)
            stretch.letters += word.letters
            continue
        if stretch is not None and stretch.letters:
            yield stretch
        stretch = word
    if stretch is not None and stretch.letters:
        yield stretch


def _is_next(stretch: Stretch, word: Stretch) -> bool:
    height = min(stretch.height, word.height)
    level = min(stretch.y1, word.y1) - max(stretch.y0, word.y0) > 0.5 * height
    return level and -0.5 * height < word.x0 - stretch.x1 <= _SPACE * height
