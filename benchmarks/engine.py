"""Measure the template engine against docxtpl and its peers, in one interleaved run.

    python -m benchmarks.engine [--rounds 15] [--rust PYTHON] [--node FOLDER] [--only speed,growth,…]

`--rust` is the Python of an environment with rust-docxtpl (it can't stand beside docxtpl),
`--node` a folder in which `npm install docxtemplater pizzip` was run. What isn't given is left out.
Texts of all contenders are compared before anything is timed.
"""

import argparse
import hashlib
import importlib.metadata
import io
import itertools
import os
import platform
import re
import subprocess
import sys
import tempfile
import time
import tracemalloc
import zipfile
import zlib
from collections.abc import Callable, Iterator, Mapping
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from pathlib import Path
from typing import Any, Final

import docx
import docxtpl
from isal import isal_zlib

from benchmarks import papers
from benchmarks.measure import Timer, Worker, exponent, interleaved, timer
from draftkit.renderers.docx import render_docx
from draftkit.renderers.house import House
from draftkit.template import Template
from draftkit.template.container import Deflate, Front, deflated, front, join, kept
from draftkit.template.deflate import deflate_named
from draftkit.template.engine import compile_engine
from draftkit.template.filters import FILTERS
from draftkit.template.limits import DEFAULT
from draftkit.tree import Document, Section, Table, TitleBlock

HERE: Final = Path(__file__).parent
CASES: Final = {
    "60段报告": (papers.report_body(), papers.report_data()),
    "一页决议": (papers.page_body(), papers.page_data()),
    "600段报告": (papers.report_body(), papers.report_data(600)),
}


def by_docxtpl(template: bytes, data: Mapping[str, Any]) -> bytes:
    """Return what docxtpl makes."""
    opened = docxtpl.DocxTemplate(io.BytesIO(template))
    opened.render(dict(data), autoescape=True)
    buffer = io.BytesIO()
    opened.save(buffer)
    return buffer.getvalue()


def by_python_docx(template: bytes, texts: list[tuple[str, str]]) -> bytes:
    """Return the paper written by python-docx, paragraph by paragraph."""
    opened = docx.Document(io.BytesIO(template))
    body = opened.element.body
    for child in list(body)[:-1]:
        body.remove(child)
    for style, text in texts:
        opened.add_paragraph(text, style=style)
    buffer = io.BytesIO()
    opened.save(buffer)
    return buffer.getvalue()


def texts(data: bytes) -> list[str]:
    """Return the texts of a document's paragraphs, those in tables too; empty ones are left out."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        xml = archive.read("word/document.xml").decode()
    found = (
        "".join(re.findall(r"<w:t(?: [^>]*)?>([^<]*)</w:t>", one))
        for one in re.findall(r"<w:p[ >].*?</w:p>", xml, re.DOTALL)
    )
    return [text for text in found if text]


def _deflated(maker: Any, level: int, data: bytes) -> bytes:  # noqa: ANN401 - zlib or what stands in for it
    stream = maker.compressobj(level, zlib.DEFLATED, -15)
    packed: bytes = stream.compress(data) + stream.flush()
    return packed


LIMITS: Final[dict[str, Deflate]] = {"zlib": partial(_deflated, zlib, 6), "isal": partial(_deflated, isal_zlib, 1)}
"""Deflating at the level that we deflate at, as anyone does: with the window that zlib has unless told otherwise."""


def limit(template: Template, data: Mapping[str, Any], deflate: str) -> Callable[[], bytes]:
    """Return what does nothing but deflate, checksum and pack what `template` renders."""
    engine = template._engine  # noqa: SLF001 - the limit is that of the engine's own parts
    with zipfile.ZipFile(io.BytesIO(template.render(data))) as archive:
        made = {program.source.name: archive.read(program.source.name) for program in engine.programs}
    pack = LIMITS[deflate]
    return lambda: join([deflated(name, part, pack) for name, part in made.items()], engine.static)


def docxtemplater_body(body: str) -> str:
    """Return a body in docxtemplater's language."""
    loops = {
        "section in sections": "sections",
        "text in section.texts": "texts",
        "line in text.lines": "lines",
        "row in rows": "rows",
    }
    for loop, name in loops.items():
        body = body.replace(f"{{%p for {loop} %}}", f"{{#{name}}}").replace(f"{{%tr for {loop} %}}", f"{{#{name}}}")
    ends = iter(["{/lines}", "{/texts}", "{/sections}"])
    body = re.sub(r"\{%p endfor %\}", lambda _: next(ends), body)
    row = re.compile(r"<w:tr [^>]*>(?:(?!</w:tr>).)*?\{%tr endfor %\}.*?</w:tr>", re.DOTALL)
    body = row.sub("", body)
    start = re.compile(r"<w:tr [^>]*>(?:(?!</w:tr>).)*?\{#rows\}.*?</w:tr>", re.DOTALL)
    body = start.sub("", body).replace("{{ row.name }}", "{#rows}{name}").replace("{{ row.note }}", "{note}{/rows}")
    return re.sub(r"\{\{ (?:\w+\.)?(\w+) \}\}", r"{\1}", body).replace("{line}", "{.}")


