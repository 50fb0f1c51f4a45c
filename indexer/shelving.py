"""What the files of a folder are to each other: bundles, one case each, or pages about them."""

from collections.abc import Sequence
from dataclasses import dataclass

from corpus import Document
from indexer.segment import Whole, find_wholes

_FEWEST = 2  # documents that make an edition together


@dataclass(frozen=True, slots=True)
class Shelves:
    """The documents of a folder, each on one shelf, in their order.

    Attributes:
        bundles: each an edition of its own.
        cases: one case each, together an edition.
        pages: about the series.
    """

    bundles: tuple[Document, ...]
    cases: tuple[Document, ...]
    pages: tuple[Document, ...]


def shelve(documents: Sequence[Document]) -> Shelves:
    """Puts each document on its shelf.

    PDFs are bundles, but for those that are one case each and, beside such, those of one text that
    is unlike theirs. Other files are pages beside PDFs, but for those that surely are a case. Where
    there is no PDF they are cases, but for web pages whose text is unlike those of the others.

    Args:
        documents: of a folder, each named by its title.
    """
    wholes = {one.document.source.id: one for one in find_wholes(documents)}
    prints = [one for one in documents if one.format == "pdf"]
    sheets = [one for one in prints if _is_case(wholes.get(one.source.id))]
    cases = [one for one in documents if one in sheets or _may_join(one, wholes, beside=prints)]
    if prints and len(cases) < _FEWEST:
        cases = [one for one in cases if one not in sheets]
    kept = {one.source.id for one in cases}
    about = [one for one in prints if sheets and _is_other(wholes.get(one.source.id))]
    bundles = [one for one in prints if one.source.id not in kept and one not in about]
    if not kept and not prints:
        return Shelves((), tuple(documents), ())
    return Shelves(
        tuple(bundles),
        tuple(cases),
        tuple(one for one in documents if one not in bundles and one.source.id not in kept),
    )


def _is_case(whole: Whole | None) -> bool:
    return whole is not None and whole.kind.may_be_case


def _is_other(whole: Whole | None) -> bool:
    return whole is not None and not whole.kind.may_be_case


def _may_join(document: Document, wholes: dict[str, Whole], *, beside: Sequence[Document]) -> bool:
    """Whether a file that is no PDF stands among the cases."""
    if document.format == "pdf":
        return False
    whole = wholes.get(document.source.id)
    if beside:
        return whole is not None and whole.is_told and whole.kind.may_be_case
    return document.format == "text" or whole is None or whole.kind.may_be_case
