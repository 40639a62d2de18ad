"""How much a template may cost: the size of its package, what it may write, how long it may take."""

from typing import Final

from draftkit.errors import TemplateError

__all__ = ["DEFAULT", "Limits"]

_NAMES: Final = ("archive", "external", "inflated", "output", "parts", "patching", "ratio", "seconds", "turns")


class Limits:
    """The limits of a template; those of a render hold for each render anew.

    Args:
        archive: The size of the file, in bytes.
        inflated: The size of all parts together when inflated, in bytes.
        ratio: How many times its size one part may grow when inflated (parts above 1 MB).
        parts: The number of parts.
        patching: How many characters docxtpl's patching of one part may look at again and again, beyond reading it
            through: 0 for what Word writes, 50 million for a second or two.
        external: Whether relations may point outside the package (hyperlinks always may).
        output: The length of what one part may be rendered to, in bytes.
        seconds: The time one render may take.
        turns: The turns that all loops of one render may take together.

    Raises:
        TemplateError: One of them isn't above 0.
    """

    __slots__ = _NAMES

    def __init__(  # noqa: PLR0913 - as many as there are ways to cost too much
        self,
        *,
        archive: int = 50_000_000,
        inflated: int = 250_000_000,
        ratio: int = 250,
        parts: int = 5_000,
        patching: int = 50_000_000,
        external: bool = False,
        output: int = 200_000_000,
        seconds: float = 30.0,
        turns: int = 5_000_000,
    ) -> None:
        self.archive = archive
        self.inflated = inflated
        self.ratio = ratio
        self.parts = parts
        self.patching = patching
        self.external = external
        self.output = output
        self.seconds = seconds
        self.turns = turns
        for name in _NAMES:
            if name != "external" and not getattr(self, name) > 0:
                raise TemplateError(
                    f"上限 {name} 应大于0，不能是{getattr(self, name)}", f"the limit {name} must be above 0"
                )

    def __repr__(self) -> str:
        """Return the limits by name."""
        return f"Limits({', '.join(f'{name}={getattr(self, name)!r}' for name in _NAMES)})"

    def __eq__(self, other: object) -> bool:
        """Return whether all limits are the same."""
        return isinstance(other, Limits) and self._values() == other._values()

    def __hash__(self) -> int:
        """Return a hash: engines are kept by their limits, among others."""
        return hash(self._values())

    def _values(self) -> tuple[float, ...]:
        return tuple(getattr(self, name) for name in _NAMES)


DEFAULT: Final = Limits()
"""For a template from anywhere: far above what a paper needs, far below what hurts."""
