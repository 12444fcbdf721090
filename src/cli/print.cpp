// Findings and errors as people read them.
#include "cli/print.hpp"

#include <algorithm>
#include <cstdint>
#include <iomanip>
#include <ostream>
#include <sstream>

namespace nianbao::cli {

namespace {

// More than this at once helps nobody; the rest is counted.
constexpr std::size_t most_shown = 100;

std::string place_in_file(const std::string& source, int line, int column) {
    if (line == 0) return source;
    return source + ':' + std::to_string(line) + ':' + std::to_string(column);
}

void print_hint(std::ostream& out, const std::string& hint, Language language) {
    if (!hint.empty()) out << (language == Language::en ? "  hint: " : "  提示：") << hint << '\n';
}

std::size_t count(const std::vector<Finding>& findings, Severity severity) {
    return static_cast<std::size_t>(std::count_if(findings.begin(), findings.end(),
                                                  [=](const Finding& f) { return f.severity == severity; }));
}

std::string code_of(char32_t c) {
    std::ostringstream out;
    out << "U+" << std::hex << std::uppercase << std::setw(4) << std::setfill('0') << static_cast<std::uint32_t>(c);
    return out.str();
}

}  // namespace

const char* name_in(Severity severity, Language language) {
    const bool en = language == Language::en;
    switch (severity) {
        case Severity::error: return en ? "error" : "错误";
        case Severity::warning: return en ? "warning" : "提醒";
        case Severity::information: return en ? "note" : "说明";
    }
    return "";
}

void print(std::ostream& out, const Finding& finding, const std::string& source, Language language) {
    out << name_in(finding.severity, language) << '[' << finding.rule << "] " << finding.message(language) << '\n';
    out << "  --> " << place_in_file(source, finding.line, finding.column);
    if (!finding.pointer.empty()) out << "  " << finding.pointer;
    out << '\n';
    print_hint(out, finding.hint(language), language);
}

void print(std::ostream& out, const Warning& warning, const std::string& source, Language language) {
    Finding finding;
    finding.rule = warning.id;
    finding.severity = Severity::warning;
    finding.pointer = warning.pointer;
    finding.sentence = warning.sentence;
    print(out, finding, source, language);
}

void print(std::ostream& out, const std::vector<Finding>& findings, const std::string& source, Language language) {
    const std::size_t shown = std::min(findings.size(), most_shown);
    for (std::size_t i = 0; i < shown; ++i) print(out, findings[i], source, language);
    if (shown < findings.size())
        out << (language == Language::en ? "… and more, not shown: " : "……另有未显示项数：") << findings.size() - shown << '\n';
    const std::size_t errors = count(findings, Severity::error), warnings = count(findings, Severity::warning),
                      notes = count(findings, Severity::information);
    if (language == Language::en)
        out << errors << " errors, " << warnings << " warnings, " << notes << " notes\n";
    else
        out << "错误 " << errors << " 项，提醒 " << warnings << " 项，说明 " << notes << " 项\n";
}

void print(std::ostream& out, const Error& error, const std::string& source, Language language) {
    if (const auto* report = dynamic_cast<const ReportError*>(&error)) {
        print(out, report->findings(), source, language);
        return;
    }
    out << name_in(Severity::error, language) << '[' << error.id() << "] " << error.message(language) << '\n';
    if (const auto* json = dynamic_cast<const JsonError*>(&error))
        out << "  --> " << place_in_file(json->where().empty() ? source : json->where(), json->line(), json->column()) << '\n';
    else if (!error.where().empty())
        out << "  --> " << error.where() << '\n';
    print_hint(out, error.hint(language), language);
}

void print(std::ostream& out, const FontUsage& usage, Language language) {
    const bool en = language == Language::en;
    out << (en ? "Fonts by role\n" : "字体（按角色）\n");
    for (const UsedFont& one : usage.fonts)
        out << "  " << one.role << "  " << one.font << "  " << one.characters << '\n';
    if (!usage.substituted.empty())
        out << (en ? "Characters not from the first font of their role\n" : "替代字（不出自其角色的首选字体）\n");
    for (const SubstitutedCharacter& one : usage.substituted)
        out << "  " << code_of(one.code_point) << ' ' << one.text << "  " << one.role << "  " << one.font << "  ×" << one.count
            << "  " << one.pointer << '\n';
    if (!usage.missing.empty()) out << (en ? "Missing\n" : "缺字\n");
    for (const MissingCharacter& one : usage.missing)
        out << "  " << code_of(one.code_point) << "  " << one.role << "  " << one.pointer
            << (one.package.empty() ? "" : (en ? "  package " : "  软件包 ") + one.package) << '\n';
}

}  // namespace nianbao::cli
