# Puts src/formats/*/<kind>.json into a .cpp: a sorted table of (id, text).
# The file defines `std::span<const std::pair<std::string_view, std::string_view>> embedded_<kind>s()`.
function(nianbao_embed kind out)
  set(plural "${kind}")
  if(NOT kind MATCHES "s$")
    string(APPEND plural "s")
  endif()
  file(GLOB files CONFIGURE_DEPENDS "${CMAKE_CURRENT_SOURCE_DIR}/src/formats/*/${kind}.json")
  list(SORT files)
  set(rows "")
  foreach(file IN LISTS files)
    get_filename_component(folder "${file}" DIRECTORY)
    get_filename_component(id "${folder}" NAME)
    file(READ "${file}" text)
    string(APPEND rows "    {\"${id}\", R\"nianbao_json(${text})nianbao_json\"},\n")
    set_property(DIRECTORY APPEND PROPERTY CMAKE_CONFIGURE_DEPENDS "${file}")
  endforeach()
  set(body "// Made by cmake/EmbedFormats.cmake from src/formats/*/${kind}.json.
#include <array>
#include <span>
#include <string_view>
#include <utility>

namespace nianbao {

using EmbeddedRow = std::pair<std::string_view, std::string_view>;
std::span<const EmbeddedRow> embedded_${plural}();

std::span<const EmbeddedRow> embedded_${plural}() {
  static const EmbeddedRow rows[] = {
    {\"\", \"\"},
${rows}  };
  return std::span<const EmbeddedRow>(rows).subspan(1);
}

}  // namespace nianbao
")
  set(path "${CMAKE_CURRENT_BINARY_DIR}/embedded_${plural}.cpp")
  file(CONFIGURE OUTPUT "${path}" CONTENT "${body}" @ONLY)
  set(${out} "${path}" PARENT_SCOPE)
endfunction()
