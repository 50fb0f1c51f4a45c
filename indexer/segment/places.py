"""Where in a document a title stands as a title: a heading, or a short text by itself."""

from collections import defaultdict
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from corpus import Block, Document, Page, Position
from indexer.segment.kickers import first_above
from indexer.segment.titles import compact, without_number

_LONGEST = 220  # characters of a text that can be a title
_JOINED = 4  # headings in a row that may be the lines of one title
_ALIKE = 0.87  # share of equal letters of two spellings
_FEWEST, _PART = 6, 0.4  # letters, and share of the longer: a title may be told in part
_SPOKEN = ("paragraph", "box", "quote")


@dataclass(frozen=True, slots=True)
class Standing:
    """A text that stands as a title.

    Attributes:
        position: of its first block.
        text: of its blocks.
        level: of the heading; 0 for other text.
        blocks: how many it takes.
        deeper: whether a later of them is of a deeper level, as a line below the title may be.
        first: whether nothing stands above it on its page but a line that goes with it.
        under: whether it stands right below a heading of a higher level, as a subtitle does.
        short: its letters and digits, folded, without its number.
        full: the same, with its number.
    """

    position: Position
    text: str
    level: int
    blocks: int
    deeper: bool
    first: bool
    under: bool
    short: str
    full: str


@dataclass(frozen=True, slots=True)
class Spot:
    """Where a title was found, and how much like it the text there is, from 0 to 1."""

    standing: Standing
    likeness: float

    @property
    def page(self) -> int:
        """Index of its page."""
        return self.standing.position.page


class Places:
    """Every text of a document that may be a title; the pages left out have none."""

    def __init__(self, document: Document, *, skip: Collection[int] = ()) -> None:
        self.standings: tuple[Standing, ...] = tuple(
            standing
            for number, page in enumerate(document.pages)
            if number not in skip
            for standing in _standings(number, page)
        )
        self._by_text: dict[str, list[Standing]] = defaultdict(list)
        for standing in self.standings:
            for text in {standing.short, standing.full}:
                self._by_text[text].append(standing)
        self._headings = [one for one in self.standings if one.level]
        self._found: dict[str, tuple[Spot, ...]] = {}

    @property
    def headings(self) -> tuple[Standing, ...]:
        """The headings, each block by itself."""
        return tuple(one for one in self._headings if one.blocks == 1)

    def find(self, title: str) -> tuple[Spot, ...]:
        """Where a title stands, the likest first; of equals the headings, then in reading order.

        A text is the title when its letters are, number and marks apart. Failing that, headings
        count that are spelt nearly so or are the beginning of it, or it of them.
        """
        if title not in self._found:
            self._found[title] = tuple(sorted(self._find(title), key=_order))
        return self._found[title]

    def same(self, title: str) -> tuple[Standing, ...]:
        """Where a text stands whose letters are those of a title, its number apart."""
        keys = (compact(without_number(title)), compact(title))
        same = {one.position: one for key in keys for one in self._by_text.get(key, ())}
        return tuple(same.values())

    def _find(self, title: str) -> list[Spot]:
        short = compact(without_number(title))
        found = [Spot(one, 1.0) for one in self.same(title)]
        if not any(spot.standing.level for spot in found):
            found += [
                Spot(one, part) for one in self._headings if (part := _part(short, one.short))
            ]
        return found


def _order(spot: Spot) -> tuple[float, bool, Position]:
    return -spot.likeness, not spot.standing.level, spot.standing.position


def _standings(number: int, page: Page) -> Iterator[Standing]:
    for at, block in enumerate(page.blocks):
        if len(block.text) > _LONGEST:
            continue
        if block.kind == "heading":
            run, first = [block], first_above(page.blocks, at) == 0
            under = _is_under(page.blocks, at)
            yield _standing(number, at, run, first=first, under=under)
            for other in page.blocks[at + 1 : at + _JOINED]:
                if other.kind != "heading":
                    break
                run.append(other)
                yield _standing(number, at, run, first=first, under=under)
        elif block.kind in _SPOKEN:
            under = _is_under(page.blocks, at)
            yield _standing(number, at, [block], first=at == 0, under=under)


def _is_under(blocks: Sequence[Block], at: int) -> bool:
    above, own = blocks[at - 1] if at else None, blocks[at]
    if above is None or above.kind != "heading":
        return False
    return own.kind != "heading" or above.level < own.level


def _standing(number: int, at: int, run: Sequence[Block], *, first: bool, under: bool) -> Standing:
    text = " ".join(block.text for block in run)
    level = run[0].level if run[0].kind == "heading" else 0
    return Standing(
        position=Position(number, at),
        text=text,
        level=level,
        blocks=len(run),
        deeper=any(block.level > level for block in run[1:]),
        first=first,
        under=under,
        short=compact(without_number(text)),
        full=compact(text),
    )


def _part(title: str, heading: str) -> float:
    """How much a heading is like a title, of which it may be the beginning; 0 where it is not."""
    less, more = sorted((title, heading), key=len)
    if len(less) >= max(_FEWEST, _PART * len(more)) and more.startswith(less):
        return len(less) / len(more)
    if len(less) < _FEWEST or len(less) < _ALIKE / (2 - _ALIKE) * len(more):
        return 0.0
    alike = SequenceMatcher(None, title, heading, autojunk=False)
    if alike.quick_ratio() < _ALIKE:
        return 0.0
    ratio = alike.ratio()
    return ratio if ratio >= _ALIKE else 0.0
