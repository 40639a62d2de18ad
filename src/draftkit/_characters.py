r"""The characters that XML 1.0 leaves out (2.2, Char): control characters, halves of surrogate pairs, U+FFFE, U+FFFF.

Patterns, not compiled: most processes never meet such a character, and these take long to compile.

>>> import re
>>> re.sub(FORBIDDEN, "", "甲\x0b乙\ufffe丙\t")
'甲乙丙\t'
"""

from typing import Final

__all__ = ["FORBIDDEN", "FORBIDDEN_BUT_BREAKS"]

FORBIDDEN: Final = "[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]"
FORBIDDEN_BUT_BREAKS: Final = "[\x00-\x06\x08\x0b\x0e-\x1f\ud800-\udfff\ufffe\uffff]"
r"""The same without `\a` and `\f`, by which docxtpl's users break paragraphs and pages."""
