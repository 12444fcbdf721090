// The body of the public header finding.hpp.
#include <nianbao/finding.hpp>

#include <ostream>

#include <fmt/format.h>

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

}  // namespace nianbao
