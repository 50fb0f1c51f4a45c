"""Scores the values that the cards of the fictional casebook get from its text.

Run as `python tests/score_cards.py`.

A value is right when the truth has a value of the same field in the same case and the two quotes
are the same passage: the longest run of words that they share is at least half of the shorter one,
or their token F1 is .5 or more. Strictly right it is when the token F1 is .8 or more. Precision is
the share of our values that are right, recall that of the true values of which we have one. Place,
municipality and kind of ties come from the manifest and are not scored.

The truth is a choice: what a card of a page or so should have. A second reader, who saw the books
alone, marked every sentence that proves a field: of the first half 460, of which the truth has 254;
of the truth's 254 values 239 are among them. So the precision is given twice: against the truth
alone, and (`both readers`) with right whatever the second reader surely found too. What that reader
found doubtful stays wrong. The recall is that of the truth in either.

Prints precision, recall and F1 over all values and of each field, and the share of the fields with
true values of which a right one is shown, for each half of the cases (`voorbeeld_halves.py`: only
the first was looked at; `--tune` prints that alone), and how many quotes stand word for word on
their page; ends in 1 below the floors of `cards_floors.toml`. `--cases` prints what is wrong and
what is missed, of the first half only.
"""

import re
import sys
import tempfile
import tomllib
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from difflib import SequenceMatcher
from pathlib import Path
from typing import Any

import click
from rates import f1, rates
from score_labels import truth_digest
from voorbeeld_halves import HALVES, Half, SecondReader, second_reader, truth

from corpus import CardValue, Evidence, find_series
from indexer.pipeline import build_index
from search.collection import Collection, open_collection

FLOORS = Path(__file__).parent / "cards_floors.toml"
_WORD = re.compile(r"\w+")
_HALF = 0.5
_STRICT = 0.8


@dataclass
class Tally:
    """Counts of one half: by field, how many values are right, said, true and found.

    Attributes:
        right: of the values said.
        accepted: of the values said, those that one of two readers found.
        said: values.
        true: values.
        found: of the true values.
        fields: by field, how many cases have a true value.
        met: of these, how many show a right one.
    """

    right: Counter[str] = field(default_factory=Counter)
    accepted: Counter[str] = field(default_factory=Counter)
    said: Counter[str] = field(default_factory=Counter)
    true: Counter[str] = field(default_factory=Counter)
    found: Counter[str] = field(default_factory=Counter)
    fields: Counter[str] = field(default_factory=Counter)
    met: Counter[str] = field(default_factory=Counter)

    def rates(self, name: str | None = None) -> tuple[float, float, float]:
        """Precision, recall and F1 of a field, or of all."""
        precision = rates(right=_of(self.right, name), said=_of(self.said, name), true=1)[0]
        recall = rates(right=_of(self.found, name), said=1, true=_of(self.true, name))[1]
        return precision, recall, f1(precision, recall)

    def accepted_rate(self) -> float:
        """The precision over all by both readers."""
        return rates(right=self.accepted.total(), said=self.said.total(), true=1)[0]


def main(arguments: list[str]) -> int:
    series = find_series("voorbeeld")
    with tempfile.TemporaryDirectory() as folder:
        build_index(series, Path(folder), report=lambda *_: None)
        with open_collection(series, Path(folder)) as collection:
            if "--tune" in arguments:
                print_half(collection, "tune")
                return 0
            return report(collection, in_full="--cases" in arguments)


def report(collection: Collection, *, in_full: bool) -> int:
    for half in HALVES:
        print_half(collection, half)
    quotes = [value.evidence for card in collection.catalogue.cards for value in card.values]
    told = [evidence for evidence in quotes if evidence]
    verbatim = sum(stands(collection, evidence) for evidence in told)
    click.echo(f"{verbatim} of {len(told)} quotes stand on their page.")
    if in_full:
        print_cases(collection)
    below = below_floors(collection)
    click.echo("\n".join(below))
    return 1 if below or verbatim < len(told) else 0


