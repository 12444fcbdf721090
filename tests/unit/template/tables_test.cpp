// The three tables of the form: labels as in 国办公开办函〔2021〕30号, grids that are full, numbers in place.
#include <catch2/catch.hpp>

#include <algorithm>
#include <map>

#include <nianbao/error.hpp>
#include <nianbao/template.hpp>

#include "sample_report.hpp"
#include "template/template_data.hpp"

using namespace nianbao;
using namespace nianbao::test;

namespace {

std::vector<Table> tables() {
    const Document document = compose(sample_report(), Template::built_in("disclosure-2021"));
    std::vector<Table> out;
    for (const Block& block : document.blocks) {
        if (const auto* table = std::get_if<Table>(&block)) out.push_back(*table);
    }
    REQUIRE(out.size() == 3);
    return out;
}

// What covers each place of the grid; fails when a place is covered twice or not at all.
std::vector<std::vector<const Cell*>> grid_of(const Table& table) {
    const std::size_t columns = table.columns.size();
    std::vector<std::vector<const Cell*>> grid(table.rows.size(), std::vector<const Cell*>(columns));
    for (std::size_t r = 0; r < table.rows.size(); ++r) {
        std::size_t c = 0;
        for (const Cell& cell : table.rows[r].cells) {
            while (c < columns && grid[r][c] != nullptr) ++c;
            for (std::size_t y = r; y < r + static_cast<std::size_t>(cell.rows); ++y) {
                for (std::size_t x = c; x < c + static_cast<std::size_t>(cell.columns); ++x) {
                    REQUIRE(y < grid.size());
                    REQUIRE(x < columns);
                    REQUIRE(grid[y][x] == nullptr);
                    grid[y][x] = &cell;
                }
            }
        }
    }
    for (const auto& row : grid) {
        for (const Cell* cell : row) REQUIRE(cell != nullptr);
    }
    return grid;
}

using Rows = std::vector<std::vector<std::string>>;

// The texts of the cells that begin in each row; numbers of the sample become "n".
Rows texts_of(const Table& table) {
    Rows out;
    for (const Row& row : table.rows) {
        out.emplace_back();
        for (const Cell& cell : row.cells) {
            const std::string text = cell.text.plain();
            out.back().push_back(text.size() == 4 && text[0] == '1' ? "n" : text);
        }
    }
    return out;
}

std::string shown(const std::string& pointer) { return sample_data().cells.at(pointer).shown; }

// The seven numbers of a row.
std::vector<std::string> with_numbers(std::vector<std::string> labels) {
    labels.insert(labels.end(), 7, "n");
    return labels;
}

}  // namespace

TEST_CASE("table 2 has the rows and labels of the form") {
    const Table table = tables()[0];
    CHECK(texts_of(table) == Rows{
        {"第二十条第（一）项"},
        {"信息内容", "本年制发件数", "本年废止件数", "现行有效件数"},
        {"规章", "n", "n", "n"},
        {"行政规范性文件", "n", "n", "n"},
        {"第二十条第（五）项"},
        {"信息内容", "本年处理决定数量"},
        {"行政许可", "n"},
        {"第二十条第（六）项"},
        {"信息内容", "本年处理决定数量"},
        {"行政处罚", "n"},
        {"行政强制", "n"},
        {"第二十条第（八）项"},
        {"信息内容", "本年收费金额（单位：万元）"},
        {"行政事业性收费", "n"},
    });
    const auto grid = grid_of(table);
    CHECK(grid.size() == 14);
    CHECK(grid[0].size() == 4);
    CHECK(grid[3][2]->text.plain() == shown("/proactive/normative_documents/repealed"));
    CHECK(grid[10][1]->text.plain() == shown("/proactive/coercions"));
    CHECK(grid[13][3]->text.plain() == shown("/proactive/fees_wan_yuan"));
}

TEST_CASE("the bars of table 2 are shaded headers that stay with the row after them") {
    const Table table = tables()[0];
    for (const std::size_t bar : {0U, 4U, 7U, 11U}) {
        CAPTURE(bar);
        const Row& row = table.rows[bar];
        CHECK(row.cells[0].columns == 4);
        CHECK(row.cells[0].shaded);
        CHECK(row.cells[0].align == Align::start);
        CHECK(row.cells[0].header == HeaderScope::column);
        CHECK(row.keep_with_next);
        CHECK(table.rows[bar + 1].keep_with_next);
        CHECK(table.rows[bar + 1].cells[1].header == HeaderScope::column);
    }
    CHECK(table.rows[2].cells[0].header == HeaderScope::row);
    CHECK(table.rows[2].cells[1].header == HeaderScope::none);
}

