"""Pages as Python sees them: sizes, items, boxes, bookmarks, warnings."""

import pytest

import nianbao


@pytest.fixture(scope="module")
def rendered(county_path):
    return nianbao._core.render(nianbao.read_report(county_path))


def test_the_file_comes_with_its_pages(rendered, county_path):
    data, pages = rendered
    assert data == nianbao.render(county_path)
    assert len(pages) == len(pages.pages) == 9
    assert pages.warnings == [] and pages.title.startswith("澄岚县人民政府")


def test_a_page_has_its_size_and_items_of_every_kind_it_shows(rendered):
    page = rendered[1].pages[0]
    assert page.size == nianbao.Size(210 * nianbao.mm, 297 * nianbao.mm)
    runs = [item for item in page.items if isinstance(item, nianbao.GlyphRun)]
    assert runs[0].text == "澄岚县人民政府" and runs[0].size == 22 * nianbao.pt
    assert sum(glyph.text_length for glyph in runs[0].glyphs) == len(runs[0].text.encode())


def test_a_page_outlives_the_variable_that_held_its_document(county_path):
    page = nianbao._core.lay_out(nianbao.read_report(county_path)).pages[2]
    assert page.items


def test_boxes_say_where_every_text_stands_and_where_it_came_from(rendered):
    boxes = rendered[1].boxes()
    title = boxes[0]
    assert (title.kind, title.page, title.text) == ("text", 1, "澄岚县人民政府")
    assert title.source.pointer == "/title/0" and title.structure == "title"
    assert (title.width, title.height) == (7 * 22, 22)
    assert abs(title.x + title.width / 2 - (28 + 156 / 2) / 25.4 * 72) < 0.01  # in the middle of the type area
    assert {box.page for box in boxes} == set(range(1, len(rendered[1]) + 1))
    rules = [box for box in boxes if box.kind == "rule"]
    assert rules and all(box.structure is None and min(box.width, box.height) <= 1 for box in rules)
    for box in boxes:
        assert 0 <= box.x and box.x + box.width <= 596 and 0 <= box.y and box.y + box.height <= 842, box


def test_the_structure_and_the_bookmarks_are_there(rendered):
    pages = rendered[1]
    assert pages.structure[0].kind == "document"
    assert pages.bookmarks[0].title == "一、总体情况" and pages.bookmarks[0].level == 1
    assert any(node.kind == nianbao.StructureKind.header_cell and node.scope == "column" for node in pages.structure)


def test_the_dump_is_that_of_the_command_line(rendered, county_path):
    assert nianbao._core.dump_pages(rendered[1]) == nianbao.dump(county_path)


def test_the_parts_of_a_table_split_by_columns_have_all_its_row_headers():
    def labels(**members):
        row = ["甲", "件", *[12345678] * 40]
        table = {"header_columns": 2, "columns": [{}] * 2 + [{"width": "20mm"}] * 40, "rows": [row], **members}
        report = {"format": "summary", "organ": "某局", "title": "总结", "body": [{"table": table}]}
        pages = nianbao.lay_out(nianbao.read_report(report))
        assert [warning.id for warning in pages.warnings][:1] == ["TABLE-SPLIT"]
        texts = [box.text for box in pages.boxes()]
        return texts.count("甲"), texts.count("件")

    first, second = labels()
    assert first == second > 1
    assert labels(key_columns=1)[1] == 1


def test_a_justified_cell_fills_its_column_with_every_line_but_the_last():
    def lines(align):
        table = {"columns": [{"width": "41mm", "align": align}], "rows": [["公开信息，答复申请；" * 6 + "完"]]}
        report = {"format": "summary", "organ": "某局", "title": "总结", "body": [{"table": table}]}
        boxes = nianbao.lay_out(nianbao.read_report(report)).boxes()
        return [box for box in boxes if box.kind == "text" and box.structure == "data_cell"]

    justified, ragged = lines("justify"), lines("start")
    assert len(justified) > 2
    assert len({round(line.x + line.width, 1) for line in justified[:-1]}) == 1
    assert len({round(line.x + line.width, 1) for line in ragged[:-1]}) > 1
    assert justified[-1].width < justified[0].width and justified[-1].x == justified[0].x
