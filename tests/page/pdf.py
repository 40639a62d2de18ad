"""Papers on the page: made into PDF by LibreOffice, with the Fandol fonts under the names of the standard's.

Fandol has all of GB2312, every character exactly as wide as its size. Its folder is `$DRAFTKIT_FANDOL`, or where
Debian's texlive-lang-chinese puts it. Where it or LibreOffice is missing, the tests that ask for them are skipped.
"""

import os
import shutil
import subprocess
from pathlib import Path

import pdfplumber
import pytest
from attrs import frozen
from pdfplumber.page import Page

__all__ = ["TYPES", "Office", "Type", "office", "pages", "types"]

_DEBIAN = Path("/usr/share/texlive/texmf-dist/fonts/opentype/public/fandol")
_TIMEOUT = 180

# The fonts that papers name, and the families of Fandol that stand in for them.
TYPES = {
    "仿宋_GB2312": "FandolFang R",
    "楷体_GB2312": "FandolKai",
    "黑体": "FandolHei",
    "方正小标宋简体": "FandolBiao",
    "宋体": "FandolSong",
}

_CONFIG = """<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <dir>{fonts}</dir>
  <dir>{folder}</dir>
  <dir>/usr/share/fonts</dir>
  <cachedir>{folder}/cache</cachedir>
{names}
</fontconfig>
"""
_NAME = """  <match target="pattern">
    <test name="family" qual="any"><string>{name}</string></test>
    <edit name="family" mode="assign" binding="same"><string>{family}</string></edit>
  </match>"""


@frozen
class Office:
    """LibreOffice with its own profile and its own fonts; one at a time uses a profile.

    Args:
        program: Where it is.
        folder: Where its profile and its fonts' configuration lie.
    """

    program: str
    folder: Path

    def pdf(self, paper: Path) -> Path:
        """Return the PDF of `paper`, beside it."""
        subprocess.run(
            [
                self.program,
                f"-env:UserInstallation={(self.folder / 'profile').as_uri()}",
                "--headless",
                "--convert-to",
                "pdf",
                "--outdir",
                str(paper.parent),
                str(paper),
            ],
            check=True,
            capture_output=True,
            timeout=_TIMEOUT,
            env={**os.environ, "FONTCONFIG_FILE": str(self.folder / "fonts.conf")},
        )
        return paper.with_suffix(".pdf")


def office(folder: Path) -> Office:
    """Return a LibreOffice that keeps its things in `folder`; skip the test that asks where there is none."""
    program = shutil.which("soffice")
    if program is None:
        pytest.skip("LibreOffice (soffice) is not on PATH")
    fonts = Path(os.environ.get("DRAFTKIT_FANDOL", _DEBIAN))
    if not (fonts / "FandolFang-Regular.otf").is_file():
        pytest.skip(f"no Fandol fonts in {fonts}; set DRAFTKIT_FANDOL to their folder")
    _name_bold(fonts / "FandolSong-Bold.otf", folder)
    names = "\n".join(_NAME.format(name=name, family=family) for name, family in TYPES.items())
    (folder / "fonts.conf").write_text(_CONFIG.format(fonts=fonts, folder=folder, names=names), encoding="utf-8")
    return Office(program, folder)


def _name_bold(font: Path, folder: Path) -> None:
    """Put a copy of `font` into `folder` that says it is FandolBiao: by their names nobody tells it from the regular."""
    data = font.read_bytes()
    for encoding in ("ascii", "utf-16-be"):
        data = data.replace("FandolSong".encode(encoding), "FandolBiao".encode(encoding))
    (folder / font.name).write_bytes(data)


@frozen
class Type:
    """A character on a page.

    Args:
        text: The character.
        font: Its font's name in the PDF, without the tag of the subset.
        size: Its size, in points.
        left: Its left edge, in millimetres from that of the sheet.
        base: Its lower edge, in millimetres from the top of the sheet.
    """

    text: str
    font: str
    size: float
    left: float
    base: float


def pages(pdf: Path) -> list[list[list[Type]]]:
    """Return the characters of each line of each page of `pdf`, from left to right, from the top to the foot."""
    with pdfplumber.open(pdf) as document:
        return [types(page) for page in document.pages]


def types(page: Page) -> list[list[Type]]:
    """Return the characters of each line of `page`."""
    lines: dict[float, list[Type]] = {}
    for char in page.chars:
        one = Type(
            text=char["text"],
            font=char["fontname"].rpartition("+")[2],
            size=round(char["size"], 1),
            left=_mm(char["x0"]),
            base=_mm(char["bottom"]),
        )
        lines.setdefault(round(one.base), []).append(one)
    return [sorted(line, key=lambda one: one.left) for _, line in sorted(lines.items())]


def _mm(points: float) -> float:
    return float(points) * 25.4 / 72
