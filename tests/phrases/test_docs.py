"""What docs/phrases.md and the packs' README tell is what the packs give."""

from draftkit._resources import templates_dir
from draftkit.phrases import PhraseBook, SlotType
from tests.phrases.dated_table import PAGE, stored, table

BOOK = PhraseBook.default()


def test_the_table_of_dated_formulas_is_what_the_packs_give() -> None:
    told = stored(PAGE.read_text(encoding="utf-8"))
    assert told == table(BOOK), "run: python -m tests.phrases.dated_table"


def test_the_page_names_every_slot_type_and_every_pack() -> None:
    page = PAGE.read_text(encoding="utf-8")
    assert [kind for kind in SlotType if f"`{kind}`" not in page] == []
    assert [pack.name for pack in BOOK.packs if f"`{pack.name}.toml`" not in page] == []


def test_the_readme_names_every_pack() -> None:
    readme = (templates_dir() / "phrases" / "README.md").read_text(encoding="utf-8")
    assert [pack.name for pack in BOOK.packs if f"`{pack.name}.toml`" not in readme] == []
