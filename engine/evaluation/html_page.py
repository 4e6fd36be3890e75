"""A report's web page, which loads nothing and runs nothing, and its tables.

Should escaping ever miss something, the page's own policy still forbids scripts, images, forms and connections.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from html import escape

_STYLE = """
:root { color-scheme: light dark; --soft: #ecedfc; --line: #d9dae2; --accent: #4a54d1;
  --mark: #e3f4f2; --quiet: #4d505b; }
@media (prefers-color-scheme: dark) {
  :root { --soft: #25284a; --line: #3c3e48; --accent: #8f97ff; --mark: #12302d; --quiet: #b3b6c0; }
}
body { font: 16px/1.55 Inter, system-ui, sans-serif; max-width: 860px; margin: 40px auto; padding: 0 20px; }
h1 { font-size: 26px; line-height: 1.2; } h2 { font-size: 19px; margin-top: 36px; } h3 { font-size: 15px; }
.verdict { font-weight: 600; font-size: 18px; }
.quiet { color: var(--quiet); font-size: 14px; }
table { border-collapse: collapse; width: 100%; font-size: 14px; font-variant-numeric: tabular-nums; }
th, td { text-align: left; padding: 6px 10px; border-bottom: 1px solid var(--line); vertical-align: top; }
.replies { display: grid; grid-template-columns: 1fr 1fr; gap: 12px; }
.text { white-space: pre-wrap; overflow-wrap: anywhere; border: 1px solid var(--line); border-radius: 8px;
  padding: 10px; }
.prompt { background: var(--soft); } .won { background: var(--mark); }
.bar { position: relative; height: 26px; margin: 18px 0 4px; }
.bar span { position: absolute; top: 9px; height: 8px; border-radius: 4px; }
.track { left: 0; right: 0; background: var(--line); } .range { background: var(--accent); opacity: .45; }
.bar .half { left: 50%; width: 1px; top: 0; height: 26px; background: currentColor; }
.bar .rate { width: 14px; height: 14px; top: 6px; margin-left: -7px; border-radius: 7px; background: var(--accent); }
.scale { display: flex; justify-content: space-between; }
"""
_POLICY = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'"


def html_page(title: str, parts: Iterable[str]) -> str:
    """The whole page; the title is escaped here, the parts are HTML already and empty ones are left out."""
    return (
        '<!doctype html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n'
        f'<meta http-equiv="Content-Security-Policy" content="{_POLICY}">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>{escape(title)}</title>\n<style>{_STYLE}</style>\n</head>\n<body>\n"
        + "\n".join(part for part in parts if part)
        + "\n</body>\n</html>\n"
    )


def html_table(head: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """A table of plain texts; no head where there are no names for its columns."""
    top = f"<tr>{''.join(f'<th>{escape(cell)}</th>' for cell in head)}</tr>" if head else ""
    body = "".join(f"<tr>{''.join(f'<td>{escape(cell)}</td>' for cell in row)}</tr>" for row in rows)
    return f"<table>{top}{body}</table>"