def docxtemplater_template(body: str) -> bytes:
    """Return a template in docxtemplater's language, its footer and title too."""
    buffer = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(papers.template(docxtemplater_body(body)))) as theirs,
        zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as made,
    ):
        for name in theirs.namelist():
            made.writestr(name, re.sub(rb"\{\{ (\w+) \}\}", rb"{\1}", theirs.read(name)))
    return buffer.getvalue()


def say(*cells: object) -> None:
    """Print a row of a table."""
    print("| " + " | ".join(str(cell) for cell in cells) + " |", flush=True)


def contest(name: str, rust: Worker | None, node: Worker | None, rounds: int) -> None:
    """Compare what all contenders make of one paper, then time them."""
    body, data = CASES[name]
    template = papers.template(body)
    plain, fast = Template(template, deflate="zlib"), Template(template, deflate="isal")
    expected = texts(by_docxtpl(template, data))
    contenders: dict[str, Timer] = {
        "docxtpl": timer(lambda: by_docxtpl(template, data)),
        "draftkit": timer(lambda: plain.render(data)),
        "极限（zlib 6）": timer(limit(plain, data, "zlib")),
        "draftkit[fast]": timer(lambda: fast.render(data)),
        "极限（isal 1）": timer(limit(fast, data, "isal")),
        "python-docx 逐段写": timer(lambda: by_python_docx(template, [("Body Text", text) for text in expected])),
    }
    if rust is not None:
        contenders["rust-docxtpl"] = rust.task("rust", template, data)
    if node is not None:
        contenders["docxtemplater"] = node.task("node", docxtemplater_template(body), data)
    for peer in contenders.keys() & _PEERS.keys():
        contenders[peer](1)
        found = texts((_folder_of(rust, node) / f"{_PEERS[peer]}.docx").read_bytes())
        if expected != found:
            message = f"{peer} makes another text"
            raise SystemExit(message)
    if not expected == texts(plain.render(data)) == texts(fast.render(data)):
        message = "draftkit makes another text than docxtpl"
        raise SystemExit(message)
    found_times = interleaved(contenders, rounds)
    floor = found_times["极限（zlib 6）"]
    for contender, seconds in found_times.items():
        distance = seconds / (found_times["极限（isal 1）"] if "fast" in contender else floor)
        say(name, contender, f"{seconds * 1e3:.3f}", f"{found_times['docxtpl'] / seconds:.1f}", f"{distance:.2f}")


_PEERS: Final = {"rust-docxtpl": "rust", "docxtemplater": "node"}


