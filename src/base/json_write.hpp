// JSON made by us: values built in code, and printed with indentation.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/json.hpp"

namespace nianbao::json {

Value value_of(Kind kind);  // empty
Value text_value(std::string_view text);
Value integer_value(std::int64_t number);
Value flag_value(bool flag);
Value list_value(std::vector<Value> items);

// An object, member by member in the order they are added.
class ObjectBuilder {
public:
    ObjectBuilder& add(std::string_view key, Value value) &;
    ObjectBuilder& add(std::string_view key, std::string_view text) & { return add(key, text_value(text)); }
    ObjectBuilder& add(std::string_view key, const char* text) & { return add(key, text_value(text)); }
    ObjectBuilder&& add(std::string_view key, Value value) && { return std::move(add(key, std::move(value))); }
    ObjectBuilder&& add(std::string_view key, std::string_view text) && { return std::move(add(key, text)); }
    ObjectBuilder&& add(std::string_view key, const char* text) && { return std::move(add(key, text)); }
    Value take() { return std::move(object_); }

private:
    Value object_ = value_of(Kind::object);
};

// Sets a member of an object, in its old place when it is there already; returns it.
Value& put(Value& object, std::string_view key, Value value);

// Two spaces an indent; what fits in `width` bytes stays on one line. Ends with a line feed.
std::string pretty(const Value& value, std::size_t width = 120);

}  // namespace nianbao::json
