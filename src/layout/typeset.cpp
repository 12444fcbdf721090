// Measure, paginate, place: a document becomes pages, strictly forward.
#include <nianbao/typeset.hpp>

#include <utility>

#include <nianbao/error.hpp>

#include "base/messages.hpp"
#include "base/watch.hpp"
#include "layout/contents.hpp"
#include "layout/measure.hpp"
#include "layout/page_furniture.hpp"
#include "layout/paginate.hpp"
#include "layout/place.hpp"

namespace nianbao {

namespace {

using namespace layout;

std::string text_of(const Measured& measured, std::uint32_t strip) {
    const StripSource& source = measured.sources[strip];
    std::string text;
    if (source.kind == StripSource::Kind::line)
        for (const text::LinePiece& piece : measured.lines[source.index].line.pieces) text += piece.text;
    if (source.kind == StripSource::Kind::row) text = document::name_of(*measured.tables[source.index].table);
    return shortened(text);
}

void check(const PagePlan& plan, const Measured& measured, const PageGeometry& geometry, int max_pages) {
    if (static_cast<int>(plan.pages.size()) > max_pages)
        throw LimitError("PAGE-LIMIT", "", say("PAGE-LIMIT", {{"limit", max_pages}}));
    for (const PlannedPage& page : plan.pages) {
        if (!page.overflows) continue;
        const Length needed = measured.list.strips[page.first].height;
        throw LayoutError(
            "STRIP-TOO-TALL", "",
            say("STRIP-TOO-TALL", {{"text", text_of(measured, page.first)},
                                   {"needed", to_string(needed)},
                                   {"available", to_string(geometry.height)}}),
            needed, geometry.height
        );
    }
}

}  // namespace

PagedDocument typeset(const Document& document, const FontSet& fonts, const TypesetOptions& options) {
    const PageGeometry geometry = geometry_of(document.styles);
    Measured measured = layout::measure(document, fonts, geometry, {options.stop, options.progress});
    if (!measured.missing.empty()) throw FontError(std::move(measured.missing));
    PagePlan plan = paginate(measured.list, geometry.area, options.max_pages);
    if (plan.pages.empty()) plan.pages.emplace_back();  // a document without text is one empty page
    check(plan, measured, geometry, options.max_pages);
    number_contents(measured, plan, fonts);

    PagedDocument out;
    out.title = document.title;
    out.author = document.author;
    out.language = document.language;
    out.created = document.created;
    FaceList faces;
    const Watch watch{.stop = options.stop};
    const PageFurniture furniture(document, fonts, geometry);
    place({measured, plan, geometry, furniture}, watch, faces, out);
    if (options.progress) options.progress(document.blocks.size(), document.blocks.size());
    out.faces = faces.take();
    out.structure = std::move(measured.structure);
    out.warnings = std::move(measured.warnings);
    return out;
}

}  // namespace nianbao
