// One step makes one row a line lower; it widens all columns whose cells have as many lines as the row.
#include "layout/lowest_widths.hpp"

#include <algorithm>
#include <optional>

namespace nianbao::layout {

namespace {

constexpr std::size_t sample = 96;  // rows: steps times rows squared is the cost

class Widening {
public:
    Widening(std::span<const ContentWidths> contents, const RowDemands& demands, Length spare)
        : contents_(contents), demands_(demands), spare_(spare.count()) {
        for (const ContentWidths& column : contents) widths_.push_back(column.narrowest.count());
        gather_rows();
    }

    std::vector<Length> run() {
        while (const auto step = best_step()) {
            widths_ = step->widths;
            spare_ -= step->cost;
        }
        std::vector<Length> out;
        for (const std::int64_t width : widths_) out.push_back(Length::millipoints(width));
        return out;
    }

private:
    struct Cell {
        std::uint32_t column = 0;
        std::int64_t text = 0;
    };
    using Row = std::vector<Cell>;
    using Widths = std::vector<std::int64_t>;
    struct Step {
        Widths widths = {};
        std::int64_t cost = 0, saved = 0;
    };

    // Rows that are not one line in any case, evenly thinned out.
    void gather_rows() {
        std::vector<Row> all;
        for (std::size_t i = 0; i < demands_.cells.size();) {
            Row row;
            bool breaks = false;
            const std::uint32_t number = demands_.cells[i].row;
            for (; i < demands_.cells.size() && demands_.cells[i].row == number; ++i) {
                const CellDemand& cell = demands_.cells[i];
                row.push_back({cell.column, cell.text.count()});
                breaks = breaks || lines(row.back(), widths_) > demands_.least_lines;
            }
            if (breaks) all.push_back(std::move(row));
        }
        const std::size_t stride = (all.size() + sample - 1) / sample;
        for (std::size_t i = 0; i < all.size(); i += stride) rows_.push_back(std::move(all[i]));
    }

    std::int64_t lines(const Cell& cell, const Widths& widths) const {
        const std::int64_t inner = widths[cell.column] - demands_.padding.count();
        if (cell.text <= inner) return 1;
        const std::int64_t em = demands_.size.count();
        const std::int64_t line = std::max(inner / em, std::int64_t{1}) * em;
        return (cell.text + line - 1) / line;
    }

    std::int64_t lines(const Row& row, const Widths& widths) const {
        std::int64_t most = demands_.least_lines;
        for (const Cell& cell : row) most = std::max(most, lines(cell, widths));
        return most;
    }

    // The narrowest width in which the cell has no more than `count` lines.
    std::int64_t width_for(const Cell& cell, std::int64_t count) const {
        const std::int64_t em = demands_.size.count();
        const std::int64_t line = count == 1 ? cell.text : (cell.text + count * em - 1) / (count * em) * em;
        return line + demands_.padding.count();
    }

    std::optional<Step> step_of(const Row& row) const {
        const std::int64_t now = lines(row, widths_);
        if (now <= demands_.least_lines) return std::nullopt;
        Step step{.widths = widths_};
        for (const Cell& cell : row) {
            if (lines(cell, widths_) < now) continue;
            std::int64_t& width = step.widths[cell.column];
            const std::int64_t wanted = std::min<std::int64_t>(width_for(cell, now - 1), contents_[cell.column].widest.count());
            step.cost += std::max<std::int64_t>(wanted - width, 0);
            width = std::max(width, wanted);
        }
        if (step.cost <= 0 || step.cost > spare_) return std::nullopt;
        for (const Row& each : rows_) step.saved += lines(each, widths_) - lines(each, step.widths);
        return step.saved > 0 ? std::optional(std::move(step)) : std::nullopt;
    }

    std::optional<Step> best_step() const {
        std::optional<Step> best;
        for (const Row& row : rows_) {
            auto step = step_of(row);
            if (step && (!best || step->saved * best->cost > best->saved * step->cost)) best = std::move(step);
        }
        return best;
    }

    std::span<const ContentWidths> contents_;
    const RowDemands& demands_;
    std::int64_t spare_;
    Widths widths_ = {};
    std::vector<Row> rows_ = {};
};

}  // namespace

std::vector<Length> lowest_widths(std::span<const ContentWidths> contents, const RowDemands& demands, Length spare) {
    return Widening(contents, demands, spare).run();
}

}  // namespace nianbao::layout
