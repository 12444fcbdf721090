// Pictures become pixels, whole or not at all.
#include "image/decode.hpp"

#include <catch2/catch.hpp>

#include <nianbao/error.hpp>

#include "base/file.hpp"
#include "test_folders.hpp"

using namespace nianbao;

namespace {

std::string fixture(const std::string& name) { return read_file(test::root() + "/tests/fixtures/images/" + name, 1 << 20); }

std::string id_of(const std::string& bytes) {
    try {
        image::decode(bytes, "/overview/0/figure");
    } catch (const LayoutError& error) {
        CHECK(error.where() == "/overview/0/figure");
        return error.id();
    }
    return "";
}

}  // namespace

TEST_CASE("A PNG gives its pixels; what is clear becomes white") {
    const image::Image picture = image::decode(fixture("red-clear.png"), "");  // left pixel red, right one clear
    REQUIRE(picture.width == 2);
    REQUIRE(picture.height == 1);
    CHECK(picture.rgb == std::string("\xFF\0\0\xFF\xFF\xFF", 6));
}

TEST_CASE("Grey and 16 bits a channel become 8-bit RGB") {
    CHECK(image::decode(fixture("grey16.png"), "").rgb.size() == 3 * 4 * 4);
    const image::Image grey = image::decode(fixture("grey.jpg"), "");
    CHECK(grey.rgb.size() == std::size_t{3} * grey.width * grey.height);
}

TEST_CASE("What is no PNG or JPEG, is cut off, or is CMYK, is refused by name") {
    CHECK(id_of("GIF89a") == "FIGURE-KIND");
    CHECK(id_of("") == "FIGURE-KIND");
    for (const char* name : {"red-clear.png", "grey.jpg"}) {
        const std::string whole = fixture(name);
        INFO(name);
        CHECK(id_of(whole).empty());
        CHECK(id_of(whole.substr(0, whole.size() - 20)) == "FIGURE-BROKEN");
    }
    CHECK(id_of(fixture("cmyk.jpg")) == "FIGURE-COLOUR");
}

TEST_CASE("A file that only claims to be huge is refused before anything is allotted") {
    std::string bomb = fixture("red-clear.png");
    bomb.replace(16, 8, std::string("\x00\x0F\xFF\xFF\x00\x0F\xFF\xFF", 8));  // a million by a million
    CHECK_FALSE(id_of(bomb).empty());
}
