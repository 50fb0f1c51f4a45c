"""How well the documents of `reading_layouts` are read, by the measures of `score_reading`."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from pathlib import Path

import score_reading
from rapidfuzz import fuzz
from reading_truth import PageTruth
from score_reading import Score

from corpus.models import Document, Page

_SAME = 90.0
_COMMONEST = 40


@dataclass(frozen=True, slots=True)
class Reading:
    """A document that was read, with its truth settled on what was read (`settle`)."""

    name: str
    document: Document
    truth: list[PageTruth]
    score: Score
    lost: list[str]


def read(name: str, path: Path, pages: Sequence[PageTruth]) -> Reading:
    """Reads a PDF and scores it."""
    document = score_reading.read_pdf(path)
    pairs = list(zip(document.pages, pages, strict=True))
    truth = [settle(expected, page) for page, expected in pairs]
    lost = [line for page, expected in pairs for line in _lost(page, expected)]
    return Reading(name, document, truth, score_reading.score_book(document, truth), lost)


def settle(truth: PageTruth, page: Page) -> PageTruth:
    """The truth about a page with its floating blocks where the page has them.

    What floats is right wherever it stands, so its order is taken over from what was read.
    """
    found = [block.text for block in page.blocks]
    fixed: list[tuple[int, PageTruth]] = []
    floating: list[tuple[int, PageTruth]] = []
    reached = -1
    for block in truth["blocks"]:
        at = _place(block["text"], found)
        if block.get("floats") and at is not None:
            floating.append((at, block))
        else:
            reached = max(reached, -1 if at is None else at)
            fixed.append((reached, block))
    # A stable sort: blocks that are not found stay behind those that they follow.
    blocks = sorted([*fixed, *floating], key=lambda pair: pair[0])
    return truth | {"blocks": [block for _, block in blocks]}


def print_scores(
    made: Sequence[tuple[str, Path, list[PageTruth]]], *, faults: bool, words: bool
) -> None:
    """Reads documents and prints their scores, worst first: by characters, then by order."""
    readings = [read(*it) for it in made]
    total = Score()
    for it in sorted(readings, key=_hurt):
        _print(it.name, it.score, it.lost)
        total.add(it.score)
        if faults:
            _print_faults(it)
    _print("all", total, [line for it in readings for line in it.lost])
    for (kind, kind_read), count in sorted(total.kinds.items()):
        print(f"  {kind:12} read as {kind_read:12} {count:4}")  # noqa: T201  # a script prints
    if words:
        _print_words(readings)


def _hurt(reading: Reading) -> tuple[float, float, str]:
    figures = reading.score.figures()
    return figures["accuracy"], figures["ordered"], reading.name


def _lost(page: Page, truth: PageTruth) -> Iterator[str]:
    """The blocks of any kind that are nowhere on their page, also those that are no sentence."""
    for block in truth["blocks"]:
        if fuzz.partial_ratio(block["text"], page.text) < _SAME:
            yield f"page {truth['number']}: {block['kind']}: {block['text'][:150]}"


def _place(text: str, found: Sequence[str]) -> int | None:
    return next((at for at, other in enumerate(found) if fuzz.ratio(text, other) >= _SAME), None)


def _print(name: str, score: Score, lost: Sequence[str]) -> None:
    figures = score.figures()
    print(  # noqa: T201  # idem
        f"{name:26} {score.pages:3} pages  characters {figures['accuracy']:.4f}  "
        f"order {figures['ordered']:.3f}  kinds {figures['kinds']:.3f}  lost {len(lost):2}  "
        f"dropped {figures['dropped']:2.0f}  invented {figures['invented']:2.0f}  "
        f"leftovers {figures['leftovers']:2.0f}  "
        f"labels {figures['labels']:2.0f} (+{len(score.unprinted)})"
    )


def _print_faults(reading: Reading) -> None:
    for line in reading.lost:
        print(f"    lost: {line}")  # noqa: T201  # idem
    for name in ("dropped", "invented", "leftovers", "labels", "unprinted", "faults"):
        for line in getattr(reading.score, name):
            print(f"    {name}: {line}")  # noqa: T201  # idem


def _print_words(readings: Sequence[Reading]) -> None:
    """Prints what words come out as in blocks that are otherwise right, most common first."""
    counts: Counter[tuple[str, str]] = Counter()
    where: dict[tuple[str, str], str] = {}
    for it in readings:
        for page, truth in zip(it.document.pages, it.truth, strict=True):
            for pair in _differences(page, truth):
                counts[pair] += 1
                where.setdefault(pair, f"{it.name}, page {truth['number']}")
    for (expected, found), count in counts.most_common(_COMMONEST):
        place = where[expected, found]
        print(f"  {count:3} times {expected!r} read as {found!r} ({place})")  # noqa: T201  # idem


def _differences(page: Page, truth: PageTruth) -> Iterator[tuple[str, str]]:
    found = [block.text for block in page.blocks]
    for block in truth["blocks"]:
        at = _place(block["text"], found)
        if at is not None:
            # The number of an item may stand in its text or not.
            marker = f"{block.get('marker')} "
            yield from _changed(block["text"].split(), found[at].removeprefix(marker).split())


def _changed(expected: Sequence[str], found: Sequence[str]) -> Iterator[tuple[str, str]]:
    matcher = SequenceMatcher(None, expected, found, autojunk=False)
    for operation, a, b, c, d in matcher.get_opcodes():
        if operation != "equal":
            yield " ".join(expected[a:b]), " ".join(found[c:d])
