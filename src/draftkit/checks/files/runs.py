"""The runs of a paragraph of Word, cut where words begin and end, so that something can be done to just these words."""

from copy import deepcopy

from attrs import define
from lxml import etree

from draftkit.readers.docx.package import W
from draftkit.readers.docx.paragraphs import Paragraph

__all__ = ["Runs"]

_TEXTS = {W + "t", W + "tab", W + "br", W + "cr", W + "noBreakHyphen"}
_SPACE = "{http://www.w3.org/XML/1998/namespace}space"


@define
class _Run:
    text: str
    element: etree._Element


@define
class Runs:
    """The runs of one paragraph.

    Args:
        runs: Each run's text and element, in order.
    """

    runs: list[_Run]

    @classmethod
    def of(cls, paragraph: Paragraph) -> "Runs":
        """Return the runs of `paragraph`."""
        return cls([_Run(run.text, run.element) for run in paragraph.runs if run.element is not None])

    @property
    def text(self) -> str:
        """The paragraph's text, without a label that Word counts."""
        return "".join(run.text for run in self.runs)

    def place(self, text: str, start: int, end: int) -> tuple[int, int] | None:
        """Return where the span of `text`, as a reader gave it, stands in the paragraph.

        A reader strips a paragraph, drops a title's line breaks, and puts a label that Word counts before it.
        None where the span is nothing but such a label, or the paragraph isn't that text any more.
        """
        own = self.text
        if (at := own.find(text)) >= 0:
            return at + start, at + end
        kept = [at for at, char in enumerate(own) if char != "\n"]
        flat = "".join(own[at] for at in kept)
        bare = flat.strip()
        label = len(text) - len(bare)
        if not bare or end <= label or not text.endswith(bare):
            return None
        shift = flat.find(bare) - label
        return kept[max(start, label) + shift], kept[end - 1 + shift] + 1

    def between(self, start: int, end: int) -> list[etree._Element]:
        """Return the elements of exactly the span from `start` to `end`, cut out of those that stand there."""
        return [run.element for run in self._between(start, end)]

    def _between(self, start: int, end: int) -> list[_Run]:
        self._cut(start)
        self._cut(end)
        found, at = [], 0
        for run in self.runs:
            if start <= at < end:
                found.append(run)
            at += len(run.text)
        return found

    def _cut(self, offset: int) -> None:
        at = 0
        for number, run in enumerate(self.runs):
            if at < offset < at + len(run.text):
                tail = _split(run.element, offset - at)
                self.runs.insert(number + 1, _Run(run.text[offset - at :], tail))
                run.text = run.text[: offset - at]
                return
            at += len(run.text)

    def replace(self, start: int, end: int, text: str) -> None:
        """Put `text` in the place of the span, in the look of the first of its words; of nothing, of those before."""
        old = self._between(start, end) or self._before(start)
        if start == end:
            old[-1].text += text
            _write(old[-1].element, old[-1].text)
            return
        for run in old:
            run.text = text if run is old[0] else ""
            _write(run.element, run.text)

    def _before(self, offset: int) -> list[_Run]:
        self._cut(offset)
        at = 0
        for run in self.runs:
            at += len(run.text)
            if at >= offset:
                return [run]
        return self.runs[-1:]


def _length(child: etree._Element) -> int:
    if child.tag == W + "t":
        return len(child.text or "")
    return 1 if child.tag in _TEXTS and child.get(W + "type") not in {"page", "column"} else 0


def _split(run: etree._Element, offset: int) -> etree._Element:
    """Cut `run` behind `offset` characters, and return the run that holds the rest, put behind it."""
    tail = deepcopy(run)
    run.addnext(tail)
    at = 0
    for head, rest in zip(list(run), list(tail), strict=True):
        if head.tag == W + "rPr":
            continue
        length = _length(head)
        if at >= offset:
            run.remove(head)
        elif at + length <= offset:
            tail.remove(rest)
        else:
            text = head.text or ""
            _set(head, text[: offset - at])
            _set(rest, text[offset - at :])
        at += length
    return tail


def _set(element: etree._Element, text: str) -> None:
    element.text = text
    element.set(_SPACE, "preserve")


def _write(run: etree._Element, text: str) -> None:
    """Make `text` the text of `run`; a picture or a mark in it stays."""
    for child in [child for child in run if child.tag in _TEXTS]:
        run.remove(child)
    if text:
        element = etree.SubElement(run, W + "t")
        _set(element, text)
