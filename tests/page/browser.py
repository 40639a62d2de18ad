"""Papers in Chromium, with the fonts of `tests/page/pdf.py`: their elements after its script, their print, their lines.

Its program is `$DRAFTKIT_CHROMIUM`, or found on PATH. Where there is none, the tests that ask for it are skipped.
"""

import json
import os
import re
import shutil
import subprocess
import unicodedata
from pathlib import Path

import pytest
from attrs import frozen

from tests.page.pdf import Type, pages

__all__ = ["Browser", "Sheet", "browser", "printed", "without_policy"]

_NAMES = ("chromium", "chromium-browser", "google-chrome")
_OPTIONS = (
    "--headless=new",
    "--no-sandbox",  # it won't run as root with one
    "--disable-gpu",
    "--disable-dev-shm-usage",
    "--hide-scrollbars",
    "--no-first-run",
    "--no-pdf-header-footer",
    "--virtual-time-budget=20000",
)
_TIMEOUT = 120

# What is measured: of each sheet its size, its text area, its number and its lines, in millimetres from its corner.
_MEASURE = """
const mm = 25.4 / 96;
function lines(node, origin) {
  const walker = document.createTreeWalker(node, NodeFilter.SHOW_TEXT);
  const found = [];
  for (let text = walker.nextNode(); text; text = walker.nextNode()) {
    for (let at = 0; at < text.length; at += 1) {
      const range = document.createRange();
      range.setStart(text, at);
      range.setEnd(text, at + 1);
      const box = [...range.getClientRects()].pop();
      if (!box || !box.width) continue;
      const middle = (box.top + box.bottom) / 2;
      let line = found.find((each) => Math.abs(each.middle - middle) < 6);
      if (!line) found.push(line = { middle, text: "", left: box.left, right: box.right });
      line.text += text.data[at];
      line.left = Math.min(line.left, box.left);
      line.right = Math.max(line.right, box.right);
    }
  }
  return found.map((line) => ({
    text: line.text, left: (line.left - origin.left) * mm, right: (line.right - origin.left) * mm,
    middle: (line.middle - origin.top) * mm,
  }));
}
const box = (node, origin) => {
  const found = node.getBoundingClientRect();
  return { left: (found.left - origin.left) * mm, top: (found.top - origin.top) * mm,
           width: found.width * mm, height: found.height * mm };
};
const measured = [...document.querySelectorAll(".sheet")].map((sheet) => {
  const origin = sheet.getBoundingClientRect();
  const [area, number] = sheet.children;
  return { sheet: box(sheet, origin), area: box(area, origin), lines: lines(area, origin),
           number: lines(number, origin)[0] };
});
"""


@frozen
class Sheet:
    """A page of the page view: its boxes and lines as `_MEASURE` gives them."""

    sheet: dict[str, float]
    area: dict[str, float]
    lines: list[dict[str, float | str]]
    number: dict[str, float | str]

    @property
    def texts(self) -> list[str]:
        """The text of each line, without white space."""
        return [re.sub(r"\s", "", str(line["text"])) for line in self.lines]


@frozen
class Browser:
    """Chromium with its own profile and fonts.

    Args:
        program: Where it is.
        folder: Where its profile and its fonts' configuration lie.
    """

    program: str
    folder: Path

    def run(self, address: str, *options: str, size: tuple[int, int] = (1280, 1000)) -> str:
        """Return what it says when it opens `address`."""
        profile = f"--user-data-dir={self.folder / 'chromium'}"
        width, height = size
        done = subprocess.run(
            [self.program, *_OPTIONS, profile, f"--window-size={width},{height}", *options, address],
            check=True,
            capture_output=True,
            encoding="utf-8",
            timeout=_TIMEOUT,
            env={**os.environ, "FONTCONFIG_FILE": str(self.folder / "fonts.conf")},
        )
        return done.stdout

    def evaluated(
        self, file: Path, expression: str, view: str = "page", size: tuple[int, int] = (1280, 1000)
    ) -> object:
        """Return the value of `expression` in the file, once its own script has run in `view`."""
        html = without_policy(file.read_text(encoding="utf-8"))
        script = f"document.body.dataset.found = JSON.stringify((() => {{ {expression} }})());"
        copy = file.with_name(f"{file.stem}-measured.html")
        copy.write_text(html.replace("</body>", f"<script>{script}</script></body>"), encoding="utf-8")
        found = re.search(r'data-found="([^"]*)"', self.run(f"{copy.as_uri()}#{view}", "--dump-dom", size=size))
        assert found, "the script didn't run"
        return json.loads(_unescaped(found[1]))

    def sheets(self, file: Path) -> list[Sheet]:
        """Return the pages of the page view."""
        found = self.evaluated(file, f"{_MEASURE} return measured;")
        assert isinstance(found, list)
        return [Sheet(**each) for each in found]

    def printed(self, file: Path, view: str = "page") -> list[list[list[Type]]]:
        """Return the characters of each line of each page that it prints."""
        target = file.with_suffix(f".{view}.pdf")
        self.run(f"{file.as_uri()}#{view}", f"--print-to-pdf={target}")
        return pages(target)


def without_policy(html: str) -> str:
    """Return a file that lets a test's script run in it."""
    return re.sub(r'<meta http-equiv="Content-Security-Policy"[^>]*>', "", html)


def printed(page: list[list[Type]]) -> list[str]:
    """Return the text of the lines of a page, its number left out; Chromium writes radicals for some characters."""
    texts = ["".join(one.text for one in line) for line in page]
    return [re.sub(r"\s", "", _plain(text)) for text in texts][:-1]


def _plain(text: str) -> str:
    return "".join(unicodedata.normalize("NFKC", char) if "\u2e80" <= char <= "\u2fdf" else char for char in text)


def _unescaped(text: str) -> str:
    return text.replace("&quot;", '"').replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&")


def browser(folder: Path) -> Browser:
    """Return a Chromium that uses the fonts of the office in `folder`; skip the test that asks where there is none."""
    named = os.environ.get("DRAFTKIT_CHROMIUM")
    program = next(filter(None, map(shutil.which, [named] if named else _NAMES)), None)
    if program is None:
        pytest.skip("Chromium is not on PATH; DRAFTKIT_CHROMIUM may name it")
    return Browser(program, folder)
