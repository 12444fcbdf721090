// Rules between years and between levels, findings as SARIF, the starter, and a thousand generated reports.
#include "samples.hpp"

#include <array>
#include <map>
#include <random>
#include <set>

#include <fmt/format.h>

#include <nianbao/sarif.hpp>
#include <nianbao/starter.hpp>

#include "base/file.hpp"
#include "base/json.hpp"
#include "report/report_data.hpp"
#include "test_folders.hpp"

using namespace nianbao;
using namespace samples;

namespace {

std::vector<Finding> of_rule(const std::string& rule, const std::vector<Finding>& findings) {
    std::vector<Finding> out;
    for (const Finding& finding : findings) {
        if (finding.rule == rule) out.push_back(finding);
    }
    return out;
}

// The report of 2023 from which `sound` follows: 1 carried out, 8 in force, 1 pending.
std::string last_year() { return with("\"in_force\": 9", "\"in_force\": 8", with("2024", "2023")); }

Report read_json(const std::string& json) { return read_report_json(json); }

}  // namespace

TEST_CASE("Y-1 and Y-1C: what is carried in was carried out last year") {
    const Report last = read_json(last_year());
    CHECK(of_rule("Y-1", check(read_json(sound), {.previous = &last})).empty());
    CHECK(of_rule("Y-1C", check(read_json(sound), {.previous = &last})).empty());
    const std::string moved = with("\"carried_in\": [1, 0, 0, 0, 0, 0, 1]", "\"carried_in\": [0, 2, 0, 0, 0, 0, 2]");
    const auto findings = check(read_json(moved), {.previous = &last});
    const auto total = of_rule("Y-1", findings), columns = of_rule("Y-1C", findings);
    REQUIRE(total.size() == 1);
    CHECK(total[0].severity == Severity::error);
    CHECK(total[0].pointer == "/applications/carried_in/6");
    CHECK(total[0].expected == "1");
    CHECK(total[0].found == "2");
    CHECK(total[0].message() == "表三 二、上年结转政府信息公开申请数量 × 总计：上年结转 2，上年报告的结转下年度是 1，相差 1");
    CHECK(columns.size() == 2);
    CHECK(columns[0].severity == Severity::warning);
    CHECK(of_rule("Y-1", check(read_json(moved))).empty());  // not without last year's report
}

TEST_CASE("Y-2: documents in force follow from last year's, made and repealed") {
    const Report last = read_json(last_year());
    CHECK(of_rule("Y-2", check(read_json(sound), {.previous = &last})).empty());
    const auto findings = of_rule("Y-2", check(read_json(with("\"in_force\": 9", "\"in_force\": 12")), {.previous = &last}));
    REQUIRE(findings.size() == 1);
    CHECK(findings[0].pointer == "/proactive/normative_documents/in_force");
    CHECK(findings[0].expected == "9");
    CHECK(findings[0].found == "12");
}

TEST_CASE("Y-3: cases pending last year are among this year's") {
    const Report last = read_json(last_year());
    CHECK(of_rule("Y-3", check(read_json(sound), {.previous = &last})).empty());
    CHECK(of_rule("Y-3", check(read_json(with("[1, 0, 0, 1, 2]", "[0, 0, 0, 0, 0]")), {.previous = &last})).size() == 1);
}

TEST_CASE("Y-4: how much of the text stood in last year's report, in percent") {
    // Fifty sentences that share no twelve characters in a row.
    const auto sentence = [](int number) {
        std::string text;
        for (int i = 0; i < 20; ++i) {
            const int code = 0x4E00 + number * 97 + i * i * 7 + i;
            text += {static_cast<char>(0xE0 | (code >> 12)), static_cast<char>(0x80 | ((code >> 6) & 0x3F)), static_cast<char>(0x80 | (code & 0x3F))};
        }
        return text + "。";
    };
    const auto report_of = [&](int first, const std::string& base) {
        std::string text;
        for (int i = first; i < first + 20; ++i) text += sentence(i);
        return read_json(with("\"总体平稳。\"", "\"" + text + "\"", base));
    };
    const Report last = report_of(0, last_year());
    const auto found = [&](int first) {
        const Report now = report_of(first, sound);
        return of_rule("Y-4", check(now, {.previous = &last}));
    };
    REQUIRE(found(0).size() == 1);
    CHECK(found(0)[0].severity == Severity::warning);
    CHECK(found(0)[0].pointer == "/overview");
    CHECK(std::stoi(found(0)[0].found) >= 95);
    const int half = std::stoi(found(10)[0].found);
    CHECK((half >= 45 && half <= 55));
    CHECK(found(20)[0].severity == Severity::information);
    CHECK(std::stoi(found(20)[0].found) <= 3);
    CHECK(of_rule("Y-4", check(read_json(sound), {.previous = &last})).empty());  // too short to say
}

