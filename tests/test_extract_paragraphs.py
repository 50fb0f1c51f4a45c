"""Which lines are one paragraph, quote or row, and what goes on in the next column."""

from statistics import fmean

import pytest
from msgspec.structs import replace

from corpus.models import Block
from indexer.extract.initials import with_initials
from indexer.extract.layout import lay_out
from indexer.extract.lines import Cell, Line, Shape, Sheet, to_line
from indexer.extract.marks import without_mark
from indexer.extract.pieces import Glyph

WIDTH, HEIGHT = 420.0, 600.0
FULL = "een regel die de hele kolom van links tot rechts vult"
WIDE = 300.0


def line(text: str, y: float, *, x: float = 50, x1: float = 0, size: float = 10) -> Line:
    """A line of type; as wide as its letters unless it is said where it ends."""
    return Line(text, x, y, x1 or x + 5 * len(text), y + size, size, bold=False, page=0)


def full(text: str, y: float, *, x: float = 50) -> Line:
    """A line that is stretched to the width of its column."""
    return line(text, y, x=x, x1=x + WIDE)


def column(x: float, *texts: str, top: float = 500) -> list[Line]:
    """Stretched lines below one another, but the last; the letters are 3 wide."""
    return [
        line(text, top - 12 * at, x=x, x1=x + (150 if at < len(texts) - 1 else 3 * len(text)))
        for at, text in enumerate(texts)
    ]


def blocks_of(*lines: Line, shapes: tuple[Shape, ...] = ()) -> tuple[Block, ...]:
    """The blocks of these lines on the first of two pages; the second is plain text."""
    rest = tuple(replace(full(f"{FULL} {at}", 500 - 12 * at), page=1) for at in range(30))
    sheets = [Sheet(WIDTH, HEIGHT, lines, shapes), Sheet(WIDTH, HEIGHT, rest)]
    return lay_out(sheets)[0].blocks


def kinds(blocks: tuple[Block, ...]) -> list[tuple[str, str]]:
    return [(block.kind, block.text) for block in blocks]


def test_line_that_begins_with_a_number_goes_on_where_little_room_was_left() -> None:
    lines = [full(FULL, 400), line("Lees eerst hoofdstuk", 388, x1=330), full("4 het geld", 376)]
    assert kinds(blocks_of(*lines)) == [("paragraph", f"{FULL} Lees eerst hoofdstuk 4 het geld")]


def test_line_that_ends_in_an_article_goes_on_with_a_name() -> None:
    lines = [full(FULL, 400), line("Zo leent de", 388), full("Uitleen aan wie lid is", 376)]
    assert kinds(blocks_of(*lines)) == [("paragraph", f"{FULL} Zo leent de Uitleen aan wie lid is")]


def test_letters_of_a_list_are_items_though_their_lines_are_full() -> None:
    lines = [full(f"{letter}. {FULL}?", 400 - 12 * at) for at, letter in enumerate("abc")]
    assert kinds(blocks_of(*lines)) == [("list-item", f"{letter}. {FULL}?") for letter in "abc"]


def test_width_of_a_box_is_not_that_of_the_text_beside_it() -> None:
    """Else each line of the narrower text would seem to leave room."""
    box = [line(f"In het kader {FULL}", y, x=52, x1=400, size=9) for y in (560, 549)]
    note = [line("De opbrengst ligt tussen 400 en", 100, x=52, x1=200, size=9)]
    note += [line("1.100 euro.", 90, x=50, size=9)]
    shapes = (Shape(45, 540, 405, 575, filled=True),)
    found = [block.text for block in blocks_of(*box, *note, shapes=shapes)]
    assert "De opbrengst ligt tussen 400 en 1.100 euro." in found


def test_row_of_a_table_below_two_columns_does_not_tell_where_the_first_ends() -> None:
    left = column(50, "Huurders zetten om de week", "soep op de trap, zegt mevrouw", "Aouragh.")
    right = column(230, "Op de ramen staat geen ijs", "en op de muren geen schimmel", "meer.")
    ends = Cell(50, 90, "Sinds"), Cell(300, 380, "januari 2022")
    row = replace(line("Sinds januari 2022", 300, x1=380), cells=ends)
    texts = [block.text for block in blocks_of(*left, *right, row)]
    assert texts[0] == "Huurders zetten om de week soep op de trap, zegt mevrouw Aouragh."


def test_small_lines_far_apart_are_one_paragraph_where_all_are() -> None:
    tips = [
        line(text, 200 - 14 * at, size=8) for at, text in enumerate(("Een was is", "een begin."))
    ]
    assert ("paragraph", "Een was is een begin.") in kinds(blocks_of(full(FULL, 400), *tips))


