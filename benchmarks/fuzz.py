"""Throws texts and files at the readers and the rules; nothing may come out but findings and errors of ours.

    python benchmarks/fuzz.py --inputs 200000 [--target text] [--seed 1]

With atheris installed (`pip install atheris`) inputs are guided by coverage; without, they come from a seeded
generator. An input is a sequence of bytes that picks tokens of papers (labels, dates, formulas, marks, blanks,
residue) and raw characters, so that most inputs reach the rules. The targets:

- text: `draftkit.check` on a text; spans and edits have to lie inside their paragraphs;
- fix: the safe fixes of a text file; made twice, they make no more than once;
- docx: a Word file whose paragraphs, looks and lists come from the input, and whose XML is then damaged;
- bytes: any bytes as a text file, a Markdown file and a Word file.
"""

import argparse
import importlib
import io
import random
import runpy
import sys
import time
import zipfile
from collections import Counter
from collections.abc import Callable
from pathlib import Path

from draftkit.checks import Checker, Findings, check
from draftkit.checks.files.text import fix_text
from draftkit.checks.files.word import commented, fix_word
from draftkit.checks.fixing import chosen
from draftkit.checks.reports import as_json, as_sarif, as_text
from draftkit.errors import DraftError
from draftkit.readers.reading import read_data

TOKENS: tuple[str, ...] = runpy.run_path(str(Path(__file__).with_name("hostile.py")))["TOKENS"]

WORDS = (
    *TOKENS,
    *("清溪镇", "人大", "主席团", "工作总结\n", "关于政府工作报告的决议\n", "（草案）", "。", "，", "\n", "\n", "\n"),
    *(
        "——2025年1月14日在清溪镇第十八届人民代表大会第四次会议上\n",
        "（2025年1月15日清溪镇第十八届人民代表大会第四次会议通过）\n",
    ),
    *(
        "二、",
        "（二）",
        "2.",
        "三是",
        "其次，",
        "二〇二四年三月二十八日\n",
        "2024年2月30日",
        "同比增长12%",
        "其中",
        "共3项：一是甲；二是乙",
    ),
    *(
        "应到代表86名，实到80名，请假5名",
        "赞成45票，反对3票，弃权2票",
        "收到建议34件，办结33件，办结率100%",
        "100万元",
        "5.2亿元",
    ),
    *(
        "以习近平同志为核心的党中央",
        "以胡锦涛同志为总书记的党中央",
        "科学发展观",
        "“三个代表”重要思想",
        "党的十八大和十八届三中、五中全会",
    ),
    *("\r\n", "\x0c", "\u2028", "\x00", "\ud7ff", "😀", "𠮷", "é", "ア", "\u202e", "\ufeff", "０１２", "㈠", "⑴", "⒈"),
)


def text_of(data: bytes) -> str:
    """Return the text that `data` picks: each byte a token, one in sixteen a character of its own."""
    parts, at = [], 0
    while at < len(data):
        pick = data[at]
        if pick >= 240 and at + 2 < len(data):  # noqa: PLR2004 -- a byte has 256 values
            code = data[at + 1] << 8 | data[at + 2]
            parts.append(chr(code) if not 0xD800 <= code < 0xE000 else "")  # noqa: PLR2004 -- surrogates
            at += 3
            continue
        parts.append(WORDS[(pick * 7 + (data[at - 1] if at else 0)) % len(WORDS)])
        at += 1
    return "".join(parts)


def sound(findings: Findings) -> None:
    """Refuse findings and fixes that lie outside their paragraphs, and messages that can't be told."""
    paragraphs = findings.paragraphs
    assert [paragraph.index for paragraph in paragraphs] == list(range(len(paragraphs)))  # noqa: S101
    for finding in findings:
        place = finding.place
        assert 0 <= place.start < place.end <= len(place.paragraph.text), finding  # noqa: S101
        assert finding.zh, finding  # noqa: S101
        for edit in finding.fix.edits if finding.fix else ():
            assert 0 <= edit.start <= edit.end <= len(paragraphs[edit.paragraph].text), finding  # noqa: S101


