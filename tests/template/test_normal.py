"""What is read without lxml and docxtpl is what they would make of it."""

import io
import sys
import zipfile
from collections.abc import Iterator
from pathlib import Path

import docxtpl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from draftkit._resources import templates_dir
from draftkit.template import borrowed, normal, patching
from tests.template.building import build, para
from tests.template.cases import CASES

TEMPLATES = templates_dir() / "gbt9704"
W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'


def parts() -> Iterator[tuple[str, bytes]]:
    """Yield every XML part of our templates and of those of the parity cases."""
    sources = [*(path.read_bytes() for path in TEMPLATES.glob("*.docx")), *(case.template for case in CASES)]
    for number, source in enumerate(sources):
        with zipfile.ZipFile(io.BytesIO(source)) as archive:
            for name in archive.namelist():
                if name.endswith((".xml", ".rels")):
                    yield f"{number} {name}", archive.read(name)


def test_parts_are_as_lxml_writes_them() -> None:
    found = [(name, normal._as_written(data), patching.normalised(data)) for name, data in parts()]
    assert [name for name, ours, theirs in found if ours is not None and ours != theirs] == []
    assert sum(ours is not None for _, ours, _ in found) > 0.9 * len(found)


names = st.sampled_from(["w:p", "w:r", "w:t", "a", "w:tab"])
attributes = st.lists(
    st.tuples(
        st.sampled_from(["w:val", "xml:space", "b", "xmlns:x", "xmlns"]),
        st.sampled_from(["", "preserve", "urn:x", "a&amp;b", "a&#10;b", "&quot;", "a>b", "a'b", "\t"]),
        st.sampled_from("\"'"),
    ),
    max_size=3,
)
texts = st.sampled_from(
    ["", " ", "\n", "甲", " 甲 ", "&lt;&amp;", "&gt;", ">", '"', "&quot;", "&#20013;", "\r\n", "\t"]
)
odd = st.sampled_from(["<!-- 注 -->", "<?pi x?>", "<![CDATA[<]]>", "<b", "</c>", "&x;", "\x01", "]]>"])


def _element(name: str, given: list[tuple[str, str, str]], inner: list[str], *, short: bool, space: str) -> str:
    tag = name + "".join(f" {key}={mark}{value}{mark}" for key, value, mark in given)
    return f"<{tag}{space}/>" if short and not inner else f"<{tag}{space}>{''.join(inner)}</{name}>"


markup = st.recursive(
    texts | odd,
    lambda inner: st.builds(
        _element, names, attributes, st.lists(inner, max_size=4), short=st.booleans(), space=st.sampled_from(["", " "])
    ),
    max_leaves=8,
)
heads = st.sampled_from(
    ["", "\ufeff", '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\r\n', "<?xml version='1.0'?>", "<?xml?>"]
)


@given(heads, st.lists(markup, max_size=4), st.sampled_from(["", "\n", " <x/>"]))
def test_what_is_taken_as_written_is_as_lxml_writes_it(head: str, inner: list[str], tail: str) -> None:
    data = f"{head}<w:body {W}>{''.join(inner)}</w:body>{tail}".encode()
    found = normal._as_written(data)
    assert found is None or found == patching.normalised(data)


@pytest.mark.parametrize(
    "core",
    [
        {"title": "{{ x }}"},
        {"title": "{{ x }}", "subject": "乙", "creator": "丙", "description": "", "identifier": "1", "language": "zh"},
        {},
    ],
)
def test_core_properties_are_completed_as_lxml_does(core: dict[str, str]) -> None:
    with zipfile.ZipFile(io.BytesIO(build(para("{{ x }}"), core=core))) as archive:
        data = archive.read("docProps/core.xml")
    assert normal._completed(data) == patching.completed(data, normal._RENDERED, others=True)
    spread = data.replace(b"><", b">\n<")
    assert normal._completed(spread) in (None, patching.completed(spread, normal._RENDERED, others=True))


def test_the_patching_is_that_of_docxtpl() -> None:
    patch = borrowed._patch_xml()
    assert patch is not None
    documents = [data.decode() for name, data in parts() if name.endswith("word/document.xml")]
    assert len(documents) > len(CASES)
    theirs = docxtpl.DocxTemplate("")
    assert [patch(None, xml) for xml in documents] == [theirs.patch_xml(xml) for xml in documents]


@pytest.mark.parametrize(
    "source",
    [
        "",
        "class DocxTemplate:\n    def patch_xml(self, src_xml, more):\n        return src_xml\n",
        "class DocxTemplate:\n    def patch_xml(self, src_xml):\n        return self.cleaned(src_xml)\n",
        "class DocxTemplate:\n    def patch_xml(self, src_xml):\n        return unescape(src_xml)\n",
        "class DocxTemplate:\n    def patch_xml(self, src_xml):\n        return re.sub('a', lambda m: self, src_xml)\n",
    ],
)
def test_a_patching_that_needs_more_is_not_borrowed(
    source: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "docxtpl.py").write_text("")
    (tmp_path / "template.py").write_text(source)
    monkeypatch.syspath_prepend(tmp_path)
    monkeypatch.delitem(sys.modules, "docxtpl")
    borrowed._patch_xml.cache_clear()
    try:
        assert borrowed._patch_xml() is None
    finally:
        borrowed._patch_xml.cache_clear()
