"""Scores the themes and target groups that the cases of the fictional casebook get.

Run as `python tests/score_labels.py`.

Prints micro precision, recall and F1 over all pairs of a case and a concept, for each half of the
cases (`voorbeeld_halves.py`: only the first was looked at), and ends in 1 below the floors of
`labels_floors.toml`. The truth was judged with a list of 16 themes and 18 target groups, and the
vocabularies have more; so the first figure is over the concepts that the truth uses at all, the
second (`all`) counts every other concept as an error. `--cases` prints what is wrong, of the first
half only. `--casebooks` scores those of `casebooks.py` instead, whose writers chose from the whole
vocabularies, and prints for each concept how often it is right, wrong and missed.
"""

import hashlib
import sys
import tempfile
import tomllib
from collections import Counter, defaultdict
from pathlib import Path
from typing import Any, Literal

import click
from casebooks import casebooks, read_casebook
from voorbeeld_halves import HALVES, Half, rates, truth
from voorbeeld_truth import EDITIONS, TRUTH

from corpus import find_series
from indexer.cards import card_maker
from indexer.dutch import load_analysis
from indexer.pipeline import build_index
from indexer.vocabulary import load_target_groups, load_themes
from search.collection import Collection, open_collection

Kind = Literal["themes", "target_groups"]
KINDS: tuple[Kind, ...] = ("themes", "target_groups")
FLOORS = Path(__file__).parent / "labels_floors.toml"


def main(arguments: list[str]) -> int:
    if "--casebooks" in arguments:
        return report_casebooks()
    series = find_series("voorbeeld")
    with tempfile.TemporaryDirectory() as folder:
        build_index(series, Path(folder), report=lambda *_: None)
        with open_collection(series, Path(folder)) as collection:
            return report(collection, in_full="--cases" in arguments)


def report(collection: Collection, *, in_full: bool) -> int:
    for kind in KINDS:
        for half in HALVES:
            for judged in (True, False):
                precision, recall, f1 = score(collection, kind, half, judged=judged)
                click.echo(
                    f"{kind:14}{half:5}{'judged' if judged else 'all':7} "
                    f"precision {precision:.3f}  recall {recall:.3f}  F1 {f1:.3f}"
                )
        if in_full:
            print_cases(collection, kind)
    below = below_floors(collection)
    click.echo("\n".join(below))
    return 1 if below else 0


def report_casebooks() -> int:
    """Prints how the vocabularies do on the casebooks, by hand and by concept."""
    series = find_series("voorbeeld")
    maker = card_maker(load_themes(series), load_target_groups(series), load_analysis())
    hands = {
        name: [
            (one.tagged, maker.card(one.case, one.document, one.passages))
            for one in read_casebook(name)
        ]
        for name in casebooks()
    }
    for kind in KINDS:
        concepts: dict[str, Counter[str]] = defaultdict(Counter)
        for name, cards in hands.items():
            counts: Counter[str] = Counter()
            for tagged, card in cards:
                found, wanted = {one.id for one in getattr(card, kind)}, set(getattr(tagged, kind))
                for outcome, ids in _outcomes(found, wanted).items():
                    counts[outcome] += len(ids)
                    for concept in ids:
                        concepts[concept][outcome] += 1
            click.echo(f"{kind:14}{name:10}{_rates(counts)}")
        click.echo(f"{kind:14}{'all':10}{_rates(sum(concepts.values(), Counter()))}")
        for concept, counts in sorted(concepts.items()):
            click.echo(f"    {concept:34}{_rates(counts)}  {dict(counts)}")
    return 0


def _outcomes(found: set[str], wanted: set[str]) -> dict[str, set[str]]:
    return {"right": found & wanted, "wrong": found - wanted, "missed": wanted - found}


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
    known = {item["id"] for h in HALVES for card in truth(h).values() for item in card[kind]}
    right = said = true = 0
    for case_id, card in truth(half).items():
        found = labels(collection, case_id, kind)
        found = found & known if judged else found
        wanted = {item["id"] for item in card[kind]}
        right += len(found & wanted)
        said += len(found)
        true += len(wanted)
    return rates(right=right, said=said, true=true)


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
