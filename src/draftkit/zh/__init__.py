"""Chinese text: numerals, labels, dates, figures, typography. It knows nothing of documents."""

from draftkit.zh import dates, figures, numbering, numerals, typography

__all__ = ["dates", "figures", "numbering", "numerals", "typography"]
