// A report format as data: what must be reported, under which labels, and which numbers must agree.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <nianbao/finding.hpp>
#include <nianbao/language.hpp>

#include "report/narrative_rule.hpp"
#include "report/phrase_index.hpp"

namespace nianbao::report {

// An official label (填报项名称) as the form prints it: "（三）" + "不予公开".
struct Label {
    std::string numeral = {}, text = {};
    std::string printed = {};                // both together
    std::vector<std::string> aliases = {};   // names accepted on input beside the key; the text is the first
};

// What stands in a place: text, a group of places, a row of numbers, or one number. `signed_count` is
// a count with a sign (增/减), `quantity` an amount that carries its own unit (251000元).
enum class FieldKind { narrative, line, group, row, count, signed_count, amount, quantity };

// Whether it is one number of a table.
inline bool is_number(FieldKind kind) {
    return kind == FieldKind::count || kind == FieldKind::signed_count || kind == FieldKind::amount ||
           kind == FieldKind::quantity;
}

struct FormatColumn {
    std::string key = {};
    Label label = {};
    FieldKind kind = FieldKind::count;  // of its numbers
};

// The columns that rows of one table have in common.
struct ColumnSet {
    std::string id = {};
    std::vector<FormatColumn> columns = {};
    std::optional<std::size_t> total = {};  // the column that is a sum and may be left out
    bool array = false;                     // a row may be given as an array of numbers
};

// A place to be filled (填报项), or a group of such. Top-level fields are the sections of the report.
struct Field {
    std::string key = {};
    std::string pointer = {};  // canonical: "/applications/results/granted"
    Label label = {};
    FieldKind kind = FieldKind::count;
    bool required = false;              // of sections; what is below is, unless a rule says otherwise
    bool optional = false;              // of sections with numbers: the whole may be left out
    bool local = false;                 // of sections: label_notes and extra_rows may be given
    bool reconstructed = false;         // the label was not read in an original of the form
    bool zero_when_absent = false;      // a row or number (kind of rule: absent_row)
    bool computed_when_absent = false;  // a row or number that is the sum of others
    std::size_t column_set = 0;         // of rows: index into Format::column_sets
    std::vector<Field> fields = {};     // of groups
    Bilingual table = {};               // of sections: 表三, Table 3
};

// The closed set of rules.
enum class RuleKind {
    sum,             // a total and its items
    balance,         // two sides that are equal
    at_most,         // a side that is no more than the other
    number_in_cell,  // no text where a number stands
    missing_number,  // null: without this rule it is what number_in_cell says
    absent_row,      // rows that were left out count as zeros
    narrative,          // a number said in the text is that of the table
    narrative_share,    // a percentage said in the text follows from the numbers
    narrative_sum,      // the parts after 其中 add up
    narrative_fee,      // the processing fee is the same wherever it is said
    narrative_fee_rows,  // no fee is said to be charged, yet applications were closed for it
    previous_year,   // numbers of this year that follow from last year's report
    similarity,      // how much of the text stood in last year's report
    roll_up,         // every number is the sum of those of other reports
    // of the texts and the envelope
    chapter_in_section,  // a heading of the first level inside a section
    sub_headings,        // the parts that a section has
    empty_section,       // a section that says nothing
    title_year,          // a year in the title that is not the report's
    text_year,           // the same in the statistic period or the opening
    title_organ,         // a title or signature of another organ
    other_organ,         // another organ in the preamble
    placeholder,         // 20xx, ××县
    document_number,     // [2021]30号
    unclosed_mark,       // a quotation mark or bracket without its other half
    halfwidth_mark,      // ASCII marks in Chinese
    deadline,            // issued after the last day
    before_period_end,   // issued before the year is over
    identity_number,     // 公民身份号码
    mobile_number,       // 手机号码
    bank_card            // 银行卡号
};

// How the sides of a rule of previous_year stand to each other.
enum class Relation { equal, at_least };

// What a sum or balance is worked out for: every column or every row of the section, or single cells.
enum class Spread { cells, columns, rows };

struct Rule {
    std::string id = {};
    RuleKind kind = RuleKind::sum;
    Severity severity = Severity::error;
    Spread spread = Spread::cells;
    bool counts_as_zero = false;       // of missing_number: sums go on without it
    Relation relation = Relation::equal;
    // Of the rules about texts: what they look for, by names of their own.
    std::map<std::string, std::vector<std::string>, std::less<>> words = {};
    std::string section = {};          // key; empty = the whole report
    Bilingual says = {}, advice = {};  // with {place} {total} {items} {left} {right} {difference} {found}
    Bilingual basis = {};              // where the rule comes from
    std::string wrong = {}, right = {};  // an example of each
    std::vector<NarrativeCase> narrative = {};  // of the narrative kinds: in which phrases, which cells
};

// A rule worked out for one row, column or cell; cells by canonical pointer.
struct Equation {
    std::size_t rule = 0;                       // index into Format::rules
    std::vector<std::string> left = {}, right = {};  // of a sum: the total, its items
    std::vector<std::string> last = {};  // of previous_year: more of the right side, in last year's report
};

struct Format {
    std::string id = {};
    Bilingual name = {};
    std::vector<std::string> title = {};  // lines with {organ} and {year}; none = must be given
    bool year_required = true;
    std::vector<ColumnSet> column_sets = {};
    std::vector<Field> sections = {};     // in the order of the report
    std::vector<Rule> rules = {};
    std::vector<Equation> equations = {};
    PhraseIndex phrases = {};             // of the rules of kind narrative
    // Every label by canonical pointer of section, group, row, column ("/applications/received/total")
    // or count, by column set and key ("applicants/total"), and by key alone where that is unambiguous.
    std::map<std::string, Label, std::less<>> labels = {};
};

}  // namespace nianbao::report
