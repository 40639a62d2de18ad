"""What a renderer is given: a paper, a place for it, a house style; anything else is told in a sentence."""

import os
from pathlib import Path

from draftkit.errors import WriteError
from draftkit.renderers.house import House
from draftkit.tree import Booklet, Document

__all__ = ["check_document", "check_house", "target_of"]


def target_of(path: object) -> Path:
    """Return `path` as one; raise `WriteError` for anything else."""
    if not isinstance(path, (str, os.PathLike)):
        raise WriteError(
            f"写到哪里应是文件路径，如“报告.docx”，而不是 {path!r}", f"a paper is written to a path, not {path!r}"
        )
    return Path(path)


def check_house(house: object) -> None:
    """Refuse what isn't a House."""
    if house is not None and not isinstance(house, House):
        raise WriteError(
            f"house 应为 House(page=…) 这样的写法，而不是 {house!r}", f"house must be a House(…), not {house!r}"
        )


def check_document(document: object) -> None:
    """Refuse what isn't a paper, such as a report not drafted."""
    if not isinstance(document, Document | Booklet):
        hint = "，请先写 .draft()，如 dk.write(report.draft(), …)" if hasattr(document, "draft") else ""
        raise WriteError(
            f"写出的应是文稿（Document），而不是 {type(document).__name__}{hint}",
            f"a Document is written, not {type(document).__name__}: call its draft() first where it has one",
        )
