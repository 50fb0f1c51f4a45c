"""At which level the cases stand, where parts that no title calls so hold them as sections.

Cases are mostly chapters, and what stands below them are sections of theirs. In some books a
chapter is a part: *Initiatieven in dorpen*, a few lines of its own, and each of its sections is a
case. Then the sections have facts below their titles or heads of their own, and return to names
that the sections beside them do not have; those of one case share its names. Chapters beside such
parts that are not built as the cases are none.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Literal, TypeAlias

from corpus import Document, Position
from indexer.segment.alike import ENOUGH, NAMES, WEAK, Pattern, are_most, pattern_of, signs_of
from indexer.segment.chapters import Chapter
from indexer.segment.roles import gathers_cases
from indexer.segment.sections import Node, tree_of

_SEVERAL = 2
_ARE = "its sections have {}: they are cases"
_MAY_BE = "its sections have {}: they may be cases"
_ALIKE = "its sections are built as cases elsewhere"
_NO_MORE = "only in length and heads is it like cases elsewhere: it may be none"
_UNBUILT = "it is not built as cases elsewhere: it may be none"
_UNLIKE = "cases are sections elsewhere, and it is not built as they are"

_Verdict: TypeAlias = Literal["part", "case", "beside"]
_Key: TypeAlias = tuple[Position, int]


@dataclass(frozen=True, slots=True)
class _Told:
    """What a chapter was found to be, what says so, and what leaves its cases open."""

    verdict: _Verdict
    says: str = ""
    doubt: str = ""


def find_level(document: Document, chapters: Sequence[Chapter], level: int) -> tuple[Chapter, ...]:
    """The chapters of the level of the cases in each part, and the parts and others above it.

    Args:
        document: the whole of it.
        chapters: in reading order, with their sections.
        level: at which the cases stand but for parts that no title tells.
    """
    roots = tree_of(document, chapters)
    told: dict[_Key, _Told] = {}
    nodes = list(_flat(roots))
    outer = [one for one in nodes if any(it.chapter.level == level for it in one.sections)]
    told |= _judged(outer, otherwise="part")
    own = [one for one in nodes if one.chapter.level == level]
    while own:
        told |= _judged(own, otherwise="case")
        parts = [one for one in own if _key(one) in told and told[_key(one)].verdict == "part"]
        own = [section for one in parts for section in one.sections]
    return tuple(_kept(roots, level, told))


def _flat(nodes: Sequence[Node]) -> Iterator[Node]:
    for node in nodes:
        yield node
        yield from _flat(node.sections)


def _kept(
    nodes: Sequence[Node], level: int, told: dict[_Key, _Told], doubt: str = ""
) -> Iterator[Chapter]:
    """The chapters, and the sections of those that are parts."""
    for node in nodes:
        above = node.chapter.level < level
        own = told.get(_key(node), _Told("part" if above and node.may_be_case else "case"))
        is_part = own.verdict == "part"
        says = own.says if is_part else own.doubt or doubt or own.says
        yield replace(
            node.chapter,
            gathers=is_part or (above and not node.may_be_case),
            beside=own.verdict == "beside",
            says=says,
            is_open=not is_part and bool(own.doubt or doubt),
        )
        if is_part:
            yield from _kept(node.sections, level, told, own.doubt)


def _judged(nodes: Sequence[Node], *, otherwise: _Verdict) -> dict[_Key, _Told]:
    """What chapters of one level are, as far as signs tell of parts."""
    free = [node for node in nodes if node.may_be_case]
    signs = dict(zip(map(_key, free), signs_of(free), strict=True))
    strong = [node for node in free if len(signs[_key(node)]) >= ENOUGH]
    strong = strong or _built_as_chapters(free)
    named = [node for node in free if otherwise == "part" and gathers_cases(node.chapter.title)]
    told = {_key(node): _Told("part") for node in named}
    told |= {_key(node): _Told("part", _why(signs[_key(node)])) for node in strong}
    rest = [node for node in free if _key(node) not in told]
    if told:
        pattern = pattern_of([it for node in (*strong, *named) for it in node.cases])
        known = NAMES & {sign for node in strong for sign in signs[_key(node)]}
        return told | {
            _key(node): _beside(node, pattern, otherwise, alike=bool(known & {*signs[_key(node)]}))
            for node in rest
        }
    doubts = [(node, signs[_key(node)]) for node in rest if otherwise == "case"]
    return {
        _key(node): _Told("case", doubt=_MAY_BE.format(", ".join(own)))
        for node, own in doubts
        if {*own} - WEAK
    }


def _built_as_chapters(nodes: Sequence[Node]) -> list[Node]:
    """The chapters without facts of which most sections are built as chapters that have them."""
    alike = [node for node in nodes if node.own.has_facts]
    if len(alike) < _SEVERAL:
        return []
    pattern = pattern_of(alike)
    others = [node for node in nodes if node not in alike and len(node.cases) >= _SEVERAL]
    return [node for node in others if are_most([pattern.fits(it.whole) for it in node.cases])]


def _why(signs: Sequence[str]) -> str:
    return _ARE.format(", ".join(signs)) if len(signs) >= ENOUGH else _ALIKE


def _beside(node: Node, pattern: Pattern, otherwise: _Verdict, *, alike: bool) -> _Told:
    """What a chapter is that stands beside parts.

    Args:
        node: the chapter.
        pattern: of the cases in the parts.
        otherwise: what the chapters of its level are where nothing tells.
        alike: whether its sections have names of their own as those of the parts do.
    """
    fit = bool(node.cases) and are_most([pattern.fits(one.whole) for one in node.cases])
    if pattern.is_of_form and (fit or pattern.fits(node.whole)):
        return _Told("part", _ALIKE) if fit else _Told("case")
    if alike:
        return _Told("part", _ALIKE) if not pattern.is_of_form else _Told("part", doubt=_UNBUILT)
    if fit:
        return _Told("part", doubt=_NO_MORE)
    if otherwise == "case" and not pattern.is_of_form and pattern.fits(node.whole):
        return _Told("case", doubt=_NO_MORE)
    return _Told("beside", _UNLIKE)


def _key(node: Node) -> _Key:
    return node.chapter.start, node.chapter.level
