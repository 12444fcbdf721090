// JSON read with the line and column of every value. The only room that knows the JSON library.
#include "base/json.hpp"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <nianbao/error.hpp>

#include "base/json_fault.hpp"
#include "base/messages.hpp"
#include "base/utf8.hpp"

namespace nianbao::json {

namespace {

constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";

// Builds the tree from the parser's events; the cursor walks the same text for the positions, which
// the parser does not tell.
class Builder {
public:
    Builder(std::string_view text, std::string_view source, const Limits& limits)
        : text_(text), source_(source), limits_(limits), cursor_(text) {}

    Value take_root() { return std::move(root_); }

    bool null() { return add(Kind::null) != nullptr; }
    bool boolean(bool value) {
        add(Kind::boolean)->boolean = value;
        return true;
    }
    bool number_integer(std::int64_t value) {
        add(Kind::integer)->integer = value;
        return true;
    }
    bool number_unsigned(std::uint64_t value) {
        Value* added = add(Kind::integer);
        added->out_of_range = value > static_cast<std::uint64_t>(std::numeric_limits<std::int64_t>::max());
        added->integer = added->out_of_range ? 0 : static_cast<std::int64_t>(value);
        return true;
    }
    // The parser turns integers beyond 64 bits into floating point.
    bool number_float(double, const std::string&) {
        Value* added = add(Kind::real);
        if (added->text.find_first_of(".eE") == std::string::npos) {
            added->kind = Kind::integer;
            added->out_of_range = true;
        }
        return true;
    }
    bool string(std::string& value) {
        add(Kind::string)->text = std::move(value);
        return true;
    }
    bool binary(const nlohmann::json::binary_t&) { return false; }  // never in JSON text
    bool start_object(std::size_t) { return open(Kind::object); }
    bool start_array(std::size_t) { return open(Kind::array); }
    bool end_object() { return close(); }
    bool end_array() { return close(); }

    bool key(std::string& name) {
        Member& member = open_.back()->members.emplace_back();
        cursor_.skip_separators(text_.size());
        member.position = cursor_.position();
        take_string();
        member.key = std::move(name);
        after_key_ = true;
        return true;
    }

    bool parse_error(std::size_t read, const std::string&, const nlohmann::json::exception& error) {
        cursor_.skip_separators(std::min(read == 0 ? 0 : read - 1, text_.size()));
        if (error.id == 406) {  // a real beyond the range of double
            throw fault_at("JSON-SYNTAX", source_, cursor_.position(), say("JSON-REASON-OVERFLOW"));
        }
        throw syntax_fault(text_, cursor_, context(), after_key_, source_);
    }

private:
    Value* add(Kind kind) {
        if (++values_ > limits_.values) {
            throw LimitError("LIMIT-VALUES", std::string(source_), say("LIMIT-VALUES", {{"limit", limits_.values}}));
        }
        Value* value = &root_;
        if (!open_.empty()) {
            Value& parent = *open_.back();
            value = after_key_ ? &parent.members.back().value : &parent.items.emplace_back();
        }
        after_key_ = false;
        cursor_.skip_separators(text_.size());
        value->kind = kind;
        value->position = cursor_.position();
        if (kind == Kind::string) take_string();
        else if (kind == Kind::array || kind == Kind::object) cursor_.take_token();
        else take_scalar(*value);
        return value;
    }

    // The parser stops after the 0 of "01" and the true of "truex"; the fault is the whole word.
    void take_scalar(Value& value) {
        const Cursor before = cursor_;
        const std::string_view token = cursor_.take_token();
        if (!is_scalar(token)) throw syntax_fault(text_, before, context(), false, source_);
        if (value.is(Kind::integer) || value.is(Kind::real)) value.text = token;
    }

    Context context() const {
        if (open_.empty()) return values_ > 0 ? Context::done : Context::document;
        return open_.back()->is(Kind::object) ? Context::object : Context::array;
    }

    bool open(Kind kind) {
        Value* value = add(kind);
        open_.push_back(value);
        if (open_.size() > static_cast<std::size_t>(limits_.depth)) {
            throw fault_at("JSON-DEPTH", source_, value->position, say("JSON-DEPTH", {{"limit", limits_.depth}}));
        }
        return true;
    }

