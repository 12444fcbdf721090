// Bytes of a text file → UTF-8.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace nianbao::intake {

constexpr std::size_t text_limit = std::size_t{16} << 20;  // bytes

struct DecodedText {
    std::string text = {};    // valid UTF-8 without a byte-order mark
    bool gb18030 = false;     // it was not UTF-8
};

// UTF-8 when it is valid, else GB18030 (of which GBK and GB 2312 are parts). Throws FileError
// IMPORT-ENCODING when it is neither, IMPORT-EMPTY for nothing but white space; LimitError.
DecodedText decode(std::string_view bytes);

}  // namespace nianbao::intake
