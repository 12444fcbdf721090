// Documents as text, and the official styles.
#include <catch2/catch.hpp>

#include <nianbao/document.hpp>

using namespace nianbao;
using namespace nianbao::literals;

TEST_CASE("a plain text is its runs joined") {
    const Text text(std::vector<TextRun>{{.text = "总"}, {.text = "计", .style = "hei"}});
    CHECK(text.plain() == "总计");
    CHECK(Text().plain().empty());
}

TEST_CASE("a document prints itself as indented blocks") {
    Document document;
    document.title = "年报";
    Heading heading;
    heading.text = "总体情况";
    heading.run_in = "正文。";
    document.blocks = {heading, Paragraph{.text = "一\"二\n三"}, PageBreak{}, BlankLines{2}};
    Table table;
    table.unit = "单位：件";
    table.columns = {{.width = 24_mm, .align = Align::end}, {}};
    Cell label("合计");
    label.rows = 2;
    label.header = HeaderScope::row;
    label.shaded = true;
    label.repeat_label = true;
    table.rows = {{label, "1"}, {"2"}};
    table.rows[0].keep_with_next = true;
    document.blocks.push_back(table);
    CHECK(dump(document) == R"(document "年报" zh-Hans
  heading 1 "总体情况" run-in "正文。"
  paragraph body "一\"二\n三"
  page-break
  blank-lines 2
  table table header 0
    unit "单位：件"
    column 68.031 end
    column share 1 center
    row keep-with-next
      "合计" 2x1 row-header shaded repeated
      "1"
    row
      "2"
)");
}

TEST_CASE("the official styles are those of GB/T 9704") {
    const StyleSheet sheet = StyleSheet::official();
    CHECK(sheet.paragraphs.at("body").first_indent == 31.5_pt);
    CHECK(sheet.paragraphs.at("body").line_height == sheet.page.line_height);
    CHECK(sheet.paragraphs.at("title").text == TextStyle{FontRole::title, 22_pt, {}});
    CHECK(sheet.paragraphs.at("heading-1").text.font == FontRole::hei);
    CHECK(sheet.paragraphs.at("heading-2").text.font == FontRole::kai);
    for (int level = 1; level <= 4; ++level) {
        const ParagraphStyle& heading = sheet.paragraphs.at("heading-" + std::to_string(level));
        CHECK(heading.heading_level == level);
        CHECK(heading.keep_with_next);
    }
    for (const char* role : {"subtitle", "list", "note", "caption", "signature", "annex-mark", "annex-title"})
        CHECK(sheet.paragraphs.count(role) == 1);
}
