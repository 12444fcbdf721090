// The checks of texts, names, dates and privacy: each rule with what breaks it and what does not.
#include "samples.hpp"

#include <algorithm>
#include <set>

using namespace nianbao;
using namespace samples;

namespace {

std::set<std::string> rules_in(const std::string& json, const CheckOptions& options = {}) {
    std::set<std::string> out;
    for (const Finding& finding : check(read_report_json(json), options)) out.insert(finding.rule);
    return out;
}

Finding finding_of(const std::string& rule, const std::string& json) {
    for (const Finding& finding : check(read_report_json(json))) {
        if (finding.rule == rule) return finding;
    }
    return {};
}

std::string text(const std::string& words) { return overview("\"" + words + "\""); }
std::string preamble(const std::string& words) { return plus("\"preamble\": \"" + words + "\""); }
std::string title(const std::string& words) { return plus("\"title\": \"" + words + "\""); }
std::string issued(const std::string& kind, const std::string& date) {
    return plus("\"organ_kind\": \"" + kind + "\", \"issued\": \"" + date + "\"");
}

struct Case {
    std::string rule, wrong, right;
};

const std::vector<Case>& cases() {
    static const std::vector<Case> all = {
        {"FORM-1", overview(R"([{"heading": 1, "text": "明年打算"}, {"paragraph": "甲。"}])"), overview(R"([{"heading": 2, "text": "明年打算"}, {"paragraph": "甲。"}])")},
        {"FORM-2", sound, overview(R"([{"heading": 2, "text": "主动公开"}, {"paragraph": "依申请公开情况。甲。"}, {"paragraph": "（三）政府信息管理。甲。"}, {"heading": 2, "text": "平台建设"}, {"heading": 2, "text": "监督保障"}])")},
        {"FORM-3", with("\"公开还不够及时。\"", "\"（无）。\""), with("\"公开还不够及时。\"", "\"无障碍改造不够。\"")},
        {"YEAR-1", title("云溪县档案局2023年政府信息公开工作年度报告"), title("云溪县档案局2024年政府信息公开工作年度报告")},
        {"YEAR-1", plus(R"("title": ["云溪县档案局", "2025年报告"])"), title("云溪县档案局2024年总结和2025年打算")},
        {"YEAR-2", preamble("统计期限为2023年1月1日至2023年12月31日。"), preamble("统计期限为2024年1月1日至12月31日。")},
        {"YEAR-2", overview(R"([{"heading": 2, "text": "主动公开", "run_in": "2023年，公开9条。"}])"), overview(R"([{"heading": 2, "text": "主动公开", "run_in": "2024年，公开9条。"}])")},
        {"YEAR-2", text("2023年，总体平稳。"), text("与2023年相比，总体平稳。")},
        {"YEAR-2", preamble("本报告是2023年度政府信息公开工作年度报告。"), preamble("2021年9月印发的格式。")},
        {"ORGAN-1", title("青川县教育局2024年年度报告"), title("云溪县2024年年度报告")},
        {"ORGAN-1", plus(R"("signature": {"organ": "青川县教育局", "date": "2025-01-20"})"), plus(R"("signature": {"organ": "云溪县档案局办公室", "date": "2025-01-20"})")},
        {"ORGAN-2", preamble("可在青川县人民政府网站下载。"), preamble("可在云溪县人民政府网站下载，抄送市人民政府和各乡镇人民政府。")},
        {"DRAFT-1", text("20xx年公开120条。"), text("2024年公开120条。")},
        {"DRAFT-1", text("××局公开120条。"), text("房间3×4米，型号X5，Linux系统。")},
        {"DRAFT-1", text("全年公开x条。"), text("全年公开两条。")},
        {"DRAFT-1", text("【请填写：总体情况】"), text("【说明】总体平稳。")},
        {"DRAFT-1", text("公开____条。"), text("文件名a_b。")},
        {"DOCNO-1", text("依据国办公开办函[2021]30号。"), text("依据国办公开办函〔2021〕30号。")},
        {"DOCNO-1", text("依据国办公开办函（2021）30号。"), text("判决（2021）苏01行初12号。")},
        {"DOCNO-1", text("依据国办公开办函〔2021〕第030号。"), text("见【2021】年鉴。")},
        {"QUOTE-1", text("建立“好差评制度。"), text("建立“好差评”制度。")},
        {"QUOTE-1", text("见《条例第十条。"), text("见《关于〈条例〉的说明》。")},
        {"QUOTE-1", text("（一）总体情况）。"), text("1）总体情况。")},
        {"PUNCT-1", text("公开120条,其中"), text("公开120条，网址www.x.gov.cn，电话0517-8360，比例4:6，3.5万。")},
        {"PUNCT-1", text("存在的.主要问题"), text("见GB/T 9704 (2012 edition), 3.5.")},
        {"PUNCT-1", text("电话:0100-62"), text("上午9:30开会。")},
        {"PUNCT-1", text("档案局(本级)"), text("档案局（本级）")},
        {"DATE-1", issued("department", "2025-02-01"), issued("department", "2025-01-31")},
        {"DATE-1", issued("government", "2025-04"), issued("government", "2025-03")},
        {"DATE-1", issued("department", "2025-02"), issued("township", "2025-03-01")},
        {"DATE-2", issued("department", "2024-01-20"), issued("department", "2024-12")},
        {"PRIVACY-1", text("证件11010519491231002X。"), text("证件110105194912310021，代码123456789012345678。")},
        {"PRIVACY-2", text("电话13800138000。"), text("电话12800138000，编号138001380001，金额13800138000.5元除外。")},
        {"PRIVACY-3", text("账号6222021234567890128。"), text("账号6222021234567890127。")},
    };
    return all;
}

}  // namespace

