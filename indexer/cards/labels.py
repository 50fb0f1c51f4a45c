"""Knows the labels by which a fact box or table tells a field: *Doel*, *Voor wie?*.

`cues.toml` has those of each field. They are matched whole and by lemma: a label is not just any
text that has a word of the field.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from corpus import CARD_FIELDS
from indexer.cards.questions import Questions
from indexer.dutch import Analysis, Word

_NO_MATTER = frozenset({"de", "een", "het", "hun", "ons", "onze"})
_OF_WHAT = frozenset({"bij", "in", "op", "over", "per", "rond", "tot", "uit", "van", "voor"})
_OF_ITSELF = frozenset({"initiatief", "praktijk", "project"})
_JOINT = re.compile(r"\s*(?:/|&|\+|,|\ben\b)\s*")
_BRACKETS = re.compile(r"\s*\([^()]*\)")
_ASIDE = re.compile(rf"{_BRACKETS.pattern}|[\s\d–-]+$")
_PARTICLES = frozenset({"te", "wie"})
_LONGEST_OPENING = 4
_BY_COMPOUND = frozenset[str](CARD_FIELDS) - {
    "initiatiefnemer",
    "uitvoerende-organisaties",
    "plaats",
    "wijk-of-dorp",
    "gemeente",
    "provincie",
}
"""A *smaakmaker* makes nothing, and a *Molenwijk* is a name."""

Key = tuple[str, ...]
"""The lemmas of a label."""

Texts = Mapping[str, Iterable[str]]
"""The labels of each field."""


class Naming(NamedTuple):
    """The fields that a label names.

    Attributes:
        surely: wherever it stands.
        perhaps: of these one, and what stands beside it shows which.
    """

    surely: frozenset[str] = frozenset()
    perhaps: frozenset[str] = frozenset()


class LabelList:
    """The labels of all fields, ready to be looked up.

    Args:
        analysis: the definition of a word.
        surely: the labels of each field.
        perhaps: labels of each field that may name others too.
        patterns: regular expressions of each field that a label has.
        openings: what a line without a label may begin with.
        heads: what else the head of a column says.
        questions: what a label asks that is a question.
    """

    def __init__(  # noqa: PLR0913  # a field is named in as many ways
        self,
        analysis: Analysis,
        *,
        surely: Texts,
        perhaps: Texts,
        patterns: Texts,
        openings: Texts,
        heads: Iterable[str],
        questions: Questions,
    ) -> None:
        self._analysis = analysis
        self._surely = self._by_key(surely)
        self._perhaps = self._by_key(perhaps)
        self._openings = self._by_key(openings)
        self._questions = questions
        self._heads = frozenset(_key(self._words(head)) for head in heads)
        self._patterns = {
            field: tuple(map(re.compile, ones)) for field, ones in patterns.items() if ones
        }

    def named_by(self, label: str, *, asked: bool = True) -> Naming:
        """What a label names: itself, without what says which or of what, or its parts together.

        Args:
            label: as it stands.
            asked: whether it may be a question, as *wie het betaalt* among facts.
        """
        label = _ASIDE.sub("", label.strip(" ?:"))
        words = self._words(label)
        if found := self._found(_key(words)):
            return found
        if asked and (fields := self._questions.fields(label)):
            return Naming(fields)
        for key in _forms(words):
            if found := self._found(key):
                return found
        parts = [part for part in _JOINT.split(label) if part]
        if len(parts) > 1:
            named = [self.named_by(part, asked=asked) for part in parts]
            return Naming(*(frozenset[str]().union(*sides) for sides in zip(*named, strict=True)))
        return Naming(self._matching(label) or self._of_compound(words))

    def is_label(self, text: str) -> bool:
        """Whether a text is one of the labels and nothing else but the adjective before it."""
        text = _BRACKETS.sub("", text.rstrip(" :"))
        words = self._words(text)
        is_found = any(self._found(key) for key in _plain_forms(words))
        return is_found or self._is_like_one(text, words)

    def _is_like_one(self, text: str, words: Sequence[Word]) -> bool:
        """Whether it is no label of the list, but one by its form, or some of them together."""
        if not 0 < len(words) <= _LONGEST_OPENING:
            return False
        parts = [part for part in _JOINT.split(text) if part]
        if len(parts) > 1:
            return all(map(self.is_label, parts))
        return bool(self._matching(text) or self._of_compound(words))

    def asked(self, text: str) -> frozenset[str]:
        """The fields that a question asks for."""
        return self._questions.fields(text)

    def is_head(self, text: str) -> bool:
        """Whether a text is the head of a column: a label too, or what says what is in it.

        One with an article is none: *Wie betaalt | De gemeente*.
        """
        words = self._words(text)
        has_article = bool(words) and words[0].form in _NO_MATTER
        return not has_article and (self.is_label(text) or _key(words) in self._heads)

    def opening(self, text: str) -> tuple[str, frozenset[str]]:
        """What a line begins with in the place of a label, and the fields that it names."""
        words = self._words(text)
        for count in range(min(len(words) - 1, _LONGEST_OPENING), 0, -1):
            if fields := self._openings.get(_key(words[:count])):
                return text[: words[count - 1].end], fields
        return "", frozenset()

    def _matching(self, label: str) -> frozenset[str]:
        every = self._patterns.items()
        return frozenset(field for field, ones in every if any(one.search(label) for one in ones))

    def _of_compound(self, words: Sequence[Word]) -> frozenset[str]:
        """What the last part of a compound names that is the whole label: *projectkosten*."""
        parts = words[-1].parts if len(words) == 1 else ()
        found = self._found(parts[1:2])
        return found.surely & _BY_COMPOUND if found else frozenset()

    def _words(self, text: str) -> Sequence[Word]:
        return [word for word in self._analysis.words(text) if word.whole]

    def _by_key(self, texts: Texts) -> dict[Key, frozenset[str]]:
        found: dict[Key, set[str]] = defaultdict(set)
        for field, ones in texts.items():
            for one in ones:
                found[_key(self._words(one))].add(field)
        return {key: frozenset(fields) for key, fields in found.items()}

    def _found(self, key: Key) -> Naming | None:
        surely, perhaps = self._surely.get(key), self._perhaps.get(key)
        if surely is None and perhaps is None:
            return None
        return Naming(surely or frozenset(), perhaps or frozenset())


def _forms(words: Sequence[Word]) -> Iterator[Key]:
    """A label whole, without the adjective before it, and without what it is the label of."""
    last = len(words) - 1
    ends = [
        n
        for n in range(last, 0, -1)
        if words[n].form in _OF_WHAT or (n == last and words[n].form in _OF_ITSELF)
    ]
    for end in (len(words), *ends):
        yield from _plain_forms(words[:end])


def _plain_forms(words: Sequence[Word]) -> Iterator[Key]:
    yield _key(words)
    if len(words) > 1 and words[0].form.endswith("e") and words[0].form not in _PARTICLES:
        yield _key(words[1:])


def _key(words: Iterable[Word]) -> Key:
    return tuple(word.lemma for word in words if word.form not in _NO_MATTER)
