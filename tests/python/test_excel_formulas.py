"""The formulas of the form are the rules of the format: every cell they refer to, and what they come to."""

import re

import pytest
from excel_help import opened

import nianbao.excel as excel
from nianbao import _core

FORMATS = ["disclosure-2021", "disclosure-2019", "disclosure-2008"]


def cells_in(text):
    """The cells of "D6:D8,F2", one by one."""
    out = []
    for part in text.split(","):
        first, _, last = part.partition(":")
        (column, row), (last_column, last_row) = (re.fullmatch(r"([A-Z]+)([0-9]+)", each).groups() for each in (first, last or first))
        assert len(column) == len(last_column) == 1
        out += [f"{chr(c)}{r}" for c in range(ord(column), ord(last_column) + 1) for r in range(int(row), int(last_row) + 1)]
    return out


class Sheets:
    """Formulas of the form, evaluated: SUM, IF and a comparison are all there are in its tables."""

    def __init__(self, book):
        self.book = book

    def value(self, sheet, address):
        value = self.book[sheet][address].value
        return self.formula(sheet, value) if str(value).startswith("=") else value

    def formula(self, sheet, text):
        total = re.fullmatch(r"=SUM\(([^()]*)\)", text)
        if total:
            return self.sum(sheet, total[1])
        check = re.fullmatch(r'=IF\(SUM\(([^()]*)\)(<?=)SUM\(([^()]*)\),"平","差 "&\(SUM\(\1\)-SUM\(\3\)\)\)', text)
        assert check, text
        left, right = self.sum(sheet, check[1]), self.sum(sheet, check[3])
        return "平" if (left == right if check[2] == "=" else left <= right) else f"差 {left - right}"

    def sum(self, sheet, text):
        values = [self.value(sheet, cell) for cell in cells_in(text)]
        return sum(value for value in values if isinstance(value, int))


def formulas_of(book):
    return {(sheet.title, cell.coordinate): cell.value for sheet in book for row in sheet.iter_rows() for cell in row
            if str(cell.value).startswith(("=SUM", "=IF"))}


@pytest.mark.parametrize("format_id", FORMATS)
def test_every_total_sums_the_items_of_its_rule_and_nothing_else(format_id):
    book, cells = opened(excel.template(format_id)), excel.cells(format_id)
    sums = {}
    for equation in _core.report_form(format_id).equations:
        if equation.kind == "sum":
            sums.setdefault(cells[equation.left[0]], []).append(sorted(cells[each].split("!")[1] for each in equation.right))
    totals = {f"{sheet}!{address}": text for (sheet, address), text in formulas_of(book).items() if text.startswith("=SUM")}
    assert set(totals) == set(sums) and totals
    for cell, text in totals.items():
        assert sorted(cells_in(text[5:-1])) in sums[cell]


@pytest.mark.parametrize("format_id", FORMATS)
def test_every_rule_is_a_total_or_a_check(format_id):
    book, cells = opened(excel.template(format_id)), excel.cells(format_id)
    present = []
    for (sheet, _), text in formulas_of(book).items():
        present += [(sheet, tuple(sorted(cells_in(part)))) for part in re.findall(r"SUM\(([^()]*)\)", text)]
    for equation in _core.report_form(format_id).equations:
        sides = [equation.right] if equation.kind == "sum" else [equation.left, equation.right]
        for side in sides:
            sheet = cells[side[0]].split("!")[0]
            assert (sheet, tuple(sorted(cells[each].split("!")[1] for each in side))) in present, equation.rule


def test_checks_say_that_a_sound_report_agrees_and_where_another_does_not(county):
    book = opened(excel.template(report=county))
    sheets = Sheets(book)
    checks = {place: text for place, text in formulas_of(book).items() if text.startswith("=IF")}
    assert len(checks) == 8 and {sheets.formula(sheet, text) for (sheet, _), text in checks.items()} == {"平"}
    assert sheets.value("表三", "J29") == 1632 and sheets.value("表四", "O6") == 17
    book["表三"]["D6"] = county["applications"]["received"][0] + 2
    told = {place: sheets.formula(place[0], text) for place, text in checks.items()}
    assert {place: said for place, said in told.items() if said != "平"} == {("表三", "D31"): "差 2", ("表三", "J31"): "差 2"}


def test_a_check_of_no_more_than_turns_only_beyond_it(data):
    import json

    report = json.loads((data / "county-2016.json").read_text(encoding="utf-8"))
    book = opened(excel.template("disclosure-2008", report=report))
    sheets = Sheets(book)
    checks = {place: text for place, text in formulas_of(book).items() if text.startswith("=IF")}
    assert len(checks) == 4 and all(sheets.formula(*(place[0], text)) == "平" for place, text in checks.items())
    cell = excel.cells("disclosure-2008")["/statistics/disclosure/published_normative"].split("!")[1]
    for value, said in ((5218, "平"), (5219, "差 1")):
        book["统计表"][cell] = value
        assert sorted({sheets.formula(place[0], text) for place, text in checks.items()}) == sorted({"平", said})


def test_cells_turn_red_where_checks_differ_and_where_a_total_is_typed_over():
    sheet = opened(excel.template())["表三"]
    rules = {}
    for area in sheet.conditional_formatting:
        for rule in area.rules:
            rules.setdefault(str(area.sqref), []).append(rule.formula[0])
    assert rules["D31"] == ['LEFT(D$31,1)="差"']
    assert 'LEFT($D$31,1)="差"' in rules["D6"] and 'LEFT($D$31,1)="差"' in rules["D29"]
    assert "J6<>SUM(D6:I6)" in rules["J6"]
