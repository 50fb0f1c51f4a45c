"""Scores the reading of PDFs against the known truth of the fictional casebook.

    python tests/score_reading.py            the three editions, and over all
    python tests/score_reading.py --show     also every page that is not exactly right
    python tests/score_reading.py --speed    also pages per second beside pypdf and pdftotext

What is compared, and how: the numbers of list items may stand or not; the dots of a table of
contents are no text, its page numbers are. Two texts are the same block when nine tenths of the
characters agree. A caption floats with its picture: it may stand anywhere on its page.
"""

import re
import sys
import tomllib
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from rapidfuzz import fuzz
from rapidfuzz.distance import Levenshtein
from second_reader import letters_of

from corpus.models import Block, Document, Page, Source
from indexer.dutch import sentence_spans
from indexer.extract.protocol import Limits
from indexer.extract.worker import read_file

BOOKS = Path(__file__).resolve().parents[1] / "corpus" / "series" / "voorbeeld"
EDITIONS = (1, 2, 3)

_SAME_BLOCK = 0.9
_SAME_SENTENCE = 90.0
_OWN_TEXT = 75.0
_KINDS = {
    "cover": frozenset({"heading", "paragraph"}),
    "contents": frozenset({"paragraph", "list-item", "table-row"}),
    "pull-quote": frozenset({"quote"}),
}
_SENTENCE = re.compile(r"[^.!?]{12,}[.!?]+")
_LEADERS = re.compile(r"\s*(?:\.\s?){4,}\s*")
_MARKER = re.compile(r"^\(?(?:\d{1,2}|[a-z])[.)]\s+")


@dataclass(frozen=True, slots=True)
class Expected:
    """A block of the truth: its text as the score compares it, and the kinds that are right."""

    kind: str
    text: str
    right: frozenset[str]


@dataclass(slots=True)
class Score:
    """What came of reading some pages.

    Attributes:
        pages: how many.
        accuracy: the sum over the pages of 1 - normalised edit distance.
        ordered: pages whose blocks are exactly those of the truth, in order.
        strict_accuracy: the same with captions in the order of the manuscript, which no reader of
            the page can know of a picture that floats.
        strict_ordered: idem.
        kinds: how often a block of one kind was read as another.
        wrong_kinds: blocks found with a wrong kind.
        dropped: sentences that are nowhere on their page.
        invented: sentences that are read, but stand nowhere in the text of the page: by their
            letters, in its order.
        leftovers: blocks that are no text of the page.
        labels: wrong labels of pages that carry one.
        unprinted: wrong labels of pages that carry none.
        faults: a line for each page that is not exactly right.
    """

    pages: int = 0
    accuracy: float = 0.0
    ordered: int = 0
    strict_accuracy: float = 0.0
    strict_ordered: int = 0
    kinds: Counter[tuple[str, str]] = field(default_factory=Counter)
    wrong_kinds: int = 0
    dropped: list[str] = field(default_factory=list)
    invented: list[str] = field(default_factory=list)
    leftovers: list[str] = field(default_factory=list)
    labels: list[str] = field(default_factory=list)
    unprinted: list[str] = field(default_factory=list)
    faults: list[str] = field(default_factory=list)

    def add(self, other: "Score") -> None:
        """Adds the score of other pages."""
        for name in self.__dataclass_fields__:
            setattr(self, name, getattr(self, name) + getattr(other, name))

    def figures(self) -> dict[str, float]:
        """The figures that have floors, by name."""
        return {
            "accuracy": self.accuracy / self.pages,
            "ordered": self.ordered / self.pages,
            "kinds": 1 - self.wrong_kinds / max(self.kinds.total(), 1),
            "dropped": len(self.dropped),
            "invented": len(self.invented),
            "leftovers": len(self.leftovers),
            "labels": len(self.labels),
        }


def truth_path(edition: int) -> Path:
    """The file with the truth about an edition."""
    return BOOKS / "truth" / f"pages-{edition}.toml"


def score_edition(edition: int) -> Score:
    """The score of an edition of the fictional casebook."""
    truth = tomllib.loads(truth_path(edition).read_text("utf-8"))
    return score_book(read_pdf(BOOKS / truth["path"]), truth["pages"])


def read_pdf(path: Path) -> Document:
    """The document in a PDF, read in this process."""
    source = Source(id="score", path=path.name, kind="publication", title=path.name)
    return read_file(source, path, Limits())


def score_book(document: Document, pages: Sequence[dict[str, Any]]) -> Score:
    """The score of a document against the pages of its truth."""
    total = Score()
    for page, truth in zip(document.pages, pages, strict=True):
        total.add(_score_page(page, truth))
    return total


def _score_page(page: Page, truth: dict[str, Any]) -> Score:
    expected = [_expected(block) for block in truth.get("blocks", ())]
    found = [_plain(block.text) for block in page.blocks]
    matches = _matches(expected, found)
    score = Score(pages=1, accuracy=_accuracy(expected, found))
    strict = "\n".join(block.text for block in expected)
    score.strict_accuracy = float(Levenshtein.normalized_similarity(strict, "\n".join(found)))
    whole = None not in matches and len(found) == len(expected)
    score.strict_ordered = whole and matches == sorted(match or 0 for match in matches)
    where = f"page {truth['number']}"
    _count_kinds(score, expected, page.blocks, matches, where)
    _check_order(score, expected, found, matches, where)
    _check_text(score, expected, found, where)
    if page.ref is None or page.ref.label != truth["label"]:
        wrong = f"{where}: {page.ref and page.ref.label!r} instead of {truth['label']!r}"
        (score.labels if truth.get("printed", True) else score.unprinted).append(wrong)
    return score


