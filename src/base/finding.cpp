// The body of the public header finding.hpp.
#include <nianbao/finding.hpp>

#include <algorithm>
#include <array>
#include <ostream>
#include <string_view>

#include <fmt/format.h>

#include <nianbao/error.hpp>

#include "base/json.hpp"

namespace nianbao {

const char* name_of(Severity severity) noexcept {
    switch (severity) {
        case Severity::error: return "error";
        case Severity::warning: return "warning";
        case Severity::information: return "information";
    }
    return "error";
}

std::ostream& operator<<(std::ostream& out, const Finding& finding) {
    return out << finding.pointer << ": " << finding.rule << ' ' << finding.message();
}

std::string to_json(const std::vector<Finding>& findings, Language language) {
    std::string out = "{\"findings\": [";
    const char* separator = "\n";
    for (const Finding& f : findings) {
        out += fmt::format(
            "{}  {{\"rule\": {}, \"severity\": \"{}\", \"pointer\": {}, \"line\": {}, \"column\": {}, "
            "\"place\": {}, \"expected\": {}, \"found\": {}, \"message\": {}, \"hint\": {}}}",
            separator, json::quote(f.rule), name_of(f.severity), json::quote(f.pointer), f.line, f.column,
            json::quote(f.place.in(language)), json::quote(f.expected), json::quote(f.found),
            json::quote(f.message(language)), json::quote(f.hint(language)));
        separator = ",\n";
    }
    return out + (findings.empty() ? "]}\n" : "\n]}\n");
}

namespace {

// where() of other errors is empty or a path, or points into a template.
bool points_into_report(const Error& error) {
    static const std::array<std::string_view, 3> of_files = {"LIMIT-FILE", "LIMIT-JSON", "LIMIT-VALUES"};
    const auto* font = dynamic_cast<const FontError*>(&error);
    const bool elsewhere = dynamic_cast<const FileError*>(&error) || dynamic_cast<const OutputError*>(&error)
        || dynamic_cast<const TemplateError*>(&error) || (font && font->missing().empty())
        || std::find(of_files.begin(), of_files.end(), error.id()) != of_files.end();
    return !elsewhere && error.where().starts_with('/');
}

void place(Finding& finding, const JsonError& error, std::string_view file) {
    if (error.where().empty() || error.where() == file) {
        finding.line = error.line();
        finding.column = error.column();
        return;
    }
    const std::string where = fmt::format("{}:{}:{}", error.where(), error.line(), error.column());
    finding.sentence = {where + "：" + finding.sentence.zh, where + ": " + finding.sentence.en};
}

}  // namespace

std::vector<Finding> findings_of(const Error& error, std::string_view file) {
    if (const auto* report = dynamic_cast<const ReportError*>(&error)) return report->findings();
    Finding finding;
    finding.rule = error.id();
    finding.sentence = {error.message(Language::zh), error.message(Language::en)};
    finding.advice = {error.hint(Language::zh), error.hint(Language::en)};
    if (const auto* json = dynamic_cast<const JsonError*>(&error)) place(finding, *json, file);
    else if (points_into_report(error)) finding.pointer = error.where();
    return {finding};
}

}  // namespace nianbao
