"""Imposition orders as pure functions: how many pages in, which page stands where on which sheet out."""

from guidepress.bind.orders.flat import cards, cut_and_stack, step_and_repeat, up
from guidepress.bind.orders.folded import saddle, signatures, zine
from guidepress.bind.orders.model import BACK, BLANK, FRONT, Order, Place
from guidepress.bind.orders.reading import arrange, linearise, table, with_blanks
from guidepress.bind.orders.turning import turn_backs

__all__ = [
    "BACK",
    "BLANK",
    "FRONT",
    "Order",
    "Place",
    "arrange",
    "cards",
    "cut_and_stack",
    "linearise",
    "saddle",
    "signatures",
    "step_and_repeat",
    "table",
    "turn_backs",
    "up",
    "with_blanks",
    "zine",
]
