// Numbers said in the text against the tables: what is found, and what must not be.
#include <nianbao/report.hpp>

#include <catch2/catch.hpp>

#include "report/quantities.hpp"
#include "unit/report/samples.hpp"

using namespace nianbao;

namespace {

// "N-1 12/13" (expected/found) of each finding about an overview of this text.
std::vector<std::string> said(const std::string& text, const std::string& base = samples::sound) {
    std::vector<std::string> out;
    for (const Finding& f : samples::findings_of(samples::with("\"总体平稳。\"", "\"" + text + "\"", base)))
        out.push_back(f.rule + " " + f.expected + "/" + f.found);
    return out;
}

using Said = std::vector<std::string>;

struct Case {
    const char *wrong, *right;
    Said found;
};

}  // namespace

TEST_CASE("A number that contradicts its table is found, the right one is not") {
    const auto each = GENERATE(
        Case{"全年收到政府信息公开申请14件。", "全年收到政府信息公开申请12件。", {"N-1 12/14"}},
        Case{"共受理申请14件。", "共受理申请13件（含上年度结转申请1件）。", {"N-1 12/14"}},
        Case{"上年结转申请2件。", "上年结转申请1件。", {"N-2 1/2"}}, Case{"答复政府信息公开申请11件。", "申请已办结。", {}},
        Case{"收到申请，答复11件。", "收到申请，答复12件。", {"N-3 12/11"}}, Case{"另有3件顺延到下年度答复。", "另有1件顺延到下年度答复。", {"N-4 1/3"}},
        Case{"结转下年度办理2件。", "结转下年度办理1件。", {"N-4 1/2"}}, Case{"申请中予以公开7件。", "申请中予以公开8件。", {"N-5 8/7"}},
        Case{"申请中予以公开及部分公开9件。", "申请中予以公开及部分公开8件。", {"N-5 8/9"}}, Case{"申请中不予公开3件。", "申请中不予公开2件。", {"N-5 2/3"}},
        Case{"申请中无法提供1件。", "申请中无法提供0件。", {"N-5 0/1"}}, Case{"申请人中自然人7件。", "申请人中自然人8件。", {"N-6 8/7"}},
        Case{"申请人中法人或其他组织5件。", "申请人中法人或其他组织4件。", {"N-6 4/5"}},
        Case{"信息公开行政复议3件。", "信息公开行政复议2件。", {"N-7 2/3"}},
        Case{"信息公开行政复议2件，其中结果维持2件。", "信息公开行政复议2件，其中结果维持1件，尚未审结1件。", {"N-7 1/2"}},
        Case{"信息公开行政复议2件，均获维持。", "信息公开行政复议2件，维持1件。", {"N-7 1/2"}},
        Case{"信息公开行政诉讼1件。", "信息公开行政诉讼0件。", {"N-8 0/1"}},
        Case{"申请中予以公开8件，占60.1%。", "申请中予以公开8件，占66.7%。", {"N-9 66.7%/60.1%"}},
        Case{"公开信息9条，其中机构1条、政策3条、其他4条。", "公开信息9条，其中机构1条、政策3条、其他5条。", {"N-10 8/9"}},
        Case{"制发行政规范性文件3件。", "制发行政规范性文件2件。", {"N-11 2/3"}}, Case{"公布规章1件。", "公布规章0件。", {"N-11 0/1"}}
    );
    INFO(each.wrong);
    CHECK(said(each.wrong) == each.found);
    CHECK(said(each.right).empty());
}

TEST_CASE("What is not about the number of the table is left alone") {
    for (const char* text :
         {"收到申请后3个工作日内登记。", "2023年收到政府信息公开申请20件。", "收到政府信息公开申请较上年增加3件。", "收到申请近20件。", "收到申请20余件。",
          "全市办理行政复议300件。", "刊登规范性文件30件。", "规章等112件。", "发布信息9条，其中机构1条、政策3条等。", "发布信息9条，其中政策3条。",
          "按《条例》第20条公开3件。", "答复率100%，满意率占99%。", "电话0517-83605210。", "国办公开办函〔2021〕30号。"}) {
        INFO(text);
        CHECK(said(text).empty());
    }
}

TEST_CASE("The finding names the paragraph, quotes the phrase and says what the table has") {
    const auto findings = samples::findings_of(samples::overview(R"([{"paragraph": "总体平稳。"}, {"heading": 2, "text": "依申请公开", "run_in": "收到政府信息公开申请14件。"}])"));
    REQUIRE(findings.size() == 1);
    CHECK(findings[0].pointer == "/overview/1/run_in");
    CHECK(findings[0].severity == Severity::warning);
    CHECK(findings[0].message() == "一、总体情况：“收到政府信息公开申请14件”，表中为 12");
    CHECK_FALSE(findings[0].hint().empty());
}

TEST_CASE("The processing fee is one amount wherever it is said") {
    const std::string other = samples::plus(R"("other_matters": "全年收取信息处理费100元。")");
    CHECK(said("未收取信息处理费。", other) == Said{"N-12 未收取信息处理费/100元", "N-13 2/0"});
    CHECK(said("收取信息处理费100元。", other).empty());
    CHECK(said("落实《政府信息公开信息处理费管理办法》。", other).empty());
}

TEST_CASE("No fee is said while applications were closed for one: a note") {
    CHECK(said("未收取信息处理费。") == Said{"N-13 2/0"});
}

TEST_CASE("Numbers are read with their unit, and what counts nothing is none") {
    using report::quantities_of;
    const auto one = [](const std::u32string& text) {
        const auto all = quantities_of(text);
        REQUIRE(all.size() == 1);
        return all.front();
    };
    CHECK(one(U"共3119件").count() == 3119);
    CHECK(one(U"约30件").count() == std::nullopt);
    CHECK(one(U"2.5万条").count() == std::nullopt);
    CHECK(one(U"33.90%").decimals == 2);
    CHECK(one(U"12万元").unit == U"万元");
    for (const char32_t* text : {U"2024年1月20日", U"第3条", U"〔2021〕30号", U"A4", U"15:24", U"3个月"}) CHECK(quantities_of(text).empty());
}

TEST_CASE("A pattern with choices becomes one phrase for each") {
    CHECK(report::read_phrases("{收到|受理}{|各类}申请#").size() == 4);
    const auto phrase = report::read_phrases("#*顺延*下年度").front();
    const std::u32string text = U"另有72件申请按照规定顺延到下年度答复";
    CHECK(report::is_said(phrase, text, report::quantities_of(text).front()));
    const std::u32string parted = U"另有72件申请。其他顺延到下年度";
    CHECK_FALSE(report::is_said(phrase, parted, report::quantities_of(parted).front()));
}
