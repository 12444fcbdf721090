// Findings as SARIF 2.1.0 (OASIS, sections 3.13 to 3.27).
#include <nianbao/sarif.hpp>

#include <algorithm>

#include <fmt/format.h>

#include <nianbao/report.hpp>
#include <nianbao/version.hpp>

#include "base/json_write.hpp"

namespace nianbao {

namespace {

using json::ObjectBuilder;
using json::Value;

const char* level_of(Severity severity) {
    switch (severity) {
        case Severity::error: return "error";
        case Severity::warning: return "warning";
        case Severity::information: return "note";
    }
    return "none";
}

Value message_of(const std::string& text) { return ObjectBuilder().add("text", text).take(); }

// RFC 3986: bytes beyond the unreserved ones and the slash are percent-encoded.
std::string uri_of(std::string_view file) {
    std::string out;
    for (const char c : file) {
        const bool plain = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
                           std::string_view("-._~/").find(c) != std::string_view::npos;
        if (plain) out += c;
        else out += fmt::format("%{:02X}", static_cast<unsigned>(static_cast<unsigned char>(c)));
    }
    return out;
}

// The rule as the catalogue of the run has it.
Value rule_of(const std::string& id, Language language) {
    ObjectBuilder rule;
    rule.add("id", id);
    if (const auto explained = explain(id)) {
        rule.add("shortDescription", message_of(explained->says.in(language)));
        if (!explained->basis.in(language).empty()) rule.add("fullDescription", message_of(explained->basis.in(language)));
        if (!explained->advice.in(language).empty()) rule.add("help", message_of(explained->advice.in(language)));
    }
    return rule.take();
}

Value location_of(const Finding& finding, std::string_view file, Language language) {
    ObjectBuilder location;
    if (!file.empty()) {
        ObjectBuilder physical;
        physical.add("artifactLocation", ObjectBuilder().add("uri", uri_of(file)).take());
        if (finding.line > 0) {
            physical.add("region", ObjectBuilder().add("startLine", json::integer_value(finding.line))
                                       .add("startColumn", json::integer_value(std::max(finding.column, 1))).take());
        }
        location.add("physicalLocation", physical.take());
    }
    ObjectBuilder logical;
    if (!finding.place.in(language).empty()) logical.add("name", finding.place.in(language));
    logical.add("fullyQualifiedName", finding.pointer);
    location.add("logicalLocations", json::list_value({logical.take()}));
    return location.take();
}

}  // namespace

std::string to_sarif(const std::vector<Finding>& findings, std::string_view file, Language language) {
    std::vector<std::string> ids;
    for (const Finding& finding : findings) {
        if (std::find(ids.begin(), ids.end(), finding.rule) == ids.end()) ids.push_back(finding.rule);
    }
    std::vector<Value> rules, results;
    for (const std::string& id : ids) rules.push_back(rule_of(id, language));
    for (const Finding& finding : findings) {
        const auto index = std::find(ids.begin(), ids.end(), finding.rule) - ids.begin();
        ObjectBuilder result;
        result.add("ruleId", finding.rule).add("ruleIndex", json::integer_value(index)).add("level", level_of(finding.severity));
        result.add("message", message_of(finding.message(language)));
        result.add("locations", json::list_value({location_of(finding, file, language)}));
        results.push_back(result.take());
    }
    const Value driver = ObjectBuilder().add("name", "nianbao").add("version", NIANBAO_VERSION).add("rules", json::list_value(rules)).take();
    ObjectBuilder run;
    run.add("tool", ObjectBuilder().add("driver", driver).take());
    run.add("language", language == Language::en ? "en" : "zh-CN");
    run.add("columnKind", "unicodeCodePoints");
    run.add("results", json::list_value(results));
    ObjectBuilder log;
    log.add("$schema", "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json");
    log.add("version", "2.1.0").add("runs", json::list_value({run.take()}));
    return json::pretty(log.take());
}

}  // namespace nianbao
