"""Orders for printers, one file a printer: what goes with the files of a book, ready to be sent or typed in."""

from guidepress.press.ticket.check import check_folder
from guidepress.press.ticket.facts import FileFacts, TicketFacts, file_facts
from guidepress.press.ticket.ticket import TICKET, Ticket, make_ticket, sheet_names

__all__ = [
    "TICKET",
    "FileFacts",
    "Ticket",
    "TicketFacts",
    "check_folder",
    "file_facts",
    "make_ticket",
    "sheet_names",
]
