// Reading templates: built in, of users, and everything that is refused.
#include <catch2/catch.hpp>

#include <cstdio>
#include <fstream>

#include <fmt/format.h>

#include <nianbao/error.hpp>
#include <nianbao/template.hpp>

#include "template/template_data.hpp"
#include "test_folders.hpp"

using namespace nianbao;
using namespace nianbao::literals;

namespace {

// A template with these members beside version and format.
Template with(const std::string& members) {
    return Template::from_json(R"({"template_version": 1, "format": "disclosure-2021", )" + members + "}");
}
Template with_page(const std::string& page) { return with(R"("blocks": [], "page": )" + page); }
Template with_block(const std::string& block) { return with(R"("blocks": [)" + block + "]"); }
Template with_row(const std::string& cells) {
    return with_block(R"({"table": {"columns": [{"count": 3}], "rows": [{"cells": [)" + cells + "]}]}}");
}

template <typename Reading>
std::string fault_of(const Reading& reading) {
    try {
        reading();
    } catch (const TemplateError& error) {
        return fmt::format("{} {}", error.id(), error.where());
    }
    return "no fault";
}
std::string fault(const std::string& members) { return fault_of([&] { with(members); }); }
std::string page_fault(const std::string& page) { return fault_of([&] { with_page(page); }); }
std::string block_fault(const std::string& block) { return fault_of([&] { with_block(block); }); }
std::string row_fault(const std::string& cells) { return fault_of([&] { with_row(cells); }); }

}  // namespace

TEST_CASE("the built-in template has the page and the looks of GB/T 9704") {
    const Template built_in = Template::built_in("disclosure-2021");
    CHECK(built_in.format() == "disclosure-2021");
    const StyleSheet& styles = built_in.data().styles;
    const PageStyle& page = styles.page;
    CHECK(page.paper.width - page.margins.left - page.margins.right == 156_mm);
    CHECK(page.paper.height - page.margins.top - page.margins.bottom == 225_mm);
    CHECK(page.margins.top == 37_mm);
    CHECK(page.margins.left == 28_mm);
    CHECK(page.folio.size == 14_pt);
    CHECK(page.folio_distance == 7_mm);
    // 22 lines: 21 steps and the height of a character in 225 mm.
    CHECK(21 * page.line_height + 15.75_pt <= 225_mm);
    CHECK(22 * page.line_height + 15.75_pt > 225_mm);
    const auto& paragraphs = styles.paragraphs;
    CHECK(paragraphs.at("body").text == TextStyle{.font = FontRole::fangsong, .size = 15.75_pt, .color = {}});
    CHECK(paragraphs.at("body").first_indent == 31.5_pt);
    CHECK(paragraphs.at("title").text == TextStyle{.font = FontRole::title, .size = 22_pt, .color = {}});
    CHECK(paragraphs.at("title").balanced);
    CHECK(paragraphs.at("title").align == Align::center);
    CHECK(paragraphs.at("heading-1").text.font == FontRole::hei);
    CHECK(paragraphs.at("heading-2").text.font == FontRole::kai);
    CHECK(paragraphs.at("heading-3").text.font == FontRole::fangsong);
    CHECK(paragraphs.at("heading-4").first_indent == 31.5_pt);
    CHECK(paragraphs.at("annex-mark").text.font == FontRole::hei);
    CHECK(styles.tables.at("table").text == TextStyle{.font = FontRole::song, .size = 10_pt, .color = {}});
    CHECK(styles.tables.at("table").shade == Color{0xC6, 0xD9, 0xF1});
    CHECK(styles.texts.at("table-note") == TextStyle{.font = FontRole::kai, .size = 10_pt, .color = {}});
}

TEST_CASE("the text of a built-in template can be taken, edited and read again") {
    std::string json = template_json("disclosure-2021");
    const std::string shade = R"("shade": "C6D9F1")";
    const std::size_t at = json.find(shade);
    REQUIRE(at != std::string::npos);
    json.replace(at, shade.size(), R"("shade": null)");
    const Template edited = Template::from_json(json);
    CHECK(!edited.data().styles.tables.at("table").shade);
    CHECK(edited.data().blocks.size() == Template::built_in("disclosure-2021").data().blocks.size());
}

TEST_CASE("a template may stand in a file") {
    const std::string file = test::build() + "/template_test.json";
    std::ofstream(file) << template_json("disclosure-2021");
    CHECK(Template::from_file(file).format() == "disclosure-2021");
    std::remove(file.c_str());
    CHECK_THROWS_AS(Template::from_file(file), FileError);
}

