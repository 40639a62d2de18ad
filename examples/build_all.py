"""Build every example into `output/` at the repository's root, or into the folder given on the command line."""

import runpy
import sys
from pathlib import Path

EXAMPLES = Path(__file__).parent
OUTPUT = EXAMPLES.parent / "output"


def build(folder: Path) -> list[Path]:
    """Return the files that the examples wrote into `folder`."""
    scripts = sorted((*EXAMPLES.glob("*/paper.py"), *EXAMPLES.glob("*/notice.py")))
    return [file for script in scripts for file in runpy.run_path(str(script))["main"](folder)]


def main(folder: Path) -> None:
    """Build all of them and say what to open."""
    for file in build(folder):
        if file.suffix == ".docx":
            print(file)


if __name__ == "__main__":
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else OUTPUT)
