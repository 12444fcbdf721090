# Puts the hyphenation patterns of English into a .cpp, so that the library needs no path to find them.
# The file defines `std::string_view nianbao::text::english_patterns()`.
function(nianbao_embed_patterns file out)
  file(READ "${file}" text)
  set_property(DIRECTORY APPEND PROPERTY CMAKE_CONFIGURE_DEPENDS "${file}")
  set(path "${CMAKE_CURRENT_BINARY_DIR}/embedded_patterns.cpp")
  file(CONFIGURE OUTPUT "${path}" @ONLY CONTENT "// Made by cmake/EmbedPatterns.cmake from ${file}.
#include <string_view>

namespace nianbao::text {

std::string_view english_patterns();
std::string_view english_patterns() {
    static constexpr std::string_view patterns = R\"nianbao_dic(${text})nianbao_dic\";
    return patterns;
}

}  // namespace nianbao::text
")
  set(${out} "${path}" PARENT_SCOPE)
endfunction()
