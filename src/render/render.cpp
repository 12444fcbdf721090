// render(): the whole road in one call: check → compose → typeset → write.
#include <nianbao/render.hpp>

#include <algorithm>

#include <nianbao/error.hpp>

#include "base/messages.hpp"
#include "base/write_file.hpp"

namespace nianbao {

namespace {

void announce(const RenderOptions& options, Stage stage) {
    if (options.stop.stop_requested()) throw Error("STOPPED", "", say("STOPPED"));
    if (options.progress) options.progress(stage);
}

// Numbers that do not agree stop a report unless it is to be printed exactly as given.
void refuse_errors(const Report& report) {
    std::vector<Finding> findings = check(report);
    const auto is_error = [](const Finding& f) { return f.severity == Severity::error; };
    if (std::any_of(findings.begin(), findings.end(), is_error)) throw ReportError(std::move(findings));
}

}  // namespace

PagedDocument lay_out(const Report& report, const RenderOptions& options) {
    announce(options, Stage::check);
    if (!options.as_printed) refuse_errors(report);
    announce(options, Stage::compose);
    Document document = compose(report, options.report_template ? *options.report_template
                                                                : Template::built_in(report.format()),
                                {.missing_numbers = options.missing_numbers});
    document.draft = options.draft;
    announce(options, Stage::typeset);
    return typeset(document, options.fonts ? *options.fonts : FontSet::bundled(), {.stop = options.stop});
}

std::string render(const Report& report, const RenderOptions& options) {
    const PagedDocument pages = lay_out(report, options);
    announce(options, Stage::write);
    return write_pdf(pages, options.pdf);
}

void save(const std::filesystem::path& file, std::string_view bytes) { write_file(file, bytes); }

}  // namespace nianbao
