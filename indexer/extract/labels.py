"""The printed label of every page: what a reader looks for, not what the file counts."""

from collections import Counter, defaultdict
from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from itertools import islice, pairwise
from typing import NamedTuple

from corpus.models import COVER, UNNUMBERED
from indexer.extract.lines import Sheet
from indexer.extract.margins import ENOUGH_PAGES, LARGE, outer_lines
from indexer.extract.numerals import Number, NumberStyle, edge_numbers, format_number, parse_number

WIDEST_GAP = 6
"""So many pages without a printed number may lie between two that have one, in one run."""

_HIGHEST = 999  # a number by itself that is higher is a year
_TRIMMINGS = "-–—•·.()[]|~ "
_DEEPEST = 3  # lines from the edge: page numbers stand no further in


class Run(NamedTuple):
    """Pages whose printed numbers go up with the pages.

    Attributes:
        style: how the numbers are written.
        offset: the printed number less the index of the page.
        pages: the indexes of the pages that carry their number, in order.
    """

    style: NumberStyle
    offset: int
    pages: tuple[int, ...]


def page_labels(
    printed: Sequence[Iterable[Number]],
    given: Sequence[str] | None = None,
    *,
    lone: Sequence[Number | None] = (),
) -> tuple[str, ...]:
    """A label for each page, never fewer.

    What is printed on the pages counts, if it runs on: the same distance from the index of the page
    on three pages, or on two that are at least half of all pages. A page without a number within a
    run, or next to it where the file gives no labels, gets the number it would have. Two pages side
    by side on one sheet have both their numbers ("12-13"). Otherwise the label the file gives
    counts, and otherwise the number of the page in the file, if those that are known agree with it.

    No page gets a label that another one carries, unless it carries that itself: what the pages
    around it or the file would call it is then unsure, and it is unnumbered ("ongenummerd 2", by
    its place in the file); a first page whose number stands on another is the cover ("omslag").

    In a file without labels, of which no numbers run on, those count that stand by themselves where
    page numbers stand, if they agree: the rest of its pages are beginnings of chapters.

    Args:
        printed: the numbers found in the margins of each page.
        given: the labels of the file (`/PageLabels`), one a page; None if it has none.
        lone: the number that stands by itself on each page, if one does.
    """
    count = len(printed)
    plain = tuple(str(index + 1) for index in range(count))
    if given is not None and (len(given) != count or tuple(given) == plain):
        given = None
    given = given and tuple(label or plain[page] for page, label in enumerate(given))
    runs = sorted(find_runs(printed), key=lambda run: (-len(run.pages), run.pages))
    labels = _spreads(printed, longest=max((len(run.pages) for run in runs), default=0))
    if given is None and not runs and not labels:
        runs = list(_lone_run(lone))
    carried = {(page, _label(run, page)) for run in runs for page in run.pages} | {*labels.items()}
    if given is not None:
        shown = ((page, map(format_number, numbers)) for page, numbers in enumerate(printed))
        carried |= {(page, name) for page, names in shown for name in names if name == given[page]}
    for run in runs:
        for page in range(run.pages[0], run.pages[-1] + 1):
            labels.setdefault(page, _label(run, page))
    if given is None:
        _extend(labels, runs, count)
    return tuple(_sure(labels, carried, given, plain))


def _sure(
    labels: Mapping[int, str],
    carried: Container[tuple[int, str]],
    given: Sequence[str] | None,
    plain: Sequence[str],
) -> Iterator[str]:
    """The label of each page that no other page contradicts.

    Args:
        labels: by the numbers on the pages, where these tell it.
        carried: pages by their index, each with the label that stands on it.
        given: the labels of the file.
        plain: the numbers of the pages in the file.
    """
    files = plain if given is None else given
    names = [_choose(name, labels.get(page)) for page, name in enumerate(files)]
    printed = {name for page, name in enumerate(names) if (page, name) in carried}
    often = Counter(names[page] for page in labels)
    # The file counts as its pages do, where all that is known says so; its own labels are meant.
    may_count = given is not None or all(label == plain[page] for page, label in labels.items())
    for page, name in enumerate(names):
        is_derived = often[name] == 1 if page in labels else may_count and name not in printed
        if is_derived or (page, name) in carried:
            yield name
        elif page == 0 and files[0] in printed:
            yield COVER
        else:
            yield f"{UNNUMBERED} {plain[page]}"


