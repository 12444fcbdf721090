// 表1（续） from captions as they are written.
#include <catch2/catch.hpp>

#include <string>
#include <utility>
#include <vector>

#include "document/continued_mark.hpp"

using namespace nianbao;
using namespace nianbao::document;

TEST_CASE("the mark of a table that goes on takes the number from the caption") {
    const std::vector<std::pair<std::string, std::string>> cases = {
        {"表1　收费情况", "表1（续）"}, {"表1收费情况", "表1（续）"},   {"表2-3 申请", "表2-3（续）"}, {"附表2：统计", "附表2（续）"},
        {"表一　申请", "表一（续）"},   {"表A.1　参数", "表A.1（续）"}, {"表一般情况", "续表"},         {"表十分详细", "续表"},
        {"收费情况", "续表"},           {"表　收费", "续表"},           {"", "续表"},                   {"表-1", "续表"},
        {"表1", "表1（续）"},           {"表彰情况", "续表"}};
    for (const auto& [caption, mark] : cases) {
        Table table;
        table.caption = caption;
        CAPTURE(caption);
        CHECK(continued_mark(table).empty());
        table.continued = Text();
        CHECK(continued_mark(table).plain() == mark);
    }
}

TEST_CASE("a mark that is given is printed as it is") {
    Table table;
    table.caption = "表1　收费情况";
    table.continued = Text("（接上页）");
    CHECK(continued_mark(table).plain() == "（接上页）");
}
