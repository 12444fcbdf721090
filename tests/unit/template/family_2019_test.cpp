// The family of 2019 as a document: its table of eighteen rows, local rows and notes, blanks.
#include <catch2/catch.hpp>

#include <nianbao/template.hpp>

#include "test_folders.hpp"

using namespace nianbao;

namespace {

Document composed(const char* name, const ComposeOptions& options = {}) {
    const Report report = read_report(test::root() + "/tests/formats/disclosure-2019/" + name);
    return compose(report, Template::built_in("disclosure-2019"), options);
}

std::vector<Table> tables_of(const Document& document) {
    std::vector<Table> out;
    for (const Block& block : document.blocks) {
        if (const auto* table = std::get_if<Table>(&block)) out.push_back(*table);
    }
    return out;
}

std::vector<std::string> texts_of(const Row& row) {
    std::vector<std::string> out;
    for (const Cell& cell : row.cells) out.push_back(cell.text.plain());
    return out;
}

using Texts = std::vector<std::string>;

}  // namespace

TEST_CASE("the second table of 2019 has eighteen rows, and one more where a place added it") {
    const auto tables = tables_of(composed("good.json"));
    REQUIRE(tables.size() == 3);
    const auto& rows = tables[0].rows;
    REQUIRE(rows.size() == 19);
    CHECK(texts_of(rows[2]) == Texts{"规章（设区的市以上填写）", "0", "0", "0"});
    CHECK(texts_of(rows[4]) == Texts{"其他主动公开文件（含党政办公室发文）", "7", "7", "52"});
    CHECK(rows[4].origin.pointer == "/proactive/extra_rows/0/made");
    CHECK(texts_of(rows[6]) == Texts{"信息内容", "上一年项目数量（指2019年事项数）", "本年增/减（减用负值表示，如-8）", "处理决定数量"});
    CHECK(texts_of(rows[7]) == Texts{"行政许可", "14", "+3", "208"});
    CHECK(texts_of(rows[18]) == Texts{"政府集中采购", "3", "42.6815万元"});
    CHECK(tables_of(composed("good-blank.json"))[1].rows.size() == 3 + 23);
}

TEST_CASE("numbers that are not available are blank, zero or a dash") {
    const auto results = [](const ComposeOptions& options) {
        return texts_of(tables_of(composed("good-blank.json", options))[1].rows[6]);
    };
    const std::string label = "（二）部分公开（区分处理的，只计这一情形，不计其他情形）";
    CHECK(results({}) == Texts{label, "", "", "", "", "", "", ""});
    CHECK(results({.missing_numbers = MissingNumbers::zero}) == Texts{label, "0", "0", "0", "0", "0", "0", "0"});
    CHECK(results({.missing_numbers = MissingNumbers::dash}) == Texts{label, "—", "—", "—", "—", "—", "—", "—"});
}

TEST_CASE("a template says how missing numbers are printed, a call may say otherwise") {
    std::string json = template_json("disclosure-2019");
    json.insert(json.find("\"format\""), "\"missing_numbers\": \"zero\", ");
    const Report report = read_report(test::root() + "/tests/formats/disclosure-2019/good-blank.json");
    const Template zeros = Template::from_json(json);
    CHECK(texts_of(tables_of(compose(report, zeros))[0].rows[2]) == Texts{"规章（设区的市以上填写）", "0", "0", "0"});
    const ComposeOptions blank{.missing_numbers = MissingNumbers::blank};
    CHECK(texts_of(tables_of(compose(report, zeros, blank))[0].rows[2]) == Texts{"规章（设区的市以上填写）", "", "", ""});
}