def printed_numbers(sheet: Sheet, *, body_size: float) -> tuple[Number, ...]:
    """The numbers that stand where page numbers stand: at an end of the outermost lines of a page.

    The number of a heading ("2 Aanpak", much larger than the text) is not among them.
    """
    numbers: dict[Number, None] = {}
    outer = tuple(outer_lines(sheet))
    for at_head in (True, False):
        lines = (line for head, line in outer if head is at_head)
        for line in islice(lines, _DEEPEST):
            if line.size < LARGE * body_size or " " not in line.text:
                numbers.update(dict.fromkeys(edge_numbers(line.text)))
    return tuple(numbers)


def lone_number(sheet: Sheet, *, body_size: float) -> Number | None:
    """The number that stands by itself in a margin, outermost and no larger than the text."""
    outer = tuple(outer_lines(sheet))
    for at_head in (False, True):
        line = next((line for head, line in outer if head is at_head), None)
        if line is not None and line.size <= body_size:
            number = parse_number(line.text.strip(_TRIMMINGS))
            if number and number.value <= _HIGHEST:
                return number
    return None


def _lone_run(lone: Sequence[Number | None]) -> Iterator[Run]:
    """The run of the numbers that stand by themselves, if all agree."""
    found = [(page, number) for page, number in enumerate(lone) if number]
    if len({(number.style, number.value - page) for page, number in found}) == 1:
        page, number = found[0]
        yield Run(number.style, number.value - page, tuple(at for at, _ in found))


def find_runs(printed: Sequence[Iterable[Number]]) -> Iterator[Run]:
    """The runs among the numbers of each page."""
    pages: dict[tuple[NumberStyle, int], list[int]] = defaultdict(list)
    for page, numbers in enumerate(printed):
        for number in numbers:
            pages[number.style, number.value - page].append(page)
    for (style, offset), found in pages.items():
        for stretch in _stretches(sorted(set(found))):
            if len(stretch) >= ENOUGH_PAGES or 1 < len(stretch) >= len(printed) / 2:
                yield Run(style, offset, stretch)


def _spreads(printed: Sequence[Iterable[Number]], *, longest: int) -> dict[int, str]:
    """Both numbers of sheets with two pages side by side, if they run on by two a sheet.

    They must do so on as many sheets as any run by one has. Of two that do, such as the numbers of
    chapters beside those of pages, that counts which has the even page on the left, as books have.
    """
    pages: dict[tuple[NumberStyle, int], list[int]] = defaultdict(list)
    for page, numbers in enumerate(printed):
        known = set(numbers)
        for number in known:
            if number._replace(value=number.value + 1) in known:
                pages[number.style, number.value - 2 * page].append(page)
    labels: dict[int, str] = {}
    ranked = sorted(pages.items(), key=lambda item: (-len(item[1]), item[0][1] % 2, item[0]))
    for (style, offset), found in ranked:
        if len(found) < max(2, len(printed) / 3, longest):
            continue
        for page in range(min(found), max(found) + 1):
            left, right = (Number(style, 2 * page + offset + side) for side in (0, 1))
            labels.setdefault(page, f"{format_number(left)}-{format_number(right)}")
    return labels


def _stretches(pages: Sequence[int]) -> Iterator[tuple[int, ...]]:
    start = 0
    for at in range(1, len(pages) + 1):
        if at == len(pages) or pages[at] - pages[at - 1] > WIDEST_GAP + 1:
            yield tuple(pages[start:at])
            start = at


def _extend(labels: dict[int, str], runs: Iterable[Run], count: int) -> None:
    """Gives the pages around a run their number: a first page of a chapter often shows none."""
    for run in runs:
        first, last = run.pages[0], run.pages[-1]
        before = range(first - 1, max(first - 1 - WIDEST_GAP, -1), -1)
        after = range(last + 1, min(last + 1 + WIDEST_GAP, count))
        for pages in (before, after):
            for page in pages:
                if page in labels or page + run.offset < 1:
                    break
                labels[page] = _label(run, page)
    in_order = sorted(runs, key=lambda run: run.pages)
    for run, following in pairwise(in_order):
        if (run.style, run.offset) == (following.style, following.offset):
            for page in range(run.pages[-1], following.pages[0]):
                labels.setdefault(page, _label(run, page))


def _label(run: Run, page: int) -> str:
    return format_number(Number(run.style, page + run.offset))


def _choose(given: str, printed: str | None) -> str:
    """What is printed, unless the file says the same with a prefix ("A-3")."""
    if printed is None:
        return given
    prefix = given.removesuffix(printed)
    return given if prefix != given and not prefix[-1:].isalnum() else printed