def test_title_on_a_band_is_a_heading_and_a_box_with_a_small_title_is_none() -> None:
    text = [full(f"{FULL} {at}", 440 - 12 * at) for at in range(8)]
    band = (Shape(0, 500, WIDTH, HEIGHT, filled=True),)
    below = line("Waterdam: een pomp die van iedereen is", 520)
    found = kinds(blocks_of(line("De Pomp", 550, size=20), below, *text, shapes=band))
    assert found[0] == ("heading", "De Pomp")
    assert "box" not in dict(found)
    found = kinds(blocks_of(line("De Pomp", 550, size=12), below, *text, shapes=band))
    assert [kind for kind, _ in found[:2]] == ["box", "box"]
    note = (Shape(0, 300, WIDTH, 348, filled=True),)
    within = [line("In cijfers", 328, size=20), line("Vierhonderd liter water per dag", 308)]
    found = kinds(blocks_of(*text, *within, shapes=note))
    assert [kind for kind, text in found if text in {one.text for one in within}] == ["box", "box"]


def test_number_with_a_point_in_it_is_no_mark_of_a_note() -> None:
    assert without_mark("1.100 euro per jaar.") == "1.100 euro per jaar."
    assert without_mark("Er kwamen er 100 in een jaar.") == "Er kwamen er 100 in een jaar."


@pytest.mark.parametrize("end", ["deed zij niets anders dan", "zij deed het zo:", "zij keek; en"])
def test_sentence_goes_on_in_the_next_column(end: str) -> None:
    left = column(50, "Marjolein werkt hier al een jaar en", end)
    left[-1] = replace(left[-1], x1=200)
    right = column(220, "meelopen met de postbode", "en met de huismeester.", top=512)
    texts = [block.text for block in blocks_of(*left, *right)]
    assert texts == [" ".join(one.text for one in (*left, *right))]


def test_first_words_of_a_paragraph_below_a_quote_are_no_speaker() -> None:
    words = ("Zij vroeg wat wij op maandag deden", "en of er plek was.")
    quote = [
        replace(line(text, 476 - 12 * at, x=66, x1=200), italic=True)
        for at, text in enumerate(words)
    ]
    above = column(50, f"{FULL} en", "dat is alles wat er was.")
    left = [*above, *quote, line("Dat blijkt te werken. De wijk- en", 444, x1=200)]
    right = column(220, "buurtteams kennen nu de mensen", "die anderen kennen.")
    texts = [block.text for block in blocks_of(*left, *right)]
    assert texts[-1].startswith("Dat blijkt te werken. De wijk- en buurtteams kennen")


def test_quote_of_one_line_at_the_foot_of_a_column_goes_on_in_the_next() -> None:
    above = column(50, f"{FULL} en", "dat is alles wat er was.")
    foot = replace(line("Zij vroeg wat wij deden", 464, x=66), italic=True)
    rest = replace(line("en of er nog plek was.", 500, x=236), italic=True)
    after = column(220, f"{FULL} en", "dat is ook alles wat er was.", top=476)
    found = kinds(blocks_of(*above, foot, rest, *after))
    assert ("quote", "Zij vroeg wat wij deden en of er nog plek was.") in found


def test_sentence_and_title_that_a_file_draws_to_and_fro_are_whole() -> None:
    left = column(50, "Samen zorgen voor de tuin en voor de", "oogst.", top=440)
    title = [line("Terugkijken en", 500, x=50, size=20), line("verdergaan", 476, x=50, size=20)]
    right = column(220, "flat van elf verdiepingen met een lift", "die het doet.", top=506)
    right[0] = replace(right[0], x1=370)
    texts = [block.text for block in blocks_of(title[0], right[0], title[1], right[1], *left)]
    assert texts[0] == "Terugkijken en verdergaan"
    assert texts[-1] == "flat van elf verdiepingen met een lift die het doet."


def test_word_of_a_quote_that_breaks_over_the_page_end_is_whole_where_it_begins() -> None:
    text = [full(FULL, 500 - 12 * at) for at in range(20)]
    first = [*text, line("Zij vroeg wat wij op maan-", 100, x=66)]
    second = [line("dag deden. En of er plek was,", 500, x=66), line("vroeg zij.", 488, x=66)]
    second += [full(FULL, 450 - 12 * at) for at in range(20)]
    sheets = [
        Sheet(WIDTH, HEIGHT, tuple(replace(it, page=page, italic=it.x0 > 50) for it in lines))
        for page, lines in enumerate((first, second))
    ]
    ends = [page.blocks for page in lay_out(sheets)]
    assert (ends[0][-1].kind, ends[0][-1].text) == ("quote", "Zij vroeg wat wij op maandag")
    assert ends[1][0].text == "deden. En of er plek was, vroeg zij."


