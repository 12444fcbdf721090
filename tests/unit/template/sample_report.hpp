// A report made by hand for the tests of templates: every cell of the form holds another number.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "report/report_data.hpp"

namespace nianbao::test {

inline const std::vector<std::string>& applicant_keys() {
    static const std::vector<std::string> keys = {"natural_person", "business",      "research", "public_interest",
                                                  "legal_service",  "other",         "total"};
    return keys;
}

inline const std::vector<std::string>& outcome_keys() {
    static const std::vector<std::string> keys = {"upheld", "corrected", "other", "pending", "total"};
    return keys;
}

// The 25 rows of 表三 in their order on the form.
inline const std::vector<std::string>& application_rows() {
    static const std::vector<std::string> rows = {
        "received", "carried_in", "results/granted", "results/partly_granted", "results/refused/state_secret",
        "results/refused/other_law", "results/refused/stability", "results/refused/third_party",
        "results/refused/internal_affairs", "results/refused/process_information",
        "results/refused/enforcement_file", "results/refused/administrative_query",
        "results/unavailable/not_held", "results/unavailable/needs_creation", "results/unavailable/unclear",
        "results/not_processed/petition", "results/not_processed/duplicate", "results/not_processed/publication",
        "results/not_processed/abusive", "results/not_processed/reissue", "results/other/not_corrected",
        "results/other/fee_unpaid", "results/other/other", "results/total", "carried_out"};
    return rows;
}

inline std::vector<std::string> sample_pointers() {
    std::vector<std::string> out;
    for (const std::string row : {"rules", "normative_documents"}) {
        for (const std::string key : {"made", "repealed", "in_force"}) out.push_back("/proactive/" + row + "/" + key);
    }
    for (const std::string key : {"licences", "penalties", "coercions", "fees_wan_yuan"}) {
        out.push_back("/proactive/" + key);
    }
    for (const std::string& row : application_rows()) {
        for (const std::string& key : applicant_keys()) out.push_back("/applications/" + row + "/" + key);
    }
    for (const std::string row : {"reconsideration", "litigation_direct", "litigation_after_reconsideration"}) {
        for (const std::string& key : outcome_keys()) out.push_back("/disputes/" + row + "/" + key);
    }
    return out;
}

// Without subtitle, signature, attachments, preamble and other_matters. Cell number i shows 1000 + i
// and says it was written at "/as-written" + its canonical pointer.
inline Report::Data sample_data() {
    Report::Data data;
    data.format = "disclosure-2021";
    data.organ = "甲县人民政府";
    data.organ_origin = {"/organ", 0};
    data.year = 2024;
    data.title = {{"甲县人民政府", {"/title/0", 0}}, {"2024年政府信息公开工作年度报告", {"/title/1", 0}}};
    data.issued = "2025-01-20";
    Paragraph text{Text(std::vector<TextRun>{{.text = "正文。", .origin = {"/overview/0", 3}}}), "body", {}};
    data.narratives["overview"] = {Heading{.level = 2, .text = "主动公开"}, text};
    data.narratives["problems"] = {text};
    std::int64_t number = 1000;
    for (const std::string& pointer : sample_pointers()) {
        report::CellValue cell;
        cell.number = number++;
        cell.shown = std::to_string(cell.number);
        cell.pointer = "/as-written" + pointer;
        data.cells[pointer] = cell;
    }
    return data;
}

inline Report report_of(Report::Data data) {
    return Report(std::make_shared<const Report::Data>(std::move(data)));
}

inline Report sample_report() { return report_of(sample_data()); }

}  // namespace nianbao::test
