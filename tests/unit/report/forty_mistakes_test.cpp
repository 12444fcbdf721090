// Forty mistakes that offices make, all in reports that are sound otherwise: each is told where it stands, with what to do.
#include "samples.hpp"

#include <algorithm>

using namespace nianbao;
using namespace samples;

namespace {

struct Mistake {
    std::string json, pointer;
};

std::vector<Mistake> mistakes() {
    const auto text = [](const std::string& words) { return overview("\"" + words + "\""); };
    const auto blocks = [](const std::string& list) { return overview(list); };
    return {
        {with("\"organ\"", "\"orgen\""), "/orgen"},
        {with("\"problems\"", "\"problem\""), "/problem"},
        {with("\"licences\"", "\"licenses\""), "/proactive/licenses"},
        {with("\"state_secret\"", "\"国家秘密\""), "/applications/results/refused/国家秘密"},
        {with("\"year\": 2024", "\"year\": \"2024\""), "/year"},
        {with("\"year\": 2024", "\"year\": \"２０２４\""), "/year"},
        {with("\"year\": 2024", "\"year\": 20024"), "/year"},
        {with("disclosure-2021", "disclosure-2012"), "/format"},
        {plus("\"issued\": \"2025年1月20日\""), "/issued"},
        {plus("\"issued\": \"2025-02-30\""), "/issued"},
        {plus("\"organ_kind\": \"county\""), "/organ_kind"},
        {plus("\"organ\": \"乙局\""), "/organ"},
        {with("\"licences\": 35", "\"licences\": 35.5"), "/proactive/licences"},
        {with("\"licences\": 35", "\"licences\": -35"), "/proactive/licences"},
        {with("\"licences\": 35", "\"licences\": \"35件\""), "/proactive/licences"},
        {with("\"licences\": 35", "\"licences\": \"/\""), "/proactive/licences"},
        {with("\"licences\": 35", "\"licences\": null"), "/proactive/licences"},
        {with("\"licences\": 35", "\"licences\": \"３５\""), "/proactive/licences"},
        {with("\"licences\": 35", "\"licences\": true"), "/proactive/licences"},
        {with("\"12.50\"", "\"12.50万元\""), "/proactive/fees_wan_yuan"},
        {with("[8, 2, 0, 1, 0, 1, 12],\n  \"carried_in\"", "[8, 2, 0, 1, 0],\n  \"carried_in\""), "/applications/received"},
        {with("[8, 2, 0, 1, 0, 1, 12],\n  \"carried_in\"", "[8, 2, 0, 1, 0, 1, 13],\n  \"carried_in\""), "/applications/received/6"},
        {with("\"total\": [8, 2, 0, 1, 0, 1, 12]", "\"total\": [8, 2, 0, 1, 0, 3, 14]"), "/applications/results/total/5"},
        {with("\"carried_out\": [1, 0, 0, 0, 0, 0, 1]", "\"carried_out\": [4, 0, 0, 0, 0, 0, 4]"), "/applications/results/total/0"},
        {with("[1, 0, 0, 1, 2]", "[1, 0, 0, 1, 4]"), "/disputes/reconsideration/4"},
        {with("\"公开还不够及时。\"", "\"\""), "/problems"},
        {with("\"公开还不够及时。\"", "\"无。\""), "/problems"},
        {blocks(R"([{"paragraf": "甲"}])"), "/overview/0"},
        {blocks(R"([{"heading": 5, "text": "甲"}])"), "/overview/0/heading"},
        {blocks(R"([{"heading": 1, "text": "明年打算"}, {"paragraph": "甲。"}])"), "/overview/0/text"},
        {blocks(R"x([{"list": ["甲"], "style": "(1)"}])x"), "/overview/0/style"},
        {plus("\"title\": \"云溪县档案局2023年政府信息公开工作年度报告\""), "/title"},
        {plus("\"title\": \"青川县教育局2024年年度报告\""), "/title"},
        {plus("\"preamble\": \"统计期限为2023年1月1日至12月31日。\""), "/preamble"},
        {text("20xx年公开120条。"), "/overview"},
        {text("依据国办公开办函[2021]30号编制。"), "/overview"},
        {text("建立“好差评制度。"), "/overview"},
        {text("公开120条,其中"), "/overview"},
        {text("申请人证件11010519491231002X。"), "/overview"},
        {text("全年新收政府信息公开申请21件。"), "/overview"},
    };
}

}  // namespace

TEST_CASE("of forty mistakes thirty-eight at least are told at their pointer, with a hint") {
    std::size_t placed = 0, hinted = 0;
    for (const Mistake& mistake : mistakes()) {
        std::vector<Finding> findings = faults_of(mistake.json);
        if (findings.empty()) findings = findings_of(mistake.json);
        const auto found = std::find_if(findings.begin(), findings.end(), [&](const Finding& f) { return f.pointer == mistake.pointer; });
        CAPTURE(mistake.pointer);
        CHECK(found != findings.end());
        if (found == findings.end()) continue;
        ++placed;
        const bool has_hint = !found->hint().empty() && !found->hint(Language::en).empty();
        CAPTURE(found->rule + " " + found->message());
        CHECK(has_hint);
        hinted += has_hint;
    }
    CHECK(mistakes().size() == 40);
    CHECK(placed >= 38);
    CHECK(hinted >= 38);
}
