"""The questions over the invented casebooks are about what stands there."""

import re
from pathlib import Path

import pytest
from casebook_series import write_series
from casebooks import casebooks
from score_answers import questions_of_casebooks

HANDS = [*questions_of_casebooks("tune"), *questions_of_casebooks("held")]


def letters(text: str) -> str:
    return re.sub(r"\W+", "", text)


def text_of(hand: str) -> str:
    """What a casebook says, or the manuscript of another register."""
    if hand in casebooks():
        return "\n".join(case.markdown for case in casebooks()[hand])
    return (Path(__file__).parent / "registers" / f"{hand}.md").read_text("utf-8")


@pytest.mark.parametrize("hand", HANDS)
def test_evidence_stands_in_the_casebook_word_for_word(hand: str) -> None:
    text = letters(text_of(hand))
    asked = questions_of_casebooks("tune") | questions_of_casebooks("held")
    evidence = [piece for question in asked[hand] for piece in question.evidence]
    assert evidence
    assert [piece for piece in evidence if letters(piece) not in text] == []


def test_casebook_is_kept_back_whole() -> None:
    assert len(HANDS) == len(set(HANDS)) == 18


def test_casebook_is_set_as_a_pdf_with_a_case_for_each_title(tmp_path: Path) -> None:
    series = write_series("hand-38", tmp_path)
    (edition,) = series.editions
    assert [case.title for case in edition.cases] == [case.title for case in casebooks()["hand-38"]]
    assert (tmp_path / edition.sources[0].path).read_bytes().startswith(b"%PDF")
