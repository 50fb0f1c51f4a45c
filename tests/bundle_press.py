"""Sets the invented bundles in known designs, with the truth about where each chapter stands.

    python tests/bundle_press.py OUT_DIR [--set held-out]

A bundle shows its chapters in one way: by an outline, a contents page, headings, or a menu.
"""

import argparse
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import count
from pathlib import Path

from bundle_design import Bundle, Frame
from bundle_furniture import draw_contents, draw_furniture
from bundle_texts import Book, Chapter, Piece, books, pieces
from reading_pens import Look, PageForm, Pen


@dataclass(frozen=True, slots=True)
class Start:
    """Where a chapter begins and ends: pages of the file, from 1, and the label of the first."""

    chapter: Chapter
    title: str
    first: int
    last: int
    label: str


@dataclass(slots=True)
class Leaf:
    """A page in the making: its lines, the chapters by their heights, which share it."""

    lines: list[tuple[float, float, str, Look]] = field(default_factory=list)
    opens: list[tuple[str, float]] = field(default_factory=list)
    shared: set[str] = field(default_factory=set)


def write_bundle(bundle: Bundle, book: Book, path: Path) -> list[Start]:
    """Writes the PDF; gives the truth."""
    pen = bundle.pen(book.title)
    body = _Setter(bundle, pen, book).set()
    front = _front(bundle, pen, book)
    leaves = [*front, *body]
    labels = bundle.labels(len(front), len(leaves))
    starts = _starts(book, leaves, labels)
    for at, leaf in enumerate(leaves):
        pen.page(PageForm((bundle.wide, bundle.tall)))
        for x, y, text, look in leaf.lines:
            pen.line((x, y), text.split(" "), look)
        if bundle.shows == "contents" and at in range(1, 1 + bundle.contents_pages):
            entries = [(one.title, one.label, one.first) for one in starts]
            draw_contents(pen, bundle, entries, at - 1)
        titles = [one.title for one in starts]
        current = next((one.title for one in reversed(starts) if one.first <= at + 1), "")
        draw_furniture(pen, bundle, titles, current=current, label=labels[at], cover=at == 0)
        for title, y in leaf.opens if bundle.shows == "outline" else ():
            pen.outline(title, y)
    pen.save(path)
    return starts


def _starts(book: Book, leaves: Sequence[Leaf], labels: Sequence[str]) -> list[Start]:
    opened = [(at, title) for at, leaf in enumerate(leaves) for title, _ in leaf.opens]
    found = []
    for number, (chapter, (at, title)) in enumerate(zip(book.chapters, opened, strict=True)):
        last = len(leaves) - 1
        if number + 1 < len(opened):
            after, name = opened[number + 1]
            last = after if name in leaves[after].shared else after - 1
        while last > at and not leaves[last].lines:
            last -= 1
        found.append(Start(chapter, title, at + 1, last + 1, labels[at]))
    return found


def _front(bundle: Bundle, pen: Pen, book: Book) -> list[Leaf]:
    cover = Leaf()
    y = 0.7 * bundle.tall
    for line in broken(pen, book.title, replace(bundle.title, size=28), bundle.wide - 80):
        cover.lines.append((40, y, line, replace(bundle.title, size=28)))
        y -= 34
    cover.lines.append((40, y - 20, "Een verzonnen bundel", replace(bundle.body, size=12)))
    pages = [cover]
    if bundle.shows == "contents":
        pages += [Leaf() for _ in range(bundle.contents_pages)]
    return [*pages, *(Leaf() for _ in range(bundle.blank))]


class _Setter:
    """Sets the chapters in the columns of a design."""

    def __init__(self, bundle: Bundle, pen: Pen, book: Book) -> None:
        self._bundle, self._pen, self._book = bundle, pen, book
        self._leaves: list[Leaf] = []
        self._column = 0
        self._y = 0.0
        self._fresh = True

    def set(self) -> list[Leaf]:
        for chapter in self._book.chapters:
            self._open()
            for piece in pieces(self._book, chapter):
                self._piece(piece)
        return self._leaves

    @property
    def _frame(self) -> Frame:
        return self._bundle.frames[self._column]

    def _open(self) -> None:
        room = self._y - self._frame.bottom > 130
        if self._leaves and self._bundle.opens == "flow" and room:
            self._y -= 30
        else:
            self._turn()
            if self._bundle.opens == "right" and len(self._leaves) % 2 == 0:
                self._turn()

    def _turn(self) -> None:
        self._leaves.append(Leaf())
        self._column, self._y, self._fresh = 0, self._frame.top, True

    def _move_on(self) -> None:
        if self._column + 1 < len(self._bundle.frames):
            self._column += 1
            self._y, self._fresh = self._frame.top, True
        else:
            self._turn()

    def _piece(self, piece: Piece) -> None:
        bundle, leaf = self._bundle, self._leaves[-1]
        if piece.kind == "chapter" and not bundle.titled:
            leaf.opens.append((piece.text, self._y))
            return
        look = {"chapter": bundle.title, "section": bundle.section}.get(piece.kind, bundle.body)
        text = piece.text.upper() if piece.kind == "chapter" and bundle.shouted else piece.text
        lines = list(broken(self._pen, text, look, self._frame.wide))
        heading = piece.kind != "text"
        need = (len(lines) + 3 if heading else 1) * 1.35 * look.size
        if self._y - need < self._frame.bottom:
            self._move_on()
            leaf = self._leaves[-1]
        if heading and not self._fresh:
            self._y -= bundle.above
        if piece.kind == "chapter":
            if leaf.lines:
                leaf.shared.add(piece.text)
            leaf.opens.append((piece.text, self._y))
        for line in lines:
            if self._y - 1.35 * look.size < self._frame.bottom:
                self._move_on()
            self._y -= 1.35 * look.size
            self._leaves[-1].lines.append((self._frame.x, self._y, line, look))
            self._fresh = False
        self._y -= bundle.below if heading else 0.55 * bundle.body.size


def broken(pen: Pen, text: str, look: Look, room: float) -> Iterator[str]:
    """The lines of a text."""
    line: list[str] = []
    for word in text.split():
        if line and pen.measure(" ".join([*line, word]), look) > room:
            yield " ".join(line)
            line = []
        line.append(word)
    yield " ".join(line)


def write_set(
    folder: Path, bundles: Sequence[Bundle], wanted: str
) -> Iterator[tuple[Bundle, Book, Path, list[Start]]]:
    """Writes every bundle of a set in its designs."""
    folder.mkdir(parents=True, exist_ok=True)
    numbers = count(1)
    for bundle in bundles:
        for book in books(wanted):
            path = folder / f"{next(numbers):03}-{bundle.name}-{book.name}.pdf"
            yield bundle, book, path, write_bundle(bundle, book, path)


def main(arguments: Sequence[str] | None = None) -> None:
    """Writes the bundles."""
    from bundle_designs import designs  # noqa: PLC0415  # it stands on this module's neighbours

    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("folder", type=Path)
    parser.add_argument("--set", default="development", choices=("development", "held-out"))
    asked = parser.parse_args(arguments)
    for _, _, path, starts in write_set(asked.folder, designs(asked.set), asked.set):
        print(path, *(f"{it.title[:20]}={it.first}-{it.last}" for it in starts))  # noqa: T201


if __name__ == "__main__":
    main()
