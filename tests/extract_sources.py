"""Files to read, and a worker with code of ours in it, for the tests of `indexer.extract`."""

from pathlib import Path

import pytest
from extract_pdfs import Text, pdf

from corpus import Source

SOURCE = Source(id="bron", path="bron", kind="publication", title="Bron")


PDF = pdf([[Text(50, 500, "Buurthuis De Brug")], [Text(50, 500, "Tweede")]])


def write(folder: Path, name: str, data: bytes) -> Path:
    """Writes a file, and gives its path."""
    path = folder / name
    path.write_bytes(data)
    return path


def plant(folder: Path, monkeypatch: pytest.MonkeyPatch, code: str) -> None:
    """Puts a module of ours with this code into the worker, by a real file on its path."""
    site = folder / "site"
    site.mkdir()
    (site / "sitecustomize.py").write_text(
        "import sys, types\n"
        "class Finder:\n"
        "    def find_spec(self, name, path=None, target=None):\n"
        "        if name == 'indexer.extract.text':\n"
        "            from importlib.util import spec_from_file_location\n"
        f"            return spec_from_file_location(name, {str(site / 'planted.py')!r})\n"
        "sys.meta_path.insert(0, Finder())\n",
        encoding="utf-8",
    )
    (site / "planted.py").write_text(code, encoding="utf-8")
    monkeypatch.syspath_prepend(site)
