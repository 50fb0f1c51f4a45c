"""Says whether a number in a text counts the thing of which a number is asked for."""

import re
from itertools import takewhile

from indexer.dutch import is_stop_word, senses_of
from search.answers.posing import is_verb
from search.answers.question import Posed, people_senses
from search.clauses import Clause
from search.collection import Collection
from search.matching import find_clauses

_NUMBER = (
    r"(?:\d[\d.,]*|(?:één|twee|drie|vier|vijf|zes|zeven|acht|negen|tien|elf|twaalf|geen|"
    r"\w+tien|\w+tig|\w*honderd\w*|\w*duizend\w*|\w*ehalve))"
)
_NUMBERS = re.compile(rf"\b(?!(?:19|20)\d\d\b){_NUMBER}(?!\w)", re.IGNORECASE)
_BEFORE = re.compile(rf"\b{_NUMBER}(?: \w+){{0,2}} $", re.IGNORECASE)
_BEHIND = re.compile(r"(?::| \(| (?:is|zijn|was|waren|van|tot|telt|telde)(?: er| nu)*) (?:€ )?\d")

_LABEL = re.compile(
    r"\b(?:kamer|nummer|lijn|groep|bundel|deel|artikel|pagina|bladzijde|p\.|rij|hal|blok|loods|"
    r"zaal|klas|editie|laag|baan|veld|poort) $",
    re.IGNORECASE,
)
"""A number behind such a word says which one, and not how many."""

_REACH = 3
"""A number counts one of so many words behind it, before the next word of grammar."""


def counts(collection: Collection, posed: Posed, text: str) -> bool:
    """Whether a number stands with a word of which a number is asked for."""
    wanted = _wanted(collection, posed)
    runs = find_clauses(collection.words_in(text), wanted) if wanted else ()
    return any(_BEFORE.search(text[: run.start]) or _BEHIND.match(text[run.end :]) for run in runs)


def counts_others(collection: Collection, posed: Posed, text: str) -> bool:
    """Whether each number in a text counts a thing of another kind than the one asked for.

    That is known where the kind of both is (`indexer.dutch.senses_of`). A year counts nothing.
    """
    wanted = _wanted(collection, posed)
    kinds = _kinds(collection, wanted[0].text) if wanted else frozenset()
    numbers = tuple(_NUMBERS.finditer(text))
    if not kinds or not numbers:
        return False
    return not counts(collection, posed, text) and not any(
        _may_count(collection, text, number, kinds) for number in numbers
    )


def _wanted(collection: Collection, posed: Posed) -> tuple[Clause, ...]:
    """The words of which a number is asked for; who asks how much they pay names no such thing."""
    words = posed.asked.counted - posed.asked.words
    return tuple(
        clause
        for clause in posed.query.clauses
        if clause.text.lower() in words and not is_verb(collection, clause)
    )


def _may_count(
    collection: Collection, text: str, number: re.Match[str], kinds: frozenset[str]
) -> bool:
    """Whether a number may count a thing of one of these kinds."""
    if _LABEL.search(text[: number.start()]):
        return False
    behind = text[number.end() :]
    words = collection.analysis.words(behind)[:_REACH]
    counted = takewhile(lambda word: not is_stop_word(word), words)
    known = [_kinds(collection, behind[word.start : word.end]) for word in counted]
    return not any(known) or any(one & kinds for one in known)


def _kinds(collection: Collection, text: str) -> frozenset[str]:
    """What kinds of things words mean; who means people of one kind means people of any."""
    senses = {sense for word in collection.analysis.words(text) for sense in senses_of(word)}
    return frozenset(senses | people_senses()) if senses & people_senses() else frozenset(senses)
