"""Folders of documents of one case each: how they are known does not get worse."""

import tomllib
from pathlib import Path

import pytest
import score_singles
import single_folders

FLOORS = tomllib.loads((Path(__file__).parent / "score_singles_floors.toml").read_text("utf-8"))


def test_floors_are_of_these_folders() -> None:
    assert single_folders.texts_hash() == FLOORS["folders"], "measure anew, write it down"


@pytest.mark.parametrize("name", FLOORS["quick"])
def test_documents_of_one_case_each_are_known(name: str, tmp_path: Path) -> None:
    (folder,) = (one for one in single_folders.folders("development") if one.name == name)
    score = score_singles.score_folder(folder, tmp_path)
    assert score.right >= FLOORS["quick"][name], score.faults
    assert score.found == score.right, score.faults
    assert score.editions == score.folders, score.faults
    assert score.kept_out == score.about, score.faults
