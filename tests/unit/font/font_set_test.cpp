// The chains of the bundled set and of users' folders: which face sets which character.
#include <catch2/catch.hpp>

#include <filesystem>
#include <fstream>

#include <nianbao/error.hpp>
#include <nianbao/font_set.hpp>

#include "font/font_chain.hpp"
#include "test_folders.hpp"
#include "unit/font/test_fonts.hpp"

using namespace nianbao;
using font::choose;
using font::Script;
using test_fonts::shipped;

namespace {

const FontSet& bundled() {
    static const FontSet set = FontSet::bundled();
    return set;
}

std::string file_for(
    FontRole role, Script script, std::u32string_view cluster, const FontSet& set = bundled()
) {
    const auto choice = choose(set, role, script, cluster);
    return choice.face ? choice.face->file_name() : "none";
}

// A folder of its own for one test, gone with it.
struct Folder {
    std::filesystem::path path;
    explicit Folder(const char* name)
        : path(std::filesystem::path(nianbao::test::build()) / "font-tests" / name) {
        std::filesystem::remove_all(path);
        std::filesystem::create_directories(path);
    }
    ~Folder() { std::filesystem::remove_all(path); }
    Folder(const Folder&) = delete;
    Folder& operator=(const Folder&) = delete;
    void copy(const char* from, const char* to) const {
        std::filesystem::copy_file(shipped / from, path / to);
    }
    void copy_fixture(const char* name) const {
        std::filesystem::copy_file(test_fonts::fixtures / name, path / name);
    }
    void write(const char* to, std::string_view text) const { std::ofstream(path / to) << text; }
};

std::string id_of_failure(const std::function<void()>& work) {
    try {
        work();
    } catch (const FontError& error) {
        return error.id();
    }
    return "nothing thrown";
}

} // namespace

TEST_CASE("each role takes common Han from its own face", "[font_set]") {
    CHECK(file_for(FontRole::fangsong, Script::han, U"年") == "FandolFang-Regular.otf");
    CHECK(file_for(FontRole::kai, Script::han, U"年") == "FandolKai-Regular.otf");
    CHECK(file_for(FontRole::song, Script::han, U"年") == "NianbaoSong-Light.otf");
    CHECK(file_for(FontRole::title, Script::han, U"年") == "NianbaoSong-Bold.otf");
    CHECK(file_for(FontRole::hei, Script::han, U"年") == "NianbaoHei-Medium.otf");
}

TEST_CASE(
    "Latin and digits come from Liberation Serif, in 黑体 and 小标宋 from the face itself", "[font_set]"
) {
    for (const FontRole role : {FontRole::fangsong, FontRole::kai, FontRole::song})
        for (const char32_t c : {U'A', U'8', U'%', U'‰', U' '})
            CHECK(
                file_for(role, Script::latin, std::u32string(1, c)) == "LiberationSerif-Regular.ttf"
            );
    CHECK(file_for(FontRole::hei, Script::latin, U"8") == "NianbaoHei-Medium.otf");
    CHECK(file_for(FontRole::title, Script::latin, U"8") == "NianbaoSong-Bold.otf");
    CHECK(file_for(FontRole::fangsong, Script::han, U"%") == "LiberationSerif-Regular.ttf");
}

TEST_CASE("a name character that 仿宋 lacks comes from 宋体 at 95 percent", "[font_set]") {
    const auto own = choose(bundled(), FontRole::fangsong, Script::han, U"年");
    CHECK(own.scale_percent == 100);
    for (const char32_t c : {U'喆', U'镕', U'堃', U'龑'}) {
        const auto choice =
            choose(bundled(), FontRole::fangsong, Script::han, std::u32string(1, c));
        REQUIRE(choice.face);
        CHECK(choice.face->file_name() == "NianbaoSong-Light.otf");
        CHECK(choice.scale_percent == 95);
        CHECK(choice.glyph == choice.face->glyph_of(c));
    }
}

TEST_CASE(
    "circled numbers, unit signs and 〇 come from 宋体 even though 仿宋 has them", "[font_set]"
) {
    for (const char32_t c : {U'①', U'⑩', U'㊿', U'㎡', U'℃', U'№', U'〇'})
        CHECK(
            file_for(FontRole::fangsong, Script::han, std::u32string(1, c)) ==
            "NianbaoSong-Light.otf"
        );
    CHECK(choose(bundled(), FontRole::fangsong, Script::han, U"年").face->covers(U'①'));
}

