// Maker: one task → one PDF in its place.
#include "batch/maker.hpp"

#include <algorithm>
#include <chrono>
#include <new>

#include <nianbao/error.hpp>
#include <nianbao/pdf.hpp>
#include <nianbao/typeset.hpp>
#include <nianbao/version.hpp>

#include "base/file.hpp"
#include "base/messages.hpp"
#include "base/sha256.hpp"
#include "base/write_file.hpp"
#include "batch/names.hpp"

namespace nianbao::batch {

namespace {

constexpr std::uintmax_t largest_pdf = std::uintmax_t{1} << 32;

// All that decides the bytes of a PDF beside its report and template.
std::string hash_of(const BatchOptions& options, const FontSet& fonts) {
    const RenderOptions& render = options.render;
    Sha256 hash;
    hash.add_field(NIANBAO_VERSION);
    hash.add_field(fonts.fingerprint());
    hash.add_field(render.draft ? "draft" : "");
    hash.add_field(render.missing_numbers ? std::to_string(static_cast<int>(*render.missing_numbers)) : "");
    hash.add_field(render.pdf.created);
    hash.add_field(render.pdf.tagged ? "tagged" : "");
    hash.add_field(std::to_string(static_cast<int>(render.pdf.profile)));
    return hash.hexadecimal();
}

std::size_t count(const std::vector<Finding>& findings, Severity severity) {
    return static_cast<std::size_t>(std::count_if(findings.begin(), findings.end(), [=](const Finding& f) { return f.severity == severity; }));
}

Finding finding_of(const Warning& warning) {
    Finding out;
    out.rule = warning.id;
    out.severity = Severity::warning;
    out.pointer = warning.pointer;
    out.sentence = warning.sentence;
    return out;
}

// A fault of ours or of the machine, told like any other.
void fail(Made& made, std::string_view rule, const std::string& what) {
    Finding out;
    out.rule = rule;
    out.sentence = say(rule, {{"reason", what}});
    made.findings.push_back(std::move(out));
}

}  // namespace

Maker::Maker(const BatchOptions& options, std::filesystem::path folder, const Journal* journal)
    : options_(options), folder_(std::move(folder)), journal_(journal), fonts_(options.render.fonts ? *options.render.fonts : FontSet::bundled()),
      settings_(hash_of(options, fonts_)) {
    for (const Template& one : options.templates) {
        if (templates_.emplace(one.format(), one).second) continue;
        throw TemplateError("BATCH-TEMPLATES", "", say("BATCH-TEMPLATES", {{"format", one.format()}}));
    }
}

const Template& Maker::template_of(const std::string& format) {
    const std::lock_guard lock(opening_);
    const auto found = templates_.find(format);
    if (found != templates_.end()) return found->second;
    return templates_.emplace(format, Template::built_in(format)).first->second;
}

std::string Maker::key_of(const Report& report, const std::optional<Report>& previous, bool as_printed) {
    Sha256 hash;
    hash.add_field(settings_);
    hash.add_field(report.fingerprint());
    hash.add_field(previous ? previous->fingerprint() : "");
    hash.add_field(template_of(report.format()).fingerprint());
    hash.add_field(as_printed ? "as printed" : "");
    return hash.hexadecimal();
}

// Done by an earlier run, nothing it was made of has changed, and the file is the one that was written.
bool Maker::is_done(Made& made) const {
    const Entry* entry = journal_ == nullptr ? nullptr : journal_->find(made.entry.row.output);
    if (entry == nullptr || entry->key != made.entry.key) return false;
    try {
        if (sha256(read_file(folder_ / made.entry.row.output, largest_pdf)) != entry->row.sha256) return false;
    } catch (const Error&) {
        return false;  // gone, or not a file any more
    }
    BatchRow& row = made.entry.row;
    row.sha256 = entry->row.sha256;
    row.errors = entry->row.errors;
    row.warnings = entry->row.warnings;
    row.pages = entry->row.pages;
    row.milliseconds = entry->row.milliseconds;
    row.kept = true;
    return true;
}

void Maker::make_pdf(const Task& task, std::size_t index, const Spool& spool, const std::stop_token& stop, Made& made) {
    BatchRow& row = made.entry.row;
    const bool as_printed = task.as_printed.value_or(options_.render.as_printed);
    const Report report = read_task(task, spool, as_printed);
    const std::optional<Report> previous = read_previous(task);
    made.entry.key = key_of(report, previous, as_printed);
    if (is_done(made)) return;
    made.findings = check(report, {.previous = previous ? &*previous : nullptr});
    if (!as_printed && count(made.findings, Severity::error) > 0) return;
    RenderOptions render = options_.render;
    render.as_printed = true;  // it was checked, together with last year's
    render.report_template = template_of(report.format());
    render.fonts = fonts_;
    render.stop = stop;
    render.progress = {};
    const PagedDocument pages = lay_out(report, render);
    for (const Warning& warning : pages.warnings) made.findings.push_back(finding_of(warning));
    const std::string bytes = write_pdf(pages, render.pdf);
    if (stop.stop_requested()) throw Error("STOPPED", "", say("STOPPED"));
    const std::filesystem::path target = folder_ / row.output;
    make_folder(target.parent_path());
    replace_by(folder_ / temporary_name(std::to_string(index)), target, bytes);
    row.sha256 = sha256(bytes);
    row.pages = pages.pages.size();
}

Made Maker::make(const Task& task, std::size_t index, const Spool& spool, std::stop_token stop) {
    const auto begin = std::chrono::steady_clock::now();
    Made made;
    BatchRow& row = made.entry.row;
    row.name = task.name;
    row.line = task.line;
    row.output = task.output;
    made.findings = task.faults;
    bool stopped = false;
    try {
        if (made.findings.empty()) make_pdf(task, index, spool, stop, made);
    } catch (const Error& error) {
        stopped = error.id() == "STOPPED";
        if (!stopped) made.findings = findings_of(error, task.file.string());
    } catch (const std::bad_alloc&) {
        fail(made, "BATCH-MEMORY", "");
    } catch (const std::exception& error) {
        fail(made, "BATCH-INTERNAL", error.what());
    }
    if (stopped) {
        made.findings.clear();
        return made;
    }
    if (!row.kept) {
        row.errors = count(made.findings, Severity::error);
        row.warnings = count(made.findings, Severity::warning);
        row.milliseconds = std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - begin).count();
    }
    row.status = row.sha256.empty() ? BatchStatus::failed : row.errors + row.warnings > 0 ? BatchStatus::warnings : BatchStatus::passed;
    const auto first = std::find_if(made.findings.begin(), made.findings.end(), [](const Finding& f) { return f.severity == Severity::error; });
    if (row.status == BatchStatus::failed && first != made.findings.end()) row.message = first->message(options_.language);
    return made;
}

}  // namespace nianbao::batch
