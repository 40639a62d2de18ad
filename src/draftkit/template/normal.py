"""A part's XML as docxtpl sees it: no declaration, no blank text between elements.

docxtpl has lxml make it so, which takes longer to import than all the rest of a short process. What Word and
python-docx save is of that form but for its declaration, so it is looked at first, and only what isn't goes to lxml.
"""

import re
import sys
from typing import Final
from xml.parsers import expat

__all__ = ["completed", "normalised"]

_QUOTED: Final = "(?:\"{0}\"|'{0}')"
_HEAD: Final = r"\ufeff?(?:<\?xml version={}(?: encoding={})?(?: standalone={})?\s*\?>)?\s*".format(
    *(_QUOTED.format(value) for value in (r"1\.0", "(?i:utf-8)", "(?:yes|no)"))
)
_USUAL: Final = (
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>',
    "<?xml version='1.0' encoding='UTF-8' standalone='yes'?>",
)
"""The declarations that Word and python-docx write."""
_NAME: Final = r"[\w.:-]++"
_VALUE: Final = r'[^"<>&\t\n\r]*+(?:&(?:amp|lt|gt|quot);[^"<>&\t\n\r]*+)*+'
_TEXT: Final = r"[^<>&\r]++(?:&(?:amp|lt|gt);[^<>&\r]*+)*+|(?:&(?:amp|lt|gt);[^<>&\r]*+)++"
_WRITTEN: Final = re.compile(rf'(?:<{_NAME}(?: {_NAME}="{_VALUE}")*+/?>|</{_NAME}>|{_TEXT})*+')
"""What lxml writes as it stands: no comments, no references to characters, every attribute alike."""
_EMPTY: Final = re.compile(r"<([\w.:-]+)((?: [^<>]*[^<>/])?)></\1>")
_BLANK: Final = re.compile(r">[ \t\n]+<(?!/)|(?:/>|</[^<>]*>)[ \t\n]+</")
"""Blank text that lxml leaves out, but for that of an element which holds nothing else."""
_URI: Final = r"[a-z]+:[A-Za-z0-9:/._#-]++"
_DECLARED: Final = re.compile(r"<[^<>]* xmlns[^<>]*>")
_DECLARED_FIRST: Final = re.compile(rf'<{_NAME}(?: xmlns(?::{_NAME})?="{_URI}")*+(?: (?!xmlns\b){_NAME}="[^"]*+")*+/?>')


def normalised(data: bytes, *, blanks: bool = False) -> str:
    """Return the XML in `data` as docxtpl sees it; blank text stays only if `blanks`.

    Raises:
        lxml.etree.XMLSyntaxError: It isn't well-formed.
    """
    found = _as_written(data) if _is_worth_it() else None
    if found is not None:
        return found
    from draftkit.template import patching  # noqa: PLC0415 - lxml is slow to import

    return patching.normalised(data, blanks=blanks)


def _is_worth_it() -> bool:
    """Return whether lxml isn't there yet: where it is, it is faster than a look at the XML."""
    return "docxtpl" not in sys.modules


def _as_written(data: bytes) -> str | None:
    """Return the XML in `data` if lxml would write it just so, without its declaration."""
    try:
        text = data.decode()
    except UnicodeDecodeError:
        return None
    text = _EMPTY.sub(r"<\1\2/>", _headless(text).rstrip())
    is_written = _WRITTEN.fullmatch(text) and not _BLANK.search(text)
    return text if is_written and all(map(_is_in_order, _DECLARED.findall(text))) and _is_well_formed(text) else None


def _headless(text: str) -> str:
    """Return what stands behind the declaration, if `text` has one."""
    for usual in _USUAL:
        if text.startswith(usual):
            return text.removeprefix(usual).lstrip()
    head = re.match(_HEAD, text)
    return text[head.end() :] if head else text


def _is_in_order(tag: str) -> bool:
    """Return whether a tag declares its namespaces before it has attributes, as lxml writes them."""
    return _DECLARED_FIRST.fullmatch(tag) is not None


def _is_well_formed(text: str) -> bool:
    try:
        expat.ParserCreate(namespace_separator=" ").Parse(text.encode(), True)  # noqa: FBT003 - expat takes no keyword
    except expat.ExpatError:
        return False
    return True


_DECLARATION: Final = "<?xml version='1.0' encoding='UTF-8' standalone='yes'?>\n"
_RENDERED: Final = ("creator", "description", "identifier", "language", "subject", "title")
"""author, comments, identifier, language, subject and title, in the order docxtpl sets them."""
_ROOT: Final = r'<([\w.:-]+)([^<>]* xmlns:(\w+)="http://purl\.org/dc/elements/1\.1/"[^<>]*?)/?>'


def completed(data: bytes, *, others: bool) -> bytes:
    """Return the core properties in `data` with each that docxtpl renders there, if only empty.

    The tags in other properties are tags only if `others`: docxtpl leaves them as they are.
    """
    found = _completed(data) if others and _is_worth_it() else None
    if found is not None:
        return found
    from draftkit.template import patching  # noqa: PLC0415 - lxml is slow to import

    return patching.completed(data, _RENDERED, others=others)


def _completed(data: bytes) -> bytes | None:
    text = _as_written(data)
    root = None if text is None else re.match(_ROOT, text)
    if text is None or root is None or text.count("http://purl.org/dc/elements/1.1/") > 1:
        return None
    name, attributes, prefix = root.groups()
    inner = text[root.end() : -len(f"</{name}>")] if text.endswith(f"</{name}>") else ""
    missing = (f"<{prefix}:{one}/>" for one in _RENDERED if not re.search(rf"<{prefix}:{one}[ />]", inner))
    return f"{_DECLARATION}<{name}{attributes}>{inner}{''.join(missing)}</{name}>".encode()