TEST_CASE("last year's report is of the year before and of the same organ") {
    const Report last = read_json(last_year()), other = read_json(with("云溪县档案局", "青川县档案局", last_year())), same = read_json(sound);
    CHECK(of_rule("PREVIOUS-YEAR", check(read_json(sound), {.previous = &last})).empty());
    CHECK(of_rule("PREVIOUS-ORGAN", check(read_json(sound), {.previous = &last})).empty());
    CHECK(of_rule("PREVIOUS-YEAR", check(read_json(sound), {.previous = &same})).size() == 1);
    CHECK(of_rule("PREVIOUS-ORGAN", check(read_json(sound), {.previous = &other})).size() == 1);
}

TEST_CASE("across the change of forms the carry-over is checked, documents in force are not") {
    const Report last = read_report(nianbao::test::root() + "/tests/formats/disclosure-2019/good.json");
    const auto findings = check(read_json(with("2024", "2021")), {.previous = &last});
    CHECK(of_rule("Y-1", findings).empty());
    CHECK(of_rule("Y-2", findings).empty());
    const std::string more = with("\"carried_in\": [1, 0, 0, 0, 0, 0, 1]", "\"carried_in\": [2, 0, 0, 0, 0, 0, 2]", with("2024", "2021"));
    CHECK(of_rule("Y-1", check(read_json(more), {.previous = &last})).size() == 1);
}

TEST_CASE("SUM-1: every number of a report that sums up others is the sum of theirs, amounts exactly") {
    const auto times_two = [] {
        std::string json = sound;
        for (const auto& [from, to] : std::vector<std::pair<std::string, std::string>>{
                 {"\"made\": 2, \"repealed\": 1, \"in_force\": 9", "\"made\": 4, \"repealed\": 2, \"in_force\": 18"},
                 {"\"licences\": 35, \"penalties\": 4", "\"licences\": 70, \"penalties\": 8"}, {"\"12.50\"", "\"25.0\""},
                 {"\"received\": [8, 2, 0, 1, 0, 1, 12]", "\"received\": [16, 4, 0, 2, 0, 2, 24]"},
                 {"\"carried_in\": [1, 0, 0, 0, 0, 0, 1]", "\"carried_in\": [2, 0, 0, 0, 0, 0, 2]"},
                 {"[5, 1, 0, 1, 0, 1, 8]", "[10, 2, 0, 2, 0, 2, 16]"}, {"[1, 1, 0, 0, 0, 0, 2]", "[2, 2, 0, 0, 0, 0, 4]"},
                 {"[2, 0, 0, 0, 0, 0, 2]},", "[4, 0, 0, 0, 0, 0, 4]},"}, {"\"total\": [8, 2, 0, 1, 0, 1, 12]", "\"total\": [16, 4, 0, 2, 0, 2, 24]"},
                 {"\"carried_out\": [1, 0, 0, 0, 0, 0, 1]", "\"carried_out\": [2, 0, 0, 0, 0, 0, 2]"}, {"[1, 0, 0, 1, 2]", "[2, 0, 0, 2, 4]"}})
            json = with(from, to, json);
        return json;
    }();
    const CheckOptions options{.parts = {read_json(sound), read_json(sound)}};
    for (const Finding& finding : of_rule("SUM-1", check(read_json(times_two), options))) FAIL_CHECK(finding.message());
    const auto wrong = of_rule("SUM-1", check(read_json(with("\"25.0\"", "\"25.01\"", with("\"licences\": 70", "\"licences\": 71", times_two))), options));
    REQUIRE(wrong.size() == 2);
    CHECK(wrong[0].pointer == "/proactive/licences");
    CHECK(wrong[0].expected == "70");
    CHECK(wrong[0].message() == "表二 行政许可：填写 71，2 个单位合计 70，相差 1");
    CHECK(wrong[1].expected == "25");
    CHECK(wrong[1].message().find("相差 0.01") != std::string::npos);
    const CheckOptions odd{.parts = {read_json(with("2024", "2023")), read_report(nianbao::test::root() + "/tests/formats/disclosure-2019/good.json")}};
    CHECK(of_rule("PARTS-YEAR", check(read_json(sound), odd)).size() == 1);
    CHECK(of_rule("PARTS-FORMAT", check(read_json(sound), odd)).size() == 1);
}

