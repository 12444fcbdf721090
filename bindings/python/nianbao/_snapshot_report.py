"""index.html of a snapshot report: what was expected, what came and the difference, side by side."""

from __future__ import annotations

from difflib import SequenceMatcher
from html import escape
from itertools import takewhile
from typing import Any
from urllib.parse import quote

_WORDS = {
    "same": ("一致", "matched"),
    "differs": ("不同", "differs"),
    "missing": ("缺少", "missing"),
    "written": ("已写入", "written"),
    "removed": ("已删除", "removed"),
}
_KINDS = {"expected": ("应为", "expected"), "actual": ("实为", "actual"), "diff": ("差异", "difference")}
_STYLE = """
:root { color-scheme: light dark; --line: #9994; --bad: #b00020; --good: #1c7a3c; }
@media (prefers-color-scheme: dark) { :root { --bad: #ff8a9b; --good: #7fd69a; } }
body { font: 15px/1.6 system-ui, "Noto Sans CJK SC", "Microsoft YaHei", sans-serif; margin: 1.5rem auto; max-width: 84rem; padding: 0 1rem; }
h1 { font-size: 1.5rem; margin: 0; } h2 { font-size: 1.1rem; margin: 2rem 0 .25rem; overflow-wrap: anywhere; }
h3 { font-size: 1rem; margin: 1rem 0 .25rem; font-weight: 600; overflow-wrap: anywhere; }
p { margin: .25rem 0; } small, .where { opacity: .75; } .where { overflow-wrap: anywhere; }
.tag { border: 1px solid; border-radius: .3em; padding: 0 .4em; font-size: .85em; font-weight: 400; white-space: nowrap; }
.differs, .missing { color: var(--bad); } .same, .written { color: var(--good); }
.sides { display: grid; grid-template-columns: repeat(3, minmax(0, 1fr)); gap: .75rem; }
figure { margin: 0; } figcaption { font-size: .9em; }
figure img { width: 100%; height: auto; border: 1px solid var(--line); background: #fff; display: block; }
figure .none { border: 1px dashed var(--line); min-height: 6rem; display: grid; place-items: center; }
pre { border: 1px solid var(--line); padding: .5rem; overflow: auto; max-height: 30rem; font-size: 13px; margin: .25rem 0; white-space: pre-wrap; overflow-wrap: anywhere; }
mark { background: #f6d36b88; color: inherit; }
ins, del { text-decoration: none; } ins { color: var(--good); } del { color: var(--bad); }
a { color: inherit; }
ul { padding-left: 1.25rem; overflow-wrap: anywhere; }
""".strip()


def index_html(records: list[dict[str, Any]], stale: list[str]) -> str:
    """The page. Files of the report are linked relative to it; whatever names and texts hold is escaped."""
    ordered = sorted(records, key=lambda record: (not _is_bad(record), record["path"], record["stem"]))
    bad = sum(1 for record in ordered if _is_bad(record))
    body = "".join(_snapshot(record) for record in ordered)
    return (
        '<!DOCTYPE html>\n<html lang="zh-Hans">\n<head>\n<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>nianbao 快照 snapshots</title>\n<style>\n{_STYLE}\n</style>\n</head>\n<body>\n"
        f"<h1>版面快照 <small>Snapshots of pages</small></h1>\n"
        f"<p>共 {len(ordered)} 个，{bad} 个不符，{len(stale)} 个文件无人使用。"
        f" <small>{len(ordered)} snapshots, {bad} do not match, {len(stale)} stale files.</small></p>\n"
        "<p>结果无误时运行 <code>pytest --nianbao-update</code>。"
        " <small>When the results are right, run it.</small></p>\n"
        f"{body}{_stale(stale)}</body>\n</html>\n"
    )


def _is_bad(record: dict[str, Any]) -> bool:
    return any(part["status"] in ("differs", "missing") for part in record["parts"])


def _tag(status: str) -> str:
    zh, en = _WORDS[status]
    return f'<span class="tag {status}">{zh} {en}</span>'


