// dump_lines(): every line of a document with its adjustment and the reason of its end.
#include <iterator>
#include <utility>

#include <fmt/format.h>

#include <nianbao/error.hpp>
#include <nianbao/typeset.hpp>

#include "layout/measure.hpp"
#include "text/dump_lines.hpp"

namespace nianbao {

namespace {

using namespace layout;

class Explainer {
public:
    explicit Explainer(const Measured& measured) : measured_(measured) {}

    std::string run() {
        for (const StripSource& source : measured_.sources) {
            if (source.kind == StripSource::Kind::line) {
                const MeasuredLine& line = measured_.lines[source.index];
                print(line.line, measured_.runs[line.runs]);
            }
            if (source.kind == StripSource::Kind::row && source.slice == 0) print(measured_.tables[source.index]);
        }
        return std::move(out_);
    }

private:
    void print(const MeasuredTable& table) {
        for (std::size_t i = 0; i < table.cells.size(); ++i) {
            const CellLines& lines = table.cells[i].lines;
            for (std::size_t line = 0; line < lines.size(); ++line) {
                text::Line scratch;
                print(lines.line(line, table.runs[i], scratch), table.runs[i]);
            }
        }
    }

    // Lines that share their runs are of one paragraph.
    void print(const text::Line& line, RunSpan runs) {
        if (line.pieces.empty()) return;
        if (runs.data() != runs_) {
            runs_ = runs.data();
            number_ = 0;
            const text::StyledRun& first = runs.front();
            fmt::format_to(std::back_inserter(out_), "{} size {}\n",
                           first.origin.pointer.empty() ? "/" : first.origin.pointer, to_string(first.style.size));
        }
        fmt::format_to(std::back_inserter(out_), "  {} {}\n", ++number_, text::explain(line));
    }

    const Measured& measured_;
    std::string out_ = {};
    const text::StyledRun* runs_ = nullptr;
    int number_ = 0;  // of the line in its paragraph
};

}  // namespace

std::string dump_lines(const Document& document, const FontSet& fonts) {
    const PageGeometry geometry = geometry_of(document.styles);
    Measured measured = layout::measure(document, fonts, geometry, {});
    if (!measured.missing.empty()) throw FontError(std::move(measured.missing));
    return Explainer(measured).run();
}

}  // namespace nianbao
