from pathlib import Path

import pytest

from corpus import LibraryError, QuestionError, Series
from corpus.library import add_publication, reading_list, remove_publication


@pytest.fixture
def bundle(tmp_path: Path) -> Path:
    path = tmp_path / "bundel een.pdf"
    path.write_bytes(b"%PDF-1.7 echt")
    return path


def _read(series: Series, home: Path) -> list[str]:
    return [item.source.id for item in reading_list(series, home)]


def test_publication_takes_the_place_of_the_summary_of_its_edition_only(
    default_series: Series, home: Path, bundle: Path
) -> None:
    before = _read(default_series, home)
    add_publication(default_series, 1, bundle, home)
    after = _read(default_series, home)
    assert set(before) - set(after) == {"casuswijzer-1"}
    assert set(after) - set(before) == {"publicatie-1"}
    assert after[0] == "publicatie-1"


def test_publication_is_a_copy_of_the_file(
    default_series: Series, home: Path, bundle: Path
) -> None:
    item = add_publication(default_series, 2, bundle, home)
    assert item.path.read_bytes() == bundle.read_bytes()
    assert item.path.is_relative_to(home)
    assert item.source.kind == "publication"
    assert item.source.edition == 2


def test_same_file_again_changes_nothing(default_series: Series, home: Path, bundle: Path) -> None:
    first = add_publication(default_series, 1, bundle, home)
    assert add_publication(default_series, 1, bundle, home) == first


def test_another_file_is_refused_and_the_first_kept(
    default_series: Series, home: Path, bundle: Path, tmp_path: Path
) -> None:
    first = add_publication(default_series, 1, bundle, home)
    other = tmp_path / "anders.pdf"
    other.write_bytes(b"%PDF-1.7 anders")
    with pytest.raises(LibraryError, match=r"already has bundel een\.pdf") as caught:
        add_publication(default_series, 1, other, home)
    assert "wijk remove --edition 1" in caught.value.remedy
    assert first.path.read_bytes() == bundle.read_bytes()


def test_removed_publication_gives_the_summary_back(
    default_series: Series, home: Path, bundle: Path
) -> None:
    before = _read(default_series, home)
    add_publication(default_series, 1, bundle, home)
    remove_publication(default_series, 1, home)
    assert _read(default_series, home) == before


def test_publication_that_is_not_there_cannot_be_removed(
    default_series: Series, home: Path
) -> None:
    with pytest.raises(LibraryError, match="has no publication"):
        remove_publication(default_series, 1, home)


def test_edition_that_is_not_there_is_refused(
    default_series: Series, home: Path, bundle: Path
) -> None:
    with pytest.raises(QuestionError, match="no edition 9") as caught:
        add_publication(default_series, 9, bundle, home)
    assert "1, 2, 3, 4" in caught.value.remedy


def test_copy_that_was_cut_off_does_not_count(
    default_series: Series, home: Path, bundle: Path
) -> None:
    item = add_publication(default_series, 1, bundle, home)
    item.path.rename(item.path.with_name(".half"))
    assert "publicatie-1" not in _read(default_series, home)
