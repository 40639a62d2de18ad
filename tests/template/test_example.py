"""The example with a template of the office's own."""

from pathlib import Path

from attrs import evolve
from docx import Document

from draftkit.template import Template
from examples.custom_template import make_template, notice


def test_the_notice_holds_what_it_was_given(tmp_path: Path) -> None:
    (path,) = notice.main(tmp_path)
    document = Document(str(path))
    texts = [paragraph.text for paragraph in document.paragraphs]
    assert "关于清溪镇第十八届人民代表大会第九次会议代表建议办理情况的通报" in texts
    assert any("共收到代表建议、批评和意见4件" in text and "其中已经解决3件，占75%" in text for text in texts)
    assert any("尚有1件列入计划、正在推进，即《关于增设镇区公共停车位的建议》" in text for text in texts)
    rows = [[cell.text for cell in row.cells] for row in document.tables[0].rows]
    assert 1 + len(notice.NOTICE.suggestions) == len(rows)
    assert ["1", "关于修复石桥村机耕路的建议", "陈国庆", "镇农业农村办公室", "已解决"] == rows[1]
    assert "清溪镇人大主席团文件" == document.sections[0].header.paragraphs[0].text


def test_several_open_suggestions_are_told_one_by_one(tmp_path: Path) -> None:
    first, *others = notice.NOTICE.suggestions
    facts = evolve(notice.NOTICE, suggestions=(evolve(first, result="正在办理"), *others))
    path = tmp_path / "通报.docx"
    Template(notice.HERE / "notice.docx").save(path, facts)
    sentence = "尚有2件列入计划、正在推进，分别是《关于修复石桥村机耕路的建议》和《关于增设镇区公共停车位的建议》。"
    assert any(sentence in paragraph.text for paragraph in Document(str(path)).paragraphs)


def test_the_template_lacks_nothing() -> None:
    template = Template(notice.HERE / "notice.docx")
    assert () == template.check(notice.Notice, styles=["Title", "Body Text", "Table Text"])


def test_the_template_is_what_its_script_makes(tmp_path: Path) -> None:
    kept = make_template.TEMPLATE.read_bytes()
    try:
        make_template.main()
        made = [paragraph.text for paragraph in Document(str(make_template.TEMPLATE)).paragraphs]
    finally:
        make_template.TEMPLATE.write_bytes(kept)
    assert made == [paragraph.text for paragraph in Document(str(make_template.TEMPLATE)).paragraphs]
