"""docxtpl's own command over this engine: `python -m draftkit.template template.docx data.json made.docx`."""

import sys
from argparse import ArgumentParser
from pathlib import Path
from typing import Any

import docxtpl.__main__ as command

from draftkit.template.docxtpl_interface import DocxTemplate

__all__ = ["main"]

_WRONG = 2
"""The exit code for arguments that are wrong, as argparse has it."""


def main() -> None:
    """Make the document that the arguments of the process ask for, as docxtpl's command does."""
    parser = command.make_arg_parser()
    parser.usage = parser.usage.replace("docxtpl", "draftkit.template")
    arguments = _arguments(parser)
    try:
        _make(arguments)
    except RuntimeError as error:
        sys.stdout.write(f"Error: {error}\n")
    finally:
        if not arguments[command.QUIET_ARG]:
            sys.stdout.write("Exiting program!\n")


def _arguments(parser: ArgumentParser) -> dict[str, Any]:
    try:
        arguments: dict[str, Any] = command.get_args(parser)
    except RuntimeError:  # argparse has said already what is wrong
        raise SystemExit(_WRONG) from None
    return arguments


def _make(arguments: dict[str, Any]) -> None:
    command.validate_all_args(arguments)
    values = command.get_json_data(Path(arguments[command.JSON_ARG]).resolve())
    document = DocxTemplate(Path(arguments[command.TEMPLATE_ARG]).resolve())
    command.save_file(command.render_docx(document, values), arguments)


if __name__ == "__main__":
    main()
