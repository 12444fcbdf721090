// Says in a sentence what is wrong with text that is not JSON, and where.
#pragma once

#include <string_view>

#include <nianbao/error.hpp>

#include "base/json_cursor.hpp"

namespace nianbao::json {

// Where in the grammar the parser stood when it met the fault.
enum class Context { document, array, object, done };

// Whether the characters are a number (RFC 8259, section 6), true, false or null.
bool is_scalar(std::string_view token);

// The error at a position, id being its row in the catalogue.
JsonError fault_at(std::string_view id, std::string_view source, Position position, const Bilingual& reason);

// The text that is not UTF-8: JSON-ENCODING when it looks like UTF-16 or GB18030, else JSON-UTF8.
JsonError encoding_fault(std::string_view text, std::size_t offset, std::string_view source);

// The sentence for a fault inside a string, the cursor standing at it.
JsonError string_fault(StringFault fault, std::string_view text, const Cursor& cursor, std::string_view source);

// The fault of the token that begins at the cursor, after `before`, the last character that was read
// and is no white space ('\0' at the beginning).
JsonError syntax_fault(std::string_view text, Cursor cursor, Context context, bool after_key,
                       std::string_view source);

}  // namespace nianbao::json
