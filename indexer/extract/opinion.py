"""A second opinion: a page that looks wrong is read again, and the better reading is kept.

Pure: the other reader is handed in, the choice is by the measures of `suspicions` and by how much
of a text the dictionary knows.
"""

import re
from collections.abc import Callable, Iterator, Sequence

from msgspec import structs

from corpus.models import Block, Page, PageReport, Suspicion
from indexer.extract.lines import is_initial
from indexer.extract.repair import WordTest, clean, join_lines
from indexer.extract.suspicions import (
    MOST_GLUED_STOPS,
    MOST_LONG,
    MOST_ODD,
    MOST_SINGLE,
    MOST_UNMAPPED,
    VOWELS,
    Measures,
    measure,
    suspicions_in,
)

ENOUGH = 0.8
"""So much of the letters and digits the second reading must have: less is a page half read."""

GAIN = 0.1
"""So much more of its letters must stand in known words: the second reading has no blocks, no rows
and no furniture told apart, which costs more than a few scattered or glued words. Eleven pages of
which PDFium scattered a menu alone gained 0.01 to 0.09 by pypdf's text; two that pypdf glues
from end to end gained 0.33 and 0.46 by PDFium's."""

DOUBTS: frozenset[Suspicion] = frozenset(
    ("no-text", "glued-words", "scattered-words", "odd-characters", "unmapped-glyphs")
)
"""What another reader may read better; the other suspicions are the page's own."""

MOST_IN_VAIN = 3
"""After so many pages in a row on which the other reader is no better it is asked no more: it is
slow, and a scan of 300 pages has no text for it either."""

_LISTED = 10
_FEWEST = 10  # letters and digits that make a reading where the first has none
_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
# pypdf sets a hyphen that breaks a word a space apart from it.
_HYPHEN_APART = re.compile(r"(?<=[^\W\d_]) (?=[\u2010\xad]$)")


def with_opinions(
    pages: Sequence[Page],
    report: Sequence[PageReport],
    ask: Callable[[int], str],
    is_word: WordTest,
) -> tuple[tuple[Page, ...], tuple[PageReport, ...], tuple[str, ...]]:
    """The pages and their report, those that the other reader reads better replaced; and a note.

    Args:
        pages: as they were read first.
        report: of each page.
        ask: gives the text of the page with that index, a line a line, as the other reads it.
        is_word: whether a word in lower case is known.
    """
    kept, told = list(pages), list(report)
    replaced: list[int] = []
    in_vain = 0
    for at, (page, first) in enumerate(zip(pages, report, strict=True)):
        if DOUBTS.isdisjoint(first.suspicions) or in_vain == MOST_IN_VAIN:
            continue
        lines = _without(ask(at), first.dropped)
        in_vain += 1
        if is_better(lines, [block.text for block in page.blocks], is_word):
            kept[at] = _in_blocks(page, lines, is_word)
            told[at] = _of_other(first, kept[at])
            replaced.append(at + 1)
            in_vain = 0
    return tuple(kept), tuple(told), tuple(_notes(replaced))


def is_better(second: Sequence[str], first: Sequence[str], is_word: WordTest) -> bool:
    """Whether the second reading is to be kept: less suspicious, not much shorter, in known words.

    Where the first has no text at all, any text that is not suspicious itself will do. Of two that
    are equally good the first stays. The names that pypdf gives glyphs ("/noteheads.s2") are no
    text.

    Args:
        second: the blocks or lines of a page by another reader.
        first: those of the reader that is asked first.
        is_word: whether a word in lower case is known.
    """
    if _glyph_names(second) > _glyph_names(first):
        return False
    new, old = measure(second), measure(first)
    if not old.signs:
        return new.signs >= _FEWEST and not any(suspicions_in(new))
    if new.signs < ENOUGH * old.signs or _faults(new) >= _faults(old):
        return False
    return _known_part(second, is_word) >= _known_part(first, is_word) + GAIN


def _known_part(texts: Sequence[str], is_word: WordTest) -> float:
    """The share of the letters of a text, of a line or block each, that stand in known words."""
    words = [word.lower() for text in texts for word in _WORD.findall(text)]
    known = sum(len(word) for word in words if is_word(word))
    return known / max(sum(map(len, words)), 1)


def _glyph_names(texts: Sequence[str]) -> int:
    """Words that look like the name of a glyph, or like the path of a file."""
    return sum(token.startswith("/") for text in texts for token in text.split())


def _faults(measures: Measures) -> tuple[int, float]:
    """How many suspicions a text gives, and how far it goes over their thresholds."""
    low, high = VOWELS
    excess = (
        measures.long / MOST_LONG
        + measures.glued / MOST_GLUED_STOPS
        + measures.single / MOST_SINGLE
        + measures.odd / MOST_ODD
        + measures.unmapped / MOST_UNMAPPED
        + max(low - measures.vowels, measures.vowels - high, 0.0) / low
    )
    return sum(1 for _ in suspicions_in(measures)), round(excess, 3)


def _without(text: str, dropped: Sequence[str]) -> list[str]:
    """The lines of a text, those apart that were left out of the page as no text."""
    gone = {clean(line) for line in dropped}
    return [line for line in text.split("\n") if not clean(line) or clean(line) not in gone]


def _in_blocks(page: Page, lines: Sequence[str], is_word: WordTest) -> Page:
    """The page with a paragraph for each run of lines: the other reader knows no places."""
    blocks: list[Block] = []
    run: list[str] = []
    for line in (*_with_initials(lines, is_word), ""):
        if line.strip():
            run.append(_HYPHEN_APART.sub("", line))
        elif text := join_lines(run, is_word=is_word):
            blocks.append(Block(kind="paragraph", text=text))
            run = []
    return structs.replace(page, blocks=tuple(blocks))


def _with_initials(lines: Sequence[str], is_word: WordTest) -> Iterator[str]:
    """The lines, each large first letter, which is a line by itself, put together with its word."""
    letter = ""
    for line in lines:
        if letter and not _begins_word(letter, line, is_word):
            yield letter
            letter = ""
        if not letter and is_initial(line.strip()):
            letter = line.strip()
        else:
            yield letter + line
            letter = ""
    if letter:
        yield letter


def _begins_word(letter: str, line: str, is_word: WordTest) -> bool:
    """Whether a letter and the first word of the line below it are one word, and that is none."""
    rest = _WORD.match(line)
    if rest is None:
        return False
    word = rest[0].lower()
    return is_word(letter[-1].lower() + word) or (rest[0].islower() and not is_word(word))


def _of_other(first: PageReport, page: Page) -> PageReport:
    found = suspicions_in(measure([block.text for block in page.blocks]))
    stays = (suspicion for suspicion in first.suspicions if suspicion not in DOUBTS)
    return structs.replace(
        first, method="pypdf", characters=len(page.text), suspicions=(*found, *stays)
    )


def _notes(replaced: Sequence[int]) -> Iterator[str]:
    if replaced:
        listed = ", ".join(map(str, replaced[:_LISTED])) + (", …" if replaced[_LISTED:] else "")
        yield (
            "PDFium's text looked wrong and pypdf's better on some pages; their blocks have no "
            f"places (in the file: {listed})."
        )
