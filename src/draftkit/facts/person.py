"""A person with a post."""

import re

from attrs import field, frozen

from draftkit.facts._checks import words
from draftkit.facts.congress import Congress

__all__ = ["Person"]


_ORGAN = re.compile("^(?:人民代表大会|人大)?(?:主席团(?=副?主席$))?")


@frozen
class Person:
    """A person, and the post held, as the paper names them.

    Args:
        name: The name.
        post: The post: 镇长, 镇人民代表大会主席.
    """

    name: str = field(validator=words("姓名"))
    post: str = field(default="", validator=words("职务", empty=True), kw_only=True)

    @property
    def titled(self) -> str:
        """The post before the name: 镇长王强."""
        return f"{self.post}{self.name}"

    def formal_post(self, congress: Congress) -> str:
        """Return the post with the place's name in full, as a title block and a decision give it.

        >>> congress = Congress(place="清溪镇", term=18)
        >>> Person("李明", post="镇人民代表大会主席").formal_post(congress)
        '清溪镇人民代表大会主席'
        >>> Person("王强", post="镇长").formal_post(congress)
        '清溪镇人民政府镇长'
        >>> Person("李明", post="镇人大主席").formal_post(congress)
        '清溪镇人民代表大会主席'
        >>> Person("李明", post="清溪镇人大主席团主席").formal_post(congress)
        '清溪镇人民代表大会主席'
        >>> Person("周勇", post="人民政府副镇长").formal_post(congress)
        '清溪镇人民政府副镇长'
        """
        unit = congress.unit
        own = self.post.removesuffix("职务").removeprefix(congress.place)
        head = own.removeprefix(congress.government).removeprefix("人民政府")
        if head.removeprefix("代理").removeprefix("副") == congress.head:
            return f"{congress.government_full}{head}"
        chair = _ORGAN.sub("", own.removeprefix(unit))
        if chair in ("主席", "副主席"):
            return f"{congress.organ}{chair}"
        if self.post.startswith((f"{unit}人民", f"{unit}人大", f"{unit}党委", f"{unit}财政")):
            return congress.place + self.post.removeprefix(unit)
        return self.post
