"""Puts the card of a case together."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from corpus import CARD_FIELDS, Card, CardValue, Case, Document, Passage, Vocabulary
from indexer.cards.cues import Cues
from indexer.cards.facts import manifest_values
from indexer.cards.told import told_values
from indexer.dutch import Analysis
from indexer.places import Places, load_places, locate
from indexer.segment import case_headings, case_sentences, join_cut
from indexer.vocabulary import Terms, Weights, case_labels, load_weights

_LETTERS = re.compile(r"[^\W\d_]")
_SINGLE = frozenset({"sociaal-kapitaal"})


@dataclass(frozen=True, slots=True)
class CardMaker:
    """Makes the cards of a series.

    Attributes:
        themes: the vocabulary of themes.
        target_groups: the vocabulary of target groups.
        theme_terms: the terms of the themes.
        group_terms: the terms of the target groups.
        theme_weights: what the signs of themes count for.
        group_weights: the same of target groups.
        cues: how a text tells the fields of a card.
        places: the list of municipalities.
    """

    themes: Vocabulary
    target_groups: Vocabulary
    theme_terms: Terms
    group_terms: Terms
    theme_weights: Weights
    group_weights: Weights
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
        entry = case.entry
        located = locate(
            self.places,
            place=entry.place,
            neighbourhood=entry.neighbourhood,
            municipality=entry.municipality,
            province=entry.province,
        )
        return Card(
            case=entry.id,
            values=_together(
                manifest_values(entry, located),
                told_values(join_cut(document, sentences), self.cues),
            ),
            themes=case_labels(
                self.theme_terms,
                headings=headings,
                sentences=sentences,
                keywords=entry.themes,
                weights=self.theme_weights,
            ),
            target_groups=case_labels(
                self.group_terms,
                headings=headings,
                sentences=sentences,
                keywords=entry.target_groups,
                weights=self.group_weights,
            ),
            notes=(located.conflict,) if located.conflict else (),
        )


def card_maker(themes: Vocabulary, target_groups: Vocabulary, analysis: Analysis) -> CardMaker:
    """A maker of cards with these vocabularies."""
    return CardMaker(
        themes=themes,
        target_groups=target_groups,
        theme_terms=Terms(themes, analysis, compounds=True),
        group_terms=Terms(target_groups, analysis, compounds=True),
        theme_weights=load_weights()["themes"].within(themes),
        group_weights=load_weights()["target_groups"].within(target_groups),
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
