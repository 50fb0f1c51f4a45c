"""What several tests need: an empty home, a small invented series, and real PDFs."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from flask.testing import FlaskClient
from web_series import build, web_app, write_series

from corpus import Series, find_series
from indexer.pipeline import build_index
from search.cli import cli
from search.collection import Collection, open_collection

SHARED = Path(__file__).parents[2] / "shared"

Wijk = Callable[..., Result]


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty home folder that the environment names."""
    folder = tmp_path / "home"
    monkeypatch.setenv("WIJK_HOME", str(folder))
    monkeypatch.delenv("WIJK_SERIES", raising=False)
    return folder


@pytest.fixture(scope="session")
def default_series() -> Series:
    """The series in the box."""
    return find_series("wij-in-de-wijk")


@pytest.fixture(scope="session")
def default_home(default_series: Series, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A home with the index of the default series; tests only read in it."""
    folder = tmp_path_factory.mktemp("default") / "home"
    build_index(default_series, folder, report=lambda *_: None)
    return folder


@pytest.fixture(scope="session")
def default_collection(default_series: Series, default_home: Path) -> Iterator[Collection]:
    """The open index of the default series."""
    with open_collection(default_series, default_home) as collection:
        yield collection


@pytest.fixture(scope="session")
def casebook_collection(default_home: Path) -> Iterator[Collection]:
    """The open index of the fictional casebook, beside that of the default series."""
    series = find_series("voorbeeld")
    build_index(series, default_home, report=lambda *_: None)
    with open_collection(series, default_home) as collection:
        yield collection


@pytest.fixture
def wijk(home: Path) -> Wijk:
    """Runs `wijk` with the arguments, in the empty home."""
    return _runner(home)


@pytest.fixture(scope="session")
def wijk_default(default_home: Path) -> Wijk:
    """Runs `wijk` with the arguments, in the home with the default index."""
    return _runner(default_home)


def _runner(folder: Path) -> Wijk:
    def run(*arguments: str, **environment: str) -> Result:
        names = {"WIJK_HOME": str(folder), **environment}
        return CliRunner(env=names).invoke(cli, arguments, catch_exceptions=False)

    return run


MANIFEST = """
id = "straten"
title = "Onze straten"

[[editions]]
number = 1
title = "Onze straten 1"

[[editions.sources]]
id = "een"
path = "een.md"
kind = "publication"
title = "Onze straten, eerste deel"

[[editions.cases]]
id = "de-pomp"
title = "De Pomp"
place = "Waterdam"
province = "Verzonnen"
themes = ["samen eten"]
target_groups = ["alleenstaande ouderen"]

[[editions.cases]]
id = "het-veldje"
title = "Het Veldje"
place = "'s-Gravenmoer"

[[editions]]
number = 2
title = "Onze straten 2"

[[editions.sources]]
id = "twee"
path = "twee.md"
kind = "publication"
title = "Onze straten, tweede deel"
"""

FIRST = """# Woord vooraf

Dit deel is verzonnen.

# De Pomp

## Aanpak

In De Pomp koken bewoners elke week een maaltijd. Een kind helpt met de soep. Zo groeide één
initiatief uit tot een vaste gewoonte.

## Resultaat

Er is nu een huis vol mensen. Niemand eet nog alleen!

# Het Veldje

Op het veldje sporten jongeren uit de buurt. De gemeente maait het gras.
"""

SECOND = """# De Brug

Over de brug lopen kinderen naar school. Hun ouders drinken koffie in twee kleine huizen.

# De Schuur

In de schuur repareren vrijwilligers fietsen. Initiatieven als dit vragen tijd.
"""


@pytest.fixture
def streets(tmp_path: Path) -> Path:
    """The manifest of a small invented series of two editions and four cases, as text files."""
    return write_streets(tmp_path / "straten")


def write_streets(folder: Path) -> Path:
    """Writes the invented series into a new folder; gives its manifest."""
    folder.mkdir()
    (folder / "een.md").write_text(FIRST, encoding="utf-8")
    (folder / "twee.md").write_text(SECOND, encoding="utf-8")
    manifest = folder / "series.toml"
    manifest.write_text(MANIFEST, encoding="utf-8")
    return manifest


@pytest.fixture(scope="session")
def street_series(tmp_path_factory: pytest.TempPathFactory) -> Series:
    """The small invented series, for tests that only read it."""
    return find_series(str(write_streets(tmp_path_factory.mktemp("series") / "straten")))


@pytest.fixture(scope="session")
def street_collection(
    street_series: Series, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Collection]:
    """The open index of the small invented series."""
    folder = tmp_path_factory.mktemp("straten")
    build_index(street_series, folder, report=lambda *_: None)
    with open_collection(street_series, folder) as collection:
        yield collection


@pytest.fixture(scope="session")
def kade(tmp_path_factory: pytest.TempPathFactory) -> tuple[Series, Path]:
    """The series with everything that a page can go wrong on, and the home of its index."""
    root = tmp_path_factory.mktemp("kade")
    series = write_series(root / "serie")
    build(series, root / "home")
    return series, root / "home"


@pytest.fixture(scope="session")
def client(kade: tuple[Series, Path]) -> Iterator[FlaskClient]:
    """The web view of that series."""
    with web_app(*kade) as app:
        yield app.test_client()


@pytest.fixture(scope="session")
def default_client(default_series: Series, default_home: Path) -> Iterator[FlaskClient]:
    """The web view of the default series."""
    with web_app(default_series, default_home) as app:
        yield app.test_client()
