"""Ten real papers, read: everything that a reader must find in them, and their text unchanged."""

import json
import re
from pathlib import Path
from typing import Any

import docx
import pytest

from draftkit.kinds import from_document
from draftkit.readers import read
from draftkit.readers.raw import raw_lines
from draftkit.renderers import write
from draftkit.tree import Document, Inlines, Line, Part, Point, Points, Section, SpanKind, plain
from draftkit.tree.moves import find_moves

NAMES = [
    "01-chaping-resolution",
    "02-wuxi-resolution",
    "03-suichang-town-report",
    "04-chating-report",
    "05-town-summary",
    "06-xinchang-summary",
    "07-shouxian-summary",
    "08-town-2024-summary",
    "09-town-2024-report-blanks",
    "10-leping-report",
]


@pytest.fixture(params=NAMES)
def paper(request: pytest.FixtureRequest, corpus: Path) -> tuple[Document, dict[str, Any], str]:
    gold = json.loads((corpus / "gold" / f"{request.param}.json").read_text(encoding="utf-8"))
    path = corpus / gold["file"]
    return read(path), gold, path.read_text(encoding="utf-8")


def _text(value: Inlines | None) -> str | None:
    return plain(value) if value else None


def _numbered(document: Document) -> list[dict[str, Any]]:
    return [
        {
            "line": line.node.line,
            "label": line.spans[0].text,
            "title": _text(line.node.title),
            "run_in": line.node.run_in,
            **({} if line.node.title else {"item": True}),
        }
        for line in document.lines()
        if isinstance(line, Line) and isinstance(line.node, Section)
    ]


def _enumerated(document: Document) -> list[dict[str, Any]]:
    return [
        {"line": line.node.line, "label": line.spans[0].text}
        for line in document.lines()
        if isinstance(line, Line) and isinstance(line.node, Point | Points) and line.spans[0].kind is SpanKind.LABEL
    ]


def _moves(document: Document) -> list[str]:
    moves: list[str] = []
    for line in document.lines():
        if isinstance(line, Line) and line.node is not None:
            moves += [move.kind.value for move in find_moves(line.text, first=not moves)]
    return moves


def test_everything_in_the_gold_answers_is_found(paper: tuple[Document, dict[str, Any], str]) -> None:
    document, gold, _ = paper
    block = document.title_block

    found = {
        "file": gold["file"],
        "kind": document.kind,
        "title": _text(block.title),
        "mark": block.mark.text if block.mark else None,
        "epigraph": _text(block.occasion),
        "reporter": _text(block.reporter),
        "salutation": _text(block.salutation),
        "parts": [
            {"line": node.line, "title": plain(node.title)} for node in document.walk() if isinstance(node, Part)
        ],
        "numbered": _numbered(document),
        "enumerated_paragraphs": _enumerated(document),
        "moves": _moves(document) if document.kind == "resolution" else [],
        "residue": [residue.line for residue in document.residue],
        "broken_paragraphs": [[join.first, join.second] for join in document.joins],
    }

    empty: dict[str, Any] = {"parts": [], "moves": [], "residue": [], "broken_paragraphs": []}
    expected = {**dict.fromkeys(found), **empty, **gold}
    expected["residue"] = [residue["line"] for residue in expected["residue"]]
    assert found == expected


def test_residue_is_the_text_that_was_set_aside(paper: tuple[Document, dict[str, Any], str]) -> None:
    document, gold, text = paper
    lines = text.splitlines()
    fragments = {entry["line"]: entry["fragment"] for entry in gold.get("residue", [])}
    for residue in document.residue:
        assert residue.line is not None
        assert residue.text in lines[residue.line - 1]
        if (fragment := fragments[residue.line]) and fragment in text:
            assert residue.text == fragment


def _normalized(document: Document, text: str) -> str:
    """Return `text` after the declared normalisation: residue out, cut paragraphs joined, stray space gone."""
    lines = {raw.line: raw.text for raw in raw_lines(text)}
    for residue in document.residue:
        assert residue.line is not None
        lines[residue.line] = lines[residue.line].replace(residue.text, "", 1).strip()
    for join in document.joins:
        lines[join.first] += lines.pop(join.second)
    return re.sub(r"[ \t]+", "", "\n".join(line for line in lines.values() if line))


def test_the_text_is_kept(paper: tuple[Document, dict[str, Any], str]) -> None:
    document, _, text = paper
    assert re.sub(r"[ \t]+", "", document.text()) == _normalized(document, text)


def test_the_kind_found_in_a_paper_drafts_its_text_again(paper: tuple[Document, dict[str, Any], str]) -> None:
    document, gold, _ = paper
    kind = from_document(document)
    assert kind is not None
    assert kind.kind == gold["kind"]
    assert kind.draft().text() == document.text()


def test_docx_made_of_a_paper_has_its_text(paper: tuple[Document, dict[str, Any], str], tmp_path: Path) -> None:
    document, _, _ = paper
    kind = from_document(document)
    assert kind is not None
    path = write(kind.draft(), tmp_path / "paper.docx")
    paragraphs = [paragraph.text for paragraph in docx.Document(str(path)).paragraphs]
    # The title is broken into lines of its own for the page.
    assert [paragraph.replace("\n", "") for paragraph in paragraphs] == document.text().splitlines()
