"""A document written to a file while it is rendered: memory doesn't grow with its length.

A part is streamed when its XML is what its code writes, a batch of it at a time, each cut behind
a paragraph so that line breaks and tabs in texts can be made breaks there. Where a value asks for
a look at the whole part, as markup of unknown origin does, what was written is read back: nothing
is rendered twice, for a generator could be read once only.
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


def write_document(engine: Engine, values: Mapping[str, Any], file: IO[bytes], deflate: str, budget: Budget) -> None:
    """Write the document that `engine` makes of `values` to `file`, which can seek and be read.

    Raises:
        NeedsDocxtplError: A value is a picture or a sub-document.
        OverBudgetError: It would take or write too much.
        OSError: The file can't be written.
        Exception: Anything a template or a value of it raises.
    """
    names = {**engine.environment.globals, **values}
    directory = Directory(file, engine.static)
    for program in engine.programs:
        if _streams(program):
            data = _stream(engine, program, names, budget, directory, deflate)
        else:
            data = engine.part(program, names, budget)
        if data is not None:
            directory.add(deflated(program.source.name, data, deflate_named(deflate)))
    directory.close()


def _streams(program: Program) -> bool:
    return program.source.is_main and program.plain and _BOX not in program.source.text


def _stream(  # noqa: PLR0913, PLR0917 - what a render is made of
    engine: Engine, program: Program, names: dict[str, Any], budget: Budget, directory: Directory, deflate: str
) -> bytes | None:
    """Stream a part into the file; return it instead, with nothing written, where it has to be seen whole."""
    output = Output(budget, strict=engine.environment.strict)
    with directory.part(program.source.name, stream_named(deflate)) as part:
        part.write(program.head)
        texts = _cut(engine.batches(program, names, output))
        for text in texts:
            if output.unproved:
                rest = b"".join((text, *texts, program.tail))
                return _seen_whole(program, part.take_back() + rest, output)
            part.write(_broken(text) if output.listing else text)
        part.write(program.tail)
    return None


def _seen_whole(program: Program, xml: bytes, output: Output) -> bytes:
    from draftkit.template.finish import finished  # noqa: PLC0415 - most papers need nothing done

    return finished(program, xml.decode(), output).encode()


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
