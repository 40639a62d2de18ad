"""What every kind of paper is: facts that draft a tree, worded as of the paper's date."""

import datetime as dt
from abc import ABC, abstractmethod
from typing import ClassVar

from draftkit.kinds._derived import Wording, wording
from draftkit.phrases import PhraseBook
from draftkit.tree import Document

__all__ = ["Paper"]


class Paper(ABC):
    """A paper of one kind."""

    __slots__ = ()

    kind: ClassVar[str]
    """The kind's name, as `document.kind` has it."""

    @property
    @abstractmethod
    def on(self) -> dt.date | None:
        """The paper's date, which the phrases follow."""

    @abstractmethod
    def worded(self, say: Wording) -> Document:
        """Return the paper as a tree, worded by `say`."""

    def draft(self, phrases: PhraseBook | None = None) -> Document:
        """Return the paper as a tree.

        Args:
            phrases: The phrases to word it with; draftkit's own unless given.

        Raises:
            FactError: A fact is missing that a derived part names.
            PhraseError: There is no wording for the paper's date.
        """
        return self.worded(wording(phrases, self.on))