TEST_CASE("table 3 has the heads of the form") {
    const Table table = tables()[1];
    CHECK(table.header_rows == 3);
    const Rows texts = texts_of(table);
    CHECK(Rows(texts.begin(), texts.begin() + 3) == Rows{
        {"（本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和）", "申请人情况"},
        {"自然人", "法人或其他组织", "总计"},
        {"商业企业", "科研机构", "社会公益组织", "法律服务机构", "其他"},
    });
    const Cell& note = table.rows[0].cells[0];
    CHECK(note.style == "table-note");
    CHECK(note.rows == 3);
    CHECK(note.columns == 3);
}

TEST_CASE("table 3 has the 25 rows and labels of the form") {
    const Rows texts = texts_of(tables()[1]);
    const std::vector<std::vector<std::string>> labels = {
        {"一、本年新收政府信息公开申请数量"},
        {"二、上年结转政府信息公开申请数量"},
        {"三、本年度办理结果", "（一）予以公开"},
        {"（二）部分公开（区分处理的，只计这一情形，不计其他情形）"},
        {"（三）不予公开", "1.属于国家秘密"},
        {"2.其他法律行政法规禁止公开"},
        {"3.危及“三安全一稳定”"},
        {"4.保护第三方合法权益"},
        {"5.属于三类内部事务信息"},
        {"6.属于四类过程性信息"},
        {"7.属于行政执法案卷"},
        {"8.属于行政查询事项"},
        {"（四）无法提供", "1.本机关不掌握相关政府信息"},
        {"2.没有现成信息需要另行制作"},
        {"3.补正后申请内容仍不明确"},
        {"（五）不予处理", "1.信访举报投诉类申请"},
        {"2.重复申请"},
        {"3.要求提供公开出版物"},
        {"4.无正当理由大量反复申请"},
        {"5.要求行政机关确认或重新出具已获取信息"},
        {"（六）其他处理", "1.申请人无正当理由逾期不补正、行政机关不再处理其政府信息公开申请"},
        {"2.申请人逾期未按收费通知要求缴纳费用、行政机关不再处理其政府信息公开申请"},
        {"3.其他"},
        {"（七）总计"},
        {"四、结转下年度继续办理"},
    };
    REQUIRE(texts.size() == 28);
    for (std::size_t i = 0; i < labels.size(); ++i) {
        CAPTURE(i);
        CHECK(texts[i + 3] == with_numbers(labels[i]));
    }
}

TEST_CASE("every number of table 3 stands in its row and column and keeps its origin") {
    const Table table = tables()[1];
    const auto grid = grid_of(table);
    CHECK(grid.size() == 28);
    CHECK(grid[0].size() == 10);
    for (std::size_t r = 0; r < application_rows().size(); ++r) {
        const std::string row = "/applications/" + application_rows()[r];
        CHECK(table.rows[r + 3].origin.pointer == row);
        for (std::size_t c = 0; c < applicant_keys().size(); ++c) {
            const std::string pointer = row + "/" + applicant_keys()[c];
            CAPTURE(pointer);
            const Text& text = grid[r + 3][c + 3]->text;
            CHECK(text.plain() == shown(pointer));
            CHECK(text.runs.front().origin.pointer == "/as-written" + pointer);
        }
    }
}

TEST_CASE("the labels of table 3 are row headers, those that span rows are repeated") {
    const Table table = tables()[1];
    const auto grid = grid_of(table);
    const std::map<std::size_t, int> groups = {{7, 8}, {15, 3}, {18, 5}, {23, 3}};  // （三）…（六）
    for (const auto& [row, span] : groups) {
        CAPTURE(row);
        CHECK(grid[row][1]->rows == span);
        CHECK(grid[row][1]->repeat_label);
    }
    CHECK(grid[5][0]->rows == 22);
    CHECK(grid[5][0]->repeat_label);
    for (std::size_t row = 3; row < 28; ++row) {
        for (std::size_t column = 0; column < 3; ++column) CHECK(grid[row][column]->header == HeaderScope::row);
    }
}

TEST_CASE("the columns of table 3 are in the proportions of the form") {
    const Table table = tables()[1];
    std::vector<std::int64_t> parts;
    for (const Column& column : table.columns) parts.push_back(std::get<Share>(column.width).parts);
    CHECK(parts == std::vector<std::int64_t>{754, 921, 3271, 685, 685, 685, 685, 685, 685, 685});
    CHECK(table.columns[2].align == Align::start);
    CHECK(table.columns[3].align == Align::center);
}

TEST_CASE("table 4 has the labels of the form and its numbers in place") {
    const Table table = tables()[2];
    const Rows texts = texts_of(table);
    const std::vector<std::string> outcomes = {"结果维持", "结果纠正", "其他结果", "尚未审结", "总计"};
    REQUIRE(texts.size() == 4);
    CHECK(texts[0] == std::vector<std::string>{"行政复议", "行政诉讼"});
    std::vector<std::string> second = outcomes;
    second.push_back("未经复议直接起诉");
    second.push_back("复议后起诉");
    CHECK(texts[1] == second);
    std::vector<std::string> third = outcomes;
    third.insert(third.end(), outcomes.begin(), outcomes.end());
    CHECK(texts[2] == third);
    const auto grid = grid_of(table);
    CHECK(grid[0].size() == 15);
    const std::vector<std::string> groups = {"reconsideration", "litigation_direct", "litigation_after_reconsideration"};
    for (std::size_t c = 0; c < 15; ++c) {
        const std::string pointer = "/disputes/" + groups[c / 5] + "/" + outcome_keys()[c % 5];
        CAPTURE(pointer);
        CHECK(grid[3][c]->text.plain() == shown(pointer));
    }
    CHECK(table.header_rows == 3);
    CHECK(table.rows[3].min_height == Length::points(33.6L));
}

