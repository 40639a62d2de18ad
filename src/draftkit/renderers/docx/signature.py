"""Where the signature's two lines stand (GB/T 9704-2012, 7.3.5)."""

from attrs import frozen

from draftkit.renderers.docx.measure import CHARACTER, widest, width

__all__ = ["Place", "Places", "places"]


@frozen
class Place:
    """How far a line stands in, in twips: from the left edge where `left` is given, else from the right."""

    right: int = 0
    left: int | None = None


@frozen
class Places:
    """The places of both lines."""

    organ: Place
    date: Place


def places(organ: str, date: str, line: int, *, sealed: bool) -> Places:
    """Return where `organ` and `date`, of which one may be empty, stand on a `line` of that length.

    With a seal the date stands four characters from the right and the organ's name is centred over it
    (7.3.5.1). Without, the organ's name stands two characters from the right, and the date begins two
    characters to the right of where the name does; a date that may be longer than the name stands two
    characters from the right instead, and the name moves to the left (7.3.5.2).

    >>> places("清溪镇人民代表大会主席团", "2025年1月10日", 8845, sealed=False).organ == Place(2 * CHARACTER)
    True
    >>> places("清溪镇人民代表大会主席团", "2025年1月10日", 8845, sealed=True).date == Place(4 * CHARACTER)
    True
    """
    return _sealed(width(organ), width(date)) if sealed else _unsealed(width(organ), width(date), line, widest(date))


def _sealed(organ: int, date: int) -> Places:
    right = 4 * CHARACTER
    centred = right + (date - organ) // 2
    # A name too long to be centred there would run over the edge: both lines move to the left.
    return Places(Place(max(centred, 0)), Place(right + max(-centred, 0)))


def _unsealed(organ: int, date: int, line: int, widest_date: int) -> Places:
    two = 2 * CHARACTER
    if not organ or not date:
        return Places(Place(two), Place(two))
    if widest_date > organ:
        return Places(Place(date + 2 * two - organ), Place(two))
    # From the left, so that it begins there whatever a font makes of the figures' width.
    return Places(Place(two), Place(left=max(line - organ, 0)))
