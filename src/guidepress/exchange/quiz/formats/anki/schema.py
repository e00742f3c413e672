"""The tables of an Anki collection, schema 11, and the kinds of notes that we put into one."""

from __future__ import annotations

import json
from typing import Any

__all__ = ["BASIC", "CLOZE", "TABLES", "TYPED", "collection_row"]

TABLES = """
CREATE TABLE col (id integer PRIMARY KEY, crt integer NOT NULL, mod integer NOT NULL, scm integer NOT NULL,
  ver integer NOT NULL, dty integer NOT NULL, usn integer NOT NULL, ls integer NOT NULL, conf text NOT NULL,
  models text NOT NULL, decks text NOT NULL, dconf text NOT NULL, tags text NOT NULL);
CREATE TABLE notes (id integer PRIMARY KEY, guid text NOT NULL, mid integer NOT NULL, mod integer NOT NULL,
  usn integer NOT NULL, tags text NOT NULL, flds text NOT NULL, sfld integer NOT NULL, csum integer NOT NULL,
  flags integer NOT NULL, data text NOT NULL);
CREATE TABLE cards (id integer PRIMARY KEY, nid integer NOT NULL, did integer NOT NULL, ord integer NOT NULL,
  mod integer NOT NULL, usn integer NOT NULL, type integer NOT NULL, queue integer NOT NULL, due integer NOT NULL,
  ivl integer NOT NULL, factor integer NOT NULL, reps integer NOT NULL, lapses integer NOT NULL, left integer NOT NULL,
  odue integer NOT NULL, odid integer NOT NULL, flags integer NOT NULL, data text NOT NULL);
CREATE TABLE revlog (id integer PRIMARY KEY, cid integer NOT NULL, usn integer NOT NULL, ease integer NOT NULL,
  ivl integer NOT NULL, lastIvl integer NOT NULL, factor integer NOT NULL, time integer NOT NULL, type integer NOT NULL);
CREATE TABLE graves (usn integer NOT NULL, oid integer NOT NULL, type integer NOT NULL);
CREATE INDEX ix_notes_usn ON notes (usn);
CREATE INDEX ix_notes_csum ON notes (csum);
CREATE INDEX ix_cards_usn ON cards (usn);
CREATE INDEX ix_cards_nid ON cards (nid);
CREATE INDEX ix_cards_sched ON cards (did, queue, due);
CREATE INDEX ix_revlog_usn ON revlog (usn);
CREATE INDEX ix_revlog_cid ON revlog (cid);
"""

_DAWN = 1_420_070_400
"""Seconds: 1 January 2015, the day of every collection of ours. What day it is now is in no guide."""

BASIC, TYPED, CLOZE = 1_595_520_110_001, 1_595_520_110_002, 1_595_520_110_003
"""The ids of our kinds of notes: the same in every package, so that Anki knows them again."""

_CSS = ".card { font-family: serif; font-size: 20px; text-align: left; } .cloze { font-weight: bold; }"
_WHY = "{{#Explanation}}<hr>{{Explanation}}{{/Explanation}}"


def _model(number: int, name: str, fields: tuple[str, ...], front: str, back: str) -> dict[str, Any]:
    return {
        "id": number,
        "name": name,
        "type": 1 if number == CLOZE else 0,
        "mod": _DAWN,
        "usn": -1,
        "sortf": 0,
        "did": None,
        "tmpls": [
            {
                "name": name,
                "ord": 0,
                "qfmt": front,
                "afmt": back,
                "did": None,
                "bqfmt": "",
                "bafmt": "",
            }
        ],
        "flds": [
            {
                "name": each,
                "ord": index,
                "sticky": False,
                "rtl": False,
                "font": "Arial",
                "size": 20,
                "media": [],
            }
            for index, each in enumerate(fields)
        ],
        "css": _CSS,
        "latexPre": "",
        "latexPost": "",
        "tags": [],
        "vers": [],
        "req": [[0, "all", [0]]],
    }


def collection_row(deck: int, title: str) -> tuple[object, ...]:
    """The one row of `col`: kinds of notes, the deck, and settings that Anki fills in."""
    models = {
        str(BASIC): _model(
            BASIC,
            "guidepress card",
            ("Front", "Back", "Explanation"),
            "{{Front}}",
            f"{{{{FrontSide}}}}<hr id=answer>{{{{Back}}}}{_WHY}",
        ),
        str(TYPED): _model(
            TYPED,
            "guidepress typed answer",
            ("Front", "Back", "Explanation"),
            "{{Front}}<br>{{type:Back}}",
            f"{{{{Front}}}}<hr id=answer>{{{{type:Back}}}}{_WHY}",
        ),
        str(CLOZE): _model(
            CLOZE, "guidepress gaps", ("Text", "Explanation"), "{{cloze:Text}}", f"{{{{cloze:Text}}}}{_WHY}"
        ),
    }
    decks = {str(number): _deck(number, name) for number, name in ((1, "Default"), (deck, title))}
    options = {"1": _OPTIONS}
    conf = {"nextPos": 1, "curDeck": deck, "activeDecks": [deck], "sortType": "noteFld", "newBury": True}
    settings = (json.dumps(each, ensure_ascii=False) for each in (conf, models, decks, options, {}))
    return (1, _DAWN, _DAWN * 1000, _DAWN * 1000, 11, 0, 0, 0, *settings)


def _deck(number: int, name: str) -> dict[str, Any]:
    return {
        "id": number,
        "name": name,
        "mod": _DAWN,
        "usn": -1,
        "lrnToday": [0, 0],
        "revToday": [0, 0],
        "newToday": [0, 0],
        "timeToday": [0, 0],
        "collapsed": False,
        "browserCollapsed": False,
        "desc": "",
        "dyn": 0,
        "conf": 1,
        "extendNew": 0,
        "extendRev": 0,
    }


_OPTIONS: dict[str, Any] = {
    "id": 1,
    "name": "Default",
    "mod": 0,
    "usn": 0,
    "maxTaken": 60,
    "autoplay": True,
    "timer": 0,
    "replayq": True,
    "dyn": False,
    "new": {
        "bury": False,
        "delays": [1.0, 10.0],
        "initialFactor": 2500,
        "ints": [1, 4, 0],
        "order": 1,
        "perDay": 20,
    },
    "rev": {"bury": False, "ease4": 1.3, "ivlFct": 1.0, "maxIvl": 36500, "perDay": 200, "hardFactor": 1.2},
    "lapse": {"delays": [10.0], "leechAction": 1, "leechFails": 8, "minInt": 1, "mult": 0.0},
}
