"""The command line: it parses and prints, and does nothing else."""

from draftkit.cli.main import main

__all__ = ["main"]
