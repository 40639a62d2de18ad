"""What is wrong with a template or with the values given to it: each with its place, all at once."""

from collections.abc import Iterable
from typing import NamedTuple

from draftkit.errors import TemplateError

__all__ = ["Problem", "TemplateProblemsError"]


class Problem(NamedTuple):
    """One thing that is wrong, where it is, and what would be right.

    Args:
        zh: The sentence in Chinese.
        en: The same sentence in English.
        part: The part of the package, such as `word/document.xml`; empty for the whole file.
        paragraph: The number of the paragraph in that part, from 1; 0 where there is none.
        snippet: The text of the template that it is about.
        field: The name that the template asks for, where it is about a value.
    """

    zh: str
    en: str
    part: str = ""
    paragraph: int = 0
    snippet: str = ""
    field: str = ""

    @property
    def where(self) -> str:
        """The place as a person would say it: part, paragraph, snippet.

        >>> Problem(zh="", en="", part="word/header1.xml", paragraph=2, snippet="{{ x }}").where
        'word/header1.xml 第2段“{{ x }}”'
        """
        paragraph = f" 第{self.paragraph}段" if self.paragraph else ""
        snippet = f"“{self.snippet}”" if self.snippet else ""
        return f"{self.part}{paragraph}{snippet}"

    def __str__(self) -> str:
        """Return the place and both sentences."""
        place = f"{self.where}：" if self.where else ""
        return f"{place}{self.zh}（{self.en}）"


class TemplateProblemsError(TemplateError):
    """Everything that is wrong with a template, or with the values given to it, at once.

    Args:
        problems: The problems, in the order of the parts and paragraphs; at least one.
        where: The template's path.
    """

    def __init__(self, problems: Iterable[Problem], *, where: str | None = None) -> None:
        """Keep the problems and make one sentence of them."""
        self.problems = tuple(problems)
        zh = "；".join(f"{problem.where}：{problem.zh}" if problem.where else problem.zh for problem in self.problems)
        en = "; ".join(problem.en for problem in self.problems)
        super().__init__(zh, en, where=where)

    def __str__(self) -> str:
        """Return the problems, a line each."""
        head = f"{self.where}：" if self.where else ""
        if len(self.problems) == 1:
            return f"{head}{self.problems[0]}"
        lines = "\n".join(f"  {number}. {problem}" for number, problem in enumerate(self.problems, start=1))
        return f"{head}模板有{len(self.problems)}处问题（{len(self.problems)} problems in the template）：\n{lines}"
