// A walk over JSON text beside the parser: gives every token the line and column where it begins.
#pragma once

#include <string_view>

#include "base/json.hpp"

namespace nianbao::json {

// What is wrong with a string; `none` when it is sound.
enum class StringFault { none, unterminated, control, escape, surrogate };

// Walks valid UTF-8 forward only, so the whole text costs one pass.
class Cursor {
public:
    explicit Cursor(std::string_view text) : text_(text) {}

    std::size_t offset() const { return offset_; }
    Position position() const { return {line_, column_}; }
    bool at_end() const { return offset_ >= text_.size(); }
    char peek() const { return at_end() ? '\0' : text_[offset_]; }

    void advance_to(std::size_t offset);
    // Over white space, commas and colons, at most to `end`: to where the next token begins.
    void skip_separators(std::size_t end);
    // Over the token that begins here; its characters. Strings come with their quotation marks.
    std::string_view take_token();
    // The fault of the string that begins here, the cursor left at the fault; `none` leaves it after
    // the closing mark. Control characters are faults, raw or escaped, but for \t \n \r.
    StringFault take_string();

private:
    StringFault take_escape();
    int hex_at(std::size_t offset) const;

    std::string_view text_;
    std::size_t offset_ = 0;
    int line_ = 1, column_ = 1;
};

}  // namespace nianbao::json
