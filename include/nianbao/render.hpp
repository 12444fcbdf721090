// render(): the whole road in one call.
#pragma once

#include <filesystem>
#include <functional>
#include <optional>
#include <stop_token>
#include <string>
#include <string_view>

#include <nianbao/font_set.hpp>
#include <nianbao/pdf.hpp>
#include <nianbao/report.hpp>
#include <nianbao/template.hpp>
#include <nianbao/typeset.hpp>

namespace nianbao {

// The stages of the road, for progress.
enum class Stage { check, compose, typeset, write };

// How far a stage is: so many of its pieces are done. typeset counts blocks, write counts pages.
struct Progress {
    Stage stage = Stage::check;
    std::size_t done = 0, total = 1;
};

struct RenderOptions {
    bool as_printed = false;                         // print a report whose numbers do not agree, as given
    bool draft = false;                              // 草稿 watermark
    std::optional<Template> report_template = {};    // none = built in for the report's format
    std::optional<MissingNumbers> missing_numbers = {};  // null in a table; none = as the template says
    std::optional<FontSet> fonts = {};               // none = bundled
    PdfOptions pdf = {};
    std::stop_token stop = {};                       // asked all along; stops with Error id "STOPPED"
    std::function<void(const Progress&)> progress = {};  // called on the caller's thread; what it throws ends the work
};

// Bytes of the PDF. Throws ReportError (findings of severity error, unless as_printed), TemplateError,
// FontError, LayoutError, LimitError, PdfError.
// Example: save("2024.pdf", render(read_report("2024.json")));
NIANBAO_API std::string render(const Report& report, const RenderOptions& options = {});

// Check, compose and typeset only.
NIANBAO_API PagedDocument lay_out(const Report& report, const RenderOptions& options = {});

}  // namespace nianbao
