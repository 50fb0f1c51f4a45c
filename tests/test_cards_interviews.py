"""The answer of an interview tells what its question asks for, without the words for it."""

import pytest
from score_boxes import SOURCE, told

from corpus import Evidence, PageRef, Span
from indexer.cards.cues import Cues
from indexer.cards.interviews import replies
from indexer.cards.quotations import as_said
from indexer.dutch import load_analysis
from indexer.extract.text import read_text
from indexer.segment import Sentence

QUESTION = "Wie nam het initiatief?"
ANSWER = "Dat was thuiszorg Vechtkant, meer bepaald een ploegje van drie."
LATER = "In de zomer stond de koffie er."


@pytest.fixture(scope="module")
def cues() -> Cues:
    return Cues(load_analysis())


@pytest.mark.parametrize(
    "question", [f"## {QUESTION}", f"**{QUESTION}**", f"*{QUESTION}*", f"Vraag: {QUESTION}"]
)
def test_the_answer_tells_what_is_asked(question: str, cues: Cues) -> None:
    text = f"# De Loods\n\nMieke zit al klaar.\n\n{question}\n\n{ANSWER} {LATER}\n"
    values = told(read_text(SOURCE, text.encode(), markdown=True), cues)
    assert ("initiatiefnemer", ANSWER) in values


@pytest.mark.parametrize("nothing", ["Niemand weet het precies.", "Dat is een goede vraag."])
def test_what_does_not_answer_tells_nothing(nothing: str, cues: Cues) -> None:
    for text in (f"{QUESTION} {nothing}", f"{QUESTION}\n\n{nothing} {LATER}"):
        document = read_text(SOURCE, f"# De Loods\n\n{text}\n".encode(), markdown=True)
        assert nothing not in [value for _, value in told(document, cues)]


def test_a_question_holds_until_the_next_one(cues: Cues) -> None:
    who, none = frozenset({"initiatiefnemer"}), frozenset[str]()
    lines = {
        QUESTION: none,
        "Ja.": who,
        ANSWER: who,
        LATER: who,
        "Hoe gaat het met je hond?": none,
        "Goed met hem, dank je.": none,
    }
    asked = list(replies([_paragraph(line) for line in lines], cues.labels))
    assert [reply.fields for reply in asked] == list(lines.values())
    assert [reply.place for reply in asked[1:4]] == [0, 0, 1]


def _paragraph(text: str) -> Sentence:
    evidence = Evidence(text, "boek", PageRef("1", 1), Span(0, 0, len(text)))
    return Sentence(text, ("De Loods",), evidence, 0, first=True)


AS_SAID = {
    "Lies: ‘Ik begon met drie vrouwen.’": "‘Ik begon met drie vrouwen.’",
    "Lies: ‘Ik begon met drie vrouwen.": "Ik begon met drie vrouwen.",
    "‘Op vrijdag komen er vijftien.": "Op vrijdag komen er vijftien.",
    "Dat maakt het eerlijk.”": "Dat maakt het eerlijk.",
    "‘Heel goed’, zegt Jan.": "‘Heel goed’, zegt Jan.",
    "’s Avonds is er soep.": "’s Avonds is er soep.",
    "Kosten: 900 euro": "Kosten: 900 euro",
}


@pytest.mark.parametrize(("text", "said"), AS_SAID.items())
def test_a_value_has_no_speaker_and_no_mark_of_half_a_quotation(text: str, said: str) -> None:
    assert as_said(text) == said
