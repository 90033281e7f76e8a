"""`fogportable guide`: the pages of the guide on the terminal."""

from __future__ import annotations

import argparse

from fogportable.cli.own_language import own_language
from fogportable.errors import ExitCode
from fogportable.language import choose_language
from fogportable.session.guide import FIRST_PAGE, guide_page, guide_pages


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """What `guide` takes."""
    parser.description = (
        "Print a page of the guide, as Markdown, in the language of the window. Without a page the first one, which "
        "names the others."
    )
    names = [page.removesuffix(".md") for page, _title in guide_pages()]
    parser.add_argument("page", nargs="?", default=FIRST_PAGE.removesuffix(".md"), choices=names)
    parser.set_defaults(run=run)


def run(arguments: argparse.Namespace) -> int:
    """Print it."""
    choose_language(own_language())
    print(guide_page(f"{arguments.page}.md"), end="")
    return ExitCode.DONE
