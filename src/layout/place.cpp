// Page plan → page items.
#include "layout/place.hpp"

#include <optional>
#include <utility>
#include <vector>

#include "layout/place_table.hpp"
#include "layout/turn_items.hpp"

namespace nianbao::layout {

namespace {

constexpr Length column_rule_width = Length::millipoints(500);

class Placer {
public:
    Placer(const Measured& measured, const PagePlan& plan, const PageGeometry& geometry)
        : measured_(measured), plan_(plan), geometry_(geometry) {
        gather_tables();
    }

    void draw(std::size_t page, PageCanvas& canvas) {
        const PlannedPage& planned = plan_.pages[page];
        for (std::uint32_t i = planned.first; i < planned.last; ++i) {
            const StripSource& source = measured_.sources[i];
            switch (source.kind) {
            case StripSource::Kind::blank: break;
            case StripSource::Kind::line: draw_line(source.index, page, i, canvas); break;
            case StripSource::Kind::row:
                if (begins_part(planned, i)) draw_part(source.index, page, canvas);
                break;
            case StripSource::Kind::figure: draw_figure(source.index, page, top_of(page, i), canvas); break;
            }
        }
    }

    // 栏线, in the middle of the gaps between columns that stand side by side.
    void draw_column_rules(std::size_t page, PageCanvas& canvas) const {
        if (!geometry_.column_rule) return;
        for (const ColumnBand& band : plan_.pages[page].bands) {
            const Length top = geometry_.area_top() + band.top + geometry_.area.hang;
            const Length bottom = geometry_.area_top() + band.bottom - geometry_.area.hang;
            for (int column = 1; column < band.columns; ++column) {
                const Length x = geometry_.column_left(page, column) - geometry_.column_gap / 2;
                canvas.draw(Rule{.from = {x, top}, .to = {x, bottom}, .width = column_rule_width});
            }
        }
    }

    // From the head of the page, or from its left edge when it stands across.
    Length top_of(std::size_t page, std::uint32_t strip) const {
        const PlannedPage& planned = plan_.pages[page];
        const Length top = planned.turned ? geometry_.turned_top(page) : geometry_.area_top();
        return top + planned.tops[strip - planned.first];
    }

    Length left_of(std::size_t page) const {
        return plan_.pages[page].turned ? geometry_.turned_left() : geometry_.left(page);
    }

private:
    // A row that does not follow another row of its table on the same page.
    bool begins_part(const PlannedPage& page, std::uint32_t strip) const {
        if (strip == page.first) return true;
        const StripSource& before = measured_.sources[strip - 1];
        return before.kind != StripSource::Kind::row || before.index != measured_.sources[strip].index;
    }

    // All parts of a table are known before its first is drawn: cut texts are divided among them.
    void gather_tables() {
        std::vector<std::vector<TablePart>> parts(measured_.tables.size());
        for (std::size_t p = 0; p < plan_.pages.size(); ++p) {
            const PlannedPage& page = plan_.pages[p];
            for (std::uint32_t i = page.first; i < page.last; ++i) {
                const StripSource& source = measured_.sources[i];
                if (source.kind != StripSource::Kind::row) continue;
                auto& of_table = parts[source.index];
                if (begins_part(page, i))
                    of_table.push_back({.page = static_cast<std::uint32_t>(p), .first = source.slice, .top = top_of(p, i),
                                        .goes_on = i == page.first && page.repeated_header >= 0});
                of_table.back().last = source.slice + 1;
                of_table.back().breaks_off = measured_.list.strips[i].foot > Length{} && i + 1 == page.last;
            }
        }
        next_part_.resize(parts.size(), 0);
        for (std::size_t t = 0; t < parts.size(); ++t)
            tables_.emplace_back(measured_.tables[t], std::move(parts[t]), measured_.runs);
    }