TEST_CASE("each rule about texts is broken by its wrong example and not by its right one") {
    for (const Case& c : cases()) {
        CAPTURE(c.rule);
        CAPTURE(c.wrong);
        CHECK(rules_in(c.wrong).count(c.rule) == 1);
        if (c.right.find("除外") == std::string::npos) {
            CAPTURE(c.right);
            CHECK(rules_in(c.right).count(c.rule) == 0);
        }
    }
}

TEST_CASE("every rule of the formats is in a table of this folder and explains itself") {
    std::set<std::string> tested = {"T3-C1", "T3-C2", "T3-R", "T4-G", "CELL-1", "CELL-2", "CELL-3", "ROW-1", "Y-1", "Y-1C", "Y-2", "Y-3", "Y-4", "SUM-1"};
    for (int i = 1; i <= 11; ++i) tested.insert("S-" + std::to_string(i));
    for (int i = 1; i <= 13; ++i) tested.insert("N-" + std::to_string(i));
    for (const Case& c : cases()) tested.insert(c.rule);
    for (const std::string& id : rule_ids()) {
        CAPTURE(id);
        CHECK(tested.count(id) == 1);
        const auto rule = explain(id);
        REQUIRE(rule);
        CHECK_FALSE(rule->basis.zh.empty());
        CHECK_FALSE(rule->basis.en.empty());
        CHECK_FALSE(rule->wrong.empty());
        CHECK_FALSE(rule->right.empty());
        CHECK_FALSE(rule->formats.empty());
    }
    CHECK(explain("KEY-UNKNOWN"));
    CHECK_FALSE(explain("EXPECTED-TEXT"));
    CHECK_FALSE(explain("T9"));
}

TEST_CASE("a finding in a text points at its string and quotes the place") {
    const Finding finding = finding_of("DOCNO-1", text("总体平稳，依据国办公开办函[2021]30号编制并公布。"));
    CHECK(finding.pointer == "/overview");
    CHECK(finding.line == 5);
    CHECK(finding.column == 14);
    CHECK(finding.expected == "〔2021〕30号");
    CHECK(finding.found == "…依据国办公开办函[2021]30号编制并公布。");
    CHECK(finding.place.zh == "一、总体情况");
    CHECK(finding.message(Language::en).find("a document number is written 〔2021〕30号") != std::string::npos);
}

TEST_CASE("numbers of persons are never repeated whole, in no finding") {
    for (const std::string number : {"11010519491231002X", "13800138000", "6222021234567890128"}) {
        const auto findings = check(read_report_json(text("电话:" + number + ",")));
        CHECK(findings.size() >= 2);
        for (const Finding& finding : findings) {
            CAPTURE(finding.rule);
            for (const std::string& words : {finding.found, finding.expected, finding.message(), finding.message(Language::en)}) {
                CHECK(words.find(number) == std::string::npos);
                CHECK(words.find(number.substr(0, 10)) == std::string::npos);
            }
        }
    }
}

TEST_CASE("texts are found in every kind of block, in annexes and in the signature") {
    const std::string slip = "甲,乙";
    const std::string table = R"([{"table": {"caption": ")" + slip + R"(", "rows": [["甲", "乙"]]}}])";
    CHECK(rules_in(overview(table)).count("PUNCT-1") == 1);
    CHECK(rules_in(overview(R"([{"table": {"rows": [["甲", ")" + slip + R"("]]}}])")).count("PUNCT-1") == 1);
    CHECK(rules_in(overview(R"([{"list": ["甲", [{"paragraph": ")" + slip + R"("}]]}])")).count("PUNCT-1") == 1);
    CHECK(rules_in(overview(R"([{"heading": 2, "text": "甲", "run_in": ")" + slip + R"("}])")).count("PUNCT-1") == 1);
    CHECK(rules_in(overview(R"([{"note": ")" + slip + R"("}])")).count("PUNCT-1") == 1);
    CHECK(rules_in(overview(R"([{"paragraph": [{"text": "甲,"}, {"text": "乙"}]}])")).count("PUNCT-1") == 1);
    CHECK(rules_in(plus(R"("attachments": [{"title": ")" + slip + R"(", "body": "甲"}])")).count("PUNCT-1") == 1);
    CHECK(rules_in(plus(R"("subtitle": ")" + slip + "\"")).count("PUNCT-1") == 1);
    CHECK(rules_in(plus(R"("signature": {"organ": "云溪县,档案局", "date": "2025-01-20"})")).count("PUNCT-1") == 1);
}
