// library_versions(): every library says a version.
#include <algorithm>

#include <catch2/catch.hpp>

#include <nianbao/library_versions.hpp>
#include <nianbao/version.hpp>

using namespace nianbao;

TEST_CASE("every library says a version that begins with a number") {
    const auto versions = library_versions();
    REQUIRE(versions.size() > 5);
    CHECK(versions.front() == LibraryVersion{"nianbao", NIANBAO_VERSION});
    for (const auto& library : versions) {
        INFO(library.name << " " << library.version);
        REQUIRE_FALSE(library.version.empty());
        CHECK((library.version.front() >= '0' && library.version.front() <= '9'));
        CHECK(library.version.find('.') != std::string::npos);
        CHECK(library.version.find('\n') == std::string::npos);
    }
    CHECK(std::is_sorted(versions.begin() + 1, versions.end(),
                         [](const auto& a, const auto& b) { return a.name < b.name; }));
}
