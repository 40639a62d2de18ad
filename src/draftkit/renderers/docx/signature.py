"""Where the signature's two lines stand (GB/T 9704-2012, 7.3.5), in twips from the right edge of the text.

>>> unsealed = places("清溪镇人民代表大会主席团", "2025年1月10日", sealed=False)
>>> unsealed.organ == 2 * CHARACTER
True
>>> sealed = places("清溪镇人民代表大会主席团", "2025年1月10日", sealed=True)
>>> sealed.date == 4 * CHARACTER
True
"""

from attrs import frozen

from draftkit.renderers.docx.measure import CHARACTER, width

__all__ = ["Places", "places"]


@frozen
class Places:
    """How far the organ's name and the date stand from the right edge."""

    organ: int
    date: int


def places(organ: str, date: str, *, sealed: bool) -> Places:
    """Return where `organ` and `date` stand; either may be empty.

    With a seal the date stands four characters from the right and the organ's name is centred over it
    (7.3.5.1). Without, the organ's name stands two characters from the right, and the date begins two
    characters to the right of where the name does; a date longer than the name stands two characters from
    the right instead, and the name moves to the left (7.3.5.2).
    """
    return _sealed(width(organ), width(date)) if sealed else _unsealed(width(organ), width(date))


def _sealed(organ: int, date: int) -> Places:
    right = 4 * CHARACTER
    centred = right + (date - organ) // 2
    # A name too long to be centred there would run over the edge: both lines move to the left.
    return Places(max(centred, 0), right + max(-centred, 0))


def _unsealed(organ: int, date: int) -> Places:
    two = 2 * CHARACTER
    if date > organ:
        return Places(date + 2 * two - organ if organ else two, two)
    return Places(two, organ - date if date else two)
