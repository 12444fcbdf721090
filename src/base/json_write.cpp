// JSON made by us: values built in code, and printed with indentation.
#include "base/json_write.hpp"

namespace nianbao::json {

namespace {

// dump() has no blanks; on one line of a printed file there are some.
std::string in_one_line(const Value& value) {
    if (value.is(Kind::array)) {
        std::string out = "[";
        for (const Value& item : value.items) out += (out.size() > 1 ? ", " : "") + in_one_line(item);
        return out + "]";
    }
    if (value.is(Kind::object)) {
        std::string out = "{";
        for (const Member& member : value.members) {
            out += (out.size() > 1 ? ", " : "") + quote(member.key) + ": " + in_one_line(member.value);
        }
        return out + "}";
    }
    return dump(value);
}

void append(std::string& out, const Value& value, std::size_t indent, std::size_t room) {
    const std::string line = in_one_line(value);
    const bool breaks = value.is(Kind::array) ? !value.items.empty() : !value.members.empty();
    if (line.size() <= room || !breaks) {
        out += line;
        return;
    }
    const std::string pad(indent + 2, ' ');
    const std::size_t left = room > 2 ? room - 2 : 0;
    const char* separator = "\n";
    out += value.is(Kind::array) ? '[' : '{';
    for (const Value& item : value.items) {
        out += separator + pad;
        append(out, item, indent + 2, left);
        separator = ",\n";
    }
    for (const Member& member : value.members) {
        const std::string key = quote(member.key) + ": ";
        out += separator + pad + key;
        append(out, member.value, indent + 2, left > key.size() ? left - key.size() : 0);
        separator = ",\n";
    }
    out += '\n' + std::string(indent, ' ') + (value.is(Kind::array) ? ']' : '}');
}

}  // namespace

Value value_of(Kind kind) {
    Value out;
    out.kind = kind;
    return out;
}

Value text_value(std::string_view text) {
    Value out = value_of(Kind::string);
    out.text = text;
    return out;
}

Value integer_value(std::int64_t number) {
    Value out = value_of(Kind::integer);
    out.integer = number;
    out.text = std::to_string(number);
    return out;
}

Value flag_value(bool flag) {
    Value out = value_of(Kind::boolean);
    out.boolean = flag;
    return out;
}

Value list_value(std::vector<Value> items) {
    Value out = value_of(Kind::array);
    out.items = std::move(items);
    return out;
}

Value& put(Value& object, std::string_view key, Value value) {
    for (Member& member : object.members)
        if (member.key == key) return member.value = std::move(value);
    object.members.push_back({std::string(key), std::move(value), {}});
    return object.members.back().value;
}

ObjectBuilder& ObjectBuilder::add(std::string_view key, Value value) & {
    object_.members.push_back({.key = std::string(key), .value = std::move(value)});
    return *this;
}

std::string pretty(const Value& value, std::size_t width) {
    std::string out;
    append(out, value, 0, width);
    return out + '\n';
}

}  // namespace nianbao::json
