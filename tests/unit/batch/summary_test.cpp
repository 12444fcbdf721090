// The summary as CSV and HTML.
#include "batch_samples.hpp"

using namespace nianbao;

namespace {

BatchSummary one_row(const std::string& name, const std::string& message = "") {
    BatchRow row;
    row.name = name;
    row.status = BatchStatus::passed;
    row.pages = 6;
    row.milliseconds = 12.34;
    row.output = "县 #1.pdf";
    row.sha256 = std::string(64, 'a');
    row.message = message;
    BatchSummary summary;
    summary.rows = {row};
    return summary;
}

std::string line_for(const std::string& name) {
    const std::string csv = to_csv(one_row(name));
    const std::size_t begin = csv.find("\r\n") + 2;
    return csv.substr(begin, csv.find(",通过") - begin);
}

bool has(const std::string& text, const std::string& part) { return text.find(part) != std::string::npos; }

}  // namespace

TEST_CASE("CSV begins with the mark by which spreadsheets know UTF-8, and has a head") {
    const std::string csv = to_csv(one_row("a.json"));
    CHECK(csv.starts_with("\xEF\xBB\xBF报告,状态,"));
    CHECK(has(csv, "\r\na.json,通过,0,0,6,12.3,,县 #1.pdf," + std::string(64, 'a') + ",\r\n"));
    CHECK(has(to_csv(one_row("a.json"), Language::en), "report,status,"));
}

TEST_CASE("no cell of CSV is a formula, and none breaks out of its place") {
    for (const char* dangerous : {"=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "＝1", "－1"}) {
        INFO(dangerous);
        CHECK(line_for(dangerous) == std::string("\"'") + dangerous + '"');
    }
    CHECK(line_for("a=1") == "a=1");
    CHECK(line_for("a,b") == "\"a,b\"");
    CHECK(line_for("a\"b") == "\"a\"\"b\"");
    CHECK(line_for("a\nb") == "\"a\nb\"");
}

TEST_CASE("HTML is a table with headers; what stands in it is text") {
    const std::string html = to_html(one_row("<b>&\"", "<script>alert(1)</script>"));
    CHECK(has(html, "<html lang=\"zh-CN\">"));
    CHECK(has(html, "<th scope=\"col\">状态</th>"));
    CHECK(has(html, "<th scope=\"row\">&lt;b&gt;&amp;&quot;</th>"));
    CHECK(has(html, "<caption>共 1 份：通过 1，有提醒 0，未通过 0，未完成 0</caption>"));
    CHECK_FALSE(has(html, "<script"));
    CHECK(has(html, "href=\"%E5%8E%BF%20%231.pdf\""));
    CHECK(has(to_html(one_row("a"), Language::en), "<html lang=\"en\">"));
}
