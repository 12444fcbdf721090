// The index of phrases passes over none that is said.
#include <catch2/catch.hpp>

#include <algorithm>

#include <nianbao/report.hpp>

#include "report/format.hpp"
#include "report/format_data.hpp"
#include "report/report_texts.hpp"
#include "test_folders.hpp"

using namespace nianbao;
using namespace nianbao::report;

TEST_CASE("every phrase that is said around a number of the example is among its candidates, and few others") {
    const Report example = read_report(test::root() + "/examples/data/county-2024.json");
    const Format& format = built_in_format(example.format());
    std::size_t said = 0, phrases = 0, candidates = 0, numbers = 0;
    for (const ReportText& text : texts_of(example.data())) {
        for (const Quantity& quantity : quantities_of(text.text)) {
            ++numbers;
            const auto found = format.phrases.candidates(text.text, quantity);
            candidates += found.size();
            CHECK(std::is_sorted(found.begin(), found.end()));
            for (std::uint32_t rule = 0; rule < format.rules.size(); ++rule) {
                if (format.rules[rule].kind != RuleKind::narrative) continue;
                const auto& cases = format.rules[rule].narrative;
                for (std::uint32_t i = 0; i < cases.size(); ++i) {
                    for (std::uint32_t k = 0; k < cases[i].phrases.size(); ++k) {
                        ++phrases;
                        if (!is_said(cases[i].phrases[k], text.text, quantity)) continue;
                        ++said;
                        const PhraseIndex::Entry entry{rule, i, k};
                        CHECK(std::find(found.begin(), found.end(), entry) != found.end());
                    }
                }
            }
        }
    }
    CHECK(numbers > 100);
    CHECK(said > 10);
    CHECK(candidates * 20 < phrases);
}
