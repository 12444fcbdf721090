// The catalogue has both languages of every message, and parameters are put in.
#include <catch2/catch.hpp>

#include <set>

#include <nianbao/error.hpp>

#include "base/messages.hpp"

using namespace nianbao;

namespace {

std::set<std::string> parameters_of(std::string_view pattern) {
    std::set<std::string> names;
    for (std::size_t open = pattern.find('{'); open != std::string_view::npos; open = pattern.find('{', open + 1))
        names.emplace(pattern.substr(open + 1, pattern.find('}', open) - open - 1));
    return names;
}

}  // namespace

TEST_CASE("every message has a unique id, both languages and the same parameters in both") {
    std::set<std::string_view> ids;
    for (const MessageRow& row : message_table()) {
        INFO(row.id);
        CHECK(ids.insert(row.id).second);
        CHECK_FALSE(row.zh.empty());
        CHECK_FALSE(row.en.empty());
        CHECK(parameters_of(row.zh) == parameters_of(row.en));
        CHECK(row.hint_zh.empty() == row.hint_en.empty());
    }
}

TEST_CASE("parameters are put in and control characters are shown escaped") {
    const Bilingual said = say("FILE-READ", {{"file", "a\x1b[2J.json"}, {"reason", "x"}});
    CHECK(said.zh == "无法读取 a\\x1b[2J.json：x");
    CHECK(said.en == "cannot read a\\x1b[2J.json: x");
}

TEST_CASE("a value with braces is not taken for a parameter") {
    CHECK(say("FILE-READ", {{"file", "{reason}"}, {"reason", "x"}}).en == "cannot read {reason}: x");
}

TEST_CASE("an error has the hint of its message, and none when the catalogue has none") {
    const Error error("LIST-TOO-LONG", "", say("LIST-TOO-LONG", {{"style", "①"}, {"number", 51}}));
    CHECK(error.hint(Language::zh) == "改用样式“1.”");
    CHECK(error.hint(Language::en) == "use the style “1.”");
    CHECK(Error("T3-C1", "", {}).hint().empty());
}

TEST_CASE("a long text is quoted by its first forty characters") {
    std::string forty;
    for (int i = 0; i < 40; ++i) forty += "政";
    CHECK(shortened(forty) == forty);
    CHECK(shortened(forty + "府") == forty + "…");
}

TEST_CASE("an unknown message is a bug that says so") {
    CHECK_THROWS_AS(say("NO-SUCH-MESSAGE"), Error);
    CHECK_THROWS_AS(say("FILE-READ"), Error);
}