TEST_CASE("each table is kept whole, says what it is, and knows its section") {
    const std::vector<std::string> sections = {"/proactive", "/applications", "/disputes"};
    for (std::size_t i = 0; i < 3; ++i) {
        const Table table = tables()[i];
        CHECK(table.keep_whole);
        CHECK(table.key_columns == std::array{1, 3, 0}[i]);  // labels stand again when it is split by columns
        CHECK(!table.summary.empty());
        CHECK(table.origin.pointer == sections[i]);
        CHECK(table.caption.empty());
    }
}

TEST_CASE("a number that is not available leaves its cell blank") {
    Report::Data data = sample_data();
    report::CellValue& cell = data.cells["/disputes/reconsideration/other"];
    cell.kind = report::CellKind::missing;
    cell.shown = "";
    const Document document = compose(report_of(data), Template::built_in("disclosure-2021"));
    for (const Block& block : document.blocks) {
        const auto* table = std::get_if<Table>(&block);
        if (table == nullptr || table->origin.pointer != "/disputes") continue;
        CHECK(table->rows[3].cells[2].text.empty());
        CHECK(table->rows[3].cells.size() == 15);
        return;
    }
    FAIL("no table 4");
}

TEST_CASE("a template says how its tables stand on pages") {
    const auto read = [](const std::string& members) {
        return Template::from_json(R"({"template_version": 1, "format": "disclosure-2021", "blocks": [{"table": {"columns": [{}], )"
                                   R"("rows": [{"cells": [{"text": "甲"}]}, {"cells": [{"text": "乙"}]}], )" + members + "}}]}");
    };
    const auto look = [&](const std::string& members) {
        const Template made = read(members);
        return std::get<templating::TableSource>(made.data().blocks.at(0).what).look;
    };
    const Table table = look(R"("header_rows": 1, "footer_rows": 1, "repeat_header": false, "repeat_footer": true, "move_whole": false, "keep_groups": true,
        "continued": true, "repeat_unit": true, "turned": "never", "key_columns": 0)");
    CHECK(table.footer_rows == 1);
    CHECK(table.repeat_footer);
    CHECK_FALSE(table.repeat_header);
    CHECK(look("\"header_rows\": 1").repeat_header);
    CHECK_FALSE(table.move_whole);
    CHECK(table.keep_groups);
    CHECK(table.continued == std::optional<Text>(Text()));
    CHECK(table.repeat_unit);
    CHECK(table.turned == Turned::never);
    CHECK(table.key_columns == 0);
    CHECK(look(R"("continued": "续")").continued->plain() == "续");
    CHECK_FALSE(look(R"("continued": false)").continued);
    CHECK_THROWS_AS(read(R"("header_rows": 1, "footer_rows": 2)"), TemplateError);
    CHECK_THROWS_AS(read(R"("turned": "left")"), TemplateError);
    CHECK_THROWS_AS(read(R"("key_columns": 2)"), TemplateError);
}

TEST_CASE("the first columns of a table of a template may head its rows, and stand in each of its parts") {
    const auto composed = [](const std::string& members) {
        const Template made = Template::from_json(
            R"({"template_version": 1, "format": "disclosure-2021", "blocks": [{"table": {"columns": [{"count": 4}], "header_rows": 1,
                "rows": [{"cells": ["甲", "乙", "丙", "丁"]}, {"cells": [{"text": "戊", "columns": 2}, "己", "庚"]}])" + members + "}}]}"
        );
        return std::get<Table>(compose(sample_report(), made).blocks.at(0));
    };
    const Table table = composed(R"(, "header_columns": 3)");
    CHECK(table.key_columns == 3);
    const std::vector<Cell>& cells = table.rows[1].cells;
    CHECK(cells[0].header == HeaderScope::row);
    CHECK(cells[1].header == HeaderScope::row);
    CHECK(cells[2].header == HeaderScope::none);
    CHECK(table.rows[0].cells[0].header == HeaderScope::none);  // a column header, being in a header row
    CHECK(composed("").key_columns == 1);
    CHECK(composed("").rows[1].cells[0].header == HeaderScope::none);
    CHECK(composed(R"(, "header_columns": 3, "key_columns": 0)").key_columns == 0);
    CHECK_THROWS_AS(composed(R"(, "header_columns": 5)"), TemplateError);
}