def _folder_of(*workers: Worker | None) -> Path:
    return [worker.folder for worker in workers if worker is not None][0]  # noqa: RUF015 - typed as it should be


def speed(options: argparse.Namespace, folder: Path) -> None:
    """Print the times of all contenders, and their distance from the limit."""
    rust = Worker([options.rust, str(HERE / "peers/docxtpl_worker.py")], folder, {"PATH": os.environ["PATH"]})
    node = Worker(
        ["node", str(HERE / "peers/docxtemplater.js")],
        folder,
        {"PATH": os.environ["PATH"], "NODE_PATH": str(Path(options.node or ".") / "node_modules")},
    )
    say("纸", "引擎", "毫秒", "是 docxtpl 的几倍快", "距极限")
    say(*["---"] * 5)
    for name in CASES:
        contest(
            name,
            rust if options.rust else None,
            node if options.node else None,
            options.rounds if "600" not in name else max(5, options.rounds // 3),
        )
    rust.stop()
    node.stop()


def tree_document(data: Mapping[str, Any], *, table: bool = True) -> Document:
    """Return the report as a document tree, with its table or without."""
    sections = [
        Section(section["title"], [Section(text["heading"][:-1], text["lines"]) for text in section["texts"]])
        for section in data["sections"]
    ]
    rows = [[str(value) for value in row.values()] for row in data["rows"]]
    tables = [Table(["单位", "收到", "答复", "解决", "备注"], rows)] if table else []
    return Document(title_block=TitleBlock(title=data["title"]), blocks=[*sections, *tables])


def _packed(rest: Front, body: bytes, pack: Deflate) -> bytes:
    return join([deflated("word/document.xml", body, pack)], rest)


def tree(options: argparse.Namespace, _folder: Path) -> None:
    """Print the time from a document tree to a docx, and its distance from the limit."""
    say("树到 docx", "压缩", "毫秒", "极限毫秒", "距极限")
    say(*["---"] * 5)
    house = House()
    papers_named = {
        "60段": tree_document(papers.report_data(60)),
        "60段，不含表格": tree_document(papers.report_data(60), table=False),
        "600段": tree_document(papers.report_data(600)),
    }
    for (name, document), deflate in itertools.product(papers_named.items(), ("zlib", "isal")):
        made = render_docx(document, house, deflate=deflate)
        with zipfile.ZipFile(io.BytesIO(made)) as archive:
            parts = {entry: archive.read(entry) for entry in archive.namelist()}
            rest = front(
                kept(one.filename, zlib.compress(parts[one.filename], 6, -15), 8, one.CRC, one.file_size)
                for one in archive.infolist()
                if one.filename != "word/document.xml"
            )
        contenders = {
            "render": timer(partial(render_docx, document, house, deflate=deflate)),
            "limit": timer(partial(_packed, rest, parts["word/document.xml"], LIMITS[deflate])),
        }
        found = interleaved(contenders, 3 * options.rounds)
        distance = found["render"] / found["limit"]
        say(name, deflate, *(f"{found[key] * 1e3:.3f}" for key in ("render", "limit")), f"{distance:.2f}")


def first(options: argparse.Namespace, _folder: Path) -> None:
    """Print the time of a first document, compiling included, as a share of a docxtpl render."""
    say("第一份（含编译）", "毫秒", "占 docxtpl 一次的比例")
    say(*["---"] * 3)
    for name in ("60段报告", "一页决议"):
        body, data = CASES[name]
        template = papers.template(body)

        def ours(template: bytes = template, data: Mapping[str, Any] = data) -> bytes:
            engine = compile_engine(template, strict=True, autoescape=True, filters=FILTERS, limits=DEFAULT)
            return engine.render(data, deflate_named("zlib"))

        def theirs(template: bytes = template, data: Mapping[str, Any] = data) -> bytes:
            return by_docxtpl(template, data)

        found = interleaved({"ours": timer(ours), "theirs": timer(theirs)}, options.rounds)
        say(name, f"{found['ours'] * 1e3:.2f}", f"{found['ours'] / found['theirs']:.2f}")


OURS: Final = "import sys, json; from draftkit.template import Template; d = json.load(open(sys.argv[2])); open(sys.argv[3], 'wb').write(Template(sys.argv[1], deflate='zlib').render(d))"
THEIRS: Final = "import sys, json; from docxtpl import DocxTemplate; d = json.load(open(sys.argv[2])); t = DocxTemplate(sys.argv[1]); t.render(d, autoescape=True); t.save(sys.argv[3])"


def process(options: argparse.Namespace, folder: Path) -> None:
    """Print the time of a whole process that makes one paper: the first for a template, and those behind it.

    Both sides run from bytecode, as they do once installed, wherever this machine keeps it; ours as it is installed
    without `[fast]`, whose import takes a process that makes one paper longer than it saves.
    """
    import json  # noqa: PLC0415

    kept = {key: value for key, value in os.environ.items() if key != "PYTHONDONTWRITEBYTECODE"}
    kept["PYTHONPYCACHEPREFIX"] = str(folder / "bytecode")
    say("整个进程", "首个进程毫秒", "此后毫秒", "docxtpl 毫秒", "首个的比例", "此后的比例")
    say(*["---"] * 6)
    for name in ("60段报告", "一页决议"):
        body, data = CASES[name]
        (folder / "t.docx").write_bytes(papers.template(body))
        (folder / "d.json").write_text(json.dumps(data), encoding="utf-8")

        def run(code: str, cache: str) -> Callable[[], object]:
            files = (str(folder / name) for name in ("t.docx", "d.json", "o.docx"))
            command = [sys.executable, "-c", code, *files]
            environment = {**kept, "DRAFTKIT_CACHE": cache}
            return lambda: subprocess.run(command, check=True, env=environment)  # noqa: S603

        contenders = {
            "first": timer(run(OURS, "off")),
            "later": timer(run(OURS, str(folder / "cache"))),
            "docxtpl": timer(run(THEIRS, "off")),
        }
        found = interleaved(contenders, options.rounds)
        ratios = (f"{found[key] / found['docxtpl']:.2f}" for key in ("first", "later"))
        say(name, *(f"{seconds * 1e3:.0f}" for seconds in found.values()), *ratios)


def growth(options: argparse.Namespace, _folder: Path) -> None:
    """Print how time grows with the data and with the template."""
    del options
    sizes = [600, 6_000, 60_000]
    say("增长", *sizes, "指数")
    say(*["---"] * 5)
    template = Template(papers.template(papers.report_body()), deflate="zlib")
    data = [papers.report_data(size) for size in sizes]
    rendered = [best(template.render, one) for one in data]
    say("数据（渲染，毫秒）", *(f"{seconds * 1e3:.1f}" for seconds in rendered), f"{exponent(sizes, rendered):.3f}")
    bodies = [papers.template(papers.static_body(size)) for size in sizes]
    values = papers.report_data(1)

    def compiled(one: bytes) -> Any:  # noqa: ANN401
        return compile_engine(one, strict=True, autoescape=True, filters=FILTERS, limits=DEFAULT)

    engines = [compiled(one) for one in bodies]
    compiling = [best(compiled, one) for one in bodies]
    say("模板（编译，毫秒）", *(f"{seconds * 1e3:.1f}" for seconds in compiling), f"{exponent(sizes, compiling):.3f}")
    pack = deflate_named("zlib")
    rendering = [best(one.render, values, pack) for one in engines]
    say("模板（渲染，毫秒）", *(f"{seconds * 1e3:.1f}" for seconds in rendering), f"{exponent(sizes, rendering):.3f}")


def best(function: Callable[..., object], *given: object, times: int = 3) -> float:
    """Return the least processor seconds of a few runs: what else the machine does only adds to them."""
    found = []
    for _ in range(times):
        begin = time.process_time()
        function(*given)
        found.append(time.process_time() - begin)
    return min(found)


def memory(_options: argparse.Namespace, folder: Path) -> None:
    """Print what a streamed save holds for each 1,000 paragraphs more."""
    template = Template(papers.template(papers.report_body()))

    def sections(count: int) -> Iterator[dict[str, Any]]:
        part = papers.report_data(10)["sections"][0]
        return (part for _ in range(count // 10))

    def peak(count: int) -> int:
        data = {**papers.report_data(1), "sections": sections(count)}
        tracemalloc.start()
        template.save(folder / "stream.docx", data, overwrite=True)
        found = tracemalloc.get_traced_memory()[1]
        tracemalloc.stop()
        return found

    peak(10)
    small, large = peak(6_000), peak(60_000)
    say("流式保存", "6000段峰值 MB", "60000段峰值 MB", "每千段 MB")
    say(*["---"] * 4)
    say("", f"{small / 1e6:.2f}", f"{large / 1e6:.2f}", f"{(large - small) / 54 / 1e6:.4f}")


def threads(_options: argparse.Namespace, _folder: Path) -> None:
    """Print how many of 40 threads' 1,000 documents each come out wrong."""
    template = Template(papers.template(papers.page_body()))
    data = [{**papers.page_data(), "title": f"第{number}号决议", "organ": f"第{number}机关"} for number in range(40)]
    expected = [hashlib.sha256(template.render(one)).digest() for one in data]

    def work(number: int) -> int:
        return sum(hashlib.sha256(template.render(data[number])).digest() != expected[number] for _ in range(1000))

    begin = time.perf_counter()
    with ThreadPoolExecutor(40) as pool:
        wrong = sum(pool.map(work, range(40)))
    say("40 线程 × 1000 份", "出错份数", "秒")
    say(*["---"] * 3)
    say("", wrong, f"{time.perf_counter() - begin:.1f}")


HASHES: Final = (
    "import hashlib; from benchmarks import papers; from draftkit.template import Template; "
    "print(*(hashlib.sha256(Template(papers.template(b)).render(d)).hexdigest() for b, d in "
    "((papers.report_body(), papers.report_data()), (papers.page_body(), papers.page_data()))))"
)


def same(_options: argparse.Namespace, _folder: Path) -> None:
    """Print whether the bytes are the same in processes with different hash seeds."""
    found = {
        subprocess.run(  # noqa: S603
            [sys.executable, "-c", HASHES],
            env={**os.environ, "PYTHONHASHSEED": str(seed), "PYTHONPATH": f"{os.environ.get('PYTHONPATH', '')}:{HERE.parent}"},
            capture_output=True, text=True, check=True,
        ).stdout
        for seed in (0, 1, 2, 3, 4711)
    }  # fmt: skip
    say("五个进程、五个哈希种子", "相同" if len(found) == 1 else "不同")


PARTS: Final = {
    "tree": tree, "speed": speed, "first": first, "process": process, "growth": growth, "memory": memory,
    "threads": threads, "same": same,
}  # fmt: skip


def main() -> None:
    """Print the tables that were asked for."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rounds", type=int, default=15)
    parser.add_argument("--rust")
    parser.add_argument("--node")
    parser.add_argument("--only", default=",".join(PARTS))
    options = parser.parse_args()
    names = ("docxtpl", "python-docx", "Jinja2", "lxml", "isal")
    versions = ", ".join(f"{name} {importlib.metadata.version(name)}" for name in names)
    print(f"{platform.python_implementation()} {platform.python_version()}, {versions}, {os.cpu_count()} cores\n")
    with tempfile.TemporaryDirectory() as folder:
        for name in options.only.split(","):
            PARTS[name](options, Path(folder))
            print()


if __name__ == "__main__":
    main()
