"""How much a template may cost: the size of its package, what it may write, how long it may take."""

from typing import Any

from attrs import field, frozen, validators

__all__ = ["DEFAULT", "Limits"]

_positive: Any = validators.gt(0)


@frozen(kw_only=True)
class Limits:
    """The limits of a template; those of a render hold for each render anew.

    Args:
        archive: The size of the file, in bytes.
        inflated: The size of all parts together when inflated, in bytes.
        ratio: How many times its size one part may grow when inflated (parts above 1 MB).
        parts: The number of parts.
        external: Whether relations may point outside the package (hyperlinks always may).
        output: The length of what one part may be rendered to, in characters.
        seconds: The time one render may take.
        turns: The turns that all loops of one render may take together.
    """

    archive: int = field(default=50_000_000, validator=_positive)
    inflated: int = field(default=250_000_000, validator=_positive)
    ratio: int = field(default=250, validator=_positive)
    parts: int = field(default=5_000, validator=_positive)
    external: bool = False
    output: int = field(default=200_000_000, validator=_positive)
    seconds: float = field(default=30.0, validator=_positive)
    turns: int = field(default=5_000_000, validator=_positive)


DEFAULT = Limits()
"""For a template from anywhere: far above what a paper needs, far below what hurts."""
