// Reads a report: JSON → Report, every field typed and pointed.
#include <nianbao/report.hpp>

#include <algorithm>

#include "base/file.hpp"
#include "base/json.hpp"
#include "base/messages.hpp"
#include "report/envelope.hpp"
#include "report/figures.hpp"
#include "report/format.hpp"
#include "report/scalars.hpp"
#include "report/sections.hpp"

namespace nianbao {

namespace {

using namespace report;

// The format a report names, or null after a fault.
const Format* format_of(Reading& reading, const json::Value& root) {
    const json::Value* value = root.find("format");
    if (value == nullptr) return nullptr;  // told as KEY-MISSING by the envelope
    std::vector<std::string> ids;
    for (const auto& [id, text] : embedded_formats()) ids.emplace_back(id);
    const auto choice = read_choice(reading, {value, "/format", "/format"}, ids);
    return choice ? &built_in_format(ids[*choice]) : nullptr;
}

// Throws again, the file named.
[[noreturn]] void name_file(const ReportError& error, const std::string& file) {
    std::vector<Finding> findings = error.findings();
    for (Finding& finding : findings) {
        finding.sentence = {file + "：" + finding.sentence.zh, file + ": " + finding.sentence.en};
        finding.line = finding.column = 0;
    }
    throw ReportError(std::move(findings));
}

Report read_json_text(std::string_view text, const std::string& source, const ReadOptions& options) {
    json::Value root = json::parse(text, source);
    if (options.made_by_program) json::forget_positions(root);
    Reading reading(options.as_printed, options.folder);
    const Format* format = root.is(json::Kind::object) ? format_of(reading, root) : nullptr;
    reading.set_format(format);
    std::vector<KeySpec> specs = envelope_keys(format);
    if (format != nullptr) {
        for (const KeySpec& spec : keys_of(format->sections)) specs.push_back(spec);
    }
    // Without a format nobody knows which other keys are right.
    const Keys keys(reading, {&root, "", ""}, specs, format == nullptr ? Keys::Others::ignored : Keys::Others::faults);
    auto data = std::make_shared<Report::Data>();
    data->as_printed = options.as_printed;
    read_envelope(reading, keys, *data);
    if (format != nullptr) read_sections(reading, keys, *data);
    reading.throw_faults();
    data->format = format->id;
    complete_title(*format, *data);
    complete_totals(*format, *data);
    complete_charts(*format, *data);
    Sha256 made_of = reading.pictures();
    made_of.add_field(text);
    data->fingerprint = made_of.hexadecimal();
    data->notes = reading.take_notes();
    data->positions = reading.take_positions();
    data->positions.sort();
    return Report(std::move(data));
}

}  // namespace

namespace report {

void Positions::sort() {
    std::sort(all_.begin(), all_.end(), [](const auto& a, const auto& b) { return a.first < b.first; });
}

json::Position Positions::find(std::string_view pointer) const {
    const auto at = std::lower_bound(all_.begin(), all_.end(), pointer, [](const auto& entry, std::string_view key) { return entry.first < key; });
    return at == all_.end() || at->first != pointer ? json::Position{} : at->second;
}

}  // namespace report

const std::string& Report::format() const { return data_->format; }
const std::string& Report::organ() const { return data_->organ; }
const std::string& Report::fingerprint() const { return data_->fingerprint; }
std::optional<int> Report::year() const { return data_->year; }

std::string Report::title() const {
    std::string joined;
    for (const PointedText& line : data_->title) joined += line.text;
    return joined;
}

Report read_report_json(std::string_view text, const ReadOptions& options) {
    return read_json_text(text, "", options);
}

Report read_report(const std::filesystem::path& file, const ReadOptions& options) {
    const std::string text = read_file(file, json::Limits{}.bytes);
    ReadOptions beside = options;
    if (beside.folder.empty()) beside.folder = std::filesystem::absolute(file).parent_path();
    try {
        return read_json_text(text, file.string(), beside);
    } catch (const ReportError& error) {
        if (!options.compared) throw;
        name_file(error, file.string());
    }
}

}  // namespace nianbao
