"""Reports with the tables that are hard to set: each by its name, made anew so that its tests know what it says."""

import copy
import json

from conftest import ROOT

COUNTY = json.loads((ROOT / "examples/data/county-2024.json").read_text(encoding="utf-8"))


def scaled(value, factor):
    """All numbers of a part of a report times as many: their sums still agree."""
    if isinstance(value, dict):
        return {key: scaled(part, factor) for key, part in value.items()}
    if isinstance(value, list):
        return [scaled(part, factor) for part in value]
    return value * factor if isinstance(value, int) else value


def county(lines=0, factor=1):
    """The county's report with little text, so that table three comes so many lines lower, and larger numbers."""
    report = copy.deepcopy(COUNTY)
    report["overview"] = [{"paragraph": "政" * (28 * lines - 3) + "。"}] if lines else [{"paragraph": "总体平稳。"}]
    report["problems"] = [{"paragraph": "没有突出问题。"}]
    report["other_matters"] = [{"paragraph": "没有其他需要报告的事项。"}]
    for part in ("applications", "disputes"):
        report[part] = scaled(report[part], factor)
    return report


def report_of(*tables):
    return {
        "format": "summary", "organ": "澄岚县政务公开办公室", "year": 2024, "title": ["表格样张"], "issued": "2025-01-20",
        "body": [{"paragraph": "各表见下。"}, *({"table": table} for table in tables)], "signature": {"date": "2025-01-20"},
    }


def three_row_head(rows):
    """Three header rows over eight columns; every row has numbers of its own."""
    head = [
        [{"text": "序号", "rows": 3}, {"text": "事项名称", "rows": 3}, {"text": "受理情况（件）", "columns": 4},
         {"text": "办结情况（件）", "columns": 2}],
        [{"text": "线上", "columns": 2}, {"text": "线下", "columns": 2}, {"text": "按期", "rows": 2}, {"text": "逾期", "rows": 2}],
        ["本年", "累计", "本年", "累计"],
    ]
    body = [[str(r), f"行政许可事项{r}", *(str((r * k * 7919) % 100_003) for k in range(1, 7))] for r in range(1, rows + 1)]
    return {
        "caption": "表1 行政许可事项办理情况", "unit": "单位：件", "header_rows": 3, "header_columns": 2, "continued": True,
        "repeat_unit": True, "columns": [{"width": "14mm"}, {"width": "3fr", "align": "start"}, *[{"width": "1fr", "align": "digit"}] * 6],
        "rows": head + body, "notes": ["注：按受理日期统计。"],
    }


def long_span(rows=30):
    """A label over thirty high rows: it stands again on each of their pages."""
    first = [{"text": "三、本年度办理结果", "rows": rows, "repeat_label": True}, {"text": "（一）予以公开", "rows": rows // 2, "repeat_label": True}]
    body = []
    for r in range(rows):
        if r == 0:
            label = first
        elif r == rows // 2:
            label = [{"text": "（二）不予公开", "rows": rows - rows // 2, "repeat_label": True}]
        else:
            label = []
        body.append([*label, f"情形{r + 1}：" + "依法不属于公开范围的，说明理由。" * 4, str(1000 + r)])
    return {
        "caption": "表1 办理结果", "header_rows": 1, "header_columns": 2, "continued": True,
        "columns": [{"width": "24mm"}, {"width": "28mm"}, {"width": "3fr", "align": "start"}, {"align": "digit"}],
        "rows": [[{"text": "类别", "columns": 2}, "情形", "件数"], *body],
    }


def tall_cell():
    """A cell higher than a page."""
    text = "".join(f"第{i}项要求逐条落实，责任单位按季度报送进展并留存佐证材料。" for i in range(1, 90))
    return {
        "caption": "表1 整改台账", "header_rows": 1, "columns": [{"width": "20mm"}, {"width": "3fr", "align": "start"}, {"width": "24mm"}],
        "rows": [["序号", "要求", "责任单位"], ["1", text, {"text": "县政务公开办公室", "valign": "top"}], ["2", "无。", "各乡镇"]],
    }


def wide(columns, width="18mm", **more):
    head = ["年份", *(f"指标{c}" for c in range(1, columns))]
    rows = [[f"{2010 + r}年", *(str(100_000 + 1000 * r + c) for c in range(1, columns))] for r in range(14)]
    return {
        "caption": "表1 历年指标", "header_rows": 1, "header_columns": 1, "columns": [{"width": width}] * columns, "rows": [head, *rows], **more,
    }


def crossed():
    """Labels at diagonals, upright labels, spread labels, tables and paragraphs in cells, sums at the foot of every page."""
    nested = {"header_rows": 1, "columns": [{"width": "2fr"}, {}], "rows": [["类别", "天数"], ["一般程序", "10.5"], ["简易程序", "2"]]}
    groups = []
    for group in range(8):
        for r in range(6):
            label = [{"text": "网络渠道2024年" if group % 2 else "线下12处", "rows": 6, "vertical": True, "repeat_label": True}] if r == 0 else []
            said = {"text": "分两类统计：", "blocks": [{"table": nested}, {"paragraph": "以立案日期为准。"}]} if r == 3 else "含征求第三方意见的时间。"
            groups.append([*label, {"text": f"渠道{'甲乙丙丁戊己庚辛'[group]}", "spread": 4}, f"{1000 * group + 37 * r:,}", f"{'−' if r % 2 else ''}{r * 1.25:.2f}", said])
    return {
        "caption": "表1 各渠道公开情况", "unit": "单位：条", "header_rows": 1, "header_columns": 2, "footer_rows": 1, "repeat_footer": True,
        "keep_groups": True, "continued": "续表", "columns": [{"width": "12mm"}, {"width": "26mm"}, {"align": "digit"}, {"align": "decimal"}, {"width": "2fr", "align": "start"}],
        "rows": [[{"diagonal": ["渠道", "增减", "名称"], "columns": 2}, "公开数量", "增长（%）", "说明"], *groups,
                 [{"text": "合计", "columns": 2, "style": "hei"}, "171,720", "—", "无。"]],
    }


SAMPLES = {
    "t3_at_the_foot": county(lines=26),
    "t3_large_numbers": county(factor=12_345),
    "t3_seven_digits": county(factor=1_234),
    "two_thousand_rows": report_of(three_row_head(2_000)),
    "span_of_thirty_rows": report_of(long_span()),
    "tall_cell": report_of(tall_cell()),
    "turned": report_of(wide(12, turned="always")),
    "too_wide": report_of(wide(12)),
    "split": report_of(wide(24)),
    "crossed": report_of(crossed()),
}
