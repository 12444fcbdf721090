// Charstrings → a bare CID-keyed CFF program with an identity charset.
#pragma once

#include <span>
#include <string>
#include <vector>

#include "font/font_face.hpp"

namespace nianbao::font {

// One charstring per CID, from make_charstring(). At most 65 535.
std::string assemble_cff(
    const std::string& name, const FaceMetrics& metrics,
    std::span<const std::string* const> charstrings
);

} // namespace nianbao::font
