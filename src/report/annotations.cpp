// Marks, annotations and links of a run of the input.
#include "report/annotations.hpp"

#include <algorithm>
#include <array>

#include "document/ruby.hpp"
#include "report/scalars.hpp"
#include "report/texts.hpp"

namespace nianbao::report {

namespace {

using json::Kind;

const std::vector<std::string>& emphases() {
    static const std::vector<std::string> names = {"dots", "underline", "strong", "proper_name", "book_title", "framed", "superscript"};
    return names;
}

SideLine line_of(std::size_t choice) {
    switch (choice) {
    case 1: return SideLine::underline;
    case 3: return SideLine::proper_name;
    case 4: return SideLine::book_title;
    default: return SideLine::none;
    }
}

void add_emphasis(Reading& reading, const Node& node, TextMarks& marks) {
    const auto choice = read_choice(reading, node, emphases());
    if (!choice) return;
    const TextMarks before = marks;
    if (const SideLine line = line_of(*choice); line != SideLine::none) {
        if (marks.line != SideLine::none && marks.line != line)
            return reading.fault("EMPHASIS-LINES", node, {.found = shown(*node.value)});
        marks.line = line;
    }
    marks.dots = marks.dots || *choice == 0;
    marks.strong = marks.strong || *choice == 2;
    marks.framed = marks.framed || *choice == 5;
    marks.superscript = marks.superscript || *choice == 6;
    if (marks == before) reading.fault("EMPHASIS-TWICE", node, {.found = shown(*node.value)});
}

void read_emphasis(Reading& reading, const Node& node, TextMarks& marks) {
    if (!node.is(Kind::array)) return add_emphasis(reading, node, marks);
    if (node.value->items.empty()) reading.fault("TEXT-EMPTY", node);
    for (std::size_t i = 0; i < node.value->items.size(); ++i) add_emphasis(reading, node.item(i), marks);
}

void read_ruby_text(Reading& reading, const Node& node, Ruby& ruby) {
    const PointedText text = read_plain(reading, node);
    ruby.text = text.text;
    ruby.origin = text.origin;
}

template <typename Choice> void choose(Reading& reading, const std::optional<Node>& node, const std::vector<std::string>& names, Choice& choice) {
    if (!node) return;
    if (const auto index = read_choice(reading, *node, names)) choice = static_cast<Choice>(*index + 1);
}

void read_ruby(Reading& reading, const Node& node, Ruby& ruby) {
    if (!node.is(Kind::object)) return read_ruby_text(reading, node, ruby);
    static const std::vector<KeySpec> specs = {{"text", true}, {"kind"}, {"by"}, {"position"}, {"language"}};
    static const std::vector<std::string> kinds = {"pinyin", "bopomofo", "gloss", "remark"}, units = {"character", "word"},
                                          sides = {"above", "below"};
    const Keys keys(reading, node, specs);
    if (const auto text = keys.find("text")) read_ruby_text(reading, *text, ruby);
    if (const auto kind = keys.find("kind")) {
        if (const auto index = read_choice(reading, *kind, kinds)) ruby.kind = static_cast<RubyKind>(*index);
    }
    choose(reading, keys.find("by"), units, ruby.by);
    choose(reading, keys.find("position"), sides, ruby.side);
    if (const auto language = keys.find("language")) {
        ruby.language = read_plain(reading, *language).text;
        if (!is_language(ruby.language)) reading.fault("LANGUAGE", *language, {.found = shown(*language->value)});
    }
}

void check_base(Reading& reading, const Node& node, const TextRun& run) {
    if (run.ruby.text.empty() || run.text.empty()) return;
    if (run.text.find_first_of("\r\n") != std::string::npos) return reading.fault("RUBY-LINES", node);
    if (document::fits_its_base(run)) return;
    const std::string han = std::to_string(document::han_in(run.text));
    reading.fault("RUBY-COUNT", node, {.expected = in_both(han), .found = std::to_string(document::syllables(run.ruby.text).size())});
}

// What may be opened from a report: spec/reliability 3.4. Not ASCII: percent-encoded (RFC 3986).
bool is_address(std::string_view address) {
    constexpr std::array<std::string_view, 4> schemes = {"http://", "https://", "mailto:", "tel:"};
    const bool known = std::any_of(schemes.begin(), schemes.end(), [&](std::string_view scheme) {
        return address.size() > scheme.size() && address.starts_with(scheme);
    });
    return known && std::all_of(address.begin(), address.end(), [](char c) { return c > ' ' && c <= '~'; });
}

}  // namespace

void read_annotations(Reading& reading, const Keys& keys, TextRun& run) {
    if (const auto emphasis = keys.find("emphasis")) read_emphasis(reading, *emphasis, run.marks);
    if (const auto ruby = keys.find("ruby")) {
        const std::size_t before = reading.fault_count();
        read_ruby(reading, *ruby, run.ruby);
        if (before == reading.fault_count()) check_base(reading, *ruby, run);
    }
    if (const auto link = keys.find("link")) {
        const std::size_t before = reading.fault_count();
        run.link = read_plain(reading, *link).text;
        if (before == reading.fault_count() && !is_address(run.link)) reading.fault("LINK", *link, {.found = shown(*link->value)});
    }
}

bool is_language(std::string_view tag) {
    std::size_t length = 0;
    bool first = true;
    for (const char c : tag) {
        if (c == '-') {
            if (length == 0 || (first && length < 2)) return false;
            length = 0;
            first = false;
            continue;
        }
        const bool letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
        if (!letter && (first || c < '0' || c > '9')) return false;
        if (++length > 8) return false;
    }
    return length >= (first ? 2U : 1U);
}

}  // namespace nianbao::report
