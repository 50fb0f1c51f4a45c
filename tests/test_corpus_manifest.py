from pathlib import Path

import pytest
from conftest import MANIFEST

from corpus import ManifestError, find_series, read_series, series_in_the_box, source_path
from corpus.manifest import all_sources


def test_manifest_is_read_with_its_editions_in_order(streets: Path) -> None:
    text = streets.read_text(encoding="utf-8")
    streets.write_text(text.replace("number = 1", "number = 3", 1), encoding="utf-8")
    series = read_series(streets)
    assert [edition.number for edition in series.editions] == [2, 3]
    assert [source.edition for source in all_sources(series)] == [2, 3]


def test_manifest_folder_is_absolute_and_holds_the_sources(streets: Path) -> None:
    series = read_series(streets)
    assert all(source_path(series, source).is_file() for source in all_sources(series))
    assert Path(series.folder).is_absolute()


def test_series_is_found_by_name_by_manifest_and_by_folder(streets: Path) -> None:
    assert "wij-in-de-wijk" in series_in_the_box()
    assert find_series("wij-in-de-wijk").title == "Wij in de Wijk"
    assert find_series(str(streets)) == find_series(str(streets.parent))


def test_series_that_is_not_there_names_those_that_are() -> None:
    with pytest.raises(ManifestError, match="no series 'nergens'") as caught:
        find_series("nergens")
    assert "wij-in-de-wijk" in caught.value.remedy


MISTAKES = {
    "a missing key": ('title = "Onze straten"\n', "", "`title`"),
    "an unknown key": ('title = "Onze straten"', 'titel = "x"\ntitle = "y"', "`titel`"),
    "an unknown key of a case": ('place = "Waterdam"', 'plaats = "Waterdam"', "`plaats`"),
    "a value of the wrong type": ("number = 2", 'number = "twee"', "Expected `int`"),
    "an unknown kind of source": ('kind = "publication"', 'kind = "boek"', "'boek'"),
    "a path outside the folder": ('path = "een.md"', 'path = "../een.md"', "leads outside"),
    "an absolute path": ('path = "een.md"', 'path = "/etc/passwd"', "leads outside"),
    "two cases with one id": ('id = "het-veldje"', 'id = "de-pomp"', "the id 'de-pomp'"),
    "a case with the id of a source": ('id = "de-pomp"', 'id = "een"', "the id 'een'"),
    "two sources with one id": ('id = "twee"', 'id = "een"', "the id 'een'"),
    "two editions with one number": ("number = 2", "number = 1", "the number 1"),
    "an edition below one": ("number = 2", "number = 0", "numbered below 1"),
    "cases with nothing to read": (
        """[[editions.sources]]
id = "een"
path = "een.md"
kind = "publication"
title = "Onze straten, eerste deel"
""",
        "",
        "nothing to read",
    ),
    "an id that is no id": ('id = "de-pomp"', 'id = "De Pomp"', "cannot be an id"),
    "no TOML": ('title = "Onze straten"', "title = ", "not valid TOML"),
}


@pytest.mark.parametrize(("old", "new", "complaint"), MISTAKES.values(), ids=MISTAKES.keys())
def test_manifest_mistake_is_named_with_file_and_remedy(
    streets: Path, old: str, new: str, complaint: str
) -> None:
    assert old in MANIFEST
    streets.write_text(MANIFEST.replace(old, new, 1), encoding="utf-8")
    with pytest.raises(ManifestError) as caught:
        read_series(streets)
    assert complaint in caught.value.message
    assert str(streets) in caught.value.message
    assert caught.value.remedy


def test_manifest_without_editions_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "series.toml"
    path.write_text('id = "leeg"\ntitle = "Leeg"\neditions = []\n', encoding="utf-8")
    with pytest.raises(ManifestError, match="no editions"):
        read_series(path)


def test_manifest_that_is_no_text_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "series.toml"
    path.write_bytes(b"title = '\xff'")
    with pytest.raises(ManifestError, match="UTF-8"):
        read_series(path)


def test_page_of_an_edition_that_is_not_there_is_refused(streets: Path) -> None:
    page = '\n[[pages]]\nid = "p"\npath = "een.md"\nkind = "page"\ntitle = "P"\nedition = 9\n'
    streets.write_text(MANIFEST + page, encoding="utf-8")
    with pytest.raises(ManifestError, match="edition 9"):
        read_series(streets)
