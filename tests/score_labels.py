"""Scores the themes and target groups that the cases of the fictional casebook get.

Run as `python tests/score_labels.py`.

Prints micro precision, recall and F1 over all pairs of a case and a concept, for each half of the
cases (`voorbeeld_halves.py`: only the first was looked at), and ends in 1 below the floors of
`labels_floors.toml`. The truth was judged with a list of 16 themes and 18 target groups, and the
vocabularies have more; so the first figure is over the concepts that the truth uses at all, the
second (`all`) counts every other concept as an error, the third (`both`) is by two librarians, of
whom the second had the whole lists (`librarians.py`). `--cases` prints what is wrong, of the first
half only.

`--casebooks` scores the cases of `casebooks.py` instead, against what their writers chose from the
whole vocabularies, and by both librarians. Most hands were read when the vocabularies were mended,
or the weights are learned from them (`TUNED`), so their figures are no measure of texts that nobody
read; the others are held. Of those that are learned from it also prints for each concept how often
it is right, wrong and missed, with `--cases` for each case.
"""

import hashlib
import sys
import tempfile
import tomllib
from collections import Counter, defaultdict
from collections.abc import Sequence
from pathlib import Path
from typing import Any, NamedTuple

import click
from casebooks import ReadCase, casebooks, read_casebook
from librarians import Agreement, Filed
from rates import rates
from voorbeeld_halves import HALVES, Half, filed, truth
from voorbeeld_truth import EDITIONS, TRUTH

from corpus import find_series
from indexer.cards import CardMaker, card_maker
from indexer.dutch import load_analysis
from indexer.pipeline import build_index
from indexer.vocabulary import KINDS, Kind, load_target_groups, load_themes
from search.collection import Collection, open_collection

FLOORS = Path(__file__).parent / "labels_floors.toml"
UNREAD = tuple(f"hand-{number}" for number in (*range(14, 18), 38, 39, 42, 45))
"""The casebooks that nobody reads and nothing is learned from: they are scored only."""
TUNED = tuple(name for name in casebooks() if name not in UNREAD)


class Judged(NamedTuple):
    """The labels that a case of a casebook got, and under what two librarians filed it."""

    title: str
    found: dict[Kind, set[str]]
    filed: dict[Kind, Filed]

    def outcomes(self, kind: Kind) -> dict[str, list[str]]:
        """The concepts that are right, wrong and missed, as its writer says."""
        found, wanted = self.found[kind], self.filed[kind].first
        return {
            "right": sorted(found & wanted),
            "wrong": sorted(found - wanted),
            "missed": sorted(wanted - found),
        }


def main(arguments: list[str]) -> int:
    if "--casebooks" in arguments:
        return report_casebooks(in_full="--cases" in arguments)
    series = find_series("voorbeeld")
    with tempfile.TemporaryDirectory() as folder:
        build_index(series, Path(folder), report=lambda *_: None)
        with open_collection(series, Path(folder)) as collection:
            return report(collection, in_full="--cases" in arguments)


def report(collection: Collection, *, in_full: bool) -> int:
    for kind in KINDS:
        for half in HALVES:
            figures = {
                "judged": score(collection, kind, half),
                "all": score(collection, kind, half, judged=False),
                "both": by_both(collection, kind, half),
            }
            for name, (precision, recall, f1) in figures.items():
                click.echo(
                    f"{kind:14}{half:5}{name:7} "
                    f"precision {precision:.3f}  recall {recall:.3f}  F1 {f1:.3f}"
                )
        if in_full:
            print_cases(collection, kind)
    below = below_floors(collection)
    click.echo("\n".join(below))
    return 1 if below else 0


def report_casebooks(*, in_full: bool) -> int:
    """Prints how the vocabularies do on the casebooks, by hand and by concept."""
    series = find_series("voorbeeld")
    maker = card_maker(load_themes(series), load_target_groups(series), load_analysis())
    hands = {name: [_judged(maker, one) for one in read_casebook(name)] for name in casebooks()}
    for kind in KINDS:
        for name, cases in hands.items():
            click.echo(_line(kind, name, cases))
        for half in HALVES:
            names = [name for name in hands if (name in TUNED) == (half == "tune")]
            cases = [case for name in names for case in hands[name]]
            if cases:
                click.echo(_line(kind, half, cases))
        print_concepts([case for name in TUNED for case in hands[name]], kind, in_full=in_full)
    return 0


