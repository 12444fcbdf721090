// A report format as data: what must be reported, under which labels, and which numbers must agree.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <nianbao/finding.hpp>
#include <nianbao/language.hpp>

namespace nianbao::report {

// An official label (填报项名称) as the form prints it: "（三）" + "不予公开".
struct Label {
    std::string numeral = {}, text = {};
    std::string printed = {};                // both together
    std::vector<std::string> aliases = {};   // names accepted on input beside the key; the text is the first
};

struct FormatColumn {
    std::string key = {};
    Label label = {};
};

// The columns that rows of one table have in common.
struct ColumnSet {
    std::string id = {};
    std::vector<FormatColumn> columns = {};
    std::optional<std::size_t> total = {};  // the column that is a sum and may be left out
    bool array = false;                     // a row may be given as an array of numbers
};

enum class FieldKind { narrative, group, row, count, amount };

// A place to be filled (填报项), or a group of such. Top-level fields are the sections of the report.
struct Field {
    std::string key = {};
    std::string pointer = {};  // canonical: "/applications/results/granted"
    Label label = {};
    FieldKind kind = FieldKind::count;
    bool required = false;              // of sections; what is below is, unless a rule says otherwise
    bool zero_when_absent = false;      // a row (kind of rule: absent_row)
    bool computed_when_absent = false;  // a row that is the sum of others
    std::size_t column_set = 0;         // of rows: index into Format::column_sets
    std::vector<Field> fields = {};     // of groups
    Bilingual table = {};               // of sections: 表三, Table 3
};

// The closed set of rules. `sum`: a total and its items; `balance`: two sides that are equal.
enum class RuleKind { sum, balance, number_in_cell, absent_row };

struct Rule {
    std::string id = {};
    RuleKind kind = RuleKind::sum;
    Severity severity = Severity::error;
    bool each_column = false;  // of sums and balances: once per column, else once per row
    std::string section = {};  // key; empty = the whole report
    Bilingual says = {}, advice = {};  // with {place} {total} {items} {left} {right} {difference} {found}
};

// A sum or balance worked out for one row or column; cells by canonical pointer.
struct Equation {
    std::size_t rule = 0;                       // index into Format::rules
    std::vector<std::string> left = {}, right = {};  // of a sum: the total, its items
};

struct Format {
    std::string id = {};
    Bilingual name = {};
    std::vector<std::string> title = {};  // lines with {organ} and {year}
    std::vector<ColumnSet> column_sets = {};
    std::vector<Field> sections = {};     // in the order of the report
    std::vector<Rule> rules = {};
    std::vector<Equation> equations = {};
    // Every label by canonical pointer of section, group, row, column ("/applications/received/total")
    // or count, by column set and key ("applicants/total"), and by key alone where that is unambiguous.
    std::map<std::string, Label, std::less<>> labels = {};
};

}  // namespace nianbao::report
