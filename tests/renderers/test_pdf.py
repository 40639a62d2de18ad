"""PDF without LibreOffice: what is done when it is missing, hangs, crashes, or makes nothing."""

import os
import tempfile
import threading
import time
from pathlib import Path

import pytest

import draftkit as dk
from draftkit.errors import WriteError
from draftkit.renderers import House, write_all
from draftkit.renderers import office as office_module
from draftkit.renderers import pipe as pipe_module
from draftkit.renderers.office import Office
from draftkit.renderers.pdf import render_pdfs
from tests.renderers.fake_office import install, is_running

pytestmark = pytest.mark.skipif(os.name != "posix", reason="what stands in for LibreOffice is a shell script")

PAPERS = [dk.Document(title_block=dk.tree.TitleBlock(title=f"第{number}份"), blocks=["甲。"]) for number in range(3)]


@pytest.fixture(autouse=True)
def temporary(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return the folder that temporary files go to."""
    folder = tmp_path / "temporary"
    folder.mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(folder))
    return folder


@pytest.fixture(autouse=True)
def pipes(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return the folder that pipes are looked for in."""
    folder = tmp_path / "pipes"
    folder.mkdir()
    monkeypatch.setattr(pipe_module, "FOLDERS", (folder,))
    return folder


def _use(folder: Path, behaviour: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DRAFTKIT_SOFFICE", str(install(folder, behaviour)))


def _pairs(folder: Path) -> list[tuple[dk.Document, Path]]:
    return [(paper, folder / f"{number}.pdf") for number, paper in enumerate(PAPERS)]


def _left(folder: Path) -> list[str]:
    return sorted(
        path.name for path in folder.rglob("*") if path.suffix in (".pdf", ".docx", ".tmp") or "draftkit" in path.name
    )


def test_many_papers_are_made_in_one_start(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    _use(tmp_path, "works", monkeypatch)
    assert write_all(_pairs(tmp_path)) == tuple(path for _, path in _pairs(tmp_path))
    assert len((tmp_path / "starts").read_text().splitlines()) == 1
    assert _left(tmp_path) == ["0.pdf", "1.pdf", "2.pdf"]


def test_papers_of_all_kinds_of_file_may_be_written_together(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    _use(tmp_path, "works", monkeypatch)
    names = ("甲.txt", "乙.pdf", "丙.docx", "丁.PDF", "戊.html")
    written = write_all([(PAPERS[0], tmp_path / name) for name in names])
    assert [path.name for path in written] == list(names)
    assert {path.name: path.read_bytes()[:4] for path in written} == {
        "甲.txt": "第0份".encode()[:4],
        "乙.pdf": b"%PDF",
        "丙.docx": b"PK\3\4",
        "丁.PDF": b"%PDF",
        "戊.html": b"<!DO",
    }


def test_without_a_pdf_it_is_not_started(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DRAFTKIT_SOFFICE", str(tmp_path / "没有"))
    assert write_all([(PAPERS[0], tmp_path / "甲.txt")]) == (tmp_path / "甲.txt",)
    assert write_all([]) == ()
    assert render_pdfs([], House()) == ()


def test_the_language_is_chinese_throughout(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    _use(tmp_path, "works", monkeypatch)
    assert b"/Lang(zh-CN)" in dk.write(PAPERS[0], tmp_path / "甲.pdf").read_bytes()


@pytest.mark.parametrize(
    ("behaviour", "told"),
    [
        ("crashes", r"没有转出PDF（退出码-11）"),
        ("is silent", r"没有转出PDF（退出码0）：它什么也没有说"),
        ("complains", r"退出码1）：Error: source file could not be loaded"),
        ("writes half a file", r"没有转出PDF"),
        ("leaves out the second", r"3份文稿中，LibreOffice没有转出第2份"),
    ],
)
def test_a_failure_is_told_and_leaves_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, behaviour: str, told: str
) -> None:
    _use(tmp_path, behaviour, monkeypatch)
    with pytest.raises(WriteError, match=told):
        write_all(_pairs(tmp_path))
    assert _left(tmp_path) == []


@pytest.mark.parametrize("behaviour", ["hangs", "hangs after writing", "hangs with a temporary file"])
def test_one_that_hangs_is_ended_with_all_it_started(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, behaviour: str
) -> None:
    _use(tmp_path, behaviour, monkeypatch)
    with pytest.raises(WriteError, match=r"在1秒内没有转完，已经停掉.*DRAFTKIT_SOFFICE_TIMEOUT"):
        write_all(_pairs(tmp_path), timeout=1)
    assert not is_running(int((tmp_path / "child").read_text()))
    assert _left(tmp_path) == []


def test_the_pipe_of_one_that_was_ended_is_removed_and_no_other(pipes: Path) -> None:
    left = f"OSL_PIPE_{os.getuid()}_SingleOfficeIPC_"
    # As LibreOffice 7.4 named it, for this profile.
    ours, other = pipes / f"{left}79caaedabe207bbdecda21fa17f1c133", pipes / f"{left}2b56af4dd5c6421636a54fdfa5defd"
    ours.touch()
    other.touch()
    pipe_module.remove_pipe("file:///tmp/dk-Qe8F/profile")
    assert list(pipes.iterdir()) == [other]


def test_the_pipe_is_looked_for_when_it_hangs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    _use(tmp_path, "hangs", monkeypatch)
    looked_for: list[str] = []
    monkeypatch.setattr(office_module, "remove_pipe", looked_for.append)
    with pytest.raises(WriteError):
        write_all(_pairs(tmp_path), timeout=0.5)
    assert [profile.rpartition("/")[2] for profile in looked_for] == ["profile"]


def test_the_time_it_may_take_can_be_set_for_all_calls(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    _use(tmp_path, "hangs", monkeypatch)
    monkeypatch.setenv("DRAFTKIT_SOFFICE_TIMEOUT", "0.5")
    with pytest.raises(WriteError, match=r"在0\.5秒内没有转完"):
        dk.write(PAPERS[0], tmp_path / "甲.pdf")


def test_a_process_left_behind_is_ended_too(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    _use(tmp_path, "leaves a process", monkeypatch)
    dk.write(PAPERS[0], tmp_path / "甲.pdf")
    assert not is_running(int((tmp_path / "child").read_text()))
    assert _left(tmp_path) == ["甲.pdf"]


def test_an_interrupt_ends_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    _use(tmp_path, "hangs", monkeypatch)

    def interrupt() -> None:
        while not (tmp_path / "child").exists() or not (tmp_path / "child").read_text().strip():
            pass
        time.sleep(0.5)  # until Popen has returned: it is the wait that is interrupted
        os.kill(os.getpid(), 2)

    threading.Thread(target=interrupt, daemon=True).start()
    with pytest.raises(KeyboardInterrupt):
        dk.write(PAPERS[0], tmp_path / "甲.pdf")
    assert not is_running(int((tmp_path / "child").read_text()))
    assert _left(tmp_path) == []


def test_a_file_that_is_there_stays_when_it_fails(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    _use(tmp_path, "crashes", monkeypatch)
    (tmp_path / "甲.pdf").write_bytes(b"old")
    with pytest.raises(WriteError):
        dk.write(PAPERS[0], tmp_path / "甲.pdf", overwrite=True)
    assert (tmp_path / "甲.pdf").read_bytes() == b"old"


def test_where_there_is_none_it_says_what_to_install(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("DRAFTKIT_SOFFICE", raising=False)
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.setattr(office_module, "_ELSEWHERE", ())
    with pytest.raises(WriteError, match=r"没有找到。请安装.*apt install libreoffice-writer.*另存为PDF"):
        dk.write(PAPERS[0], tmp_path / "甲.pdf")
    assert _left(tmp_path) == []


@pytest.mark.parametrize("name", ["soffice", "libreoffice"])
def test_it_is_found_on_path_by_either_name(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str) -> None:
    monkeypatch.delenv("DRAFTKIT_SOFFICE", raising=False)
    monkeypatch.setenv("PATH", str(tmp_path))
    program = install(tmp_path, "works").rename(tmp_path / name)
    assert Office.find() == Office(program=program)


def test_one_named_that_is_not_there_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DRAFTKIT_SOFFICE", str(tmp_path / "没有"))
    with pytest.raises(WriteError, match=r"DRAFTKIT_SOFFICE写的“.*没有”不是能运行的程序"):
        dk.write(PAPERS[0], tmp_path / "甲.pdf")


def test_one_that_cannot_be_started_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    program = tmp_path / "soffice"
    program.write_text("#!/no/such/shell\n")
    program.chmod(0o755)
    monkeypatch.setenv("DRAFTKIT_SOFFICE", str(program))
    with pytest.raises(WriteError, match="启动不了"):
        dk.write(PAPERS[0], tmp_path / "甲.pdf")
    assert _left(tmp_path) == []


@pytest.mark.parametrize("given", ["很久", "0", "-3", "nan", "inf"])
def test_a_time_that_is_none_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, given: str) -> None:
    _use(tmp_path, "works", monkeypatch)
    monkeypatch.setenv("DRAFTKIT_SOFFICE_TIMEOUT", given)
    with pytest.raises(WriteError, match="DRAFTKIT_SOFFICE_TIMEOUT应为秒数"):
        dk.write(PAPERS[0], tmp_path / "甲.pdf")


def test_two_papers_for_one_file_are_refused(tmp_path: Path) -> None:
    with pytest.raises(WriteError, match="有两份文稿要写到同一个文件"):
        write_all([(PAPERS[0], tmp_path / "甲.txt"), (PAPERS[1], str(tmp_path / "甲.txt"))])
    assert _left(tmp_path) == []


def test_nothing_is_written_when_one_of_many_cannot_be(tmp_path: Path) -> None:
    with pytest.raises(WriteError, match="不认识的文件类型"):
        write_all([(PAPERS[0], tmp_path / "甲.docx"), (PAPERS[1], tmp_path / "乙.wps")])
    assert _left(tmp_path) == []
