"""Puts the card of a case together."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from corpus import CARD_FIELDS, Card, CardValue, Case, Document, Passage, Vocabulary
from indexer.cards.cues import Cues
from indexer.cards.facts import known_values
from indexer.cards.labelled import part_labels, read_labels
from indexer.cards.proof import proven_by_card
from indexer.cards.told import told_values
from indexer.cards.whereabouts import filled_in, lies_in, said_places
from indexer.dutch import Analysis
from indexer.places import Places, load_places
from indexer.segment import case_headings, case_sentences, join_cut, title_lines
from indexer.vocabulary import Kind, Terms, Weights, case_labels, weights_for

_LETTERS = re.compile(r"[^\W\d_]")
_SINGLE = frozenset({"sociaal-kapitaal"})


@dataclass(frozen=True, slots=True)
class CardMaker:
    """Makes the cards of a series.

    Attributes:
        themes: the vocabulary of themes.
        target_groups: the vocabulary of target groups.
        terms: the terms of both vocabularies.
        weights: what the signs of their concepts count for.
        cues: how a text tells the fields of a card.
        places: the list of municipalities.
    """

    themes: Vocabulary
    target_groups: Vocabulary
    terms: Mapping[Kind, Terms]
    weights: Mapping[Kind, Weights]
    cues: Cues
    places: Places

    def card(self, case: Case, document: Document, passages: Sequence[Passage]) -> Card:
        """The card of a case.

        Args:
            case: the case.
            document: that it stands in.
            passages: all passages of the case; none for one that was not found.
        """
        found = case.found_by != "not found"
        headings = case_headings(document, case) if found else ()
        sentences = case_sentences(document, passages)
        whole = part_labels(join_cut(sentences), self.cues.labels)
        beside_title = title_lines(document, case) if found else ()
        said = said_places(self.places, read_labels(whole, self.cues.labels), beside_title)
        entry, quotes = filled_in(self.places, case.entry, said)
        located = lies_in(self.places, entry, quotes, document)
        labels = case_labels(
            self.terms,
            headings=headings,
            sentences=sentences,
            keywords={"themes": entry.themes, "target_groups": entry.target_groups},
            weights=self.weights,
        )
        values = _together(
            known_values(entry, located, quotes),
            told_values(whole, self.cues),
        )
        return Card(
            case=entry.id,
            values=values,
            themes=proven_by_card("themes", labels["themes"], values),
            target_groups=proven_by_card("target_groups", labels["target_groups"], values),
            notes=(located.conflict,) if located.conflict else (),
        )


def card_maker(themes: Vocabulary, target_groups: Vocabulary, analysis: Analysis) -> CardMaker:
    """A maker of cards with these vocabularies."""
    vocabularies: dict[Kind, Vocabulary] = {"themes": themes, "target_groups": target_groups}
    return CardMaker(
        themes=themes,
        target_groups=target_groups,
        terms={kind: Terms(v, analysis, compounds=True) for kind, v in vocabularies.items()},
        weights=weights_for(vocabularies),
        cues=Cues(analysis),
        places=load_places(),
    )


def _together(manifest: Sequence[CardValue], told: Sequence[CardValue]) -> tuple[CardValue, ...]:
    """All values in the order of the fields; the manifest's first, and nothing twice."""
    values = (*manifest, *(value for value in told if not _is_said(value, manifest)))
    return tuple(sorted(values, key=lambda value: CARD_FIELDS.index(value.field)))


def _is_said(told: CardValue, manifest: Sequence[CardValue]) -> bool:
    """Whether the manifest says it already, or says it where one value is enough."""
    same = [value.value for value in manifest if value.field == told.field]
    rest = told.value.casefold()
    for value in sorted(same, key=len, reverse=True):
        rest = rest.replace(value.casefold(), "")
    return bool(same) and (told.field in _SINGLE or not _LETTERS.search(rest))
