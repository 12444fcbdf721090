// JSON read with the line and column of every value. The only room that knows the JSON library.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace nianbao::json {

enum class Kind { null, boolean, integer, real, string, array, object };

// Where a value begins in its text; both from 1, the column counted in characters.
struct Position {
    int line = 0, column = 0;
};

struct Member;

// A parsed value. Members keep the order and the duplicates of the text.
struct Value {
    Kind kind = Kind::null;
    bool boolean = false;
    std::int64_t integer = 0;
    std::string text = {};       // strings: the value; numbers: the characters as written
    bool out_of_range = false;   // an integer that does not fit 64 bits
    std::vector<Value> items = {};
    std::vector<Member> members;  // no initialiser: Member is not complete yet (Clang 14)
    Position position = {};

    bool is(Kind k) const { return kind == k; }
    const Value* find(std::string_view key) const;  // first member of that name, or null
};

struct Member {
    std::string key = {};
    Value value = {};
    Position position = {};  // of the key
};

struct Limits {
    std::size_t bytes = std::size_t{16} << 20;
    int depth = 64;
    std::size_t values = 1'000'000;
};

// Throws JsonError for the first fault (syntax, UTF-8, NUL and control characters, depth; ids
// JSON-SYNTAX, JSON-UTF8, JSON-CONTROL, JSON-DEPTH, JSON-ENCODING), LimitError for size and count.
// `source` becomes where(). A leading byte-order mark is skipped.
Value parse(std::string_view text, std::string_view source, const Limits& limits = {});

// No value of the tree has a position any more.
void forget_positions(Value& value);

// Compact JSON of a value; keys as they stand. Never recurses deeper than Limits::depth.
std::string dump(const Value& value);

// `text` as a JSON string with its quotation marks; non-ASCII kept.
std::string quote(std::string_view text);

// RFC 6901: "/a~1b" + "c" → "/a~1b/c", with ~ and / of the token escaped.
std::string child(std::string_view pointer, std::string_view token);
std::string child(std::string_view pointer, std::size_t index);

}  // namespace nianbao::json