TEST_CASE("what a template does not name stays official") {
    const Template bare = with(R"("blocks": [], "styles": {"body": {"size": "四号", "first_indent": "2em"}})");
    const StyleSheet official = StyleSheet::official();
    const auto& paragraphs = bare.data().styles.paragraphs;
    CHECK(paragraphs.at("body").text.size == 14_pt);
    CHECK(paragraphs.at("body").first_indent == 28_pt);
    CHECK(paragraphs.at("body").line_height == official.paragraphs.at("body").line_height);
    CHECK(paragraphs.at("title").text == official.paragraphs.at("title").text);
    CHECK(bare.data().styles.page.paper == official.page.paper);
}

TEST_CASE("a style of the user's own says what it is based on and can be used") {
    const Template own = with(R"("styles": {"remark": {"based_on": "note", "font": "kai"}},
                                 "blocks": [{"paragraph": "甲", "style": "remark"}])");
    const StyleSheet official = StyleSheet::official();
    CHECK(own.data().styles.paragraphs.at("remark").text.font == FontRole::kai);
    CHECK(own.data().styles.paragraphs.at("remark").text.size == official.paragraphs.at("note").text.size);
    CHECK(fault(R"("blocks": [], "styles": {"haeding-1": {"font": "kai"}})") == "TEMPLATE-STYLE-NEW /styles/haeding-1");
    CHECK(fault(R"("blocks": [], "styles": {"a": {"based_on": "b"}})") == "TEMPLATE-STYLE /styles/a/based_on");
    CHECK(block_fault(R"({"paragraph": "甲", "style": "bodyy"})") == "TEMPLATE-STYLE /blocks/0/style");
}

TEST_CASE("the page is given by margins or by the type area") {
    const PageStyle page = with_page(R"({"paper": {"width": "200mm", "height": "100mm"},
        "margins": {"top": "10mm", "left": "20mm", "right": "30mm", "bottom": "1cm"}})").data().styles.page;
    CHECK(page.paper == Size{200_mm, 100_mm});
    CHECK(page.margins == Insets{10_mm, 30_mm, 10_mm, 20_mm});
    CHECK(page_fault(R"({"margins": {"left": "200mm"}})") == "TEMPLATE-PAGE /page");
    CHECK(page_fault(R"({"type_area": {"width": "190mm", "height": "225mm"}})") == "TEMPLATE-AREA-LARGE /page/type_area");
    CHECK(page_fault(R"({"margins": {"right": "26mm"}, "type_area": {"width": "156mm", "height": "225mm"}})") ==
          "TEMPLATE-TYPE-AREA /page/type_area");
    CHECK(page_fault(R"({"line_height": "0pt"})") == "TEMPLATE-PAGE /page");
    CHECK(page_fault(R"({"margins": {"left": "2em"}})") == "TEMPLATE-LENGTH-EM /page/margins/left");
    CHECK(page_fault(R"({"margins": {"left": 28}})") == "TEMPLATE-TYPE /page/margins/left");
    CHECK(page_fault(R"({"paper": "B5"})") == "TEMPLATE-CHOICE /page/paper");
    CHECK(page_fault(R"({"folio": {"size": "0pt"}})") == "TEMPLATE-SIZE /page/folio/size");
}

TEST_CASE("a type area of characters and lines, and columns, are read and have to fit the paper") {
    const StyleSheet sheet = with_page(R"({"type_area": {"characters": 28, "lines": 22}})").data().styles;
    CHECK(sheet.type_area() == Size{28 * 15.75_pt, 21 * 29.621_pt + 15.75_pt});
    const PageStyle page = with_page(R"({"type_area": {"characters": 13, "height": "225mm"},
        "columns": {"count": 2, "gap": "2em", "rule": true}})").data().styles.page;
    CHECK(page.columns == 2);
    CHECK(page.column_gap == 31.5_pt);
    CHECK(page.column_rule);
    CHECK(page.lines == 0);
    CHECK(page_fault(R"({"type_area": {"characters": 33, "lines": 22}})") == "TEMPLATE-AREA-LARGE /page/type_area");
    CHECK(page_fault(R"({"type_area": {"characters": 28, "lines": 26}})") == "TEMPLATE-AREA-LARGE /page/type_area");
    CHECK(page_fault(R"({"type_area": {"characters": 28, "width": "1mm", "lines": 22}})") ==
          "TEMPLATE-TYPE-AREA-TWICE /page/type_area/characters");
    CHECK(page_fault(R"({"columns": {"count": 0}})") == "TEMPLATE-RANGE /page/columns/count");
}

