"""The fictional casebooks that the values of cards are learned from, read as a bundle is read.

Each file of `casebooks/` holds invented cases by one hand, which saw neither the others' texts nor
the cues nor the fictional series in the box. Nothing in them is real. They were written to be
learned from, and who wrote a sentence also said which fields of a card it proves. A casebook:

    # Title of the casebook
    ## Title of a case
    themes: id, id
    target_groups: id, id

    ### A heading
    {aanleiding} A sentence that proves it. A sentence that proves nothing. {aanpak doelgroep?} Two.

    - {partners} An item of a list.

A tag stands before the sentence that proves its fields. A second reader then marked the sentences
of each casebook without seeing a tag: a field with a plus (`aanpak+`) only that reader found
proven; one with a question mark either of the two found touched only vaguely, which is neither
right nor wrong.

A second librarian filed each case too, without seeing what its writer chose: `id` is the choice of
both, with a question mark (`id?`) that librarian would not insist on it, with a minus (`id-`) only
the writer chose it, with a plus (`id+`) only the second did, `id+?` without insisting.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from librarians import Filed

from corpus import CARD_FIELDS, Case, CaseEntry, Document, Edition, Passage, Source
from indexer.dutch import sentence_spans
from indexer.extract.text import read_text
from indexer.segment import Sentence, case_sentences, cut_passages, segment_edition

FOLDER = Path(__file__).parent / "casebooks"
_TAG = re.compile(r"\{([^{}]*)\} ?")
_SECOND, _VAGUELY = "+", "?"
_FILED = re.compile(r"(?P<id>[a-z-]*[a-z])(?P<who>[+-]?)(?P<vague>\??)")
_EMPHASIS = re.compile(r"(?<!\w)\*+(?=\S)|(?<=\S)\*+(?!\w)")


@dataclass(frozen=True, slots=True)
class Told:
    """A sentence of a case, as the program cuts it, and the fields that it proves.

    Attributes:
        text: of the sentence.
        sure: the fields that it proves, as its writer says.
        also: those that it proves as only the second reader says.
        unsure: those that it touches.
    """

    text: str
    sure: frozenset[str]
    also: frozenset[str]
    unsure: frozenset[str]


@dataclass(frozen=True, slots=True)
class TaggedCase:
    """An invented case.

    Attributes:
        id: `hand-1-03`, the third of the first casebook.
        title: its title.
        themes: what it is about.
        target_groups: whom it is for or with.
        sentences: in reading order.
        markdown: its text without tags, the title a heading of level 1.
    """

    id: str
    title: str
    themes: Filed
    target_groups: Filed
    sentences: tuple[Told, ...]
    markdown: str


@cache
def casebooks() -> dict[str, tuple[TaggedCase, ...]]:
    """The cases of each casebook, by its name.

    Raises:
        ValueError: a tag names an unknown field, or a case lacks its themes or target groups.
    """
    return {
        path.stem: tuple(_cases(path.stem, path.read_text("utf-8")))
        for path in sorted(FOLDER.glob("hand-*.md"))
    }


@dataclass(frozen=True, slots=True)
class ReadCase:
    """A case as it comes out of the casebook's document.

    Attributes:
        tagged: what its writer said.
        case: where it stands.
        document: the casebook.
        passages: of the case.
        sentences: of the passages: as many as its writer tagged, in the same order.
    """

    tagged: TaggedCase
    case: Case
    document: Document
    passages: tuple[Passage, ...]
    sentences: tuple[Sentence, ...]


@cache
def read_casebook(name: str) -> tuple[ReadCase, ...]:
    """The cases of a casebook, found in it and cut into sentences as those of any bundle.

    Raises:
        ValueError: a sentence was not read as it was written.
    """
    tagged = casebooks()[name]
    source = Source(name, f"{name}.md", "publication", name)
    text = "\n\n".join(case.markdown for case in tagged)
    document = read_text(source, text.encode(), markdown=True)
    entries = tuple(CaseEntry(case.id, title=case.title) for case in tagged)
    edition = Edition(1, name, sources=(source,), cases=entries)
    by_id = {case.entry.id: case for case in segment_edition(edition, [document])}
    return tuple(_read(one, by_id[one.id], document) for one in tagged)


def _read(tagged: TaggedCase, case: Case, document: Document) -> ReadCase:
    passages = cut_passages(document, case)
    sentences = case_sentences(document, passages)
    if [one.text for one in sentences] != [one.text for one in tagged.sentences]:
        raise ValueError(f"{tagged.id} ({tagged.title}) is not read as it was written")
    return ReadCase(tagged, case, document, passages, sentences)


def _cases(book: str, text: str) -> Iterator[TaggedCase]:
    _, *parts = re.split(r"^## ", text, flags=re.MULTILINE)
    for number, part in enumerate(parts, start=1):
        title, themes, groups, *lines = part.splitlines()
        yield TaggedCase(
            id=f"{book}-{number:02}",
            title=title.strip(),
            themes=_filed(themes, "themes"),
            target_groups=_filed(groups, "target_groups"),
            sentences=tuple(told for line in lines for told in _told(line)),
            markdown=_markdown(title, lines),
        )


def _filed(line: str, key: str) -> Filed:
    found, _, ids = line.partition(":")
    marks = [_FILED.fullmatch(one.strip()) for one in ids.split(",")]
    if found != key or not all(marks):
        raise ValueError(f"{line!r} does not name {key}")
    given = [(mark["id"], mark["who"], mark["vague"]) for mark in marks if mark]
    return Filed(
        first=frozenset(one for one, who, _ in given if who != "+"),
        second=frozenset(one for one, who, vague in given if who != "-" and not vague),
        vague=frozenset(one for one, _, vague in given if vague),
    )


def _markdown(title: str, lines: Sequence[str]) -> str:
    text = (_TAG.sub("", line).replace("### ", "## ", 1) for line in lines)
    return "\n".join((f"# {title.strip()}", *text)).strip()


def _told(line: str) -> Iterator[Told]:
    """The sentences of a paragraph, each with the tags that stand in it."""
    if line.startswith("#"):
        return
    line = _EMPHASIS.sub("", line.removeprefix("- "))
    plain, tags, end = "", list[tuple[int, str]](), 0
    for match in _TAG.finditer(line):
        plain += line[end : match.start()]
        tags += [(len(plain), tag) for tag in match[1].split()]
        end = match.end()
    plain += line[end:]
    for start, stop in sentence_spans(plain):
        yield _sentence(plain[start:stop], [tag for at, tag in tags if start <= at < stop])


def _sentence(text: str, tags: Sequence[str]) -> Told:
    also, unsure = (
        frozenset(tag[:-1] for tag in tags if tag.endswith(mark)) for mark in (_SECOND, _VAGUELY)
    )
    sure = frozenset(tag for tag in tags if not tag.endswith((_SECOND, _VAGUELY)))
    if unknown := (sure | also | unsure).difference(CARD_FIELDS):
        raise ValueError(f"unknown fields {sorted(unknown)}: {text}")
    return Told(text, sure, also - sure, unsure - sure - also)
