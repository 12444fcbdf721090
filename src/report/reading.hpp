// Reading: one reading of one report, with every fault and note found on the way.
#pragma once

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include <nianbao/finding.hpp>

#include "base/json.hpp"
#include "base/sha256.hpp"
#include "report/format_data.hpp"
#include "report/report_data.hpp"

namespace nianbao::report {

// A value of the input. `pointer` has the keys as the user wrote them, `canonical` those of the format.
struct Node {
    const json::Value* value = nullptr;
    std::string pointer = {}, canonical = {};

    Node item(std::size_t index) const {
        return {&value->items[index], json::child(pointer, index), json::child(canonical, index)};
    }
    bool is(json::Kind kind) const { return value->is(kind); }
};

// What a finding says beside its id and place. Empty parts are left out.
struct Detail {
    Bilingual expected = {};
    std::string found = {};
    std::string suggestion = {};       // what was probably meant
    json::Position before = {};        // of the other of two duplicates
    json::Position position = {};      // when not that of the value
};

class Reading {
public:
    explicit Reading(bool as_printed, std::filesystem::path folder = {}) : as_printed_(as_printed), folder_(std::move(folder)) {}

    // Null while the format is not known.
    const Format* format() const { return format_; }
    void set_format(const Format* format) { format_ = format; }
    bool as_printed() const { return as_printed_; }
    const std::filesystem::path& folder() const { return folder_; }  // where pictures are; may be empty

    // A fault of content: the report cannot be read. `id` is its row in the catalogue.
    void fault(std::string_view id, const Node& node, const Detail& detail = {});
    // A fault of kind: TYPE, `expected` being a row of the catalogue.
    void wrong_type(const Node& node, std::string_view expected, const std::string& suggestion = {});
    // Something to tell that does not stop the reading.
    void note(std::string_view id, Severity severity, const Node& node, const Detail& detail = {});
    // The absent row of a section whose rule counts such rows as zeros; the value is that of its group.
    void note_absent_row(const Node& row);

    std::size_t fault_count() const { return faults_.size() + unlisted_; }
    // Further faults are only counted.
    bool is_full() const { return faults_.size() >= most_findings; }
    // Every fault, the first thousand listed and the rest counted. Throws ReportError if there is one.
    void throw_faults() const;
    std::vector<Finding> take_notes() { return std::move(notes_); }

    // A picture was read: it is part of what the report is made of.
    void add_picture(std::string_view bytes) { pictures_.add_field(bytes); }
    const Sha256& pictures() const { return pictures_; }

    // A text was read here: checks of texts point at it.
    void remember(const Node& text) { positions_.add(text.pointer, text.value->position); }
    Positions take_positions() { return std::move(positions_); }

private:
    // More would be no help to anyone, and a hostile report has millions.
    static constexpr std::size_t most_findings = 1000;

    Finding finding(std::string_view id, const Node& node, const Detail& detail) const;

    const Format* format_ = nullptr;
    bool as_printed_;
    std::filesystem::path folder_;
    std::vector<Finding> faults_ = {}, notes_ = {};
    std::size_t unlisted_ = 0;
    Positions positions_ = {};
    Sha256 pictures_ = {};
};

// A place in words, by canonical pointer: "表三 三、（七）总计 × 商业企业", "一、总体情况 第 4 项", "发布机关".
Bilingual place_of(const Format* format, std::string_view canonical);

// Words that are the same in both languages: keys, numbers, forms.
inline Bilingual in_both(const std::string& words) { return {words, words}; }

// A value as it stands, shortened for a sentence.
std::string shown(const json::Value& value);

}  // namespace nianbao::report
