// What stands behind Report: every field typed and pointed, under its canonical pointer.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include <nianbao/document.hpp>
#include <nianbao/report.hpp>

#include "base/json.hpp"

namespace nianbao {

namespace report {

enum class CellKind {
    count,   // an integer from 0 to 10^12
    amount,  // a decimal, digits kept as given
    text,    // as_printed, or a finding: "124件", "/"
    missing  // null: not available
};

// One number of a table, addressed by its canonical pointer (keys, never labels or indexes).
struct CellValue {
    CellKind kind = CellKind::count;
    std::int64_t number = 0;   // of counts
    std::string shown = {};    // what is printed: "12", "96171.6", "" for missing
    std::string pointer = {};  // as the user wrote it
    int line = 0, column = 0;
    bool given = true;         // false: absent in the input, filled with zero or computed
    bool computed = false;     // a total that was absent
    bool blank_is_zero = false;  // missing, and the format lets sums go on as if it were 0
};

struct SignatureData {
    std::string organ = {}, date = {};
    Origin organ_origin = {}, date_origin = {};
    bool date_alone = false;  // signed by no organ
};

struct Attachment {
    std::string title = {};
    Origin title_origin = {};
    std::vector<Block> body = {};
};

// A top level text with the place it came from.
struct PointedText {
    std::string text = {};
    Origin origin = {};
};

}  // namespace report

namespace report {

// A row that a place added to the form (extra_rows), printed after one of the form.
struct ExtraRow {
    std::string after = {};    // canonical pointer of the row before it
    std::string pointer = {};  // canonical, of its numbers: "/proactive/extra_rows/0"
    PointedText label = {};
};

// Where texts stand, by pointer: filled in any order, sorted once, then asked.
class Positions {
public:
    void add(const std::string& pointer, json::Position position) { all_.emplace_back(pointer, position); }
    void sort();
    // Line and column 0 for a pointer that was not added.
    json::Position find(std::string_view pointer) const;

private:
    std::vector<std::pair<std::string, json::Position>> all_ = {};
};

}  // namespace report

class Report::Data {
public:
    std::string fingerprint = {};
    std::string format = {};
    std::string organ = {};
    Origin organ_origin = {};
    std::string organ_kind = {};
    std::optional<int> year = {};
    std::vector<report::PointedText> title = {};   // lines; made from organ and year when absent
    std::optional<report::PointedText> subtitle = {};
    std::string issued = {};                       // YYYY-MM-DD, YYYY-MM or empty
    std::string language = "zh-Hans";
    // Narratives by key ("preamble", "overview", …). Absent keys are absent here.
    std::map<std::string, std::vector<Block>> narratives = {};
    std::map<std::string, report::PointedText> lines = {};        // by canonical pointer: "/salutation"
    std::map<std::string, report::PointedText> label_notes = {};  // by canonical pointer of a row or column
    std::vector<report::ExtraRow> extra_rows = {};
    std::optional<report::SignatureData> signature = {};
    std::vector<report::Attachment> attachments = {};
    // Every field of every data section by canonical pointer: "/applications/received/natural_person".
    std::map<std::string, report::CellValue> cells = {};
    // Canonical pointers of rows that were absent and count as zeros.
    std::vector<std::string> absent_rows = {};
    std::vector<Finding> notes = {};               // found while reading, of severity warning or less, or forgiven by as_printed
    bool as_printed = false;
    // Where each text stands in the JSON, by its pointer as the user wrote it.
    report::Positions positions = {};
};

}  // namespace nianbao