TEST_CASE("Chinese marks of 仿宋 stay with 仿宋", "[font_set]") {
    for (const char32_t c : {U'，', U'。', U'“', U'”', U'—', U'…', U'·', U'（', U'《'})
        CHECK(
            file_for(FontRole::fangsong, Script::han, std::u32string(1, c)) ==
            "FandolFang-Regular.otf"
        );
}

TEST_CASE("a title character outside the bold cut falls back to the light face", "[font_set]") {
    CHECK(file_for(FontRole::title, Script::han, U"𠮷") == "NianbaoSong-Light.otf");
}

TEST_CASE("every 通用规范汉字 of plane 2 is in the shipped set", "[font_set]") {
    // One of Extension B, C, D and E each, all in 通用规范汉字表.
    for (const char32_t c :
         {char32_t{0x20164}, char32_t{0x2A7DD}, char32_t{0x2B7A9}, char32_t{0x2CE7C}})
        CHECK(
            file_for(FontRole::fangsong, Script::han, std::u32string(1, c)) ==
            "NianbaoSong-Light.otf"
        );
}

TEST_CASE("a character that no face has gives no face, and its package by name", "[font_set]") {
    const FontSet set = FontSet::from_folder(shipped);
    CHECK_FALSE(choose(set, FontRole::song, Script::han, U"\U0001F600").face);
    CHECK(font::package_with(set, U'\U0001F600').empty());
    const auto names = font::tried(set, FontRole::fangsong, Script::han);
    REQUIRE(names.size() >= 3);
    CHECK(names[0] == "LiberationSerif-Regular.ttf");
    CHECK(names[1] == "FandolFang-Regular.otf");
    CHECK(names[2] == "NianbaoSong-Light.otf");
}

TEST_CASE("a font named in fonts.json but not installed is known by its package", "[font_set]") {
    const Folder folder("absent");
    folder.copy("LiberationSerif-Regular.ttf", "a.ttf");
    std::string chains;
    for (const char* role : {"song", "hei", "kai", "fangsong", "title"})
        chains += std::string(chains.empty() ? "" : ",") + "\"" + role +
                  R"(":{"han":[{"font":"a"},{"font":"rare"}],"latin":[{"font":"a"}]})";
    folder.write(
        "fonts.json", R"({"fonts":[{"id":"a","file":"a.ttf"},
        {"id":"rare","installed":"/nowhere/rare.ttf","package":"fonts-rare","has":"20000-2A6DF"}],"chains":{)" +
                          chains + "}}"
    );
    const FontSet set = FontSet::from_folder(folder.path);
    CHECK(font::package_with(set, 0x20001) == "fonts-rare");
    CHECK(font::package_with(set, 0x2A6E0).empty());
    CHECK_FALSE(choose(set, FontRole::song, Script::han, U"\U00020001").face);
}

TEST_CASE("a user's font wins in its role and nowhere else", "[font_set]") {
    const Folder folder("by-role");
    folder.copy("FandolKai-Regular.otf", "mine.otf");
    folder.write("fonts.json", R"({"fonts":[{"file":"mine.otf","roles":["fangsong"]}]})");
    const FontSet set = bundled().with_folder(folder.path);
    CHECK(file_for(FontRole::fangsong, Script::han, U"年", set) == "mine.otf");
    CHECK(file_for(FontRole::kai, Script::han, U"年", set) == "FandolKai-Regular.otf");
    // The chain goes on after it, and Latin stays with Liberation.
    CHECK(file_for(FontRole::fangsong, Script::han, U"喆", set) == "NianbaoSong-Light.otf");
    CHECK(file_for(FontRole::fangsong, Script::latin, U"8", set) == "LiberationSerif-Regular.ttf");
    CHECK(file_for(FontRole::fangsong, Script::han, U"年") == "FandolFang-Regular.otf");
}

TEST_CASE(
    "a user's font is known by its Chinese name, or by a name for the Macintosh", "[font_set]"
) {
    const Folder folder("by-name");
    folder.copy_fixture("title-zh.ttf");
    folder.copy_fixture("kai-mac.ttf");
    const FontSet set = bundled().with_folder(folder.path);
    CHECK(file_for(FontRole::title, Script::han, U"一", set) == "title-zh.ttf");
    CHECK(file_for(FontRole::kai, Script::han, U"一", set) == "kai-mac.ttf");
    CHECK(file_for(FontRole::song, Script::han, U"一", set) == "NianbaoSong-Light.otf");
}

