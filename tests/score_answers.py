"""Scores how well questions are answered, and how surely it is said that the books do not say.

Run as `python tests/score_answers.py [--questions] [--test]`.

The questions are those of the fictional casebook (`truth/questions.toml`). Of those that the books
answer: how many get an answer, how many have a quote that stands in the recorded evidence or holds
it (right), how many have it first, and which share of all their quotes is such a one. Of those that
they do not answer: how many are refused, of the ones that sound as if they belonged there (near)
and of the others. By default only the half `tune` is scored, `--questions` with a line a question
that went wrong; `--test` scores the half `test`, which nothing may be tuned on, and never prints
single questions. Ends in 1 below the floors of `score_answers_floors.toml`.
"""

import hashlib
import re
import sys
import tempfile
import tomllib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import click

from corpus import find_series
from indexer.pipeline import build_index
from search.answers import ask
from search.collection import Collection, open_collection

HERE = Path(__file__).parent
FLOORS = HERE / "score_answers_floors.toml"
QUESTIONS = HERE.parent / "corpus" / "series" / "voorbeeld" / "truth" / "questions.toml"
_LETTERS = re.compile(r"\W+")
_ENOUGH_LETTERS = 20
"""A quote shorter than this proves nothing by standing in the evidence."""


@dataclass(frozen=True, slots=True)
class Question:
    """A question; `evidence` are the quotes that answer it, none where the books do not say."""

    id: str
    text: str
    evidence: tuple[str, ...]
    near: bool


@dataclass(frozen=True, slots=True)
class Outcome:
    """How a question was answered: with how many quotes, how many right, the first right from 1."""

    question: Question
    quotes: int
    apt: int
    right: int | None


def main(arguments: list[str]) -> int:
    half = "test" if "--test" in arguments else "tune"
    outcomes = answered(questions(half))
    measures = measured(outcomes)
    click.echo(f"{half}: {len(outcomes)} questions")
    click.echo("\n".join(f"  {name:12} {value:.3f}" for name, value in measures.items()))
    if "--questions" in arguments and half == "tune":
        click.echo("\n".join(wrong(outcomes)))
    below = below_floor(half, measures)
    click.echo("\n".join(below))
    return 1 if below else 0


def questions(half: str) -> list[Question]:
    """The questions of one half: those with an answer, then those without."""
    table = tomllib.loads(QUESTIONS.read_text("utf-8"))
    rows = (*table["questions"], *table["unanswerable"])
    return [
        Question(
            row["id"],
            row["text"],
            tuple(evidence["quote"] for evidence in row.get("evidence", ())),
            row.get("near", False),
        )
        for row in rows
        if row["set"] == half
    ]


def answered(asked: Sequence[Question]) -> list[Outcome]:
    """What is answered, over an index built for it."""
    series = find_series("voorbeeld")
    with tempfile.TemporaryDirectory() as home:
        build_index(series, Path(home), report=lambda *_: None)
        with open_collection(series, Path(home)) as collection:
            return [outcome(collection, question) for question in asked]


def outcome(collection: Collection, question: Question) -> Outcome:
    quotes = [quote.text for quote in ask(collection, question.text).quotes]
    right = [n for n, quote in enumerate(quotes, start=1) if proves(quote, question.evidence)]
    return Outcome(question, len(quotes), len(right), right[0] if right else None)


def proves(quote: str, evidence: Sequence[str]) -> bool:
    """Whether a quote is part of a piece of evidence, or such a piece of it."""
    shown = _LETTERS.sub("", quote)
    pieces = [_LETTERS.sub("", piece) for piece in evidence]
    return any(
        piece in shown or (shown in piece and len(shown) >= _ENOUGH_LETTERS) for piece in pieces
    )


def measured(outcomes: Sequence[Outcome]) -> dict[str, float]:
    """Shares of the questions: of those with an answer, then of those without."""
    answerable = [one for one in outcomes if one.question.evidence]
    near = [one for one in outcomes if not one.question.evidence and one.question.near]
    far = [one for one in outcomes if not one.question.evidence and not one.question.near]
    return {
        "answered": _share(one.quotes > 0 for one in answerable),
        "right": _share(one.right is not None for one in answerable),
        "right first": _share(one.right == 1 for one in answerable),
        "quotes right": sum(one.apt for one in answerable)
        / max(1, sum(one.quotes for one in answerable)),
        "refused near": _share(one.quotes == 0 for one in near),
        "refused far": _share(one.quotes == 0 for one in far),
    }


def _share(outcomes: Iterator[bool]) -> float:
    values = list(outcomes)
    return sum(values) / len(values) if values else 0.0


def wrong(outcomes: Sequence[Outcome]) -> Iterator[str]:
    """A line for each question of the half that may be looked at that went wrong."""
    for one in outcomes:
        if one.question.evidence and one.right is None:
            kind = "refused" if not one.quotes else "wrong"
        elif not one.question.evidence and one.quotes:
            kind = "answered"
        else:
            continue
        yield f"    {kind:9} {one.question.id} {one.question.text}"


def below_floor(half: str, measures: dict[str, float]) -> list[str]:
    """Which measures fell below their floors, or that the floors are of other questions."""
    floors: dict[str, Any] = tomllib.loads(FLOORS.read_text("utf-8"))
    if hashlib.sha256(QUESTIONS.read_bytes()).hexdigest() != floors["questions"]:
        return ["the questions are not those that the floors were measured on."]
    return [
        f"{half}, {name}: {measures[name]:.3f} is below the floor of {floor}."
        for name, floor in floors.get(half, {}).items()
        if measures[name] < floor
    ]


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