def test_centred_lines_of_large_type_are_one_quote_though_a_sentence_ends_in_it() -> None:
    words = ("Uitlenen is", "eenvoudig.", "Terugkrijgen is", "het vak.")
    quote = [
        line(text, 500 - 16 * at, x=200 - 4 * len(text), x1=200 + 4 * len(text), size=13)
        for at, text in enumerate(words)
    ]
    assert [block.text for block in blocks_of(*quote)] == [" ".join(words)]


def lettered(letter: str, rest: str, *, height: float) -> list[Glyph]:
    """A large letter, and words 10 high beside it."""
    glyphs = [Glyph(letter, 50, 0, 50 + height / 2, height, 0)]
    x = glyphs[0].x1 + 3
    for word in rest.split():
        glyphs += [Glyph(" ", 0, 0, 0, 0, 0), Glyph(word, x, 0, x + 5 * len(word), 10, 0)]
        x += 5 * len(word) + 3
    return glyphs


@pytest.mark.parametrize(
    ("letter", "rest", "text"),
    [
        pytest.param("H", "et dak lag er", "Het dak lag er", id="part-of-a-word"),
        pytest.param("U", "it het dorp", "Uit het dorp", id="letter-that-may-be-a-word"),
        pytest.param("U", "kunt hier terecht", "U kunt hier terecht", id="word"),
        pytest.param("‘S", "nel naar binnen", "‘Snel naar binnen", id="quote"),
        pytest.param("“U", "kunt hier", "“U kunt hier", id="word-in-a-quote"),
        pytest.param("’s", "Ochtends om tien", "’s Ochtends om tien", id="apostrophe-and-letter"),
        pytest.param("IJ", "sland is ver", "IJsland is ver", id="two-signs"),
        pytest.param("Z’", "n moeder", "Z’n moeder", id="letter-and-apostrophe"),
        pytest.param("Z", "’n moeder", "Z’n moeder", id="apostrophe-in-the-text"),
    ],
)
def test_initial_is_put_together_with_its_word(letter: str, rest: str, text: str) -> None:
    glued = to_line(lettered(letter, rest, height=30), page=0, size=10, bold=False)
    apart = (line(letter, 380, x1=70, size=30), line(rest, 398, x=73))
    for lines in ((glued,), apart):
        (found,) = with_initials(lines, lambda word: word in {"uit", "het", "kunt"})
        assert (found.text, found.initial) == (text, True)


@pytest.mark.parametrize("letter", ["4", "a", "“", "ZO", "®"])
def test_large_sign_that_is_no_letter_or_capital_is_no_initial(letter: str) -> None:
    lines = (line(letter, 380, x1=70, size=30), line("het dak lag er", 398, x=73))
    assert with_initials(lines, lambda _word: True) == lines


def test_capital_of_the_size_of_its_line_is_no_initial() -> None:
    plain = to_line(lettered("A", "dan B", height=10), page=0, size=10, bold=False)
    assert not plain.initial
    letters = (line("A", 400, size=10), line("dan komt B", 400, x=60))
    assert with_initials(letters, lambda _word: True) == letters


def test_lines_beside_and_below_an_initial_are_one_paragraph() -> None:
    first = replace(full("Het dak lag er al jaren bij. Nu groeien er", 500), initial=True)
    words = "bonen en biet en drie soorten munt. En dit"
    beside = [line(words, 500 - 12 * at, x=90, x1=350) for at in (1, 2)]
    below = [full("is de eerste van de stad:", 464), line("een boer levert compost.", 452)]
    found = kinds(blocks_of(first, *beside, *below))
    assert len(found) == 1
    assert fmean(len(text) for _, text in found) > 150


@pytest.mark.parametrize(("colour", "count"), [((0, 0, 0), 1), ((20, 60, 160), 2)])
def test_text_of_another_colour_does_not_go_on_with_a_full_line(
    colour: tuple[int, int, int], count: int
) -> None:
    left = column(50, "de huurders van de hof en", "twee studenten van de school", "vol")[:2]
    right = column(220, "Mina van de overkant en", "wie er verder in de straat", "woont.")
    right = [replace(one, colour=colour) for one in right]
    assert len(blocks_of(*left, *right)) == count