TEST_CASE("findings are written as SARIF 2.1.0") {
    const auto findings = check(read_json(with("[1, 0, 0, 1, 2]", "[1, 0, 0, 1, 7]")));
    const json::Value log = json::parse(to_sarif(findings, "数据/a b.json"), "sarif");
    CHECK(log.find("version")->text == "2.1.0");
    const json::Value& run = log.find("runs")->items.at(0);
    const auto& rules = run.find("tool")->find("driver")->find("rules")->items;
    const auto& results = run.find("results")->items;
    REQUIRE(results.size() == findings.size());
    for (std::size_t i = 0; i < results.size(); ++i) {
        CHECK(results[i].find("ruleId")->text == findings[i].rule);
        CHECK(rules.at(static_cast<std::size_t>(results[i].find("ruleIndex")->integer)).find("id")->text == findings[i].rule);
        CHECK_FALSE(results[i].find("message")->find("text")->text.empty());
    }
    CHECK(results[0].find("level")->text == "error");
    CHECK(results.back().find("level")->text == "note");
    const json::Value& physical = *results[0].find("locations")->items.at(0).find("physicalLocation");
    CHECK(physical.find("artifactLocation")->find("uri")->text == "%E6%95%B0%E6%8D%AE/a%20b.json");
    CHECK(physical.find("region")->find("startLine")->integer == findings[0].line);
    CHECK(json::parse(to_sarif({}, ""), "sarif").find("runs")->items.at(0).find("results")->items.empty());
}

TEST_CASE("the starter of every format is read; check asks for what is still to be written") {
    for (const ReportFormat& format : report_formats()) {
        CAPTURE(format.id);
        const Report starter = read_json(starter_report_json({.format = format.id, .organ = "云溪县档案局", .year = 2016, .schema = "./a.schema.json"}));
        CHECK(starter.format() == format.id);
        CHECK(starter.organ() == "云溪县档案局");
        std::set<std::string> errors;
        for (const Finding& finding : check(starter)) {
            if (finding.severity == Severity::error) errors.insert(finding.rule);
        }
        const bool warns_only = format.id == "summary";
        CHECK(errors == (warns_only ? std::set<std::string>{} : std::set<std::string>{"DRAFT-1"}));
        CHECK_FALSE(of_rule("DRAFT-1", check(starter)).empty());
    }
    CHECK_THROWS_AS(starter_report_json({.format = "disclosure-2021"}), Error);
    CHECK_THROWS_AS(starter_report_json({.format = "disclosure-1999", .year = 2024}), TemplateError);
}

TEST_CASE("the starter carries names, carried-over applications and documents in force") {
    const Report last = read_json(plus("\"organ_kind\": \"department\""));
    const Report next = read_json(starter_report_json({.previous = &last}));
    CHECK(next.organ() == "云溪县档案局");
    CHECK(next.year() == 2025);
    CHECK(next.data().organ_kind == "department");
    CHECK(next.data().cells.at("/applications/carried_in/natural_person").number == 1);
    CHECK(next.data().cells.at("/proactive/normative_documents/in_force").number == 9);
    CHECK(next.data().cells.at("/proactive/licences").number == 0);
    CHECK(of_rule("Y-1", check(next, {.previous = &last})).empty());
    CHECK(of_rule("Y-2", check(next, {.previous = &last})).empty());
}

namespace {

constexpr const char* result_rows[] = {
    "granted", "partly_granted", "refused/state_secret", "refused/other_law", "refused/stability", "refused/third_party",
    "refused/internal_affairs", "refused/process_information", "refused/enforcement_file", "refused/administrative_query",
    "unavailable/not_held", "unavailable/needs_creation", "unavailable/unclear", "not_processed/petition", "not_processed/duplicate",
    "not_processed/publication", "not_processed/abusive", "not_processed/reissue", "other/not_corrected", "other/fee_unpaid", "other/other"};

using Numbers = std::array<std::int64_t, 7>;

std::string listed(const Numbers& numbers) { return fmt::format("[{}]", fmt::join(numbers, ", ")); }

// The numbers of 表三 and 表四 that balance, every total given.
struct Balanced {
    std::array<Numbers, 21> results{};
    Numbers received{}, carried_in{}, total{}, carried_out{};
    std::array<std::array<std::int64_t, 5>, 3> disputes{};

