// The fonts of a document: by role, what is substituted, what is missing.
#include <catch2/catch.hpp>

#include <algorithm>

#include <nianbao/error.hpp>
#include <nianbao/font_usage.hpp>
#include <nianbao/typeset.hpp>

#include "page_checks.hpp"

using namespace nianbao;

namespace {

Document document_of(const std::vector<std::string>& texts) {
    Document document;
    std::size_t n = 0;
    for (const std::string& text : texts)
        document.blocks.push_back(Paragraph{.text = text, .origin = {.pointer = "/" + std::to_string(n++)}});
    return document;
}

const SubstitutedCharacter* find(const FontUsage& usage, const std::string& text) {
    const auto found = std::find_if(usage.substituted.begin(), usage.substituted.end(), [&](const auto& s) { return s.text == text; });
    return found == usage.substituted.end() ? nullptr : &*found;
}

} // namespace

TEST_CASE("characters that the first font of their role lacks are listed with their font, count and first place") {
    const FontUsage usage = font_usage(document_of({"政府", "陈喆、李喆", "王喆①"}), checks::fonts());
    CHECK(usage.missing.empty());
    const SubstitutedCharacter* rare = find(usage, "喆");
    REQUIRE(rare);
    CHECK(*rare == SubstitutedCharacter{U'喆', "喆", "fangsong", "NianbaoSong-Light.otf", 3, "/1"});
    REQUIRE(find(usage, "①"));
    CHECK(find(usage, "①")->count == 1);
    CHECK_FALSE(find(usage, "政"));
    CHECK_FALSE(find(usage, "、"));
}

TEST_CASE("the fonts in use are counted by role, the most used first") {
    const FontUsage usage = font_usage(document_of({"政府信息8喆"}), checks::fonts());
    const auto at = std::find_if(usage.fonts.begin(), usage.fonts.end(), [](const UsedFont& f) { return f.role == "fangsong"; });
    REQUIRE(at != usage.fonts.end());
    CHECK(*at == UsedFont{"fangsong", "FandolFang-Regular.otf", 4});
    CHECK(std::count_if(usage.fonts.begin(), usage.fonts.end(), [](const UsedFont& f) { return f.role == "fangsong"; }) == 3);
}

TEST_CASE("what is missing is listed, where typeset refuses it, with the package that has it") {
    const Document document = document_of({"甲", "ئ和😀和한"});
    const FontUsage usage = font_usage(document, checks::fonts());
    try {
        typeset(document, checks::fonts());
        WARN("fonts of other scripts are installed");
    } catch (const FontError& e) {
        CHECK(usage.missing == e.missing());
        CHECK(e.message(Language::en).find("emoji are not set") != std::string::npos);
        for (const MissingCharacter& one : usage.missing) {
            CHECK(one.pointer == "/1");
            if (one.code_point == U'ئ') CHECK(one.package == "fonts-noto-core");
            if (one.code_point == U'한') CHECK(one.package == "fonts-noto-cjk");
            if (one.code_point == U'😀') CHECK(one.package.empty());
        }
    }
    CHECK(std::any_of(usage.missing.begin(), usage.missing.end(), [](const auto& m) { return m.code_point == U'😀'; }));
}

TEST_CASE("the usage as JSON names code point, text, role, font, count and place") {
    const std::string json = to_json(font_usage(document_of({"喆"}), checks::fonts()));
    CHECK(json.find(R"({"code_point": "U+5586", "text": "喆", "role": "fangsong", "font": "NianbaoSong-Light.otf", "count": 1, "pointer": "/0"})") != std::string::npos);
    CHECK(json.find(R"("missing": [])") != std::string::npos);
}

TEST_CASE("texts are listed as they are read, those of tables and of tables in cells too") {
    Table inner, outer;
    inner.columns.resize(1);
    inner.rows.push_back({Cell("丙喆")});
    outer.columns.resize(2);
    outer.rows.push_back({Cell("甲①"), Cell("乙")});
    outer.rows[0].cells[1].blocks.push_back({inner});
    Document document = document_of({"前②"});
    document.blocks.emplace_back(outer);
    document.blocks.push_back(Paragraph{.text = "后③"});
    document.styles.tables["table"].text.font = FontRole::fangsong;
    std::string order;
    for (const SubstitutedCharacter& one : font_usage(document, checks::fonts()).substituted) order += one.text;
    CHECK(order == "②①喆③");
}
