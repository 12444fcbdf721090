// Long documents are stopped in the middle of a block, and tell how far they are.
#include <catch2/catch.hpp>

#include <utility>
#include <vector>

#include <nianbao/error.hpp>
#include <nianbao/typeset.hpp>

#include "page_checks.hpp"

using namespace nianbao;
using namespace nianbao::checks;

namespace {

Document with_table(int rows) {
    Document document;
    Table table;
    table.columns = {Column{}, Column{}};
    for (int i = 0; i < rows; ++i) table.rows.push_back({"机关", std::to_string(i)});
    document.blocks = {Paragraph{.text = "甲"}, std::move(table)};
    return document;
}

std::string id_of_stop(const Document& document, const TypesetOptions& options) {
    try {
        typeset(document, fonts(), options);
        return "";
    } catch (const Error& error) {
        return error.id();
    }
}

}  // namespace

TEST_CASE("a stop in the middle of a table ends the work there") {
    std::stop_source source;
    std::size_t last = 0;
    const auto progress = [&](std::size_t done, std::size_t) {
        last = done;
        if (done == 1) source.request_stop();  // the table begins: no block comes after it
    };
    CHECK(id_of_stop(with_table(50), {.stop = source.get_token(), .progress = progress}) == "STOPPED");
    CHECK(last == 1);
}

TEST_CASE("blocks are told one after the other, the last when they stand on their pages") {
    std::vector<std::pair<std::size_t, std::size_t>> told;
    const auto progress = [&](std::size_t done, std::size_t total) { told.emplace_back(done, total); };
    CHECK(id_of_stop(with_table(3), {.progress = progress}).empty());
    CHECK(told == std::vector<std::pair<std::size_t, std::size_t>>{{0, 2}, {1, 2}, {2, 2}});
}

TEST_CASE("what the listener throws ends the work") {
    const auto progress = [](std::size_t, std::size_t) { throw 7; };
    CHECK_THROWS_AS(typeset(with_table(3), fonts(), {.progress = progress}), int);
}
