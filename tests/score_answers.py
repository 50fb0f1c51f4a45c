"""Scores how well questions are answered, and how surely it is said that the books do not say.

Run as `python tests/score_answers.py [--questions] [--test]`, or with `--casebooks [--held]`.

The questions are those of the fictional casebook (`truth/questions.toml`). Of those that the books
answer: how many get an answer, how many have a quote that stands in the recorded evidence or holds
it (right), how many have it first, and which share of all their quotes is such a one. Of those that
they do not answer: how many are refused, of the ones that sound as if they belonged there (near)
and of the others. By default only the half `tune` is scored, `--questions` with a line a question
that went wrong; `--test` scores the half `test`, which nothing may be tuned on, and never prints
single questions. With `--casebooks` the questions are those over eighteen invented casebooks
(`casebook_questions.toml`), each set as a PDF and asked alone; `--held` scores the ones over the
seven that are kept back. Ends in 1 below the floors of `score_answers_floors.toml`.
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
from casebook_series import write_series

from corpus import Series, find_series
from indexer.pipeline import build_index
from search.answers import ask
from search.collection import Collection, open_collection

HERE = Path(__file__).parent
FLOORS = HERE / "score_answers_floors.toml"
QUESTIONS = HERE.parent / "corpus" / "series" / "voorbeeld" / "truth" / "questions.toml"
CASEBOOKS = HERE / "casebook_questions.toml"
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
    name, outcomes = _asked(arguments)
    measures = measured(outcomes)
    click.echo(f"{name}: {len(outcomes)} questions")
    click.echo("\n".join(f"  {measure:12} {value:.3f}" for measure, value in measures.items()))
    if "--questions" in arguments and name in {"tune", "casebooks"}:
        click.echo("\n".join(wrong(outcomes)))
    below = below_floor(name, measures)
    click.echo("\n".join(below))
    return 1 if below else 0


def _asked(arguments: Sequence[str]) -> tuple[str, list[Outcome]]:
    """The name of the questions that are wanted, and how they were answered."""
    if "--casebooks" in arguments:
        held = "--held" in arguments
        return "held" if held else "casebooks", answered_of_casebooks("held" if held else "tune")
    half = "test" if "--test" in arguments else "tune"
    return half, answered(find_series("voorbeeld"), questions(half))


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


def questions_of_casebooks(half: str) -> dict[str, list[Question]]:
    """The questions of one half over each casebook, by the name of its hand."""
    found: dict[str, list[Question]] = {}
    for row in tomllib.loads(CASEBOOKS.read_text("utf-8"))["questions"]:
        if row["set"] == half:
            question = Question(row["hand"], row["text"], tuple(row.get("evidence", ())), near=True)
            found.setdefault(row["hand"], []).append(question)
    return found


def answered(series: Series, asked: Sequence[Question]) -> list[Outcome]:
    """What is answered, over an index built for it."""
    with tempfile.TemporaryDirectory() as home:
        build_index(series, Path(home), report=lambda *_: None)
        with open_collection(series, Path(home)) as collection:
            return [outcome(collection, question) for question in asked]


def answered_of_casebooks(half: str) -> list[Outcome]:
    """What is answered over each casebook, set as a PDF and indexed by itself."""
    outcomes: list[Outcome] = []
    for hand, asked in questions_of_casebooks(half).items():
        with tempfile.TemporaryDirectory() as folder:
            outcomes += answered(write_series(hand, Path(folder)), asked)
    return outcomes


def outcome(collection: Collection, question: Question) -> Outcome:
    answer = ask(collection, question.text)
    proofs = [case.proof.text for case in answer.cases if case.proof]
    quotes = [*(quote.text for quote in answer.quotes), *proofs]
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
    shares = {
        "answered": _share(one.quotes > 0 for one in answerable),
        "right": _share(one.right is not None for one in answerable),
        "right first": _share(one.right == 1 for one in answerable),
        "quotes right": sum(one.apt for one in answerable)
        / max(1, sum(one.quotes for one in answerable)),
        "refused near": _share(one.quotes == 0 for one in near),
    }
    return {**shares, "refused far": _share(one.quotes == 0 for one in far)} if far else shares


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


def below_floor(name: str, measures: dict[str, float]) -> list[str]:
    """Which measures fell below their floors, or that the floors are of other questions."""
    floors: dict[str, Any] = tomllib.loads(FLOORS.read_text("utf-8"))
    file = QUESTIONS if name in {"tune", "test"} else CASEBOOKS
    if hashlib.sha256(file.read_bytes()).hexdigest() != floors["hashes"][file.name]:
        return [f"{file.name} is not the one that the floors were measured on."]
    return [
        f"{name}, {measure}: {measures[measure]:.3f} is below the floor of {floor}."
        for measure, floor in floors.get(name, {}).items()
        if measures[measure] < floor
    ]


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
