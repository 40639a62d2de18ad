"""The document tree: plain, frozen nodes that readers and kinds make, renderers and checks use."""

from draftkit.tree.back import Attachment, Imprint
from draftkit.tree.booklet import Booklet, Paper
from draftkit.tree.document import Document, Join, Residue
from draftkit.tree.frame import Mark, Signature, TitleBlock
from draftkit.tree.inlines import (
    Blank,
    Inline,
    InlineLike,
    Inlines,
    LineBreak,
    Text,
    inlines,
    optional_inlines,
    plain,
)
from draftkit.tree.lines import Line, Role, Span, SpanKind
from draftkit.tree.nodes import (
    Block,
    BlockLike,
    Blocks,
    Glossary,
    Node,
    Paragraph,
    Part,
    Point,
    Points,
    Section,
    Table,
    Term,
    blocks,
    points,
    walk,
)
from draftkit.tree.totals import totalled

__all__ = [
    "Attachment",
    "Blank",
    "Block",
    "BlockLike",
    "Blocks",
    "Booklet",
    "Document",
    "Glossary",
    "Imprint",
    "Inline",
    "InlineLike",
    "Inlines",
    "Join",
    "Line",
    "LineBreak",
    "Mark",
    "Node",
    "Paper",
    "Paragraph",
    "Part",
    "Point",
    "Points",
    "Residue",
    "Role",
    "Section",
    "Signature",
    "Span",
    "SpanKind",
    "Table",
    "Term",
    "Text",
    "TitleBlock",
    "blocks",
    "inlines",
    "optional_inlines",
    "plain",
    "points",
    "totalled",
    "walk",
]
