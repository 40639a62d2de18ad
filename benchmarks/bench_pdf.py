"""Many papers as PDF: in one call, and in as many calls.

    python benchmarks/bench_pdf.py        # 100 papers
    python benchmarks/bench_pdf.py 20

A paper is a short resolution, so that what is measured is the start of LibreOffice and not the length of the text.
"""

import sys
import tempfile
from pathlib import Path
from time import perf_counter

import draftkit as dk
from draftkit.renderers import write_all
from draftkit.tree import TitleBlock


def paper(number: int) -> dk.Document:
    """Return a resolution of one page."""
    title = f"清溪镇第十八届人民代表大会第四次会议关于第{number}号议案的决议"
    return dk.Document(title_block=TitleBlock(title=title), blocks=["会议审议了议案，决定予以通过。" * 8] * 3)


def one_call(papers: list[dk.Document], folder: Path) -> float:
    """Return the seconds that all papers take together."""
    start = perf_counter()
    write_all((each, folder / f"together-{number}.pdf") for number, each in enumerate(papers))
    return perf_counter() - start


def many_calls(papers: list[dk.Document], folder: Path) -> float:
    """Return the seconds that they take one by one."""
    start = perf_counter()
    for number, each in enumerate(papers):
        dk.write(each, folder / f"alone-{number}.pdf")
    return perf_counter() - start


def main(count: int) -> None:
    """Measure and print both, and their ratio."""
    papers = [paper(number) for number in range(1, count + 1)]
    with tempfile.TemporaryDirectory() as folder:
        dk.write(papers[0], Path(folder) / "warm.pdf")
        together = one_call(papers, Path(folder))
        alone = many_calls(papers, Path(folder))
    print(f"{count} papers: {together:.1f} s in one call, {alone:.1f} s in {count} calls, ratio {together / alone:.3f}")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 100)
