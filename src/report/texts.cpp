// Texts of the input: strings or runs, each run knowing where it came from.
#include "report/texts.hpp"

#include <algorithm>

#include "report/annotations.hpp"
#include "report/characters.hpp"
#include "report/keys.hpp"

namespace nianbao::report {

namespace {

using json::Kind;

bool is_blank(std::string_view text) {
    while (!text.empty()) {
        const std::size_t length = text.starts_with("\u3000") ? std::string_view("\u3000").size()
                                   : std::string_view(" \t\r\n").find(text.front()) != std::string_view::npos ? 1 : 0;
        if (length == 0) return false;
        text.remove_prefix(length);
    }
    return true;
}

bool has_nothing(const Text& text) {
    return std::all_of(text.runs.begin(), text.runs.end(), [](const TextRun& run) { return is_blank(run.text); });
}

// The string of a node, its characters looked at. Empty after a fault.
std::string read_string(Reading& reading, const Node& node) {
    if (!node.is(Kind::string)) {
        reading.wrong_type(node, "EXPECTED-TEXT");
        return {};
    }
    check_text(reading, node);
    return node.value->text;
}

TextRun read_run(Reading& reading, const Node& node) {
    static const std::vector<KeySpec> specs = {{"text", true}, {"language"}, {"emphasis"}, {"ruby"}, {"link"}};
    const Keys keys(reading, node, specs);
    TextRun run;
    if (const auto text = keys.find("text")) {
        run.text = read_string(reading, *text);
        run.origin.pointer = text->pointer;
    }
    if (const auto language = keys.find("language")) {
        run.language = read_string(reading, *language);
        if (!is_language(run.language)) reading.fault("LANGUAGE", *language, {.found = shown(*language->value)});
    }
    read_annotations(reading, keys, run);
    return run;
}

Text read_text(Reading& reading, const Node& node) {
    Text text;
    if (!node.is(Kind::array)) {
        std::string whole = read_string(reading, node);
        if (!whole.empty()) text.runs.push_back({.text = std::move(whole), .origin = {node.pointer, 0}});
        return text;
    }
    for (std::size_t i = 0; i < node.value->items.size(); ++i) {
        TextRun run = read_run(reading, node.item(i));
        if (!run.text.empty()) text.runs.push_back(std::move(run));
    }
    return text;
}

// Cut at line ends (LF, CR LF or CR), each part keeping its place in the string.
std::vector<Text> lines_of(const Text& text) {
    std::vector<Text> lines(1);
    for (const TextRun& run : text.runs) {
        std::size_t begin = 0;
        for (bool more = true; more;) {
            const std::size_t end = std::min(run.text.find_first_of("\r\n", begin), run.text.size());
            if (end > begin) {
                TextRun part = run;
                part.text = run.text.substr(begin, end - begin);
                part.origin.offset += static_cast<std::uint32_t>(begin);
                lines.back().runs.push_back(std::move(part));
            }
            more = end < run.text.size();
            if (!more) break;
            begin = end + (run.text.compare(end, 2, "\r\n") == 0 ? 2 : 1);
            lines.emplace_back();
        }
    }
    return lines;
}

}  // namespace

bool is_list_of_runs(const json::Value& value) {
    if (!value.is(Kind::array) || value.items.empty()) return false;
    const json::Value& first = value.items.front();
    return first.find("text") != nullptr && first.find("heading") == nullptr;
}

Text read_line(Reading& reading, const Node& node, Emptiness emptiness) {
    const std::size_t before = reading.fault_count();
    Text text = read_text(reading, node);
    const std::vector<Text> lines = lines_of(text);
    if (lines.size() > 1) reading.fault("TEXT-LINES", node, {.found = shown(*node.value)});
    else if (before == reading.fault_count() && emptiness == Emptiness::fault && has_nothing(text)) reading.fault("TEXT-EMPTY", node);
    return text;
}

Text read_cell_text(Reading& reading, const Node& node) { return read_text(reading, node); }

std::vector<Paragraph> read_paragraphs(Reading& reading, const Node& node, const std::string& style, Emptiness emptiness) {
    const std::size_t before = reading.fault_count();
    std::vector<Paragraph> out;
    for (Text& line : lines_of(read_text(reading, node))) {
        if (has_nothing(line)) continue;
        const Origin origin = line.runs.front().origin;
        out.push_back({std::move(line), style, origin});
    }
    if (out.empty() && before == reading.fault_count() && emptiness == Emptiness::fault) reading.fault("TEXT-EMPTY", node);
    return out;
}

PointedText read_plain(Reading& reading, const Node& node) {
    if (!node.is(Kind::string)) {
        reading.wrong_type(node, "EXPECTED-TEXT");
        return {};
    }
    read_line(reading, node);
    return {node.value->text, {node.pointer, 0}};
}

std::vector<PointedText> read_plain_lines(Reading& reading, const Node& node) {
    std::vector<PointedText> out;
    if (node.is(Kind::array)) {
        if (node.value->items.empty()) reading.fault("TEXT-EMPTY", node);
        for (std::size_t i = 0; i < node.value->items.size(); ++i) out.push_back(read_plain(reading, node.item(i)));
        return out;
    }
    if (!node.is(Kind::string)) {
        reading.wrong_type(node, "EXPECTED-TITLE");
        return out;
    }
    for (const Paragraph& line : read_paragraphs(reading, node, "", Emptiness::fault)) {
        out.push_back({line.text.plain(), line.origin});
    }
    return out;
}

}  // namespace nianbao::report