    explicit Balanced(std::mt19937& random) {
        const auto draw = [&](int most) { return static_cast<std::int64_t>(random() % static_cast<unsigned>(most + 1)); };
        for (std::size_t column = 0; column < 6; ++column) {
            for (Numbers& row : results) {
                row[column] = draw(30) * (draw(2) == 0 ? draw(40) : 1);
                total[column] += row[column];
            }
            carried_out[column] = draw(9);
            carried_in[column] = std::min(draw(9), total[column] + carried_out[column]);
            received[column] = total[column] + carried_out[column] - carried_in[column];
        }
        const auto close = [](Numbers& row) { for (std::size_t i = 0; i < 6; ++i) row[6] += row[i]; };
        for (Numbers& row : results) close(row);
        for (Numbers* row : {&received, &carried_in, &total, &carried_out}) close(*row);
        for (auto& group : disputes) {
            for (std::size_t i = 0; i < 4; ++i) group[4] += group[i] = draw(5);
        }
    }

    // The number of one place, 24 rows of seven and three of five; the rows in any fixed order.
    std::int64_t& at(std::size_t index) {
        if (index >= 25 * 7) return disputes[(index - 175) / 5][(index - 175) % 5];
        Numbers* others[] = {&received, &carried_in, &total, &carried_out};
        const std::size_t row = index / 7;
        return row < 21 ? results[row][index % 7] : (*others[row - 21])[index % 7];
    }

    std::string json() const {
        std::map<std::string, std::string> groups;
        std::string plain;
        for (std::size_t i = 0; i < results.size(); ++i) {
            const std::string name = result_rows[i];
            const std::size_t slash = name.find('/');
            const std::string member = fmt::format("\"{}\": {}", name.substr(slash == std::string::npos ? 0 : slash + 1), listed(results[i]));
            std::string& into = slash == std::string::npos ? plain : groups[name.substr(0, slash)];
            into += (into.empty() ? "" : ", ") + member;
        }
        for (const auto& [key, members] : groups) plain += fmt::format(", \"{}\": {{{}}}", key, members);
        const auto group = [&](std::size_t i) { return fmt::format("[{}]", fmt::join(disputes[i], ", ")); };
        return fmt::format(R"({{"format": "disclosure-2021", "organ": "云溪县档案局", "year": 2024, "overview": "总体平稳。",
 "proactive": {{"rules": {{"made": 0, "repealed": 0, "in_force": 0}}, "normative_documents": {{"made": 0, "repealed": 0, "in_force": 0}},
  "licences": 1, "penalties": 2, "coercions": 3, "fees_wan_yuan": "4.5"}},
 "applications": {{"received": {}, "carried_in": {}, "results": {{{}, "total": {}}}, "carried_out": {}}},
 "disputes": {{"reconsideration": {}, "litigation_direct": {}, "litigation_after_reconsideration": {}}}, "problems": "不够及时。"}})",
                           listed(received), listed(carried_in), plain, listed(total), listed(carried_out), group(0), group(1), group(2));
    }
};

bool has_error(const std::string& json) {
    for (const Finding& finding : check(read_report_json(json))) {
        if (finding.severity == Severity::error) return true;
    }
    return false;
}

}  // namespace

TEST_CASE("of a thousand balanced reports none has an error, of a thousand with one number changed every one has") {
    std::mt19937 random(20250131);
    int false_alarms = 0, found = 0;
    for (int i = 0; i < 1000; ++i) {
        Balanced numbers(random);
        false_alarms += has_error(numbers.json());
        std::int64_t& number = numbers.at(random() % (25 * 7 + 15));
        number += number > 0 && random() % 2 == 0 ? -1 : static_cast<std::int64_t>(1 + random() % 50);
        found += has_error(numbers.json());
    }
    CHECK(false_alarms == 0);
    CHECK(found == 1000);
}
