// Binding: what the fields and labels of a template are in one report.
#pragma once

#include <string>
#include <vector>

#include <nianbao/document.hpp>

#include "report/format_data.hpp"
#include "report/report_data.hpp"
#include "template/template_data.hpp"

namespace nianbao::templating {

// The fields of one report. Fields that the format does not have throw TEMPLATE-FIELD at `place`.
class Fields {
public:
    Fields(const Report::Data& report, const report::Format& format, MissingNumbers missing)
        : report_(report), format_(format), missing_(missing) {}

    // The same fields with one item of a list, whose fields have no leading slash.
    Fields within(const report::Attachment& item, std::size_t number) const;

    // The value of a text, a date or a number; empty when the report does not have it.
    Text value(const std::string& field, const Place& place) const;
    // The blocks of a narrative; none when the report does not have it.
    const std::vector<Block>& narrative(const std::string& field, const Place& place) const;
    const std::vector<report::Attachment>& list(const std::string& field, const Place& place) const;
    // The official label of a section, group, row or column.
    const report::Label& label(const std::string& field, const Place& place) const;
    // The same as it is printed, with the local note that follows it.
    Text printed_label(const std::string& field, const Place& place) const;
    // Rows that a place added after the row at this pointer.
    std::vector<report::ExtraRow> rows_after(const std::string& row) const;

    // Whether the report has anything there: a text, a narrative, a list or part of a section.
    bool present(const std::string& field, const Place& place) const;

    Text text(const TextSource& source) const;
    Text text(const Piece& piece) const;

private:
    Text item_value(const std::string& field, const Place& place) const;
    Text number(const std::string& field, const report::CellValue& cell) const;
    bool is_narrative(const std::string& field) const;

    const Report::Data& report_;
    const report::Format& format_;
    MissingNumbers missing_;
    const report::Attachment* item_ = nullptr;
    std::size_t number_ = 0;
};

// "2025-01-21" → 2025年1月21日, "2025-01" → 2025年1月 (GB/T 9704—2012 7.3.5.4); anything else as it is.
std::string printed_date(const std::string& date);

}  // namespace nianbao::templating
