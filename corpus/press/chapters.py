"""Divides the text of a manuscript into chapters and sections, and checks what spans a chapter."""

import re
from collections.abc import Iterable, Iterator

from corpus.errors import SourceError
from corpus.press.markup import (
    FENCE,
    NOTE_TEXT,
    Chapter,
    Line,
    Note,
    Section,
    Source,
    parse_line,
    parse_pieces,
    plain,
)

_ALONE = re.compile(rf"#+ |{FENCE}")
_TOO_DEEP = re.compile(r"#{4,} ")


def parse_chapters(body: str, *, name: str, first_line: int) -> tuple[Chapter, ...]:
    """The chapters of a manuscript.

    Args:
        body: the manuscript behind its front matter.
        name: of its file, for messages.
        first_line: the number of the body's first line in the file.

    Raises:
        SourceError: text before the first chapter, a heading too deep, wrong markup, a footnote
            without mark or text, or a pull quote that its chapter does not say.
    """
    sources = list(_sources(body, first_line))
    before, parts = _split_at("# ", sources)
    if before or any(_TOO_DEEP.match(source.text) for source in sources):
        raise SourceError(
            f"{name} has text before its first chapter, or a heading below level 3.",
            remedy="Begin with a line '# Title', and use #, ## and ### only.",
        )
    return tuple(_chapter(head, under, name) for head, under in parts)


def _sources(body: str, first_line: int) -> Iterator[Source]:
    """The blocks of the text; a heading and a line `:::` are blocks without blank lines too."""
    block: list[str] = []
    start = first_line
    for number, line in enumerate((*body.splitlines(), ""), start=first_line):
        alone = _ALONE.match(line) is not None
        if block and (alone or not line.strip()):
            yield Source(start, "\n".join(block))
            block = []
        if alone:
            yield Source(number, line.strip())
        elif line.strip():
            start = start if block else number
            block.append(line.strip())


def _split_at(
    mark: str, sources: Iterable[Source]
) -> tuple[list[Source], list[tuple[Source, list[Source]]]]:
    """What comes before the first heading with this mark; and each such heading with the rest."""
    before: list[Source] = []
    parts: list[tuple[Source, list[Source]]] = []
    for source in sources:
        if source.text.startswith(mark):
            parts.append((source, []))
        else:
            (parts[-1][1] if parts else before).append(source)
    return before, parts


def _chapter(head: Source, under: list[Source], name: str) -> Chapter:
    notes = tuple(_note(source, name) for source in under if NOTE_TEXT.match(source.text))
    text = [source for source in under if not NOTE_TEXT.match(source.text)]
    before, parts = _split_at("## ", text)
    chapter = Chapter(
        title=head.text.removeprefix("# "),
        pieces=parse_pieces(before, name=name),
        sections=tuple(
            Section(title=top.text.removeprefix("## "), pieces=parse_pieces(rest, name=name))
            for top, rest in parts
        ),
        notes=notes,
    )
    _check_notes(chapter, head, name)
    _check_pull_quotes(chapter, head, name)
    return chapter


def _note(source: Source, name: str) -> Note:
    mark, text = NOTE_TEXT.split(source.text, maxsplit=1)[1:]
    return Note(mark=mark, line=parse_line(text, line=source.line, name=name))


def _check_notes(chapter: Chapter, head: Source, name: str) -> None:
    marks = [run.text for line in _lines(chapter) for run in line if run.style == "note"]
    numbers = [str(number) for number in range(1, len(chapter.notes) + 1)]
    if not marks == numbers == [note.mark for note in chapter.notes]:
        raise SourceError(
            f"{name}, line {head.line}: the footnotes of {chapter.title!r} do not match.",
            remedy="Number the marks 1, 2, 3 in their order, and give each a '[^1]: text'.",
        )


def _check_pull_quotes(chapter: Chapter, head: Source, name: str) -> None:
    said = [plain(line) for line in _lines(chapter)]
    for piece in chapter.all_pieces():
        if piece.kind != "pull-quote":
            continue
        (quote,) = map(plain, piece.lines)
        if not any(quote in text for text in said):
            raise SourceError(
                f"{name}, line {head.line}: {chapter.title!r} does not say {quote!r}.",
                remedy="Let 'uitgelicht' repeat a sentence of its chapter word for word.",
            )


def _lines(chapter: Chapter) -> Iterator[Line]:
    """The lines of the chapter, in order, but for its pull quotes."""
    for piece in chapter.all_pieces():
        if piece.kind != "pull-quote":
            yield from piece.lines