def _line(kind: Kind, name: str, cases: Sequence[Judged]) -> str:
    by_both = Agreement()
    for case in cases:
        by_both.add(case.found[kind], case.filed[kind])
    both = "  ".join(f"{rate:.3f}" for rate in by_both.rates())
    return f"{kind:14}{name:10}{_rates(_count(cases, kind))}  by both {both}"


def _judged(maker: CardMaker, one: ReadCase) -> Judged:
    card = maker.card(one.case, one.document, one.passages)
    return Judged(
        one.tagged.title,
        found={kind: {label.id for label in getattr(card, kind)} for kind in KINDS},
        filed={"themes": one.tagged.themes, "target_groups": one.tagged.target_groups},
    )


def _count(cases: Sequence[Judged], kind: Kind) -> Counter[str]:
    return Counter(
        outcome for case in cases for outcome, ids in case.outcomes(kind).items() for _ in ids
    )


def print_concepts(cases: Sequence[Judged], kind: Kind, *, in_full: bool) -> None:
    concepts: dict[str, Counter[str]] = defaultdict(Counter)
    for case in cases:
        outcomes = case.outcomes(kind)
        for outcome, ids in outcomes.items():
            for concept in ids:
                concepts[concept][outcome] += 1
        if in_full:
            click.echo(f"    {case.title}: " + "; ".join(f"{k} {v}" for k, v in outcomes.items()))
    for concept, counts in sorted(concepts.items()):
        click.echo(f"    {concept:34}{_rates(counts)}  {dict(counts)}")


def _rates(counts: Counter[str]) -> str:
    right = counts["right"]
    precision, recall, f1 = rates(
        right=right, said=right + counts["wrong"], true=right + counts["missed"]
    )
    return f"precision {precision:.3f}  recall {recall:.3f}  F1 {f1:.3f}"


def score(
    collection: Collection, kind: Kind, half: Half, *, judged: bool = True
) -> tuple[float, float, float]:
    """Micro precision, recall and F1 of a half."""
    right = said = true = 0
    for case_id, card in truth(half).items():
        found = labels(collection, case_id, kind)
        found = found & known(kind) if judged else found
        wanted = {item["id"] for item in card[kind]}
        right += len(found & wanted)
        said += len(found)
        true += len(wanted)
    return rates(right=right, said=said, true=true)


def by_both(collection: Collection, kind: Kind, half: Half) -> tuple[float, float, float]:
    """Precision, recall and F1 of a half by two librarians."""
    agreement = Agreement()
    for case_id, kinds in filed(half).items():
        agreement.add(labels(collection, case_id, kind), kinds[kind])
    return agreement.rates()


def known(kind: Kind) -> frozenset[str]:
    """The concepts that the truth of the fictional series uses."""
    return frozenset(i["id"] for h in HALVES for card in truth(h).values() for i in card[kind])


def labels(collection: Collection, case_id: str, kind: Kind) -> set[str]:
    card = collection.card(case_id)
    assert card is not None
    return {label.id for label in getattr(card, kind)}


def print_cases(collection: Collection, kind: Kind) -> None:
    for case_id, card in truth("tune").items():
        found, wanted = labels(collection, case_id, kind), {item["id"] for item in card[kind]}
        wrong, missed = sorted(found - wanted), sorted(wanted - found)
        click.echo(f"    {case_id}: not so {wrong}, missed {missed}")


def below_floors(collection: Collection) -> list[str]:
    """What fell below its floor, or that the truth is no longer what the floors are of."""
    floors: dict[str, Any] = tomllib.loads(FLOORS.read_text("utf-8"))
    if truth_digest() != floors["truth"]:
        return ["the truth is not what the floors were measured on."]
    found = {f"{k}-{h}": score(collection, k, h)[2] for k in KINDS for h in HALVES}
    found |= {f"{k}-{h}-both": by_both(collection, k, h)[2] for k in KINDS for h in HALVES}
    return [
        f"F1 of {name} is {found[name]:.3f}, its floor is {floor}."
        for name, floor in floors["floors"].items()
        if found[name] < floor
    ]


def truth_digest() -> str:
    """SHA-256 of the cards of all editions."""
    files = (TRUTH / f"cards-{edition}.toml" for edition in EDITIONS)
    return hashlib.sha256(b"".join(path.read_bytes() for path in files)).hexdigest()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
