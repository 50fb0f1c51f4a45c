"""A sentence that the end of a page cuts answers as it would in one piece, quoted on its pages."""

from collections.abc import Iterator

import pytest
from extract_pdfs import Text, body, pdf
from web_series import build

from corpus import find_series
from search.answers import ask
from search.collection import Collection, open_collection

MANIFEST = """
id = "de-sluis"
title = "Rond de sluis"

[[editions]]
number = 1
title = "Rond de sluis 1"

[[editions.sources]]
id = "sluis"
path = "sluis.pdf"
kind = "publication"
title = "Rond de sluis 1"

[[editions.cases]]
id = "tochtploeg"
title = "De Tochtploeg"

[[editions.cases]]
id = "wasbaas"
title = "De Wasbaas"
"""

FILL = (
    "Op de eerste avond kwamen de mensen met koekjes en met hun",
    "eigen stoel. Daarna werd er over de trap gepraat, en over wie",
    "de lamp vervangt. De huisbaas zat achterin en zei niet veel. Een",
    "buurjongen schreef op wat er gezegd werd, in een schrift met een",
    "harde kaft. Dat schrift ligt er nog, onder de bank in de hal. Wie",
    "wil, mag erin lezen. De meeste mensen doen dat niet, want zij",
    "waren er zelf bij. De kinderen tekenden op de achterkant.",
)
"""So many words that what stands on both sides of a page end is in two passages."""

PAGES = (
    (
        Text(50, 540, "De Tochtploeg", size=20, bold=True),
        *body(510, *FILL),
        *body(
            416,
            "De ploeg begon bij de voordeuren. Een timmerman heeft in het",
            "najaar alle ramen aan de Schippersgang nagekeken, en na een jaar",
            "bleek uit de meters dat de woningen er gemiddeld 23 procent minder",
        ),
    ),
    (
        *body(
            540,
            "gas verbruikten. Dat merkte iedereen in zijn portemonnee. Op de",
            "tweede verdieping wordt nog steeds op hout gestookt.",
        ),
        *body(506, *FILL),
    ),
    (
        Text(50, 540, "De Wasbaas", size=20, bold=True),
        *body(
            510,
            "In de wasserette staan vijf machines op een rij. De oude baas kent",
            "iedereen. Toen hij in het ziekenhuis lag met een gebroken pols,",
        ),
    ),
    body(
        540,
        "bleek dat niemand wist hoe je de droger aan de praat krijgt. Nu",
        "hangt er een briefje naast. Het gas komt uit een eigen leiding.",
    ),
)


@pytest.fixture(scope="module")
def lock(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Collection]:
    """The open index of two invented cases, each with a sentence that runs over a page end."""
    folder = tmp_path_factory.mktemp("sluis")
    (folder / "sluis.pdf").write_bytes(pdf(PAGES))
    (folder / "series.toml").write_text(MANIFEST, encoding="utf-8")
    series = find_series(str(folder))
    build(series, folder / "home")
    with open_collection(series, folder / "home") as collection:
        yield collection


@pytest.mark.parametrize(
    ("question", "piece", "whole", "pages"),
    [
        (
            "Hoeveel minder gas verbruikten de woningen aan de Schippersgang?",
            "Een timmerman heeft in het najaar alle ramen",
            "de woningen er gemiddeld 23 procent minder gas verbruikten.",
            ["1", "2"],
        ),
        (
            "Wat bleek toen de baas met zijn pols in het ziekenhuis lag?",
            "Toen hij in het ziekenhuis lag met een gebroken pols,",
            "een gebroken pols, bleek dat niemand wist hoe je de droger aan de praat krijgt.",
            ["3", "4"],
        ),
        (
            "Wie wist er hoe je de droger aan de praat krijgt?",  # all of it on the second page
            "bleek dat niemand wist",
            "een gebroken pols, bleek dat niemand wist hoe je de droger aan de praat krijgt.",
            ["3", "4"],
        ),
    ],
)
def test_sentence_over_a_page_end_answers_with_the_words_of_both_its_pieces(
    lock: Collection, question: str, piece: str, whole: str, pages: list[str]
) -> None:
    quotes = ask(lock, question).quotes
    assert whole in quotes[0].whole
    assert quotes[0].text.startswith(piece)
    assert [page.label for page in quotes[0].pages] == pages
    assert not any(whole in other.whole for other in quotes[1:])  # though both pieces may answer


def test_sentence_is_found_though_its_pieces_stand_in_two_passages(lock: Collection) -> None:
    (quote, *_) = ask(lock, "Hoeveel minder gas verbruikten de woningen?").quotes
    before, after = quote.pieces
    passages = lock.engine.passages_of(quote.case.id)
    (begins,) = (passage.id for passage in passages if before.text in passage.text)
    (ends,) = (passage.id for passage in passages if after.text in passage.text)
    assert begins != ends


def test_other_sentence_of_a_page_that_is_cut_is_quoted_in_one_piece(lock: Collection) -> None:
    (quote, *_) = ask(lock, "Hoeveel machines staan er in de wasserette?").quotes
    assert quote.whole == quote.text == "In de wasserette staan vijf machines op een rij."
    assert not quote.pieces
