// render(): the whole road in one call: check → compose → typeset → write.
#include <nianbao/render.hpp>

#include <algorithm>

#include <nianbao/error.hpp>

#include "base/watch.hpp"
#include "base/write_file.hpp"

namespace nianbao {

namespace {

// How far `stage` is goes to the caller; what stops the whole stops the stage.
Watch watch_of(const RenderOptions& options, Stage stage) {
    Watch out{.stop = options.stop};
    if (options.progress)
        out.progress = [&options, stage](std::size_t done, std::size_t total) { options.progress({stage, done, total}); };
    return out;
}

// A stage that is one piece.
template <typename Work>
auto in_stage(const RenderOptions& options, Stage stage, const Work& work) {
    const Watch watch = watch_of(options, stage);
    watch.tell(0, 1);
    auto out = work();
    watch.tell(1, 1);
    return out;
}

// Numbers that do not agree stop a report unless it is to be printed exactly as given.
void refuse_errors(std::vector<Finding> findings) {
    const auto is_error = [](const Finding& f) { return f.severity == Severity::error; };
    if (std::any_of(findings.begin(), findings.end(), is_error)) throw ReportError(std::move(findings));
}

}  // namespace

PagedDocument lay_out(const Report& report, const RenderOptions& options) {
    if (!options.as_printed) refuse_errors(in_stage(options, Stage::check, [&] { return check(report); }));
    Document document = in_stage(options, Stage::compose, [&] {
        return compose(report, options.report_template ? *options.report_template : Template::built_in(report.format()),
                       {.missing_numbers = options.missing_numbers});
    });
    document.draft = options.draft;
    const Watch watch = watch_of(options, Stage::typeset);
    return typeset(document, options.fonts ? *options.fonts : FontSet::bundled(), {.stop = watch.stop, .progress = watch.progress});
}

std::string render(const Report& report, const RenderOptions& options) {
    const PagedDocument pages = lay_out(report, options);
    PdfOptions pdf = options.pdf;
    const Watch watch = watch_of(options, Stage::write);
    if (!pdf.stop.stop_possible()) pdf.stop = watch.stop;
    if (!pdf.progress) pdf.progress = watch.progress;
    return write_pdf(pages, pdf);
}

void save(const std::filesystem::path& file, std::string_view bytes) { write_file(file, bytes); }

}  // namespace nianbao