def on_text(data: bytes) -> None:
    """Check a text."""
    findings = check("\n" + text_of(data))
    sound(findings)
    if data[:1] < b"\x08":
        as_text(findings)
        as_json(findings)
        as_sarif(findings)


CHECKER = Checker()
TXT = Path("a.txt")


def _passes(data: bytes) -> bytes:
    """Return `data` with fixes made until there are none left."""
    for _ in range(8):
        document, source = read_data(data, TXT)
        findings = CHECKER.check(document, source, "a.txt")
        fixed = fix_text(data, findings) if chosen(findings) else data
        if fixed == data:
            return data
        data = fixed
    raise AssertionError("the fixes don't come to an end")


def on_fix(data: bytes) -> None:
    """Fix a text file."""
    text = text_of(data).replace("\0", "").encode("utf-8", "surrogatepass")
    try:
        once = _passes(text)
    except DraftError:
        return
    assert _passes(once) == once  # noqa: S101


W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
KINDS = (
    "",
    "<w:pStyle w:val='Title'/>",
    "<w:pStyle w:val='Heading1'/>",
    "<w:jc w:val='center'/>",
    "<w:numPr><w:ilvl w:val='0'/><w:numId w:val='1'/></w:numPr>",
    "<w:numPr><w:ilvl w:val='1'/><w:numId w:val='2'/></w:numPr>",
    "<w:ind w:firstLineChars='200'/>",
    "<w:rPr><w:del w:id='1'/></w:rPr>",
)
NUMBERING = (
    f"<w:numbering {W}><w:abstractNum w:abstractNumId='0'>"
    "<w:lvl w:ilvl='0'><w:numFmt w:val='chineseCounting'/><w:lvlText w:val='%1、'/></w:lvl>"
    "<w:lvl w:ilvl='1'><w:numFmt w:val='decimal'/><w:lvlText w:val='%1.%2'/></w:lvl></w:abstractNum>"
    "<w:num w:numId='1'><w:abstractNumId w:val='0'/></w:num>"
    "<w:num w:numId='2'><w:abstractNumId w:val='0'/><w:lvlOverride w:ilvl='1'><w:startOverride w:val='3'/></w:lvlOverride></w:num>"
    "</w:numbering>"
)
RELS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
MAIN = "application/vnd.openxmlformats-officedocument.wordprocessingml"


def word_of(data: bytes) -> bytes:
    """Return a Word file whose paragraphs are the lines of the text that `data` picks."""
    lines = text_of(data).split("\n")
    parts = []
    for number, line in enumerate(lines):
        kept = "".join(char for char in line if char >= " " and char not in "\ufffe\uffff")
        shown = kept.replace("&", "&amp;").replace("<", "&lt;")
        half = len(kept) // 2
        runs = [shown] if "&" in shown else [shown[:half], shown[half:]]
        texts = "".join(f"<w:r><w:t xml:space='preserve'>{run}</w:t></w:r>" for run in runs)
        if number % 11 == 7:  # noqa: PLR2004 -- now and then a tracked change
            texts = f"<w:ins w:id='1'>{texts}</w:ins><w:del w:id='2'><w:r><w:delText>删</w:delText></w:r></w:del>"
        parts.append(f"<w:p><w:pPr>{KINDS[(number * 5 + len(line)) % len(KINDS)]}</w:pPr>{texts}</w:p>")
        if number % 13 == 5:  # noqa: PLR2004 -- and a table
            cell = f"<w:tc><w:p>{texts}</w:p></w:tc>"
            parts.append(f"<w:tbl><w:tr>{cell}{cell}</w:tr><w:tr>{cell}</w:tr></w:tbl>")
    body = "".join(parts) + "<w:p/>"
    if data[:1] > b"\xe8":  # damage
        at = int.from_bytes(data[:2], "big") % len(body)
        body = body[:at] + body[at + 3 :]
    files = {
        "[Content_Types].xml": f"<Types xmlns='{PACKAGE}/content-types'>"
        "<Default Extension='rels' ContentType='application/vnd.openxmlformats-package.relationships+xml'/>"
        f"<Override PartName='/word/document.xml' ContentType='{MAIN}.document.main+xml'/>"
        f"<Override PartName='/word/numbering.xml' ContentType='{MAIN}.numbering+xml'/></Types>",
        "_rels/.rels": f"<Relationships xmlns='{PACKAGE}/relationships'>"
        f"<Relationship Id='r1' Type='{RELS}/officeDocument' Target='word/document.xml'/></Relationships>",
        "word/_rels/document.xml.rels": f"<Relationships xmlns='{PACKAGE}/relationships'>"
        f"<Relationship Id='r1' Type='{RELS}/numbering' Target='numbering.xml'/></Relationships>",
        "word/document.xml": f"<w:document {W}><w:body>{body}</w:body></w:document>",
        "word/numbering.xml": NUMBERING,
    }
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    return out.getvalue()


