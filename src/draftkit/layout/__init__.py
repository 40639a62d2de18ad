"""Where a Word file departs from the house style of GB/T 9704-2012, whoever made it."""

from draftkit.layout.checking import check_layout
from draftkit.layout.departure import Departure

__all__ = ["Departure", "check_layout"]
