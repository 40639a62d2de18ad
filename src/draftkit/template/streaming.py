"""A document written to a file while it is rendered: memory doesn't grow with its length.

A part is streamed when its XML is what its code writes, a batch of it at a time, each cut behind
a paragraph so that line breaks and tabs in texts can be made breaks there. What needs a look at
the whole part, as markup of unknown origin does, is rendered whole.
"""

from collections.abc import Iterator, Mapping
from typing import IO, Any, Final

from draftkit.template.budget import Budget
from draftkit.template.container import Directory, deflated
from draftkit.template.deflate import deflate_named, stream_named
from draftkit.template.engine import Engine
from draftkit.template.output import Output
from draftkit.template.source import Program

__all__ = ["write_document"]

_PARAGRAPH_END: Final = b"</w:p>"
_BOX: Final = "w:txbxContent"


def write_document(engine: Engine, values: Mapping[str, Any], file: IO[bytes], deflate: str) -> None:
    """Write the document that `engine` makes of `values` to `file`, which can seek.

    Raises:
        NeedsDocxtplError: A value is a picture or a sub-document.
        OverBudgetError: It would take or write too much.
        Exception: Anything a template or a value of it raises.
    """
    budget = Budget(engine.limits)
    names = {**engine.environment.globals, **values}
    directory = Directory(file, engine.static)
    for program in engine.programs:
        if not (_streams(program) and _stream(engine, program, names, budget, directory, deflate)):
            data = engine.part(program, names, budget)
            directory.add(deflated(program.source.name, data, deflate_named(deflate)))
    directory.close()


def _streams(program: Program) -> bool:
    return program.source.is_main and program.plain and _BOX not in program.source.text


def _stream(  # noqa: PLR0913, PLR0917 - what a render is made of
    engine: Engine, program: Program, names: dict[str, Any], budget: Budget, directory: Directory, deflate: str
) -> bool:
    """Stream a part into the file; return False, with nothing written, where it has to be seen whole."""
    output = Output(budget, strict=engine.environment.strict)
    with directory.part(program.source.name, stream_named(deflate)) as part:
        part.write(program.head)
        for text in _cut(engine.batches(program, names, output)):
            if output.unproved:
                part.take_back()
                return False
            part.write(_broken(text) if output.listing else text)
        part.write(program.tail)
    return True


def _cut(batches: Iterator[bytes]) -> Iterator[bytes]:
    """Yield the same bytes, cut behind paragraphs."""
    rest = b""
    for batch in batches:
        text = rest + batch
        end = text.rfind(_PARAGRAPH_END) + len(_PARAGRAPH_END)
        if end < len(_PARAGRAPH_END):
            rest = text
            continue
        rest = text[end:]
        yield text[:end]
    yield rest


def _broken(text: bytes) -> bytes:
    from draftkit.template import patching  # noqa: PLC0415 - docxtpl is slow to import

    return patching.listing(text.decode()).encode()