TEST_CASE(
    "marks are never taken from a face that centres them, nor blanks for characters", "[font_set]"
) {
    const Folder folder("centred");
    folder.copy_fixture("title-zh.ttf");
    const FontSet set = bundled().with_folder(folder.path);
    CHECK(file_for(FontRole::title, Script::han, U"，", set) == "NianbaoSong-Bold.otf");
    CHECK(file_for(FontRole::title, Script::han, U"喆", set) == "NianbaoSong-Bold.otf");
}

TEST_CASE(
    "a known font that may not be embedded is an error, an unknown one is left alone", "[font_set]"
) {
    const Folder folder("restricted");
    folder.copy_fixture("restricted.ttf");
    CHECK(id_of_failure([&] { bundled().with_folder(folder.path); }) == "FONT-EMBEDDING");
}

TEST_CASE(
    "a variation selector that a later face knows wins over the style of the role", "[font_set]"
) {
    CHECK(file_for(FontRole::fangsong, Script::han, U"，\uFE01") == "NianbaoSong-Light.otf");
    CHECK(file_for(FontRole::fangsong, Script::han, U"年\U000E0101") == "FandolFang-Regular.otf");
}

TEST_CASE("a combining mark must be in the face of its base", "[font_set]") {
    const auto choice = choose(bundled(), FontRole::fangsong, Script::han, U"a\u0304");
    REQUIRE(choice.face);
    CHECK(choice.face->covers(0x0304));
}

TEST_CASE("a user's font without Han becomes the Latin face of its role", "[font_set]") {
    const FontSet set = bundled().with_font(
        FontRole::hei, test_fonts::bytes_of(shipped / "LiberationSerif-Regular.ttf")
    );
    CHECK(file_for(FontRole::hei, Script::latin, U"8", set) == "<hei>");
    CHECK(file_for(FontRole::hei, Script::han, U"年", set) == "NianbaoHei-Medium.otf");
}

TEST_CASE("folders without usable fonts are refused by name", "[font_set]") {
    const Folder folder("bad");
    CHECK(id_of_failure([&] { FontSet::from_folder(folder.path); }) == "FONT-FOLDER");
    CHECK(id_of_failure([&] { bundled().with_folder(folder.path); }) == "FONT-FOLDER");
    CHECK(id_of_failure([&] { bundled().with_folder(folder.path / "none"); }) == "FONT-FOLDER");
    folder.copy("LiberationSerif-Regular.ttf", "times.ttf"); // a name that tells no role
    CHECK(id_of_failure([&] { bundled().with_folder(folder.path); }) == "FONT-FOLDER");
    folder.write("broken.ttf", "not a font");
    CHECK(id_of_failure([&] { bundled().with_folder(folder.path); }) == "FONT-UNREADABLE");
}

TEST_CASE("a fonts.json that is wrong is refused with the place of the fault", "[font_set]") {
    const Folder folder("wrong-catalogue");
    folder.copy("LiberationSerif-Regular.ttf", "a.ttf");
    const auto fails_at = [&](std::string_view text, std::string_view pointer) {
        folder.write("fonts.json", text);
        try {
            bundled().with_folder(folder.path);
        } catch (const FontError& error) {
            return error.id() == "FONT-CATALOGUE" && error.where().ends_with(pointer);
        }
        return false;
    };
    CHECK(fails_at(R"({})", "fonts.json"));
    CHECK(fails_at(R"({"fonts":[{"file":"a.ttf"}]})", "#/fonts/0"));
    CHECK(fails_at(R"({"fonts":[{"file":"a.ttf","roles":["heavy"]}]})", "#/fonts/0/roles/0"));
    CHECK(fails_at(R"({"fonts":[{"file":"../a.ttf","roles":["hei"]}]})", "#/fonts/0/file"));
    CHECK(fails_at(
        R"({"fonts":[{"file":"a.ttf","roles":["hei"],"not_from":"30-20"}]})", "#/fonts/0/not_from"
    ));
    folder.write("fonts.json", R"({"fonts":[{"id":"a","file":"a.ttf"},{"id":"a","file":"a.ttf"}]})");
    CHECK(id_of_failure([&] { FontSet::from_folder(folder.path); }) == "FONT-CATALOGUE");
}