TEST_CASE("a heading may begin a page, contents stand where the template says") {
    const Template own = with(R"("styles": {"heading-1": {"new_page": "odd_page", "spans_columns": true}},
                                 "blocks": [{"contents": {"levels": 3}}])");
    CHECK(own.data().styles.paragraphs.at("heading-1").new_page == NewPage::odd_page);
    CHECK(own.data().styles.paragraphs.at("heading-1").spans_columns);
    CHECK(std::get<Contents>(own.data().blocks.at(0).what).levels == 3);
    CHECK(fault(R"("blocks": [], "styles": {"body": {"new_page": true}})") == "TEMPLATE-TYPE /styles/body/new_page");
    CHECK(block_fault(R"({"contents": {"levels": 0}})") == "TEMPLATE-RANGE /blocks/0/contents/levels");
}

TEST_CASE("an unknown key names the nearest one and its line and column") {
    try {
        Template::from_json("{\"template_version\": 1, \"format\": \"x\", \"blocks\": [],\n  \"styels\": {}}");
        FAIL("was read");
    } catch (const TemplateError& error) {
        CHECK(error.id() == "TEMPLATE-KEY-NEAR");
        CHECK(error.where() == "/styels");
        CHECK(error.exit_code() == 4);
        const std::string en = error.message(Language::en);
        CHECK(en.find("styels") != std::string::npos);
        CHECK(en.find("styles") != std::string::npos);
        CHECK(en.find("line 2, column 3") != std::string::npos);
        CHECK(error.message().find("第 2 行第 3 列") != std::string::npos);
    }
}

TEST_CASE("keys that are unknown, twice there or missing are faults") {
    CHECK(fault(R"("blocks": [], "watermark": true)") == "TEMPLATE-KEY /watermark");
    CHECK(fault(R"("blocks": [], "blocks": [])") == "TEMPLATE-DUPLICATE /blocks");
    CHECK(fault(R"("page": {})") == "TEMPLATE-MISSING ");
    CHECK(page_fault(R"({"folio": {"font": "song", "font": "hei"}})") == "TEMPLATE-DUPLICATE /page/folio/font");
    CHECK(fault(R"("blocks": [], "texts": {"a": {"font": "kai"}})") == "TEMPLATE-MISSING /texts/a");
    CHECK(fault(R"("blocks": [], "styles": {"body": {}, "body": {}})") == "TEMPLATE-DUPLICATE /styles/body");
}

