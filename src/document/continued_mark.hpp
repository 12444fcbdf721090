// The mark above a table that goes on: 表1（续）, or 续表.
#pragma once

#include <nianbao/document.hpp>

namespace nianbao::document {

// The mark that the table asks for; an empty text when it asks for none. Its number is read from the
// caption: 表1, 附表2-3, 表一 before a blank or a mark.
Text continued_mark(const Table& table);

}  // namespace nianbao::document
