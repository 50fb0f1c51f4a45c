"""Who says a pull quote is told apart from it; text beside a box goes on below the box."""

import pytest
from msgspec.structs import replace
from test_extract_paragraphs import FULL, blocks_of, column, full, kinds, line

from indexer.extract.lines import Line, Shape

BLUE = (20, 60, 160)
QUOTE = ("‘Sinds de sleutel bij ons hangt,", "is er altijd iemand thuis.’")


def _quote(*texts: str, y: float = 440, x: float = 90) -> list[Line]:
    """Lines in italics, set in and with air above them."""
    return [replace(line(text, y - 12 * at, x=x), italic=True) for at, text in enumerate(texts)]


@pytest.mark.parametrize(
    "speaker",
    [
        pytest.param(line("Harm Nijboer", 416, x=90), id="upright"),
        pytest.param(line("een bewoner", 416, x=90), id="no-name"),
        pytest.param(replace(line("Harm, 71", 416, x=90), italic=True, colour=BLUE), id="colour"),
        pytest.param(replace(line("— Harm Nijboer", 416, x=90), italic=True), id="dash"),
    ],
)
def test_speaker_below_a_pull_quote_stands_apart(speaker: Line) -> None:
    above = [full(f"{FULL} en", 488), full(FULL, 476), line("dat was het.", 464)]
    below = [full(f"{FULL} of", 380), full(FULL, 368)]
    found = kinds(blocks_of(*above, *_quote(*QUOTE), speaker, *below))
    assert found[1:3] == [("quote", " ".join(QUOTE)), ("quote", speaker.text)]
    assert [kind for kind, _ in found] == ["paragraph", "quote", "quote", "paragraph"]


def test_pull_quote_of_one_line_may_be_set_apart_by_its_colour_alone() -> None:
    above = [full(f"{FULL} en", 488), full(FULL, 476), line("dat was het.", 464)]
    said = replace(line("‘Ik had de sleutel, en ik gaf hem weg.’", 446, x=70), colour=BLUE)
    below = [full(f"{FULL} of", 428), full(FULL, 416)]
    found = kinds(blocks_of(*above, said, *below))
    assert [kind for kind, _ in found] == ["paragraph", "quote", "paragraph"]


def test_sentence_goes_on_behind_a_quote_in_it() -> None:
    said = [
        *_quote("‘Hier is nog plek voor een ander’"),
        line("zegt Harm, en hij wijst.", 428, x=90),
    ]
    texts = [text for _, text in kinds(blocks_of(full(FULL, 480), full(FULL, 468), *said))]
    assert texts[-1] == "‘Hier is nog plek voor een ander’ zegt Harm, en hij wijst."


def test_pull_quote_below_a_box_is_set_in_from_the_text() -> None:
    above = [full(f"{FULL} en", 524), full(FULL, 512), line("dat was het.", 500)]
    box = [
        line("Begin klein en houd het licht", 470, x=120),
        line("tot de zomer komt.", 458, x=120),
    ]
    shape = Shape(110, 452, 380, 485, filled=True)
    below = [full(f"{FULL} of", 380), full(FULL, 368)]
    blocks = blocks_of(*above, *box, *_quote(QUOTE[0] + " " + QUOTE[1]), *below, shapes=(shape,))
    assert [block.kind for block in blocks] == ["paragraph", "box", "quote", "paragraph"]


BESIDE = ("De gemeente gaf de grond", "en de buurt de handen, zodat")


@pytest.mark.parametrize(
    ("end", "rest"),
    [
        pytest.param(
            "het hele plein voor ruim",
            "12.500 euro klaar was voor de eerste kinderen kwamen.",
            id="number",
        ),
        pytest.param(
            "er een bankje kwam bij de",
            "Stalhouderij van het dorp, waar de hele buurt al kwam.",
            id="name",
        ),
    ],
)
def test_sentence_beside_a_box_goes_on_below_it(end: str, rest: str) -> None:
    texts = (*BESIDE, end)
    beside = column(200, *texts, "vol", top=500)[:3]
    box = [line("Leg de sleutel", 496, x=60), line("bij een buur.", 484, x=60)]
    shape = Shape(50, 478, 190, 512, filled=True)
    blocks = blocks_of(*beside, line(rest, 464), *box, shapes=(shape,))
    assert f"{' '.join(texts)} {rest}" in [block.text for block in blocks]


def test_paragraph_further_out_than_a_list_is_none_of_it() -> None:
    items = column(200, "• soep van de dag met brood", "en kaas van de boer erbij", "vol")[:2]
    blocks = blocks_of(*items, full("Daarna wast iedereen af.", 476))
    assert blocks[-1].text == "Daarna wast iedereen af."