TEST_CASE("values of the wrong type or out of range are faults") {
    CHECK(fault(R"("blocks": {})") == "TEMPLATE-TYPE /blocks");
    CHECK(fault(R"("blocks": [], "styles": [])") == "TEMPLATE-TYPE /styles");
    CHECK(fault(R"("blocks": [], "styles": {"body": {"font": "arial"}})") == "TEMPLATE-CHOICE /styles/body/font");
    CHECK(fault(R"("blocks": [], "styles": {"body": {"color": "#000"}})") == "TEMPLATE-COLOR /styles/body/color");
    CHECK(fault(R"("blocks": [], "styles": {"body": {"balanced": 1}})") == "TEMPLATE-TYPE /styles/body/balanced");
    CHECK(fault(R"("blocks": [], "styles": {"body": {"size": "16px"}})") == "TEMPLATE-LENGTH /styles/body/size");
    CHECK(fault(R"("blocks": [], "tables": {"table": {"padding": {"left": "99999pt"}}})") ==
          "TEMPLATE-LENGTH-RANGE /tables/table/padding/left");
    CHECK(block_fault(R"({"heading": 5, "text": "甲"})") == "TEMPLATE-RANGE /blocks/0/heading");
    CHECK(block_fault(R"({"blank_lines": 0})") == "TEMPLATE-RANGE /blocks/0/blank_lines");
    CHECK(block_fault(R"({"blank_lines": 99999999999999999999})") == "TEMPLATE-NUMBER /blocks/0/blank_lines");
    CHECK(block_fault(R"({"page_break": false})") == "TEMPLATE-PAGE-BREAK /blocks/0");
    CHECK(block_fault(R"("甲")") == "TEMPLATE-TYPE /blocks/0");
}

TEST_CASE("a block of no known kind is a fault that says what was probably meant") {
    CHECK(block_fault(R"({"paragaph": "甲"})") == "TEMPLATE-KEY-NEAR /blocks/0/paragaph");
    CHECK(block_fault(R"({"barcode": "甲"})") == "TEMPLATE-BLOCK /blocks/0");
    CHECK(block_fault(R"({"paragraph": "甲", "narrative": "/overview"})") == "TEMPLATE-KEY /blocks/0/narrative");
    CHECK(block_fault(R"({"paragraph": {"text": "甲", "field": "/organ"}})") == "TEMPLATE-TEXT /blocks/0/paragraph");
    CHECK(block_fault(R"({"each": "/attachments", "blocks": [{"blank_line": 1}]})") ==
          "TEMPLATE-KEY-NEAR /blocks/0/blocks/0/blank_line");
}

TEST_CASE("cells that do not fill the grid are faults of their row") {
    CHECK(row_fault(R"("甲", "乙", "丙")") == "no fault");
    CHECK(row_fault(R"({"text": "甲", "columns": 3})") == "no fault");
    CHECK(row_fault(R"("甲", "乙")") == "TEMPLATE-GRID /blocks/0/table/rows/0");
    CHECK(row_fault(R"("甲", "乙", "丙", "丁")") == "TEMPLATE-GRID /blocks/0/table/rows/0");
    CHECK(row_fault(R"({"text": "甲", "columns": 4})") == "TEMPLATE-GRID /blocks/0/table/rows/0");
    CHECK(row_fault(R"({"text": "甲", "columns": 3, "rows": 2})") == "TEMPLATE-GRID-ROWS /blocks/0/table");
    CHECK(row_fault(R"({"each_column": "/proactive/rules"})") == "TEMPLATE-GRID /blocks/0/table/rows/0");
    CHECK(row_fault(R"({"columns": 3})") == "TEMPLATE-CELL /blocks/0/table/rows/0/cells/0");
    CHECK(row_fault(R"({"text": "甲", "header": "both", "columns": 3})") ==
          "TEMPLATE-CHOICE /blocks/0/table/rows/0/cells/0/header");
    CHECK(block_fault(R"({"table": {"columns": [{"count": 2}], "rows": [
              {"cells": [{"text": "甲", "rows": 2}, "乙"]}, {"cells": [{"text": "丙", "columns": 2}]}]}})") ==
          "TEMPLATE-GRID /blocks/0/table/rows/1");
    CHECK(block_fault(R"({"table": {"columns": [], "rows": [{"cells": []}]}})") == "TEMPLATE-COLUMNS /blocks/0/table/columns");
    CHECK(block_fault(R"({"table": {"columns": [{}], "rows": []}})") == "TEMPLATE-GRID-ROWS /blocks/0/table");
}

TEST_CASE("columns have shares, lengths or widths of their own") {
    const Template own = with_block(R"({"table": {"rows": [{"cells": ["甲", "乙", "丙"]}],
        "columns": [{"width": "3fr"}, {"width": "24mm", "align": "end"}, {"width": "auto"}]}})");
    const auto& table = std::get<templating::TableSource>(own.data().blocks.front().what);
    CHECK(std::get<Share>(table.look.columns[0].width).parts == 3);
    CHECK(std::get<Length>(table.look.columns[1].width) == 24_mm);
    CHECK(table.look.columns[1].align == Align::end);
    CHECK(std::holds_alternative<Auto>(table.look.columns[2].width));
    CHECK(block_fault(R"({"table": {"columns": [{"width": "0fr"}], "rows": [{"cells": ["甲"]}]}})") ==
          "TEMPLATE-LENGTH /blocks/0/table/columns/0/width");
}

TEST_CASE("a version that is not known is refused, and so is an unknown built-in") {
    const auto read = [](const char* json) { return fault_of([&] { Template::from_json(json); }); };
    CHECK(read(R"({"template_version": 2, "format": "x", "blocks": []})") == "TEMPLATE-VERSION /template_version");
    CHECK(read(R"({"format": "x", "blocks": []})") == "TEMPLATE-MISSING ");
    CHECK(read("[]") == "TEMPLATE-TYPE ");
    CHECK_THROWS_AS(Template::from_json("{"), JsonError);
    CHECK(fault_of([] { Template::built_in("disclosure-1999"); }) == "TEMPLATE-ID ");
    CHECK(fault_of([] { template_json(""); }) == "TEMPLATE-ID ");
}

