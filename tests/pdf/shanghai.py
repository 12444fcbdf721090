"""The published report of 2019 in ../shared/real as data: its tables and texts, read from the transcription each time."""

import re

from conftest import SHARED

SOURCE = SHARED / "real/shanghai-office-2019.md"
COLUMNS = 7
GROUPS = {"不予公开": "refused", "无法提供": "unavailable", "不予处理": "not_processed"}
SINGLE = {"予以公开": "granted", "部分公开（区分处理的，只计这一情形，不计其他情形）": "partly_granted", "其他处理": "other", "总计": "total"}
HEADS = {"一": "overview", "五": "problems", "六": "other_matters"}


def cells(line):
    return [cell.strip() for cell in line.strip().strip("|").split("|")]


def number(cell):
    return int(cell) if re.fullmatch(r"\d+", cell) else (cell or None)


def bare(label):
    return re.sub(r"^([一二三四五六七]、|（[一二三四五六七]）|\d\.)", "", label)


def sections(text):
    """The parts of the transcription by the numeral of their head; the preamble by its name."""
    parts = re.split(r"^## +", text, flags=re.MULTILINE)[1:]
    return {part.splitlines()[0].split("、")[0]: part.splitlines()[1:] for part in parts}


def rows_of(lines):
    return [cells(line) for line in lines if line.startswith("|") and not re.fullmatch(r"[|:\-\s]+", line)]


def proactive(lines):
    keys = {"规章": ("rules", "made published in_public_total"), "规范性文件": ("normative_documents", "made published in_public_total"),
            "行政许可": ("licences", "previous_items change decisions"),
            "其他对外管理服务事项": ("other_services", "previous_items change decisions"),
            "行政处罚": ("penalties", "previous_items change decisions"), "行政强制": ("coercions", "previous_items change decisions"),
            "行政事业性收费": ("fees", "previous_items change"), "政府集中采购": ("procurement", "projects amount")}
    out = {}
    for label, *values in rows_of(lines):
        if label in keys:
            key, columns = keys[label]
            out[key] = dict(zip(columns.split(), map(number, values), strict=True))
    return out


def applications(lines):
    out, group = {"results": {}}, None
    for first, second, third, *values in rows_of(lines)[1:]:
        row = [number(v) for v in values]
        assert len(row) == COLUMNS
        if first.startswith("一、"):
            out["received"] = row
        elif first.startswith("二、"):
            out["carried_in"] = row
        elif first.startswith("四、"):
            out["carried_out"] = row
        elif bare(second) in SINGLE:
            out["results"][SINGLE[bare(second)]] = row
        else:
            group = GROUPS[bare(second)] if second else group
            out["results"].setdefault(group, {})[bare(third)] = row
    return out


def disputes(lines):
    values = [number(v) for v in rows_of(lines)[1]]
    groups = ("reconsideration", "litigation_direct", "litigation_after_reconsideration")
    return {key: values[i * 5 : i * 5 + 5] for i, key in enumerate(groups)}


def narrative(lines):
    blocks = []
    for line in filter(None, map(str.strip, lines)):
        head = re.match(r"（[一二三四五六]）", line)
        blocks.append({"heading": 2, "text": line[head.end():]} if head else {"paragraph": line})
    return blocks


def report():
    parts = sections(SOURCE.read_text(encoding="utf-8"))
    out = {"format": "disclosure-2019", "organ": "上海市人民政府办公厅", "organ_kind": "department", "year": 2019, "issued": "2020-01-31",
           "preamble": narrative(parts["Preamble"]), "proactive": proactive(parts["二"]),
           "applications": applications(parts["三"]), "disputes": disputes(parts["四"])}
    out.update({key: narrative(parts[numeral]) for numeral, key in HEADS.items()})
    return out
