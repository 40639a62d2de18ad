"""The people's congress of one place and one term."""

from enum import Enum

from attrs import field, frozen

from draftkit.errors import FactError
from draftkit.facts._checks import required, whole, words
from draftkit.zh.numerals import format_numeral, format_ordinal

__all__ = ["Congress", "Level", "unit_of"]


class Level(Enum):
    """The level of a people's congress (宪法第九十五条)."""

    TOWNSHIP = "township"
    COUNTY = "county"
    CITY = "city"
    PROVINCE = "province"


_ENDINGS = (
    ("自治区", Level.PROVINCE, "区"),
    ("自治州", Level.CITY, "州"),
    ("自治县", Level.COUNTY, "县"),
    ("镇", Level.TOWNSHIP, "镇"),
    ("乡", Level.TOWNSHIP, "乡"),
    ("苏木", Level.TOWNSHIP, "苏木"),
    ("县", Level.COUNTY, "县"),
    ("旗", Level.COUNTY, "旗"),
    ("区", Level.COUNTY, "区"),
    ("市", Level.CITY, "市"),
    ("省", Level.PROVINCE, "省"),
)


def unit_of(place: str) -> tuple[str, Level]:
    """Return the word a place calls itself by (镇, 乡, 区) and its level.

    >>> unit_of("清溪镇")
    ('镇', <Level.TOWNSHIP: 'township'>)
    """
    for ending, level, unit in _ENDINGS:
        if place.endswith(ending) and place != ending:
            return unit, level
    if place.endswith("街道"):
        raise FactError(
            f"街道不设人民代表大会，“{place}”应写所在的区、市或乡镇",
            f"a subdistrict (街道) has no people's congress: give the place that {place!r} belongs to",
            where="place",
        )
    raise FactError(
        f"从“{place}”看不出是乡镇还是县区，请写全称，如“清溪镇”“青山区”",
        f"{place!r} does not tell a township from a county: give the full name, such as 清溪镇",
        where="place",
    )


@frozen(kw_only=True)
class Congress:
    """人民代表大会: the people's congress of one place and one term.

    Args:
        place: The place's full name: 清溪镇.
        term: The term (届), from 1.
        parent: The county, district or city above it: 青山区; empty if not needed.
        deputies: All deputies of the congress (全体代表), the base of every majority.
        level: Its level; from the place's name unless given (an 市 may be a county's equal).
    """

    place: str = required("地名", words("地名"), sample='place="清溪镇"')
    term: int = required("届次", whole("届次", least=1), sample="term=18")
    parent: str = field(default="", validator=words("上级地名", empty=True))
    deputies: int | None = field(default=None, validator=whole("代表人数", least=1, optional=True))
    level: Level = field()

    @level.default
    def _level(self) -> Level:
        # A place that is no text, or not given, is refused by its own validator, which runs later.
        named = isinstance(self.place, str) and self.place.strip()
        return unit_of(named)[1] if named else Level.TOWNSHIP

    def __attrs_post_init__(self) -> None:
        """Refuse a place or a parent whose name does not tell what it is, and a township above anything."""
        for place in filter(None, (self.place, self.parent)):
            unit_of(place)
        if self.parent and unit_of(self.parent)[1] is Level.TOWNSHIP:
            raise FactError(
                f"上级应为县、区、市，而不是“{self.parent}”",
                f"what stands above is a county, a district or a city, not {self.parent!r}",
                where="parent",
            )

    @property
    def unit(self) -> str:
        """The word the place calls itself by: 镇."""
        return unit_of(self.place)[0]

    @property
    def head(self) -> str:
        """What the head of its government is called: 镇长, and 苏木达 of a 苏木."""
        return "苏木达" if self.unit == "苏木" else f"{self.unit}长"

    @property
    def organ(self) -> str:
        """The organ's name: 清溪镇人民代表大会."""
        return f"{self.place}人民代表大会"

    @property
    def name(self) -> str:
        """The name of this term's congress: 清溪镇第十八届人民代表大会."""
        return f"{self.place}{format_ordinal(self.term)}届人民代表大会"

    @property
    def short_name(self) -> str:
        """Its short name: 镇十八届人大."""
        return f"{self.unit}{format_numeral(self.term)}届人大"

    @property
    def presidium(self) -> str:
        """The presidium as the paper calls it in passing: 镇人大主席团."""
        return f"{self.unit}人大主席团"

    @property
    def government(self) -> str:
        """The government as the paper calls it in passing: 镇人民政府."""
        return f"{self.unit}人民政府"

    @property
    def government_full(self) -> str:
        """The government's name: 清溪镇人民政府."""
        return f"{self.place}人民政府"

    @property
    def committee(self) -> str:
        """The Party committee that leads it: 镇党委, and 区委 from the county up."""
        return f"{self.unit}党委" if self.level is Level.TOWNSHIP else f"{self.unit}委"

    @property
    def superior(self) -> str:
        """The standing committee that guides its work: 区人大常委会 (a township's congress has none)."""
        return f"{unit_of(self.parent)[0] if self.parent else '上级'}人大常委会"

    @property
    def people(self) -> str:
        """All the people of the place: 全镇人民."""
        return f"全{self.unit}人民"