def print_half(collection: Collection, half: Half) -> None:
    for strict in (False, True):
        tally = score(collection, half, strict=strict)
        click.echo(_line(f"{half} {'strict' if strict else ''}", tally.rates()))
    tally = score(collection, half)
    click.echo(f"{half} both readers: precision {tally.accepted_rate():.3f}")
    click.echo(f"{half} of fields {tally.met.total() / tally.fields.total():.3f}")
    for name in sorted(tally.true):
        click.echo(_line(f"    {name}", tally.rates(name)))


def score(collection: Collection, half: Half, *, strict: bool = False) -> Tally:
    """The counts of a half."""
    tally = Tally()
    marks = second_reader(half)
    for case_id, card in truth(half).items():
        found, wanted = told(collection, case_id), card["card"]
        tally.said.update(value.field for value in found)
        tally.true.update(item["field"] for item in wanted)
        right = [v for v in found if any(is_right(v, item, strict=strict) for item in wanted)]
        tally.right.update(v.field for v in right)
        accepted = [v for v in found if v in right or is_marked(v, marks[case_id])]
        tally.accepted.update(v.field for v in accepted)
        met = [i["field"] for i in wanted if any(is_right(v, i, strict=strict) for v in found)]
        tally.found.update(met)
        tally.fields.update({item["field"] for item in wanted})
        tally.met.update(set(met))
    return tally


def told(collection: Collection, case_id: str) -> list[CardValue]:
    card = collection.card(case_id)
    assert card is not None
    return [value for value in card.values if value.evidence]


def is_right(value: CardValue, item: dict[str, Any], *, strict: bool = False) -> bool:
    """Whether a value is the one that the truth has."""
    if value.field != item["field"] or value.evidence is None:
        return False
    ours, true = words(value.evidence.quote), words(item["quote"])
    if strict:
        return token_f1(ours, true) >= _STRICT
    matcher = SequenceMatcher(None, ours, true, autojunk=False)
    run = matcher.find_longest_match().size
    return run >= _HALF * min(len(ours), len(true)) or token_f1(ours, true) >= _HALF


def is_marked(value: CardValue, marks: SecondReader) -> bool:
    """Whether the second reader surely found a value in the same sentence."""
    quotes = marks.sure.get(value.field, [])
    return any(is_right(value, {"field": value.field, "quote": quote}) for quote in quotes)


def words(text: str) -> list[str]:
    return _WORD.findall(text.lower())


def token_f1(ours: Sequence[str], true: Sequence[str]) -> float:
    shared = (Counter(ours) & Counter(true)).total()
    return 2 * shared / (len(ours) + len(true))


def stands(collection: Collection, evidence: Evidence) -> bool:
    """Whether a quote stands word for word where it says."""
    page = collection.text(evidence.document).pages[evidence.span.page]
    text = page.text[evidence.span.start : evidence.span.end]
    return text == evidence.quote and page.ref == evidence.page


def print_cases(collection: Collection) -> None:
    for case_id, card in truth("tune").items():
        found, wanted = told(collection, case_id), card["card"]
        click.echo(case_id)
        for value in found:
            right = any(is_right(value, item) for item in wanted)
            quote = value.evidence.quote if value.evidence else ""
            click.echo(f"  {'+' if right else '-'} {value.field}: {quote}")
        for item in wanted:
            if not any(is_right(value, item) for value in found):
                click.echo(f"  missed {item['field']}: {item['quote']}")


def below_floors(collection: Collection) -> list[str]:
    """What fell below its floor, or that the truth is no longer what the floors are of."""
    floors: dict[str, Any] = tomllib.loads(FLOORS.read_text("utf-8"))
    if truth_digest() != floors["truth"]:
        return ["the truth is not what the floors were measured on."]
    found = {}
    for half in HALVES:
        tally = score(collection, half)
        precision, recall, _ = tally.rates()
        found |= {f"{half}-precision": precision, f"{half}-recall": recall}
        found[f"{half}-both-readers"] = tally.accepted_rate()
    return [
        f"{name} is {found[name]:.3f}, its floor is {floor}."
        for name, floor in floors["floors"].items()
        if found[name] < floor
    ]


def _of(counts: Counter[str], name: str | None) -> int:
    return counts[name] if name else counts.total()


def _line(name: str, found: tuple[float, float, float]) -> str:
    return f"{name:30} precision {found[0]:.3f}  recall {found[1]:.3f}  F1 {found[2]:.3f}"


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
