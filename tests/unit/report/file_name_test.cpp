// The name a report suggests for its file.
#include "samples.hpp"

#include "base/utf8.hpp"
#include "report/report_data.hpp"

using namespace nianbao;
using namespace samples;

namespace {

std::string name_for(const std::string& organ) {
    return suggested_file_name(read_report_json(with("云溪县档案局", organ)));
}

std::string name_of_summary(const std::string& title) {
    return suggested_file_name(read_report_json(R"({"format": "summary", "organ": "云溪县档案局", "title": ")" + title + R"(", "body": "好。"})"));
}

}  // namespace

TEST_CASE("a disclosure report is named by organ and year, whatever title it prints") {
    CHECK(name_for("云溪县档案局") == "云溪县档案局2024年政府信息公开工作年度报告.pdf");
    CHECK(suggested_file_name(read_report_json(plus(R"("title": "另一标题")"))) == "云溪县档案局2024年政府信息公开工作年度报告.pdf");
}

TEST_CASE("a summary is named by its own title, its lines joined") {
    CHECK(name_of_summary("2024年政务公开工作总结") == "2024年政务公开工作总结.pdf");
    CHECK(name_of_summary("云溪县\\n2024年工作总结") == "云溪县2024年工作总结.pdf");
}

TEST_CASE("characters that file systems forbid are replaced by ones that are seen") {
    CHECK(name_of_summary(R"(a/b\\c:d*e?f\"g<h>i|j)") == "a／b＼c：d＊e？f＂g＜h＞i｜j.pdf");
    CHECK(name_of_summary("../../etc") == "．．／..／etc.pdf");
    Report::Data data;  // the reader refuses such characters; a caller's own data may have them
    data.format = "summary";
    data.title = {{"甲\t\n乙\u202E丙", {}}};
    CHECK(suggested_file_name(Report(std::make_shared<Report::Data>(data))) == "甲__乙_丙.pdf");
    data.title = {};
    CHECK(suggested_file_name(Report(std::make_shared<Report::Data>(data))) == "summary.pdf");
}

TEST_CASE("a name does not hide, is no option and has no spaces at its ends") {
    CHECK(name_of_summary(".甲") == "．甲.pdf");
    CHECK(name_of_summary("--甲-乙") == "－－甲-乙.pdf");
    CHECK(name_for("　甲局 ") == "甲局2024年政府信息公开工作年度报告.pdf");
}

TEST_CASE("a long organ is cut at a whole character, the year and the kind of report are kept") {
    std::string organ;
    for (int i = 0; i < 120; ++i) organ += i % 2 == 0 ? "长" : "a";
    const std::string name = name_for(organ);
    CHECK(name.size() < 255);
    CHECK(name.size() > 245);  // no more than needed
    CHECK_FALSE(utf8::first_invalid(name));
    const std::string tail = "…2024年政府信息公开工作年度报告.pdf";
    CHECK(name.substr(name.size() - tail.size()) == tail);
    std::string title;
    for (int i = 0; i < 90; ++i) title += "题";
    CHECK(name_of_summary(title).size() < 255);
    CHECK(name_of_summary(title).find("…") != std::string::npos);
}
