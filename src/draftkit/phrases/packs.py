"""Packs: one TOML file each, with phrases and the tables behind them.

A pack is read as a whole, and all that is wrong in it is told at once; what
needs the other packs (slots of included phrases) is checked by the book.
"""

import datetime as dt
import tomllib
from pathlib import Path

from attrs import evolve

from draftkit.errors import PhraseError
from draftkit.phrases._reading import read_phrase
from draftkit.phrases._table import Problems, Table
from draftkit.phrases.model import Pack
from draftkit.phrases.plans import Plan
from draftkit.phrases.plenums import Meeting

__all__ = ["load_pack", "pack_files"]

_NO_DAY = dt.date.min


def pack_files(path: Path) -> list[Path]:
    """Return the packs at `path`: the file itself, or the `*.toml` files of a folder, sorted.

    Raises:
        PhraseError: There is nothing at `path`, or a folder without packs.
    """
    files = sorted(path.glob("*.toml")) if path.is_dir() else [path] if path.exists() else []
    if not files:
        raise PhraseError(
            "这里没有套语包（*.toml），请核对路径",
            "there is no phrase pack (*.toml) here: check the path",
            where=str(path),
        )
    return files


def load_pack(path: Path) -> Pack:
    """Return the pack in a TOML file.

    Raises:
        PhraseError: The file can't be read, isn't TOML, or has problems, all told at once.
    """
    problems = Problems()
    pack = _pack(Table(_toml(path), path.name, problems), path)
    problems.raise_any(str(path))
    return pack


def _toml(path: Path) -> dict[str, object]:
    where = str(path)
    try:
        return tomllib.loads(path.read_text(encoding="utf-8-sig"))
    except OSError as error:
        raise PhraseError(
            f"套语包读不出来（{error.strerror}），请核对路径和权限",
            f"the phrase pack can't be read: {error.strerror}",
            where=where,
        ) from None
    except UnicodeDecodeError:
        raise PhraseError(
            "套语包不是 UTF-8 编码，请另存为 UTF-8", "the phrase pack is not UTF-8: save it as UTF-8", where=where
        ) from None
    except tomllib.TOMLDecodeError as error:
        raise PhraseError(f"TOML 语法有误：{error}", f"TOML syntax error: {error}", where=where) from None


def _pack(table: Table, path: Path) -> Pack:
    head = Table(table.need("pack", dict, {}), f"{path.name} [pack]", table.problems)
    pack = Pack(
        name=head.get("name", str, path.stem),
        title=head.get("title", str, ""),
        as_of=head.need("as_of", dt.date, _NO_DAY),
        where=str(path),
    )
    head.close()
    phrases = tuple(read_phrase(item, pack) for item in table.tables("phrase", " 第{}条套语"))
    _no_twice([phrase.id for phrase in phrases], table)
    meetings = tuple(_meeting(item) for item in table.tables("meeting", " 第{}次会议"))
    plans = tuple(_plan(item) for item in table.tables("plan", " 第{}个规划"))
    table.close()
    return evolve(pack, phrases=phrases, meetings=meetings, plans=plans)


def _no_twice(ids: list[str], table: Table) -> None:
    for twice in dict.fromkeys(name for name in ids if name and ids.count(name) > 1):
        table.problems.add(table.where, f"套语“{twice}”出现了不止一次", f"the phrase {twice!r} occurs more than once")


def _meeting(table: Table) -> Meeting:
    since, until = table.get("listed_from", dt.date, _NO_DAY), table.get("listed_until", dt.date, _NO_DAY)
    meeting = Meeting(
        congress=table.need("congress", int, 0),
        plenum=table.get("plenum", int, 0),
        opens=table.need("opens", dt.date, _NO_DAY),
        closes=table.need("closes", dt.date, _NO_DAY),
        theme=table.get("theme", str, ""),
        listed=table.get("listed", bool, default=True),
        listed_from=None if since == _NO_DAY else since,
        listed_until=None if until == _NO_DAY else until,
        source=table.get("source", str, ""),
    )
    table.close()
    if meeting.closes < meeting.opens:
        table.problems.add(
            table.where,
            f"闭幕日期 {meeting.closes} 早于开幕日期 {meeting.opens}",
            f"it closes on {meeting.closes}, before it opens on {meeting.opens}",
        )
    return meeting


def _plan(table: Table) -> Plan:
    adopted = table.get("adopted", dt.date, _NO_DAY)
    plan = Plan(
        number=table.need("number", int, 0),
        first=table.need("first", int, 0),
        known=table.need("known", dt.date, _NO_DAY),
        adopted=None if adopted == _NO_DAY else adopted,
        source=table.get("source", str, ""),
    )
    table.close()
    return plan
