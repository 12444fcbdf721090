// The summary of a batch as a table: CSV for spreadsheets, HTML for people.
#include <algorithm>

#include <fmt/format.h>

#include <nianbao/batch.hpp>

namespace nianbao {

namespace {

struct Words {
    const char* title;
    const char* headers[10];
    const char* statuses[4];
    const char* kept;
};
constexpr Words chinese = {"批量生成结果",
                           {"报告", "状态", "错误", "提醒", "页数", "毫秒", "沿用", "文件", "SHA-256", "说明"},
                           {"通过", "有提醒", "未通过", "未完成"}, "是"};
constexpr Words english = {"Results of the batch",
                           {"report", "status", "errors", "warnings", "pages", "milliseconds", "kept", "output", "sha256", "message"},
                           {"passed", "warnings", "failed", "stopped"}, "yes"};

const Words& words_of(Language language) { return language == Language::en ? english : chinese; }

std::vector<std::string> cells_of(const BatchRow& row, const Words& words) {
    const bool made = !row.sha256.empty();
    return {row.name, words.statuses[static_cast<std::size_t>(row.status)], std::to_string(row.errors), std::to_string(row.warnings),
            made ? std::to_string(row.pages) : "", row.status == BatchStatus::stopped ? "" : fmt::format("{:.1f}", row.milliseconds),
            row.kept ? words.kept : "", made ? row.output : "", row.sha256, row.message};
}

// A cell that begins like a formula is one to a spreadsheet, whatever the quotation marks (OWASP, CSV injection);
// fullwidth signs too, where people type them.
std::string csv_cell(const std::string& text) {
    constexpr std::string_view dangerous[] = {"=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠"};
    const bool guarded = std::any_of(std::begin(dangerous), std::end(dangerous), [&](std::string_view sign) { return text.starts_with(sign); });
    if (!guarded && text.find_first_of(",\"\r\n") == std::string::npos) return text;
    std::string out = guarded ? "\"'" : "\"";
    for (const char c : text) out.append(c == '"' ? 2 : 1, c);
    return out + '"';
}

std::string html_text(const std::string& text) {
    std::string out;
    for (const char c : text) {
        if (c == '&') out += "&amp;";
        else if (c == '<') out += "&lt;";
        else if (c == '>') out += "&gt;";
        else if (c == '"') out += "&quot;";
        else if (static_cast<unsigned char>(c) < 0x20 && c != '\n' && c != '\t') out += "\xEF\xBF\xBD";
        else out += c;
    }
    return out;
}

// A path below the page, as the reference of a link (RFC 3986); never a scheme, since ":" is escaped too.
std::string reference(const std::string& path) {
    constexpr std::string_view plain = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~/";
    std::string out;
    for (const char c : path) {
        if (plain.find(c) != std::string_view::npos) out += c;
        else out += fmt::format("%{:02X}", static_cast<unsigned char>(c));
    }
    return out;
}

std::string counts_of(const BatchSummary& summary, Language language) {
    const std::size_t passed = summary.count(BatchStatus::passed), warnings = summary.count(BatchStatus::warnings),
                      failed = summary.count(BatchStatus::failed), stopped = summary.count(BatchStatus::stopped);
    if (language == Language::en)
        return fmt::format("{} reports: {} passed, {} with warnings, {} failed, {} not done", summary.rows.size(), passed, warnings, failed, stopped);
    return fmt::format("共 {} 份：通过 {}，有提醒 {}，未通过 {}，未完成 {}", summary.rows.size(), passed, warnings, failed, stopped);
}

std::string html_row(const BatchRow& row, const Words& words) {
    constexpr const char* classes[] = {"passed", "warnings", "failed", "stopped"};
    const std::vector<std::string> cells = cells_of(row, words);
    std::string out = fmt::format("<tr class=\"{}\"><th scope=\"row\">{}</th>", classes[static_cast<std::size_t>(row.status)], html_text(cells[0]));
    for (std::size_t i = 1; i < cells.size(); ++i) {
        if (i == 7 && !cells[i].empty()) out += fmt::format("<td><a href=\"{}\">{}</a></td>", reference(cells[i]), html_text(cells[i]));
        else out += (i >= 2 && i <= 5 ? "<td class=\"number\">" : "<td>") + html_text(cells[i]) + "</td>";
    }
    return out + "</tr>\n";
}

constexpr std::string_view style =
    "body{font-family:sans-serif;margin:2em}table{border-collapse:collapse}caption{text-align:left;padding:.5em 0;font-weight:bold}"
    "th,td{border:1px solid #999;padding:.2em .5em;text-align:left;vertical-align:top}thead th{background:#eee;position:sticky;top:0}"
    ".number{text-align:right}.failed>*:nth-child(2){background:#fbd5d5}.warnings>*:nth-child(2){background:#fdf0c4}"
    "td:nth-child(9){font-family:monospace;font-size:70%;word-break:break-all}";

}  // namespace

std::size_t BatchSummary::count(BatchStatus status) const {
    return static_cast<std::size_t>(std::count_if(rows.begin(), rows.end(), [=](const BatchRow& row) { return row.status == status; }));
}

std::size_t BatchSummary::kept() const {
    return static_cast<std::size_t>(std::count_if(rows.begin(), rows.end(), [](const BatchRow& row) { return row.kept; }));
}

std::string to_csv(const BatchSummary& summary, Language language) {
    const Words& words = words_of(language);
    std::string out = "\xEF\xBB\xBF";
    const auto add_line = [&out](const std::vector<std::string>& cells) {
        const char* separator = "";
        for (const std::string& cell : cells) {
            out += separator + csv_cell(cell);
            separator = ",";
        }
        out += "\r\n";  // RFC 4180
    };
    add_line({std::begin(words.headers), std::end(words.headers)});
    for (const BatchRow& row : summary.rows) add_line(cells_of(row, words));
    return out;
}

std::string to_html_table(const BatchSummary& summary, Language language) {
    const Words& words = words_of(language);
    std::string out = "<table>\n<caption>" + html_text(counts_of(summary, language)) + "</caption>\n<thead><tr>";
    for (const char* header : words.headers) out += std::string("<th scope=\"col\">") + header + "</th>";
    out += "</tr></thead>\n<tbody>\n";
    for (const BatchRow& row : summary.rows) out += html_row(row, words);
    return out + "</tbody>\n</table>\n";
}

std::string to_html(const BatchSummary& summary, Language language) {
    const Words& words = words_of(language);
    return fmt::format("<!DOCTYPE html>\n<html lang=\"{}\">\n<head>\n<meta charset=\"utf-8\">\n<title>{}</title>\n<style>{}</style>\n</head>\n"
                       "<body>\n<h1>{}</h1>\n{}</body>\n</html>\n",
                       language == Language::en ? "en" : "zh-CN", words.title, style, words.title, to_html_table(summary, language));
}

}  // namespace nianbao
