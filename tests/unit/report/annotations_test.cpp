// Marks, annotations and links of the input → runs.
#include "samples.hpp"

#include "report/report_data.hpp"

using namespace nianbao;
using namespace samples;

namespace {

TextRun run_of(const std::string& run) {
    const auto blocks = read_report_json(overview("[{\"paragraph\": [" + run + "]}]")).data().narratives.at("overview");
    return std::get<Paragraph>(blocks.at(0)).text.runs.at(0);
}

Finding fault_in(const std::string& run) {
    const auto faults = faults_of(overview("[{\"paragraph\": [" + run + "]}]"));
    REQUIRE(faults.size() == 1);
    return faults[0];
}

}  // namespace

TEST_CASE("emphasis is one mark or several") {
    CHECK(run_of(R"({"text": "公开", "emphasis": "dots"})").marks == TextMarks{.dots = true});
    CHECK(run_of(R"({"text": "公开", "emphasis": "strong"})").marks == TextMarks{.strong = true});
    CHECK(run_of(R"({"text": "公开", "emphasis": "framed"})").marks == TextMarks{.framed = true});
    CHECK(run_of(R"({"text": "①", "emphasis": "superscript"})").marks == TextMarks{.superscript = true});
    CHECK(run_of(R"({"text": "公开", "emphasis": "book_title"})").marks == TextMarks{.line = SideLine::book_title});
    const TextMarks both = run_of(R"({"text": "苏轼", "emphasis": ["proper_name", "dots"]})").marks;
    CHECK(both == TextMarks{.line = SideLine::proper_name, .dots = true});
    CHECK(run_of(R"({"text": "公开"})").marks == TextMarks{});
}

TEST_CASE("an emphasis that is unknown, given twice or a second line is a fault") {
    CHECK(fault_in(R"({"text": "公开", "emphasis": "dot"})").rule == "ENUM");
    CHECK(fault_in(R"({"text": "公开", "emphasis": ["dots", "dots"]})").rule == "EMPHASIS-TWICE");
    CHECK(fault_in(R"({"text": "公开", "emphasis": ["underline", "proper_name"]})").rule == "EMPHASIS-LINES");
    CHECK(fault_in(R"({"text": "公开", "emphasis": []})").rule == "TEXT-EMPTY");
    CHECK(fault_in(R"({"text": "公开", "emphasis": 1})").rule == "TYPE");
    CHECK(fault_in(R"({"text": "公开", "emphasis": ["underline", "proper_name"]})").pointer == "/overview/0/paragraph/0/emphasis/1");
}

TEST_CASE("a ruby is a text, or says its kind, place and language") {
    const Ruby plain = run_of(R"({"text": "公开", "ruby": "gōng kāi"})").ruby;
    CHECK(plain.text == "gōng kāi");
    CHECK(plain.kind == RubyKind::pinyin);
    CHECK(plain.origin.pointer == "/overview/0/paragraph/0/ruby");
    const Ruby whole =
        run_of(R"({"text": "公开", "ruby": {"text": "open", "kind": "gloss", "by": "word", "position": "below", "language": "en"}})").ruby;
    CHECK(whole.kind == RubyKind::gloss);
    CHECK(whole.by == RubyBy::word);
    CHECK(whole.side == RubySide::below);
    CHECK(whole.language == "en");
    CHECK(whole.origin.pointer == "/overview/0/paragraph/0/ruby/text");
}

TEST_CASE("a ruby that does not fit its text is a fault of the ruby") {
    const Finding count = fault_in(R"({"text": "公开", "ruby": {"text": "gōng", "by": "character"}})");
    CHECK(count.rule == "RUBY-COUNT");
    CHECK(count.expected == "2");
    CHECK(count.found == "1");
    CHECK(fault_in(R"({"text": "公\n开", "ruby": "gōng kāi"})").rule == "RUBY-LINES");
    CHECK(fault_in(R"({"text": "公开", "ruby": ""})").rule == "TEXT-EMPTY");
    CHECK(fault_in(R"({"text": "公开", "ruby": {"kind": "pinyin"}})").rule == "KEY-MISSING");
    CHECK(fault_in(R"({"text": "公开", "ruby": {"text": "gōng kāi", "position": "left"}})").rule == "ENUM");
    CHECK(fault_in(R"({"text": "公开", "ruby": {"text": "gōng kāi", "language": "e n"}})").rule == "LANGUAGE");
}

TEST_CASE("a link is an address that a reader may open") {
    CHECK(run_of(R"({"text": "网站", "link": "https://www.example.gov.cn/a?b=1"})").link == "https://www.example.gov.cn/a?b=1");
    CHECK(run_of(R"({"text": "信箱", "link": "mailto:a@example.gov.cn"})").link == "mailto:a@example.gov.cn");
    for (const char* bad : {"javascript:alert(1)", "/zwgk", "https://", "file:///etc/passwd", "https://例.cn/"}) {
        CAPTURE(bad);
        CHECK(fault_in(std::string(R"({"text": "网站", "link": ")") + bad + "\"}").rule == "LINK");
    }
}

TEST_CASE("each line of a marked text keeps its marks") {
    const auto blocks = read_report_json(overview(R"([{"text": "甲\n乙", "emphasis": "dots"}])")).data().narratives.at("overview");
    REQUIRE(blocks.size() == 2);
    CHECK(std::get<Paragraph>(blocks[1]).text.runs[0].marks.dots);
}
