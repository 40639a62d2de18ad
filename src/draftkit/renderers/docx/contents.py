"""A table of contents in WordprocessingML: each entry leads to its paper, and Word knows the page."""

from collections.abc import Iterator

from draftkit.renderers.docx.runs import Look, run, runs
from draftkit.tree import Line

__all__ = ["bookmarked", "entry"]


def entry(line: Line, look: Look) -> str:
    """Return the content of an entry's paragraph: its title, and the number of the page, a field."""
    name = _name(line)
    page = "".join(_field(rf" PAGEREF {name} \h ", look))
    title = runs(line.spans, look)
    return f'<w:hyperlink w:anchor="{name}" w:history="1">{title}<w:r><w:tab/></w:r>{page}</w:hyperlink>'


def bookmarked(line: Line, content: str) -> str:
    """Return the content of a paragraph that an entry leads to."""
    number = "".join(filter(str.isdigit, line.anchor))
    return f'<w:bookmarkStart w:id="{number}" w:name="{_name(line)}"/>{content}<w:bookmarkEnd w:id="{number}"/>'


def _name(line: Line) -> str:
    """Return the name of the bookmark: Word takes no hyphen in it."""
    return line.anchor.replace("-", "_")


def _field(code: str, look: Look) -> Iterator[str]:
    # Dirty: Word counts the pages when it opens the file.
    yield '<w:r><w:fldChar w:fldCharType="begin" w:dirty="1"/></w:r>'
    yield f'<w:r><w:instrText xml:space="preserve">{code}</w:instrText></w:r>'
    yield '<w:r><w:fldChar w:fldCharType="separate"/></w:r>'
    yield run("1", look)
    yield '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
