"""How many of the labelled defects of real papers the rules find, by class.

The papers aren't in the repository: `DRAFTKIT_CORPUS` names their folder (default: `shared/corpus`
beside the checkout), and without it there is nothing to do.

A defect counts as found where a finding of a topic that fits its class overlaps its fragment on its own
line. A finding longer than both 60 characters and twice the fragment points at nothing and doesn't count.
`anyhow` counts findings of any topic; `all places` asks for every occurrence that the label counts.

    python benchmarks/check_corpus.py [--missed] [--class C06] [--file 003]
"""

import argparse
import csv
import os
import re
import sys
from collections import Counter, defaultdict
from pathlib import Path
from typing import NamedTuple

from draftkit.checks import Finding, Findings, check

TOPICS = {
    "C01": {"residue", "structure"},
    "C02": {"residue"},
    "C03": {"blanks", "masked"},
    "C04": {"blanks", "masked"},
    "C05": {"masked", "blanks"},
    "C06": {"chronology"},
    "C07": {"chronology", "terms"},
    "C08": {"characters", "terms", "masked"},
    "C09": {"characters", "terms", "structure"},
    "C10": {"figures", "blanks"},
    "C11": {"punctuation"},
    "C12": {"structure"},
    "C13": {"punctuation", "characters", "structure", "residue"},
    "C14": {"terms", "characters", "chronology"},
    "C15": {"terms"},
    "C16": {"structure", "residue"},
    "C17": {"characters", "terms", "structure", "punctuation"},
    "C18": {"structure"},
    "C19": {"chronology", "figures", "structure", "terms"},
    "C20": {"masked", "blanks", "characters"},
}
PROMISED = ("C01", "C02", "C03", "C04", "C05", "C06", "C07", "C10", "C12")
LONGEST = 60


class Defect(NamedTuple):
    """A row of defects.tsv."""

    file: str
    line: int
    times: int
    fragment: str
    class_: str
    right: str

    @property
    def code(self) -> str:
        """The class's number: C06."""
        return self.class_[:3]


def corpus() -> Path:
    """Return the folder of the real papers."""
    root = Path(__file__).resolve().parent.parent
    return Path(os.environ.get("DRAFTKIT_CORPUS") or root.parent / "shared" / "corpus")


def defects(folder: Path) -> list[Defect]:
    """Return the labelled defects."""
    with (folder / "defects.tsv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))
    return [
        Defect(row["file"], int(row["line"]), int(row["count"]), row["fragment"], row["class"], row["right_form"] or "")
        for row in rows
    ]


def occurrences(lines: list[str], defect: Defect) -> list[tuple[int, int, int]]:
    """Return where the fragment stands, as line, start, end; ⏎ parts lines, and white space is any or none."""
    pieces = [piece for piece in defect.fragment.split("⏎") if piece.strip()]
    found = []
    for shift, piece in enumerate(pieces):
        pattern = re.compile(r"\s*".join(re.escape(char) for char in "".join(piece.split())))
        for number in range(defect.line, min(defect.line + 2 * len(pieces), len(lines) + 1)):
            if number > defect.line and not shift:
                break
            found += [(number, m.start(), m.end()) for m in pattern.finditer(lines[number - 1])]
    return found


def spans(findings: Findings, lines: list[str]) -> dict[int, list[tuple[int, int, Finding]]]:
    """Return the findings by the lines of the raw file that they touch, with their columns there."""
    found: dict[int, list[tuple[int, int, Finding]]] = defaultdict(list)
    for finding in findings:
        paragraph = finding.place.paragraph
        ends = [*(piece.start for piece in paragraph.pieces[1:]), len(paragraph.text)]
        for piece, end in zip(paragraph.pieces, ends, strict=True):
            line = lines[piece.line - 1]
            shift = line.find(paragraph.text[piece.start : end]) - piece.start
            start, stop = max(finding.place.start, piece.start), min(finding.place.end, end)
            if start < stop:
                found[piece.line].append((start + shift, stop + shift, finding))
    return found


def hits(
    places: list[tuple[int, int, int]], found: dict[int, list[tuple[int, int, Finding]]]
) -> list[tuple[tuple[int, int, int], Finding]]:
    """Return the findings that overlap each place and are about it."""
    return [
        (place, finding)
        for place in places
        for start, end, finding in found[place[0]]
        if start < place[2] and place[1] < end and end - start <= max(LONGEST, 2 * (place[2] - place[1]))
    ]


def main() -> int:
    """Print what was found and what was missed."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--missed", action="store_true", help="list what was missed")
    parser.add_argument("--found", action="store_true", help="list what was found, and by which rule")
    parser.add_argument("--class", dest="code", default="", help="only this class")
    parser.add_argument("--file", default="", help="only this file")
    options = parser.parse_args()
    folder = corpus()
    if not (folder / "defects.tsv").is_file():
        print(f"skipped: the real papers are not at {folder}; DRAFTKIT_CORPUS may name their folder")
        return 0
    labelled = [d for d in defects(folder) if options.code in d.class_ and options.file in d.file]
    texts = {
        name: (folder / "raw" / f"{name}.txt").read_text(encoding="utf-8").split("\n")
        for name in {d.file for d in labelled}
    }
    results = {name: check(folder / "raw" / f"{name}.txt") for name in texts}
    found = {name: spans(results[name], texts[name]) for name in texts}
    total, right, anyhow, everywhere = Counter[str](), Counter[str](), Counter[str](), Counter[str]()
    for defect in labelled:
        places = occurrences(texts[defect.file], defect)
        overlapping = hits(places, found[defect.file])
        fitting = [(place, finding) for place, finding in overlapping if finding.topic in TOPICS[defect.code]]
        for key in (defect.code, "all", *(["promised"] if defect.code in PROMISED else [])):
            total[key] += 1
            right[key] += bool(fitting)
            anyhow[key] += bool(overlapping)
            everywhere[key] += bool(fitting) and len({place for place, _ in fitting}) >= min(defect.times, len(places))
        rules = sorted({finding.rule for _, finding in fitting or overlapping})
        show = options.found if fitting else options.missed
        if show or not places:
            state = "found " if fitting else "missed" if places else "NO SUCH FRAGMENT"
            print(f"{state} {defect.file}:{defect.line} {defect.code} {defect.fragment} → {defect.right} {rules}")
    print(f"{'class':10}{'found':>6}{'of':>5}{'%':>7}{'anyhow':>8}{'all places':>12}")
    for key in [*sorted(total.keys() - {"all", "promised"}), "promised", "all"]:
        if total[key]:
            share = 100 * right[key] / total[key]
            print(f"{key:10}{right[key]:6}{total[key]:5}{share:7.1f}{anyhow[key]:8}{everywhere[key]:12}")
    print("findings:", ", ".join(f"{name} {len(result)}" for name, result in sorted(results.items())))
    return 0


if __name__ == "__main__":
    sys.exit(main())
