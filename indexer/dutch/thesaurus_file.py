"""Reads the thesaurus, checks that it hangs together, and keeps it with an index.

The file that comes with the program is `thesaurus.toml`; its head tells what a concept has. Parsing
and analysing it takes some tens of milliseconds, too long for a search from the command line; an
index therefore carries it ready made (`save_thesaurus`, `open_thesaurus`).
"""

import tomllib
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from importlib import resources
from pathlib import Path

import msgspec

from corpus import ManifestError, Value
from indexer.dutch.analysis import Analysis
from indexer.dutch.thesaurus import Concept, Label, Thesaurus

THESAURUS_NAME = "thesaurus.toml"
"""What the thesaurus of a series is called, in its folder."""


class _Entry(Value, frozen=True):
    """A concept as it stands in the file."""

    id: str
    preferred_label: str
    alternative_labels: tuple[str, ...] = ()
    broader: tuple[str, ...] = ()
    related: tuple[str, ...] = ()
    scope_note: str | None = None


class _File(Value, frozen=True):
    """A file; `ambiguous` gives the meanings of each word, for who edits it."""

    concepts: tuple[_Entry, ...] = ()
    ambiguous: dict[str, str] = msgspec.field(default_factory=dict)


def load_thesaurus(analysis: Analysis, folder: Path | None = None) -> Thesaurus:
    """The thesaurus of the program, and beside it the one in the folder of a series, if any.

    A concept of the series takes the place of one with the same id. Labels are brought to lemmas
    by the analysis.

    Raises:
        ManifestError: a file cannot be used: the line or concept is named.
    """
    shipped = Path(str(resources.files("indexer.dutch"))) / THESAURUS_NAME
    entries: dict[str, _Entry] = {}
    ambiguous: set[str] = set()
    path = shipped
    for path in _files(shipped, folder):
        file = _read(path)
        entries |= {entry.id: entry for entry in file.concepts}
        ambiguous |= {analysis.lemma(word) for word in file.ambiguous}
    # What is wrong now came with the last file: the others were checked without it.
    return _checked(path, entries, frozenset(ambiguous), analysis)


def save_thesaurus(path: Path, thesaurus: Thesaurus) -> None:
    """Writes the thesaurus for `open_thesaurus`; the same bytes each time."""
    path.write_bytes(msgspec.json.encode(thesaurus, order="deterministic"))


def open_thesaurus(path: Path) -> Thesaurus:
    """The thesaurus that `save_thesaurus` wrote.

    Raises:
        OSError: the file is not there.
    """
    return msgspec.json.decode(path.read_bytes(), type=Thesaurus)


def _files(shipped: Path, folder: Path | None) -> Iterator[Path]:
    yield shipped
    if folder and (folder / THESAURUS_NAME).is_file():
        yield folder / THESAURUS_NAME


def _read(path: Path) -> _File:
    try:
        file = msgspec.convert(tomllib.loads(path.read_text(encoding="utf-8")), _File)
    except (OSError, ValueError) as error:
        raise _wrong(path, str(error)) from error
    for name, count in Counter(entry.id for entry in file.concepts).items():
        if count > 1:
            raise _wrong(path, f"the concept {name} stands there twice")
    return file


def _checked(
    path: Path, entries: Mapping[str, _Entry], ambiguous: frozenset[str], analysis: Analysis
) -> Thesaurus:
    _check_relations(path, entries)
    concepts = tuple(_concepts(entries, ambiguous, analysis))
    _check_labels(path, concepts)
    return Thesaurus(concepts, ambiguous)


def _concepts(
    entries: Mapping[str, _Entry], ambiguous: frozenset[str], analysis: Analysis
) -> Iterator[Concept]:
    narrower: dict[str, list[str]] = {name: [] for name in entries}
    related: dict[str, dict[str, None]] = {name: {} for name in entries}
    for entry in entries.values():
        for name in entry.broader:
            narrower[name].append(entry.id)
        for name in entry.related:
            related[entry.id][name] = None
            related[name][entry.id] = None
    for entry in entries.values():
        yield Concept(
            id=entry.id,
            preferred_label=entry.preferred_label,
            labels=_labels(entry, ambiguous, analysis),
            broader=entry.broader,
            narrower=tuple(narrower[entry.id]),
            related=tuple(related[entry.id]),
            scope_note=entry.scope_note,
        )


def _labels(entry: _Entry, ambiguous: frozenset[str], analysis: Analysis) -> tuple[Label, ...]:
    """The labels, without those that are one ambiguous word or have the lemmas of an earlier."""
    labels: dict[tuple[str, ...], Label] = {}
    for text in (entry.preferred_label, *entry.alternative_labels):
        lemmas = tuple(word.lemma for word in analysis.words(text) if word.whole)
        if len(lemmas) > 1 or not ambiguous.issuperset(lemmas):
            labels.setdefault(lemmas, Label(text, lemmas))
    return tuple(labels.values())


def _check_relations(path: Path, entries: Mapping[str, _Entry]) -> None:
    for entry in entries.values():
        for name in (*entry.broader, *entry.related):
            if name not in entries:
                raise _wrong(path, f"{entry.id} names the concept {name}, which is not there")
    above = {name: _all_broader(path, name, entries) for name in entries}
    for entry in entries.values():
        for name in entry.related:
            # SKOS, integrity condition S27.
            if name == entry.id or name in above[entry.id] or entry.id in above[name]:
                raise _wrong(path, f"{entry.id} is related to {name} and also wider or narrower")


def _all_broader(path: Path, start: str, entries: Mapping[str, _Entry]) -> frozenset[str]:
    """Every concept above this one.

    Raises:
        ManifestError: it is above itself.
    """
    above: set[str] = set()
    climb = list(entries[start].broader)
    while climb:
        name = climb.pop()
        if name not in above:
            above.add(name)
            climb += entries[name].broader
    if start in above:
        raise _wrong(path, f"{start} is broader than itself")
    return frozenset(above)


def _check_labels(path: Path, concepts: Iterable[Concept]) -> None:
    holder: dict[tuple[str, ...], str] = {}
    for concept in concepts:
        if not concept.labels or not all(label.lemmas for label in concept.labels):
            raise _wrong(path, f"{concept.id} has a label without words, or only ambiguous ones")
        for label in concept.labels:
            other = holder.setdefault(label.lemmas, concept.id)
            if other != concept.id:
                raise _wrong(
                    path, f"the label {label.text!r} stands at {other} and at {concept.id}"
                )


def _wrong(path: Path, what: str) -> ManifestError:
    return ManifestError(
        f"{path} cannot be used: {what}.",
        remedy="Mend that line or concept; a word with more meanings goes under `ambiguous`.",
    )