DOCX = Path("a.docx")


def on_docx(data: bytes) -> None:
    """Check a Word file, and put comments and fixes into it."""
    file = word_of(data)
    try:
        document, source = read_data(file, DOCX)
    except DraftError:
        return
    findings = CHECKER.check(document, source, "a.docx")
    sound(findings)
    if findings.items and data[-1:] < b"\x40":
        read_data(commented(file, findings), DOCX)
        read_data(fix_word(file, findings), DOCX)


def on_bytes(data: bytes) -> None:
    """Read any bytes as any file."""
    for path in (TXT, Path("a.md"), DOCX):
        try:
            document, source = read_data(data, path)
        except DraftError:
            continue
        sound(CHECKER.check(document, source, str(path)))


TARGETS: dict[str, tuple[Callable[[bytes], None], int]] = {
    "text": (on_text, 10),
    "fix": (on_fix, 3),
    "docx": (on_docx, 3),
    "bytes": (on_bytes, 4),
}
"""What runs, and how large a part of the inputs it gets."""


def seeded(inputs: int, seed: int, names: list[str]) -> int:
    """Run the targets on generated inputs, and return how many failed."""
    chance = random.Random(seed)  # noqa: S311 -- no secret hangs on it
    weights = [TARGETS[name][1] for name in names]
    failed: Counter[str] = Counter()
    start = time.monotonic()
    for number in range(inputs):
        name = chance.choices(names, weights)[0]
        data = chance.randbytes(min(int(chance.expovariate(1 / 14)) + 1, 200))
        try:
            TARGETS[name][0](data)
        except Exception as error:  # noqa: BLE001 -- whatever it is, it is what is looked for
            key = f"{type(error).__name__}: {str(error)[:160]}"
            if not failed[key]:
                print(f"{name} on {data!r}\n  {text_of(data)[:200]!r}\n  {key}", flush=True)
            failed[key] += 1
        if number % 20_000 == 19_999:  # noqa: PLR2004
            print(f"{number + 1:,} inputs, {time.monotonic() - start:.0f} s, {sum(failed.values())} failed", flush=True)
    print(f"{inputs:,} inputs, {sum(failed.values())} failed")
    return sum(failed.values())


def guided(inputs: int, names: list[str]) -> None:
    """Run the targets on inputs that atheris guides; it ends the process."""
    atheris = importlib.import_module("atheris")  # it needn't be there

    def one(data: bytes) -> None:
        if data:
            TARGETS[names[data[0] % len(names)]][0](data[1:])

    atheris.instrument_all()
    atheris.Setup([sys.argv[0], f"-runs={inputs}", "-max_len=160", "-len_control=0", "-print_final_stats=1"], one)
    atheris.Fuzz()


def main() -> int:
    """Run."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--inputs", type=int, default=200_000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--target", choices=TARGETS, action="append", help="only this; may be said again")
    parser.add_argument("--atheris", action="store_true", help="let atheris guide the inputs")
    options = parser.parse_args()
    names = options.target or list(TARGETS)
    if options.atheris:
        guided(options.inputs, names)
    return 1 if seeded(options.inputs, options.seed, names) else 0


if __name__ == "__main__":
    sys.exit(main())
