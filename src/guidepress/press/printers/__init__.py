"""What printers ask for, as data: a YAML file a printer, every figure with its source, its date and its grade."""

from guidepress.press.printers.load import load_printer, printer_names
from guidepress.press.printers.model import Printer

__all__ = ["Printer", "load_printer", "printer_names"]
