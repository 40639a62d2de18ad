"""`python -m draftkit` is the command `draftkit`."""

from draftkit.cli import main

if __name__ == "__main__":
    main()
