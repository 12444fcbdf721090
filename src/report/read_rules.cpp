// Reads the rules of format.json, with those it takes from the catalogue.
#include "report/read_rules.hpp"

#include "report/format.hpp"
#include "report/read_narrative.hpp"

namespace nianbao::report {

namespace {

constexpr std::pair<std::string_view, RuleKind> rule_kinds[] = {
    {"sum", RuleKind::sum},
    {"balance", RuleKind::balance},
    {"at_most", RuleKind::at_most},
    {"number_in_cell", RuleKind::number_in_cell},
    {"missing_number", RuleKind::missing_number},
    {"absent_row", RuleKind::absent_row},
    {"narrative", RuleKind::narrative},
    {"narrative_share", RuleKind::narrative_share},
    {"narrative_sum", RuleKind::narrative_sum},
    {"narrative_fee", RuleKind::narrative_fee},
    {"narrative_fee_rows", RuleKind::narrative_fee_rows},
    {"previous_year", RuleKind::previous_year},
    {"similarity", RuleKind::similarity},
    {"roll_up", RuleKind::roll_up},
    {"chapter_in_section", RuleKind::chapter_in_section},
    {"sub_headings", RuleKind::sub_headings},
    {"empty_section", RuleKind::empty_section},
    {"title_year", RuleKind::title_year},
    {"text_year", RuleKind::text_year},
    {"title_organ", RuleKind::title_organ},
    {"other_organ", RuleKind::other_organ},
    {"placeholder", RuleKind::placeholder},
    {"document_number", RuleKind::document_number},
    {"unclosed_mark", RuleKind::unclosed_mark},
    {"halfwidth_mark", RuleKind::halfwidth_mark},
    {"deadline", RuleKind::deadline},
    {"before_period_end", RuleKind::before_period_end},
    {"identity_number", RuleKind::identity_number},
    {"mobile_number", RuleKind::mobile_number},
    {"bank_card", RuleKind::bank_card}};
constexpr std::pair<std::string_view, Severity> severities[] = {{"error", Severity::error},
                                                                {"warning", Severity::warning},
                                                                {"information", Severity::information}};
constexpr std::pair<std::string_view, Relation> relations[] = {{"equal", Relation::equal}, {"at_least", Relation::at_least}};
constexpr std::pair<std::string_view, Spread> spreads[] = {{"column", Spread::columns}, {"row", Spread::rows}};

std::map<std::string, std::vector<std::string>, std::less<>> read_words(const FormatNode& node) {
    std::map<std::string, std::vector<std::string>, std::less<>> out;
    for (const json::Member& member : node.value->members) out[member.key] = node.texts_at(member.key);
    return out;
}

Rule read_rule(const Format& format, const FormatNode& node) {
    node.allow({"id", "kind", "severity", "in", "for_each", "total", "items", "left", "right", "last", "rows", "columns",
                "relation", "words", "counts_as_zero", "narrative", "says", "advice", "explain"});
    Rule rule;
    rule.id = node.at("id").text();
    rule.kind = node.at("kind").one_of(rule_kinds);
    if (node.has("severity")) rule.severity = node.at("severity").one_of(severities);
    if (node.has("for_each")) rule.spread = node.at("for_each").one_of(spreads);
    if (node.has("relation")) rule.relation = node.at("relation").one_of(relations);
    if (node.has("words")) rule.words = read_words(node.at("words"));
    rule.counts_as_zero = node.flag_at("counts_as_zero");
    rule.section = node.text_at("in");
    if (!rule.section.empty() && find_field(format, json::child("", rule.section)) == nullptr) {
        node.at("in").fail("FORMAT-VALUE", rule.section);
    }
    rule.narrative = read_narrative_cases(format, node, rule.section);
    rule.says = node.bilingual_at("says");
    rule.advice = node.bilingual_at("advice");
    if (!node.has("explain")) return rule;
    const FormatNode explain = node.at("explain");
    explain.allow({"basis", "wrong", "right"});
    rule.basis = explain.bilingual_at("basis");
    rule.wrong = explain.at("wrong").text();
    rule.right = explain.at("right").text();
    return rule;
}

RuleSides read_sides(const FormatNode& node, RuleKind kind) {
    if (kind == RuleKind::sum) return {{node.at("total").text()}, node.texts_at("items")};
    RuleSides sides{node.texts_at("left"), node.texts_at("right")};
    sides.last = node.texts_at("last");
    sides.rows = node.texts_at("rows");
    sides.columns = node.texts_at("columns");
    return sides;
}

void mark(Format& format, Field& field, const Rule& rule, const std::vector<std::string>& computed) {
    if (field.kind == FieldKind::row || is_number(field.kind)) {
        field.zero_when_absent |= rule.kind == RuleKind::absent_row;
        field.computed_when_absent |= std::find(computed.begin(), computed.end(), field.pointer) != computed.end();
    }
    for (Field& below : field.fields) mark(format, below, rule, computed);
}

// What a rule says of rows and numbers that are not there: they count as zeros, or they are the sum of others.
void mark_absent(Format& format, const Rule& rule, const RuleSides& sides) {
    std::vector<std::string> computed;
    if (rule.kind == RuleKind::sum && rule.spread != Spread::rows) computed.push_back("/" + rule.section + "/" + sides.left.front());
    for (Field& section : format.sections) {
        if (rule.section.empty() || section.key == rule.section) mark(format, section, rule, computed);
    }
}

// The rule as it stands, or that of the catalogue with its own members over it.
json::Value resolved(const FormatNode& node, const json::Value& catalogue) {
    const json::Value* use = node.value->find("use");
    if (use == nullptr) return *node.value;
    const json::Value* rules = catalogue.find("rules");
    for (const json::Value& rule : rules == nullptr ? std::vector<json::Value>() : rules->items) {
        const json::Value* id = rule.find("id");
        if (id == nullptr || id->text != use->text) continue;
        json::Value out = rule;
        for (const json::Member& member : node.value->members) {
            if (member.key == "use") continue;
            const auto same = std::find_if(out.members.begin(), out.members.end(),
                                           [&](const json::Member& other) { return other.key == member.key; });
            if (same == out.members.end()) out.members.push_back(member);
            else *same = member;
        }
        return out;
    }
    node.at("use").fail("FORMAT-VALUE", use->text);
}

void read_one(Format& format, const FormatNode& node) {
    format.rules.push_back(read_rule(format, node));
    const RuleSides sides = read_sides(node, format.rules.back().kind);
    mark_absent(format, format.rules.back(), sides);
    try {
        const auto equations = equations_of(format, format.rules.size() - 1, sides);
        format.equations.insert(format.equations.end(), equations.begin(), equations.end());
    } catch (const TemplateError& error) {
        node.fail("FORMAT-VALUE", error.where());
    }
}

}  // namespace

void read_rules(Format& format, const FormatNode& node, std::string_view catalogue_text) {
    const json::Value catalogue = catalogue_text.empty() ? json::Value{} : json::parse(catalogue_text, "rules.json");
    for (const FormatNode& rule : node.items_at("rules")) {
        const json::Value whole = resolved(rule, catalogue);
        read_one(format, {&whole, rule.pointer});
    }
    for (std::uint32_t rule = 0; rule < format.rules.size(); ++rule) {
        if (format.rules[rule].kind != RuleKind::narrative) continue;
        const std::vector<NarrativeCase>& cases = format.rules[rule].narrative;
        for (std::uint32_t i = 0; i < cases.size(); ++i) {
            for (std::uint32_t phrase = 0; phrase < cases[i].phrases.size(); ++phrase) {
                format.phrases.add(cases[i].phrases[phrase], {rule, i, phrase});
            }
        }
    }
}

}  // namespace nianbao::report