def _snapshot(record: dict[str, Any]) -> str:
    worst = next((s for s in ("differs", "missing", "removed", "written") if _has(record, s)), "same")
    bad = [part for part in record["parts"] if part["status"] in ("differs", "missing")]
    parts = "".join(_part(part) for part in sorted(bad, key=_order))
    counts = "，".join(f"{_count(record, s)} {_WORDS[s][0]} {_WORDS[s][1]}" for s in _WORDS if _has(record, s))
    return (
        f"<section>\n<h2>{escape(record['stem'])} {_tag(worst)}</h2>\n"
        f'<p class="where"><small>{escape(record["path"])} · {escape(record["test"])} · {counts}</small></p>\n'
        f"{parts}</section>\n"
    )


def _order(part: dict[str, Any]) -> int:
    """What is seen first: pictures, then the text, then the long dump."""
    file: str = part["file"]
    return 0 if file.endswith(".png") else 2 if file.endswith(".pages.txt") else 1


def _count(record: dict[str, Any], status: str) -> int:
    return sum(1 for part in record["parts"] if part["status"] == status)


def _has(record: dict[str, Any], status: str) -> bool:
    return _count(record, status) > 0


def _part(part: dict[str, Any]) -> str:
    head = f"<h3>{escape(part['file'])} {_tag(part['status'])}</h3>\n<p>{escape(part['said'])}</p>\n"
    return head + (_pictures(part) if part["file"].endswith(".png") else _texts(part))


def _pictures(part: dict[str, Any]) -> str:
    sides = []
    for kind, (zh, en) in _KINDS.items():
        file = part["shown"].get(kind)
        words = f"<figcaption>{zh} <small>{en}</small></figcaption>"
        if file is None:
            sides.append(f'<figure>{words}<div class="none">—</div></figure>')
        else:
            alt = escape(f"{part['file']}：{zh} {en}")
            sides.append(
                f'<figure>{words}<a href="{quote(file)}"><img src="{quote(file)}" alt="{alt}" loading="lazy"></a></figure>'
            )
    return f'<div class="sides">{"".join(sides)}</div>\n'


def _texts(part: dict[str, Any]) -> str:
    links = " · ".join(
        f'<a href="{quote(part["shown"][kind])}">{zh} {en}</a>' for kind, (zh, en) in _KINDS.items() if kind in part["shown"]
    )
    lines = _coloured(part["difference"].splitlines())
    if not lines:
        return f"<p>{links}</p>\n"
    opened = "" if part["file"].endswith(".pages.txt") and len(lines) > 12 else " open"
    words = f"<summary>{len(lines)} 行 <small>lines</small></summary>"
    return f"<p>{links}</p>\n<details{opened}>{words}<pre>" + "\n".join(lines) + "</pre></details>\n"


def _coloured(lines: list[str]) -> list[str]:
    """Lines of a unified difference; where as many lines stand against as many others, their characters marked."""
    out = [_tagged(line) for line in lines[:2]]  # the names of both sides
    place = 2
    while place < len(lines):
        olds = _run(lines, place, "-")
        news = _run(lines, place + len(olds), "+")
        if olds and len(olds) == len(news):
            pairs = [_marked(old, new) for old, new in zip(olds, news)]
            out += [pair[0] for pair in pairs] + [pair[1] for pair in pairs]
        else:
            out += [_tagged(line) for line in olds + news]
        place += len(olds) + len(news)
        if not olds and not news:
            out.append(_tagged(lines[place]))
            place += 1
    return out


def _run(lines: list[str], place: int, sign: str) -> list[str]:
    return list(takewhile(lambda line: line.startswith(sign), lines[place:]))


def _tagged(line: str) -> str:
    tag = {"+": "ins", "-": "del"}.get(line[:1])
    return f"<{tag}>{escape(line)}</{tag}>" if tag else escape(line)


def _marked(old: str, new: str) -> tuple[str, str]:
    before, after = ["-"], ["+"]
    for kind, a, b, c, d in SequenceMatcher(None, old[1:], new[1:], autojunk=False).get_opcodes():
        for out, text in ((before, old[1 + a : 1 + b]), (after, new[1 + c : 1 + d])):
            if text:
                out.append(escape(text) if kind == "equal" else f"<mark>{escape(text)}</mark>")
    return f"<del>{''.join(before)}</del>", f"<ins>{''.join(after)}</ins>"


def _stale(files: list[str]) -> str:
    if not files:
        return ""
    items = "".join(f"<li>{escape(file)}</li>" for file in files)
    return f"<section>\n<h2>无人使用的快照 <small>Stale snapshots</small></h2>\n<ul>{items}</ul>\n</section>\n"
