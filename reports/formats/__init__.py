"""How a page leaves: one file a format, named in the table below and imported when it is asked for.

Each module has `write(page: Page, out: TextIO) -> None`.
"""
from __future__ import annotations

from importlib import import_module
from typing import TextIO

from ontology.errors import ChuanyuError
from reports.page import Page

FORMATS = {
    "table": "reports.formats.terminal",
    "md": "reports.formats.markdown",
    "csv": "reports.formats.sheet",
    "json": "reports.formats.objects",
    "html": "reports.formats.html",
}


def write(page: Page, form: str, out: TextIO) -> None:
    """Write the page in a format. Raises ChuanyuError for an unknown one."""
    if form not in FORMATS:
        known = ", ".join(FORMATS)
        raise ChuanyuError(f"There is no format {form}; there are {known}.", f"没有 {form} 格式；可用的有：{known}。")
    import_module(FORMATS[form]).write(page, out)