    bool close() {
        cursor_.skip_separators(text_.size());
        cursor_.take_token();
        open_.pop_back();
        return true;
    }

    void take_string() {
        const auto fault = cursor_.take_string();
        if (fault != StringFault::none) throw string_fault(fault, text_, cursor_, source_);
    }

    std::string_view text_, source_;
    const Limits& limits_;
    Cursor cursor_;
    Value root_ = {};
    std::vector<Value*> open_ = {};  // stable: a container grows only while none of its children is open
    std::size_t values_ = 0;
    bool after_key_ = false;
};

void append_scalar(std::string& out, const Value& value) {
    if (value.is(Kind::null)) out += "null";
    else if (value.is(Kind::boolean)) out += value.boolean ? "true" : "false";
    else if (value.is(Kind::string)) out += quote(value.text);
    else if (value.is(Kind::integer) && value.text.empty()) out += std::to_string(value.integer);
    else out += value.text;
}

void append(std::string& out, const Value& value) {
    if (value.is(Kind::array)) {
        char before = '[';
        for (const Value& item : value.items) {
            out += before;
            append(out, item);
            before = ',';
        }
        out += value.items.empty() ? "[]" : "]";
    } else if (value.is(Kind::object)) {
        char before = '{';
        for (const Member& member : value.members) {
            out += before;
            out += quote(member.key);
            out += ':';
            append(out, member.value);
            before = ',';
        }
        out += value.members.empty() ? "{}" : "}";
    } else {
        append_scalar(out, value);
    }
}

}  // namespace

const Value* Value::find(std::string_view key) const {
    for (const Member& member : members) {
        if (member.key == key) return &member.value;
    }
    return nullptr;
}

Value parse(std::string_view text, std::string_view source, const Limits& limits) {
    if (text.size() > limits.bytes) {
        throw LimitError("LIMIT-JSON", std::string(source), say("LIMIT-JSON", {{"limit", limits.bytes}}));
    }
    if (text.starts_with(byte_order_mark)) text.remove_prefix(byte_order_mark.size());
    const auto invalid = utf8::first_invalid(text);
    if (invalid || (text.size() >= 2 && (text[0] == '\0') != (text[1] == '\0'))) {
        throw encoding_fault(text, invalid.value_or(0), source);
    }
    Builder builder(text, source, limits);
    // The parser would skip a second mark in silence.
    if (text.starts_with(byte_order_mark)) throw syntax_fault(text, Cursor(text), Context::document, false, source);
    nlohmann::json::sax_parse(text.begin(), text.end(), &builder);
    return builder.take_root();
}

std::string dump(const Value& value) {
    std::string out;
    append(out, value);
    return out;
}

std::string quote(std::string_view text) {
    std::string out = "\"";
    for (const char c : text) {
        if (c == '"' || c == '\\') {
            out += '\\';
            out += c;
        } else if (c == '\n') {
            out += "\\n";
        } else if (c == '\t') {
            out += "\\t";
        } else if (c == '\r') {
            out += "\\r";
        } else if (static_cast<unsigned char>(c) < 0x20) {
            out += fmt::format("\\u{:04x}", static_cast<unsigned>(c));
        } else {
            out += c;
        }
    }
    return out + '"';
}

std::string child(std::string_view pointer, std::string_view token) {
    std::string out;
    out.reserve(pointer.size() + 1 + token.size());
    out += pointer;
    out += '/';
    while (true) {
        const std::size_t special = std::min(token.find_first_of("~/"), token.size());
        out += token.substr(0, special);
        if (special == token.size()) return out;
        out += token[special] == '~' ? "~0" : "~1";
        token.remove_prefix(special + 1);
    }
}

std::string child(std::string_view pointer, std::size_t index) {
    return std::string(pointer) + '/' + std::to_string(index);
}

void forget_positions(Value& value) {
    value.position = {};
    for (Value& item : value.items) forget_positions(item);
    for (Member& member : value.members) {
        member.position = {};
        forget_positions(member.value);
    }
}

}  // namespace nianbao::json
