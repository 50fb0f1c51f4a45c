"""Which lines are rows of a table, and where the columns of a table lie."""

from collections.abc import Iterable

from extract_sheets import line, page_of, row

from corpus import OutlineEntry
from indexer.extract.gutters import split_at_gutters
from indexer.extract.lines import Line, to_line
from indexer.extract.pieces import Glyph
from indexer.extract.tables import whole_rows


def lines_of(rows: Iterable[list[Glyph]]) -> list[Line]:
    """The lines that these rows come to, those of a table with their cells."""
    return [
        to_line(part, page=0, size=10, bold=False, cells=cells)
        for part, cells in split_at_gutters(list(rows))
    ]


def whole(lines: Iterable[Line]) -> list[str]:
    return [one.text for one in whole_rows(list(lines), (), lambda _word: False)]


def test_rest_of_a_cell_shows_where_its_column_begins_behind_a_figure_close_before_it() -> None:
    """Figures that end close before the next column leave no white that parts cells."""
    table = [
        row(300, (50, "Soort"), (110, "Borg"), (200, "Stuk door")),
        row(280, (50, "Boren"), (185, "20"), (200, "stompe")),
        row(268, (200, "boortjes")),
        row(248, (50, "Ladders"), (185, "35"), (200, "niets, mits")),
        row(236, (200, "gedroogd")),
    ]
    lines = lines_of(table)
    assert [cell.text for cell in lines[1].cells] == ["Boren", "20", "stompe"]
    assert whole(lines)[1:] == ["Boren 20 stompe boortjes", "Ladders 35 niets, mits gedroogd"]


def test_text_below_a_table_and_a_white_below_that_do_not_undo_the_table() -> None:
    table = [row(500 - 16 * at, (50, "Biet"), (150, "wie er was")) for at in range(4)]
    text = [row(420 - 12 * at, (50, "en dit is tekst over de hele breedte van")) for at in range(6)]
    read = lines_of([*table, *text, row(330, (50, "Los"), (150, "woord"))])
    assert [bool(one.cells) for one in read] == [True] * 4 + [False] * 7


def test_whites_of_stretched_lines_between_lines_of_text_make_no_table() -> None:
    """Three of them lie above one another, but the words behind them begin at any place."""
    text = [row(500 - 12 * at, (50, "en dit is tekst over de hele breedte van")) for at in range(8)]
    places = (145, 160, 175)
    for at, x in enumerate(places, start=2):
        text[at] = row(500 - 12 * at, (50, "een rekbare regel"), (x, "ver weg"))
    text += [
        row(404 - 12 * at, (50, "en dit is tekst over de hele breedte van")) for at in range(8)
    ]
    text.append(row(250, (50, "een rekbare regel"), (165, "ver weg")))
    assert not any(one.cells for one in lines_of(text))


def test_figures_of_a_column_are_known_by_where_they_end() -> None:
    """Those of one length begin together too, and a longer one does not run into a next column."""
    lines = [
        to_line(row(y, *cells), page=0, size=10, bold=False, cells=len(cells) > 1)
        for y, cells in (
            (300, ((50, "Biet"), (150, "9600"), (200, "de"))),
            (288, ((200, "school"),)),
            (268, ((50, "Munt"), (160, "61"), (200, "wie"))),
            (256, ((200, "langskomt"),)),
            (236, ((50, "Kool"), (150, "1810"), (200, "niemand"))),
            (216, ((50, "Prei"), (160, "74"), (200, "de buurt"))),
        )
    ]
    assert whole(lines) == [
        "Biet 9600 de school", "Munt 61 wie langskomt", "Kool 1810 niemand", "Prei 74 de buurt",
    ]  # fmt: skip


def test_title_of_the_outline_that_is_set_like_a_row_is_a_heading() -> None:
    words = ("Bellen", "Zo doen", "Wachten")
    rows = lines_of(
        row(500 - 20 * at, (50, f"7.2.{at}"), (120, word)) for at, word in enumerate(words)
    )
    assert all(one.cells for one in rows)
    outline = (OutlineEntry(title="7.2.1 Zo doen", level=2, page=0),)
    blocks = page_of(*rows, line("Wij bellen eerst aan.", 400), outline=outline)
    assert [block.kind for block in blocks[:3]] == ["table-row", "heading", "table-row"]


def test_word_that_runs_under_the_number_behind_it_is_a_cell_of_its_own() -> None:
    table = [row(300 - 20 * at, (50, "Boren"), (100, "112"), (180, "is stuk")) for at in range(3)]
    glyphs = [
        Glyph(char, x + 5 * at, 240, x + 5 * at + 5, 250, at)
        for x, word in ((50, "Partytenten"), (100, "88"))
        for at, char in enumerate(word)
    ]
    lines = lines_of([*table, [*glyphs, *row(240, (180, "is stuk"))]])
    assert [cell.text for cell in lines[-1].cells] == ["Partytenten", "88", "is stuk"]


def test_head_of_a_table_goes_on_though_its_words_stand_anywhere_over_their_columns() -> None:
    lines = [
        to_line(row(y, *cells), page=0, size=10, bold=False, cells=len(cells) > 1)
        for y, cells in (
            (300, ((50, "Soort"), (140, "Keer"), (200, "Gaat stuk"))),
            (288, ((200, "door"),)),
            (268, ((50, "Boren"), (150, "120"), (200, "stompe boortjes"))),
            (248, ((50, "Ladders"), (150, "415"), (200, "regen"))),
        )
    ]
    assert whole(lines)[0] == "Soort Keer Gaat stuk door"
