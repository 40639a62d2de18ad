"""The page a paper is set on in a browser: its margins, its grid, its sizes of type."""

from attrs import frozen

from draftkit.renderers.docx.measure import CHARACTER
from draftkit.renderers.house import House, PageModel
from draftkit.renderers.titles import WIDTH

__all__ = ["Form"]

_LINE = 8845
"""The 156 mm of a line, in twips (GB/T 9704-2012, 5.2.1)."""

_NUMBER = 'content: "— " counter(page) " —"; font: 14pt/1.3 var(--song); vertical-align: top; padding-top: 3.45mm'


@frozen(kw_only=True)
class Form:
    """A page model; lengths in points where nothing else is said.

    Args:
        top: The white above the text, in millimetres.
        bottom: The white below it.
        lines: How many lines a page has.
        pitch: The height of a line.
        size: The size of the text.
        title: That of the title.
        character: The width of a character of the text.
        title_width: How many characters of the title go into a line.
    """

    top: float = 37
    bottom: float = 35
    lines: int = 22
    pitch: float = 28.95
    size: int = 16
    title: int = 22
    character: float = CHARACTER / 20
    title_width: int = WIDTH

    @classmethod
    def of(cls, house: House) -> "Form":
        """Return the form of a house's papers."""
        if house.reading:
            return cls(lines=16, pitch=39.85, size=22, title=26, character=22, title_width=17)
        return cls(top=34.4, bottom=32.8, pitch=29.6) if house.page is PageModel.COMPENSATED else cls()

    @property
    def measure(self) -> int:
        """The length of a line in twips of 3号 type, by which texts are measured."""
        return round(_LINE * CHARACTER / 20 / self.character)

    def style(self, weight: str) -> str:
        """Return the rules of the page, for the printer and for the sheets of the page view."""
        values = {
            "top": f"{self.top}mm",
            "bottom": f"{self.bottom}mm",
            "lines": self.lines,
            "pitch": f"{self.pitch}pt",
            "size": f"{self.size}pt",
            "title": f"{self.title}pt",
            "char": f"{self.character}pt",
            "tighten": f"{round(self.character - self.size, 2):g}pt",
            "weight": weight,
        }
        given = " ".join(f"--{name}: {value};" for name, value in values.items())
        # A landscape page is the portrait one turned to the left (7.6).
        return (
            f":root {{ {given} }}\n"
            f"@page {{ size: A4 portrait; margin: {self.top}mm 26mm {self.bottom}mm 28mm; }}\n"
            f"@page wide {{ size: A4 landscape; margin: 28mm {self.top}mm 26mm {self.bottom}mm; }}\n"
            f"@page :right {{ @bottom-right {{ {_NUMBER}; padding-right: 14pt; }} }}\n"
            f"@page :left {{ @bottom-left {{ {_NUMBER}; padding-left: 14pt; }} }}\n"
        )
