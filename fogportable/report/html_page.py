"""A report as one HTML file for a school's files: nothing is fetched, nothing runs, it prints as it reads."""

from __future__ import annotations

from fogportable.report.document import Block, Facts, Heading, Paragraph, Picture, Table, document, title_of
from fogportable.report.facts import SessionReport
from fogportable.report.plain_text import escaped
from fogportable.report.svg import svg
from fogportable.report.voice import Voice
from fogportable.resources import resources_folder

#: Even a text that slipped through could neither run nor fetch anything.
_POLICY = "default-src 'none'; style-src 'unsafe-inline'"


def html_page(report: SessionReport, voice: Voice | None = None) -> str:
    """The whole file, to be written as UTF-8. Also well-formed XML after its first line.

    Reads the style sheet from `resources/report`.
    """
    voice = voice or Voice()
    style = (resources_folder() / "report" / "page.css").read_text(encoding="utf-8")
    body = "\n".join(_block(each) for each in document(report, voice))
    return (
        "<!DOCTYPE html>\n"
        f'<html lang="{escaped(voice.language)}">\n<head>\n<meta charset="utf-8" />\n'
        f'<meta http-equiv="Content-Security-Policy" content="{escaped(_POLICY)}" />\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1" />\n'
        f"<title>{escaped(title_of(report, voice))}</title>\n<style>\n{style}</style>\n</head>\n"
        f"<body>\n<main>\n{body}\n</main>\n</body>\n</html>\n"
    )


def _block(block: Block) -> str:
    match block:
        case Heading():
            return f"<h{block.level}>{escaped(block.text)}</h{block.level}>"
        case Paragraph():
            kind = ' class="strong"' if block.is_strong else ""
            return f"<p{kind}>{escaped(block.text)}</p>"
        case Facts():
            pairs = "".join(f"<div><dt>{escaped(what)}</dt><dd>{escaped(how)}</dd></div>" for what, how in block.pairs)
            return f"<dl>{pairs}</dl>"
        case Picture():
            words = escaped(block.words)
            picture = svg(block.name, block.words, block.draw)
            return f"<figure>\n{picture}\n<figcaption>{words}</figcaption>\n</figure>"
        case Table():
            return _table(block)


def _table(table: Table) -> str:
    columns = "".join(f'<col style="width:{column.share}%" />' for column in table.columns)
    head = "".join(
        f'<th scope="col"{_kind(column.is_number)}>{escaped(column.heading)}</th>' for column in table.columns
    )
    rows = "\n".join(_row(table, row) for row in table.rows)
    return (
        f"<table>\n<caption>{escaped(table.caption)}</caption>\n<colgroup>{columns}</colgroup>\n"
        f"<thead><tr>{head}</tr></thead>\n<tbody>\n{rows}\n</tbody>\n</table>"
    )


def _row(table: Table, row: tuple[str, ...]) -> str:
    first = f'<th scope="row">{escaped(row[0])}</th>'
    others = "".join(
        f"<td{_kind(column.is_number)}>{escaped(text)}</td>"
        for column, text in zip(table.columns[1:], row[1:], strict=True)
    )
    return f"<tr>{first}{others}</tr>"


def _kind(is_number: bool) -> str:
    return ' class="number"' if is_number else ""
