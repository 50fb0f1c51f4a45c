"""How a word is taken: its form, lemma, parts and other names, and what of each the index has."""

from collections.abc import Iterator

from corpus import Value
from indexer.dutch import LemmaSource, Relation, Split, Word, is_stop_word
from search.clauses import Clause, Reading, Term, Way, any_of
from search.collection import Collection

_TENTHS = 10


class WordPart(Value, frozen=True):
    """A part of a compound.

    Attributes:
        text: as it stands in the word.
        linker: the letters between this part and the next.
        lemma: folded.
        frequency: its Zipf frequency: log10 of its times in a billion Dutch words.
        passages: how many have this lemma, as a word or within a compound.
    """

    text: str
    linker: str
    lemma: str
    frequency: float
    passages: int


class OtherName(Value, frozen=True):
    """Another name for a word, by the thesaurus.

    Attributes:
        label: as the thesaurus writes it.
        concept: preferred label of the concept that it names.
        relation: of that concept to the word.
        passages: how many have it, also within a compound.
    """

    label: str
    concept: str
    relation: Relation
    passages: int


class ExplainedWord(Value, frozen=True):
    """How a word is taken.

    Attributes:
        text: as it was typed.
        form: folded.
        lemma: folded.
        lemma_by: what gave the lemma.
        frequency: its Zipf frequency, 0 for a word that was never counted.
        stop_word: whether it is left out of questions that have other words.
        form_passages: how many passages have the form.
        lemma_passages: how many have a form of the lemma, this one included.
        compound_passages: how many have a compound with the lemma as a part.
        parts: of a compound, at its top joint; empty for other words.
        inner_parts: lemmas of the parts of these parts.
        score: of the cut: the mean Zipf frequency of the parts, less what speaks against it; None
            for what is no compound.
        other_names: of the concept that the word names.
    """

    text: str
    form: str
    lemma: str
    lemma_by: LemmaSource
    frequency: float
    stop_word: bool
    form_passages: int
    lemma_passages: int
    compound_passages: int
    parts: tuple[WordPart, ...] = ()
    inner_parts: tuple[str, ...] = ()
    score: float | None = None
    other_names: tuple[OtherName, ...] = ()


class ExplainedWords(Value, frozen=True):
    """The words of a text in order; a hyphenated word is followed by its parts."""

    words: tuple[ExplainedWord, ...]


def explain_words(collection: Collection, text: str) -> ExplainedWords:
    """How the words of a text are taken, and how many passages of the index have each."""
    words = collection.analysis.words(text)
    return ExplainedWords(
        tuple(_explained(collection, word, text[word.start : word.end]) for word in words)
    )


def _explained(collection: Collection, word: Word, text: str) -> ExplainedWord:
    term = Term(word.form, word.lemma)
    analysis = collection.analysis
    split = analysis.split(text)
    parts = tuple(_parts(collection, split)) if split else ()
    top = {part.lemma for part in parts}
    return ExplainedWord(
        text=text,
        form=word.form,
        lemma=word.lemma,
        lemma_by=analysis.lemma_source(text),
        frequency=analysis.frequency(text) / _TENTHS,
        stop_word=is_stop_word(word),
        form_passages=_passages(collection, (term,), "form"),
        lemma_passages=_passages(collection, (term,), "form", "lemma"),
        compound_passages=_passages(collection, (term,), "part"),
        parts=parts,
        inner_parts=tuple(lemma for lemma in word.parts if lemma not in top),
        score=round(split.score / _TENTHS, 2) if split else None,
        other_names=tuple(_other_names(collection, word.lemma)),
    )


def _parts(collection: Collection, split: Split) -> Iterator[WordPart]:
    for part in split.parts:
        lemma = collection.analysis.lemma(part.lemma)
        yield WordPart(
            text=part.text,
            linker=part.linker,
            lemma=lemma,
            frequency=part.frequency / _TENTHS,
            passages=_passages(collection, (Term(lemma, lemma),), "lemma", "part"),
        )


def _other_names(collection: Collection, lemma: str) -> Iterator[OtherName]:
    thesaurus = collection.thesaurus
    for mention in thesaurus.mentions((lemma,)):
        for name in thesaurus.other_names(mention, (lemma,)):
            terms = tuple(Term(lemma, lemma) for lemma in name.label.lemmas)
            yield OtherName(
                label=name.label.text,
                concept=name.concept.preferred_label,
                relation=name.relation,
                passages=_passages(collection, terms, "lemma", "part"),
            )


def _passages(collection: Collection, terms: tuple[Term, ...], *readings: Reading) -> int:
    """How many passages have the terms in a row, in their text, headings, title or place."""
    # Not asked as the typed word, which ranks what it finds by its very form: here it only counts.
    way = Way(terms, "parts", readings)
    clause = Clause(" ".join(term.form for term in terms), (way,))
    return collection.engine.find(any_of((clause,)), limit=0).total
