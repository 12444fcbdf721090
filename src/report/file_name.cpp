// suggested_file_name(): the title of a report as the name of its file.
#include <algorithm>
#include <utility>

#include <nianbao/report.hpp>

#include "base/utf8.hpp"
#include "report/format.hpp"
#include "report/format_data.hpp"

namespace nianbao {

namespace {

constexpr std::string_view ending = ".pdf";
constexpr std::size_t longest_name = 254;  // bytes; POSIX NAME_MAX is 255, NTFS counts 255 UTF-16 units

// What separates folders, what a shell or Windows forbids, as the fullwidth character people know.
constexpr std::pair<char32_t, char32_t> forbidden[] = {
    {U'/', U'／'}, {U'\\', U'＼'}, {U':', U'：'}, {U'*', U'＊'}, {U'?', U'？'},
    {U'"', U'＂'}, {U'<', U'＜'}, {U'>', U'＞'}, {U'|', U'｜'},
};

// Controls, line ends and marks of direction: nobody sees them in a list of files, and they can make
// one name look like another (Unicode TR 36, 2.5).
bool is_unseen(char32_t c) {
    return c < 0x20 || (c >= 0x7F && c < 0xA0) || c == 0xAD || (c >= 0x200B && c <= 0x200F) || (c >= 0x2028 && c <= 0x202E) ||
           (c >= 0x2060 && c <= 0x206F) || c == 0xFEFF;
}

char32_t allowed(char32_t c) {
    if (is_unseen(c)) return U'_';
    for (const auto& [bad, good] : forbidden)
        if (c == bad) return good;
    return c;
}

bool is_space(char32_t c) { return c == U' ' || c == U'　' || c == 0xA0; }

std::u32string allowed_text(const std::string& text) {
    std::u32string out;
    for (const char32_t c : utf8::to_utf32(text)) out += allowed(c);
    return out;
}

// Spaces at either end are invisible; a dot or hyphen in front hides the file or makes it an option.
std::string trimmed(std::u32string name) {
    while (!name.empty() && is_space(name.back())) name.pop_back();
    const auto first = std::find_if_not(name.begin(), name.end(), is_space);
    name.erase(name.begin(), first);
    for (char32_t& c : name) {
        if (c != U'.' && c != U'-') break;
        c = c == U'.' ? U'．' : U'－';
    }
    return utf8::to_utf8(name);
}

// The first characters of `text` that leave room for an ellipsis in `limit` bytes.
std::string shortened_to(const std::string& text, std::size_t limit) {
    if (text.size() <= limit) return text;
    constexpr std::string_view ellipsis = "…";
    std::size_t end = 0;
    while (end < text.size()) {
        const std::size_t next = end + utf8::decode(text, end).length;
        if (next + ellipsis.size() > limit) break;
        end = next;
    }
    return text.substr(0, end).append(ellipsis);
}

// Up to the organ, and what must not be cut: 〈年〉年政府信息公开工作年度报告.
std::pair<std::string, std::string> halves(const Report& report) {
    std::string pattern;
    for (const std::string& line : report::built_in_format(report.format()).title) pattern += line;
    if (pattern.empty()) return {report.title(), ""};
    const auto fill = [&](std::string text) {
        constexpr std::string_view year = "{year}";
        if (const std::size_t at = text.find(year); at != std::string::npos)
            text.replace(at, year.size(), report.year() ? std::to_string(*report.year()) : std::string());
        return text;
    };
    constexpr std::string_view organ = "{organ}";
    const std::size_t at = pattern.find(organ);
    if (at == std::string::npos) return {"", fill(pattern)};
    return {fill(pattern.substr(0, at)) + report.organ(), fill(pattern.substr(at + organ.size()))};
}

}  // namespace

std::string suggested_file_name(const Report& report) {
    const auto [organ, rest] = halves(report);
    const std::u32string tail = allowed_text(rest);
    const std::size_t room = longest_name - ending.size() - utf8::to_utf8(tail).size();
    std::u32string head = utf8::to_utf32(shortened_to(trimmed(allowed_text(organ)), room));
    std::string name = trimmed(head + tail);
    if (name.empty()) name = report.format();
    return name.append(ending);
}

}  // namespace nianbao
