// The role of a user's font, told by the names in it.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include <nianbao/style.hpp>

namespace nianbao::font {

struct NamedFace {
    unsigned index = 0;
    FontRole role = FontRole::song;
};

// The faces of a font file or collection whose family, full or PostScript name (name records 1, 4,
// 6 and 16, in any language) is known. Throws FontError "FONT-UNREADABLE".
std::vector<NamedFace> faces_with_known_names(std::string_view bytes, const std::string& file_name);

// One known name, in lower case, without blanks, hyphens and underscores.
struct KnownName {
    std::u16string_view name;
    FontRole role;
};
const std::vector<KnownName>& known_names();

} // namespace nianbao::font
