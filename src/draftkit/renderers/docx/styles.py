"""The styles of a template by name: a file names them by ids, which differ from one Word to another."""

import os
import re
from pathlib import Path

from attrs import field, frozen
from lxml import etree

from draftkit.errors import TemplateError
from draftkit.template.package import unpack

__all__ = ["NAMESPACE", "Sheet"]

NAMESPACE = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"

_PARSER = etree.XMLParser(resolve_entities=False, no_network=True)
_BODY = re.compile(r"\{[{%][^{}]*\bbody\b")


@frozen(kw_only=True)
class Sheet:
    """A template's file and what it offers.

    Args:
        path: The file.
        parts: Its parts by name.
        ids: The ids of its styles by their names in lower case.
    """

    path: Path
    parts: dict[str, bytes] = field(repr=False)
    ids: dict[str, str] = field(repr=False)

    @classmethod
    def read(cls, path: Path) -> "Sheet":
        """Return the template at `path`.

        Raises:
            TemplateError: If it can't be read, is no docx, or has no place for the paper.
        """
        where = os.fspath(path)
        try:
            parts = unpack(path.read_bytes())
            styles = etree.fromstring(parts["word/styles.xml"], _PARSER)
            text = "".join(etree.fromstring(parts["word/document.xml"], _PARSER).itertext())
        except OSError as error:
            raise TemplateError("模板文件打不开", "the template can't be opened", where=where) from error
        except (KeyError, etree.XMLSyntaxError, TemplateError) as error:
            raise TemplateError(
                "不是Word文档（.docx），请在Word或WPS中另存为.docx后再用",
                "not a Word document (.docx): save it as .docx in Word or WPS",
                where=where,
            ) from error
        if not _BODY.search(text):
            raise TemplateError(
                "模板里没有正文的位置，请在正文应在之处单起一段写 {{p body }}",
                "the template has no place for the paper: write {{p body }} in a paragraph of its own",
                where=where,
            )
        return cls(path=path, parts=parts, ids=_ids(styles))

    def style(self, name: str) -> str:
        """Return the id of the style called `name`.

        Raises:
            TemplateError: If the template lacks it.
        """
        try:
            return self.ids[name.lower()]
        except KeyError:
            raise TemplateError(
                f"模板缺少样式“{name}”，请在Word的样式窗格中新建，或从自带模板复制",
                f"the template has no style {name!r}: make one in Word, or copy it from draftkit's template",
                where=os.fspath(self.path),
            ) from None


def _ids(styles: etree._Element) -> dict[str, str]:
    found = {}
    for style in styles.iterfind(f"{NAMESPACE}style"):
        name = style.find(f"{NAMESPACE}name")
        if name is not None:
            found[name.get(f"{NAMESPACE}val", "").lower()] = style.get(f"{NAMESPACE}styleId", "")
    return found