    void draw_line(std::uint32_t index, std::size_t page, std::uint32_t strip, PageCanvas& canvas) const {
        const MeasuredLine& line = measured_.lines[index];
        const PlannedPage& planned = plan_.pages[page];
        const std::int64_t column = planned.columns.empty() ? 0 : planned.columns[strip - planned.first];
        const Length left = left_of(page) + column * (geometry_.column_width + geometry_.column_gap);
        const Length top = top_of(page, strip);
        canvas.draw(line.line, measured_.runs[line.runs], {left + line.left, top + line.baseline});
        if (line.entry >= 0) draw_entry(index, {left, top}, canvas);
    }

    // What the contents have beside a line of text: the link over it, and leaders and page number at its end.
    void draw_entry(std::uint32_t index, Point corner, PageCanvas& canvas) const {
        const MeasuredLine& line = measured_.lines[index];
        const MeasuredEntry& entry = measured_.entries[static_cast<std::size_t>(line.entry)];
        const bool ends = index + 1 == entry.last_line;
        for (const std::uint32_t beside : {entry.leaders, entry.number}) {
            if (!ends || beside == 0) continue;
            const MeasuredLine& shown = measured_.lines[beside];
            canvas.draw(shown.line, measured_.runs[shown.runs], {corner.x + shown.left, corner.y + line.baseline});
        }
        const Length top = corner.y + line.baseline - entry.text.size.scaled(880, 1000);
        const Rect area{{corner.x + line.left, top}, {(ends ? entry.right : line.line.width) - line.left, entry.text.size}};
        Destination to = entry.to;
        to.y = plan_.pages[to.page].turned ? geometry_.top : to.y + geometry_.area_top();
        canvas.draw(Link{.area = area, .uri = {}, .to = to, .description = entry.title, .node = entry.link});
    }

    void draw_figure(std::uint32_t index, std::size_t page, Length top, PageCanvas& canvas) const {
        const MeasuredFigure& figure = measured_.figures[index];
        const Point corner{left_of(page) + figure.left, top};
        for (const PageItem& shape : figure.shapes) canvas.draw(shape, corner);
        for (const MeasuredLine& label : figure.labels)
            canvas.draw(label.line, measured_.runs[label.runs], {corner.x + label.left, corner.y + label.baseline});
    }

    void draw_part(std::uint32_t table, std::size_t page, PageCanvas& canvas) {
        tables_[table].draw(next_part_[table]++, left_of(page), canvas);
    }

    const Measured& measured_;
    const PagePlan& plan_;
    const PageGeometry& geometry_;
    std::vector<PlacedTable> tables_ = {};
    std::vector<std::size_t> next_part_ = {};
};

}  // namespace

void place(const Placing& placing, const Watch& watch, FaceList& faces, PagedDocument& out) {
    const auto& [measured, plan, geometry, furniture] = placing;
    Placer placer(measured, plan, geometry);
    out.pages.resize(plan.pages.size());
    auto mark = measured.bookmarks.begin();
    for (std::size_t p = 0; p < plan.pages.size(); ++p) {
        const PlannedPage& planned = plan.pages[p];
        watch.tell(p, plan.pages.size());
        out.pages[p].size = geometry.paper;
        PageCanvas canvas(out.pages[p], faces, out.language);
        furniture.draw_beneath(canvas);
        const std::size_t beneath = out.pages[p].items.size();
        placer.draw_column_rules(p, canvas);
        placer.draw(p, canvas);
        if (planned.turned) turn_items(out.pages[p], beneath);
        // An empty page before an odd one carries no number (GB/T 9704—2012 7.5).
        const bool skipped = planned.first == planned.last && p + 1 < plan.pages.size();
        if (!skipped) furniture.draw_folio(p, canvas);
        for (; mark != measured.bookmarks.end() && mark->strip < planned.last; ++mark)
            out.bookmarks.push_back({.title = mark->title, .level = mark->level, .page = static_cast<std::uint32_t>(p),
                                     .y = planned.turned ? geometry.top : placer.top_of(p, mark->strip)});
    }
}

}  // namespace nianbao::layout
