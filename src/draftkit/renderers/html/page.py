"""The HTML file around a paper: its style, its fonts, its script, and no word from anywhere else."""

from base64 import b64encode
from functools import cache
from hashlib import sha256
from importlib.resources import files

from draftkit.renderers.house import House
from draftkit.renderers.html.article import article
from draftkit.renderers.html.faces import faces
from draftkit.renderers.html.form import Form
from draftkit.renderers.html.markup import element, escaped
from draftkit.tree import Line, Paper, Role

__all__ = ["render_html"]

_UNTITLED = "未命名文稿"
_LONGEST = 60

_VIEWS = """<nav class="views" aria-label="显示方式" hidden>
<button type="button" data-view="read" aria-pressed="true">阅读</button>
<button type="button" data-view="page" aria-pressed="false">版面</button>
</nav>"""


def render_html(document: Paper, house: House) -> bytes:
    """Return `document` as an HTML file that needs nothing else; the same input makes the same bytes.

    Of the `house` it takes the page, the names of the fonts, and whether headings are bold. The page is that of
    GB/T 9704-2012, whatever the template.
    """
    lines = tuple(document.lines())
    script = _file("paper.js")
    return "\n".join(
        (
            "<!DOCTYPE html>",
            '<html lang="zh-CN">',
            "<head>",
            '<meta charset="utf-8">',
            f'<meta http-equiv="Content-Security-Policy" content="{_policy(script)}">',
            '<meta name="viewport" content="width=device-width, initial-scale=1">',
            element("title", escaped(_title(lines))),
            f"<style>\n{_style(house)}</style>",
            "</head>",
            "<body>",
            _VIEWS,
            element("main", f"\n{article(lines, Form.of(house))}\n"),
            f"<script>{script}</script>",
            "</body>",
            "</html>",
            "",
        )
    ).encode()


def _policy(script: str) -> str:
    """Return what the file may load and run: its own style and script, and nothing else."""
    digest = b64encode(sha256(script.encode()).digest()).decode()
    nothing = "default-src 'none'; base-uri 'none'; form-action 'none'"
    return f"{nothing}; style-src 'unsafe-inline'; script-src 'sha256-{digest}'"


def _title(lines: tuple[object, ...]) -> str:
    texts = [line for line in lines if isinstance(line, Line)]
    title = next((line.text for line in texts if line.role in (Role.BOOKLET, Role.TITLE)), "").replace("\n", "")
    return title or next((line.text[:_LONGEST] for line in texts), _UNTITLED)


def _style(house: House) -> str:
    form = Form.of(house).style("bold" if house.bold_headings else "normal")
    return f"{faces(house)}{form}{_file('paper.css')}"


@cache
def _file(name: str) -> str:
    return files("draftkit.renderers.html").joinpath(name).read_text(encoding="utf-8")