def _expected(block: dict[str, Any]) -> Expected:
    kind = block["kind"]
    text = " ".join((block["text"], block["page"])) if "page" in block else block["text"]
    return Expected(kind, _plain(text), _KINDS.get(kind, frozenset({kind})))


def _plain(text: str) -> str:
    return _MARKER.sub("", _LEADERS.sub(" ", text))


def _accuracy(expected: Sequence[Expected], found: Sequence[str]) -> float:
    """1 - normalised edit distance, captions where the page has them."""
    captions = [block.text for block in expected if block.kind == "caption"]
    ours = [text for text in found if not any(_alike(text, caption) for caption in captions)]
    ours += [text for caption in captions for text in found if _alike(text, caption)]
    theirs = [block.text for block in expected if block.kind != "caption"] + captions
    return float(Levenshtein.normalized_similarity("\n".join(theirs), "\n".join(ours)))


def _matches(expected: Sequence[Expected], found: Sequence[str]) -> list[int | None]:
    """For each block of the truth the place of the same block among those found."""
    free = dict(enumerate(found))
    matches: list[int | None] = []
    for block in expected:
        match = next((at for at, text in free.items() if _alike(block.text, text)), None)
        matches.append(match)
        free.pop(-1 if match is None else match, None)
    return matches


def _alike(one: str, other: str) -> bool:
    return Levenshtein.normalized_similarity(one, other, score_cutoff=_SAME_BLOCK) >= _SAME_BLOCK


def _count_kinds(
    score: Score,
    expected: Sequence[Expected],
    blocks: Sequence[Block],
    matches: Sequence[int | None],
    where: str,
) -> None:
    for block, match in zip(expected, matches, strict=True):
        if match is None:
            continue
        kind = blocks[match].kind
        score.kinds[block.kind, kind] += 1
        if kind not in block.right:
            score.wrong_kinds += 1
            score.faults.append(f"{where}: {block.kind} read as {kind}: {block.text[:60]}")


def _check_order(
    score: Score,
    expected: Sequence[Expected],
    found: Sequence[str],
    matches: Sequence[int | None],
    where: str,
) -> None:
    placed = [
        match for block, match in zip(expected, matches, strict=True) if block.kind != "caption"
    ]
    known = [match for match in placed if match is not None]
    if None not in matches and known == sorted(known) and len(found) == len(expected):
        score.ordered = 1
        return
    for block, match in zip(expected, matches, strict=True):
        if match is None:
            score.faults.append(f"{where}: no such block: {block.text[:70]}")
    score.faults.extend(
        f"{where}: own block: {text[:70]}" for at, text in enumerate(found) if at not in matches
    )
    if known != sorted(known):
        score.faults.append(f"{where}: in the order {known}")


def _check_text(
    score: Score, expected: Sequence[Expected], found: Sequence[str], where: str
) -> None:
    ours, theirs = " ".join(found), " ".join(block.text for block in expected)
    score.dropped += [
        f"{where}: {sentence.strip()}"
        for block in expected
        for sentence in _SENTENCE.findall(block.text)
        if fuzz.partial_ratio(sentence.strip(), ours) < _SAME_SENTENCE
    ]
    whole = letters_of(theirs)
    score.invented += [
        f"{where}: {text[start:end]}"
        for text in found
        for start, end in sentence_spans(text)
        if letters_of(text[start:end]) not in whole
    ]
    score.leftovers += [
        f"{where}: {text[:90]}"
        for text in found
        if fuzz.partial_ratio(text, theirs) < _OWN_TEXT or len(text) > len(theirs) + 20
    ]


def main(arguments: Sequence[str]) -> None:
    """Prints the scores."""
    total = Score()
    for edition in EDITIONS:
        score = score_edition(edition)
        _print(f"edition {edition}", score, show="--show" in arguments)
        total.add(score)
    _print("over all", total, show=False)
    for (kind, read), count in sorted(total.kinds.items()):
        print(f"  {kind:12} read as {read:12} {count:4}")  # noqa: T201  # a script prints
    if "--speed" in arguments:
        import score_real_files  # noqa: PLC0415  # beside this script

        score_real_files.print_speed([BOOKS / f"editie-{n}.pdf" for n in EDITIONS])


def _print(name: str, score: Score, *, show: bool) -> None:
    figures = score.figures()
    print(  # noqa: T201  # a script prints
        f"{name:10} {score.pages:3} pages  characters {figures['accuracy']:.4f}  "
        f"order {figures['ordered']:.3f}  "
        f"(captions as in the manuscript: {score.strict_accuracy / score.pages:.4f}, "
        f"{score.strict_ordered / score.pages:.3f})  kinds {figures['kinds']:.3f}  "
        f"dropped sentences {figures['dropped']:.0f}  invented {figures['invented']:.0f}  "
        f"leftovers {figures['leftovers']:.0f}  "
        f"wrong labels {figures['labels']:.0f} (+{len(score.unprinted)} on pages without one)"
    )
    if show:
        for fault, lines in (
            ("dropped", score.dropped), ("invented", score.invented),
            ("leftover", score.leftovers), ("label", score.labels),
            ("unprinted label", score.unprinted), ("fault", score.faults),
        ):  # fmt: skip
            for line in lines:
                print(f"    {fault}: {line}")  # noqa: T201  # idem


if __name__ == "__main__":
    main(sys.argv[1:])