TEST_CASE("how lines are broken is read for one style, or for all of them") {
    const auto lines_of_body = [](const std::string& members) {
        return with(R"("blocks": [], )" + members).data().styles.paragraphs.at("body").lines;
    };
    CHECK(lines_of_body(R"("styles": {})") == LineStyle{});
    const LineStyle body = lines_of_body(
        R"("styles": {"body": {"lines": {"edges": "strict", "mark_widths": "kaiming", "stops_squeezed": false,
            "han_latin_gap": {"width": "0.2em", "widest": "0.333em"}, "break_mode": "greedy"}}})"
    );
    CHECK(body.edges == EdgeLevel::strict);
    CHECK(body.mark_widths == MarkWidths::kaiming);
    CHECK_FALSE(body.stops_squeezed);
    CHECK(body.han_latin_gap == HanLatinGap{.shown = true, .width = {200}, .narrowest = {125}, .widest = {333}});
    CHECK(body.break_mode == BreakMode::greedy);

    const Template all = with(
        R"("blocks": [], "lines": {"edges": "basic"},
           "styles": {"body": {"lines": {"mark_widths": "halfwidth"}}, "list": {"lines": {"edges": "none"}}})"
    );
    const StyleSheet& styles = all.data().styles;
    CHECK(styles.paragraphs.at("body").lines == LineStyle{.edges = EdgeLevel::basic, .mark_widths = MarkWidths::halfwidth});
    CHECK(styles.paragraphs.at("list").lines.edges == EdgeLevel::none);
    CHECK(styles.tables.at("table").lines.edges == EdgeLevel::basic);
}

TEST_CASE("an indent may hang and a last line may be spread") {
    const Template own = with(R"("blocks": [], "styles": {"body": {"hanging_indent": "2em", "last_line": "justify"}})");
    CHECK(own.data().styles.paragraphs.at("body").hanging_indent == 31.5_pt);
    CHECK(own.data().styles.paragraphs.at("body").last_line == Align::justify);
}

TEST_CASE("the further options of lines and of text are read") {
    const Template own = with(
        R"("blocks": [], "lines": {"edges_may_yield": true, "hanging_marks": true, "latin_on_grid": true,
            "hyphenation": true, "scientific_full_stop": true},
           "texts": {"label": {"font": "song", "size": "10pt", "spread": "4em"}},
           "styles": {"title": {"tracking": "0.5em"}, "body": {"tracking": "-0.05em"}},
           "tables": {"table": {"tracking": "0.1em"}})"
    );
    const StyleSheet& styles = own.data().styles;
    CHECK(styles.paragraphs.at("body").lines ==
          LineStyle{.edges_may_yield = true, .hanging_marks = true, .latin_on_grid = true,
                    .hyphenation = true, .scientific_full_stop = true});
    CHECK(styles.texts.at("label").spread == Em{4000});
    CHECK(styles.paragraphs.at("title").text.tracking == Em{500});
    CHECK(styles.paragraphs.at("body").text.tracking == Em{-50});
    CHECK(styles.tables.at("table").text.tracking == Em{100});
    CHECK(fault(R"("blocks": [], "styles": {"body": {"tracking": "-0.3em"}})") == "TEMPLATE-EM /styles/body/tracking");
    CHECK(fault(R"("blocks": [], "styles": {"body": {"spread": "-1em"}})") == "TEMPLATE-EM /styles/body/spread");
}

TEST_CASE("line styles that cannot be are faults of their place") {
    const auto lines_fault = [](const std::string& lines) { return fault(R"("blocks": [], "lines": )" + lines); };
    CHECK(lines_fault(R"({"edges": "loose"})") == "TEMPLATE-CHOICE /lines/edges");
    CHECK(lines_fault(R"({"edgse": "gb"})") == "TEMPLATE-KEY-NEAR /lines/edgse");
    CHECK(lines_fault(R"({"han_latin_gap": {"width": "0.6em"}})") == "TEMPLATE-EM /lines/han_latin_gap/width");
    CHECK(lines_fault(R"({"han_latin_gap": {"width": "4pt"}})") == "TEMPLATE-EM /lines/han_latin_gap/width");
    CHECK(lines_fault(R"({"han_latin_gap": {"narrowest": "0.3em"}})") == "TEMPLATE-GAP /lines/han_latin_gap");
    CHECK(lines_fault(R"({"han_latin_gap": {"narrowest": "0.25em"}})") == "no fault");
}
