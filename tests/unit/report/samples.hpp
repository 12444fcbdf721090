// A small sound report, and the same with one thing changed.
#pragma once

#include <catch2/catch.hpp>

#include <string>
#include <utility>
#include <vector>

#include <nianbao/error.hpp>
#include <nianbao/report.hpp>

namespace samples {

// Every sum holds: 12 + 1 = 12 + 1.
inline const std::string sound = R"({
 "format": "disclosure-2021",
 "organ": "云溪县档案局",
 "year": 2024,
 "overview": "总体平稳。",
 "proactive": {"rules": {"made": 0, "repealed": 0, "in_force": 0},
  "normative_documents": {"made": 2, "repealed": 1, "in_force": 9},
  "licences": 35, "penalties": 4, "coercions": 0, "fees_wan_yuan": "12.50"},
 "applications": {
  "received": [8, 2, 0, 1, 0, 1, 12],
  "carried_in": [1, 0, 0, 0, 0, 0, 1],
  "results": {
   "granted": [5, 1, 0, 1, 0, 1, 8],
   "refused": {"state_secret": [1, 1, 0, 0, 0, 0, 2]},
   "other": {"fee_unpaid": [2, 0, 0, 0, 0, 0, 2]},
   "total": [8, 2, 0, 1, 0, 1, 12]},
  "carried_out": [1, 0, 0, 0, 0, 0, 1]},
 "disputes": {
  "reconsideration": [1, 0, 0, 1, 2],
  "litigation_direct": [0, 0, 0, 0, 0],
  "litigation_after_reconsideration": {"upheld": 0, "corrected": 0, "other": 0, "pending": 0, "total": 0}},
 "problems": "公开还不够及时。"
})";

// `sound` with its only `from` replaced by `to`.
inline std::string with(const std::string& from, const std::string& to, std::string text = sound) {
    const std::size_t at = text.find(from);
    REQUIRE(at != std::string::npos);
    REQUIRE(text.find(from, at + 1) == std::string::npos);
    return text.replace(at, from.size(), to);
}

// `sound` with a key more, before the others.
inline std::string plus(const std::string& member) { return with("\"format\"", member + ", \"format\""); }

// `sound` with another overview, which is where narratives are tried.
inline std::string overview(const std::string& narrative) { return with("\"总体平稳。\"", narrative); }

inline std::vector<nianbao::Finding> faults_of(const std::string& json, const nianbao::ReadOptions& options = {}) {
    try {
        nianbao::read_report_json(json, options);
    } catch (const nianbao::ReportError& error) {
        return error.findings();
    }
    return {};
}

// Findings of check() but for the rows that are absent and the parts that section one does not name.
inline std::vector<nianbao::Finding> findings_of(const std::string& json, const nianbao::ReadOptions& options = {}) {
    std::vector<nianbao::Finding> out;
    for (const auto& finding : nianbao::check(nianbao::read_report_json(json, options))) {
        if (finding.rule != "ROW-1" && finding.rule != "FORM-2") out.push_back(finding);
    }
    return out;
}

}  // namespace samples
