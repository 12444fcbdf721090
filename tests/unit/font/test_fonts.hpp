// Fonts for the tests of this module: the shipped ones, and the little ones of tests/fixtures.
#pragma once

#include <filesystem>
#include <string>

#include "base/file.hpp"
#include "test_folders.hpp"

namespace test_fonts {

inline const std::filesystem::path shipped = std::filesystem::path(nianbao::test::root()) / "fonts";
inline const std::filesystem::path fixtures =
    std::filesystem::path(nianbao::test::root()) / "tests/fixtures/fonts";

inline const char* const cff_files[] = {
    "FandolFang-Regular.otf", "FandolKai-Regular.otf", "NianbaoSong-Light.otf",
    "NianbaoSong-Bold.otf", "NianbaoHei-Medium.otf"};

inline std::string bytes_of(const std::filesystem::path& file) {
    return nianbao::read_file(file, std::uintmax_t{64} << 20);
}

} // namespace test_fonts
