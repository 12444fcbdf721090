// Rules of a table: an edge has a rule when different cells meet there.
#include "layout/table_rules.hpp"

#include <algorithm>
#include <optional>

namespace nianbao::layout {

namespace {

using MaybeLook = std::optional<RuleLook>;

// Of two rules named for one edge the heavier; of equals the first.
MaybeLook heavier(const MaybeLook& a, const MaybeLook& b) {
    if (!a) return b;
    return b && b->width > a->width ? b : a;
}

const MaybeLook& first_named(const MaybeLook& a, const MaybeLook& b) { return a ? a : b; }

// What rule each edge of the grid has.
class EdgeLooks {
public:
    EdgeLooks(const RuledGrid& grid, const MeasuredTable& table)
        : grid_(grid), table_(table), style_(*table.style), columns_(grid.x.size() - 1), rows_(grid.y.size() - 1) {}

    // Below row r - 1 of slots and above row r, in column c.
    RuleLook across(std::size_t r, std::size_t c) const {
        const bool inside = r > 0 && r < rows_;
        if (inside && grid_.owner(r - 1, c) == grid_.owner(r, c)) return {};
        const MaybeLook above = r > 0 ? below_cell(r - 1, c) : std::nullopt;
        const MaybeLook below = r < rows_ ? above_cell(r, c) : std::nullopt;
        if (const MaybeLook look = heavier(above, below)) return *look;
        return {inside ? inner_across(r, c) : outer_across(r), style_.rule_color};
    }

    // Between columns c - 1 and c, beside row r of slots.
    RuleLook down(std::size_t r, std::size_t c) const {
        const bool inside = c > 0 && c < columns_;
        if (inside && grid_.owner(r, c - 1) == grid_.owner(r, c)) return {};
        const MaybeLook before = c > 0 ? right_of(r, c - 1) : std::nullopt;
        const MaybeLook after = c < columns_ ? left_of(r, c) : std::nullopt;
        if (const MaybeLook look = heavier(before, after)) return *look;
        const bool shown = inside ? style_.column_rules : style_.side_rules;
        return {shown ? (inside ? style_.rule_width : style_.outer_rule_width) : Length{}, style_.rule_color};
    }

private:
    const document::GridCell& cell_at(std::size_t r, std::size_t c) const { return table_.cells[grid_.owner(r, c)].at; }
    static const EdgeRules& own_rules(const document::GridCell& cell) {
        static const EdgeRules none = {};
        return cell.ruled ? cell.cell->rules : none;
    }
    const EdgeRules& row_rules(std::uint32_t row) const { return table_.table->rows[row].rules; }

    // Named by the cell at its own edge; where a page end cuts the cell it has none.
    MaybeLook below_cell(std::size_t r, std::size_t c) const {
        const document::GridCell& cell = cell_at(r, c);
        if (r + 1 == rows_ ? grid_.cut_bottom : grid_.rows[r] != cell.last_row()) return std::nullopt;
        return first_named(own_rules(cell).bottom, row_rules(cell.last_row()).bottom);
    }
    MaybeLook above_cell(std::size_t r, std::size_t c) const {
        const document::GridCell& cell = cell_at(r, c);
        if ((r == 0 && grid_.cut_top) || grid_.rows[r] != cell.row) return std::nullopt;
        return first_named(own_rules(cell).top, row_rules(cell.row).top);
    }
    MaybeLook right_of(std::size_t r, std::size_t c) const {
        const document::GridCell& cell = cell_at(r, c);
        return first_named(own_rules(cell).right, row_rules(cell.row).right);
    }
    MaybeLook left_of(std::size_t r, std::size_t c) const {
        const document::GridCell& cell = cell_at(r, c);
        return first_named(own_rules(cell).left, row_rules(cell.row).left);
    }

    Length outer_across(std::size_t r) const {
        const bool cut = r == 0 ? grid_.cut_top : grid_.cut_bottom;
        return cut ? style_.cut_rule_width.value_or(style_.outer_rule_width) : style_.outer_rule_width;
    }

    Length inner_across(std::size_t r, std::size_t c) const {
        const std::uint32_t above = grid_.rows[r - 1], below = grid_.rows[r];
        const std::uint32_t header = table_.header_rows(), footer = table_.footer_row();
        if ((above < header) != (below < header) || (above < footer) != (below < footer))
            return style_.header_rule_width.value_or(style_.rule_width);
        if (style_.row_rules) return style_.rule_width;
        // The rule that gathers the heads below a common one (辅助线).
        return below < header && cell_at(r - 1, c).columns > 1 ? style_.rule_width : Length{};
    }

    const RuledGrid& grid_;
    const MeasuredTable& table_;
    const TableStyle& style_;
    std::size_t columns_, rows_;
};

// Calls `draw(first, last, look)` for each longest stretch of edges of one look that is seen.
template <typename LookAt, typename Draw>
void for_each_stretch(std::size_t count, const LookAt& look_at, const Draw& draw) {
    for (std::size_t i = 0; i < count;) {
        const RuleLook look = look_at(i);
        const std::size_t first = i++;
        while (i < count && look_at(i) == look) ++i;
        if (look.width > Length{}) draw(first, i, look);
    }
}

class RuleDrawer {
public:
    RuleDrawer(const RuledGrid& grid, const EdgeLooks& looks)
        : grid_(grid), looks_(looks), columns_(grid.x.size() - 1), rows_(grid.y.size() - 1) {}

    std::vector<Rule> run() {
        for (std::size_t r = 1; r < rows_; ++r) draw_across(r, grid_.y[r]);
        for (std::size_t c = 1; c < columns_; ++c) draw_down(c, {});
        draw_across(0, grid_.y.front(), 1);
        draw_across(rows_, grid_.y.back(), grid_.cuts_cell ? 1 : -1);
        draw_down(0, 1);
        draw_down(columns_, -1);
        return std::move(rules_);
    }

private:
    // `inward`: the side of the frame its rule lies on; 0 inside, where it lies in the middle.
    void draw_across(std::size_t r, Length y, int inward = 0) {
        for_each_stretch(
            columns_, [&](std::size_t c) { return looks_.across(r, c); },
            [&](std::size_t first, std::size_t last, const RuleLook& look) {
                const Length at = y + look.width * inward / 2;
                add({grid_.x[first] - corner(r, first), at}, {grid_.x[last] + corner(r, last), at}, look);
            }
        );
    }
    void draw_down(std::size_t c, int inward) {
        for_each_stretch(
            rows_, [&](std::size_t r) { return looks_.down(r, c); },
            [&](std::size_t first, std::size_t last, const RuleLook& look) {
                const Length at = grid_.x[c] + look.width * inward / 2;
                add({at, grid_.y[first]}, {at, grid_.y[last]}, look);
            }
        );
    }

    // How far a rule across goes on past an inner crossing at which the rule down ends too.
    Length corner(std::size_t r, std::size_t c) const {
        if (r == 0 || r == rows_ || c == 0 || c == columns_) return {};
        const Length above = looks_.down(r - 1, c).width, below = looks_.down(r, c).width;
        return above > Length{} && below > Length{} ? Length{} : std::max(above, below) / 2;
    }

    void add(Point from, Point to, const RuleLook& look) {
        rules_.push_back({.from = from, .to = to, .width = look.width, .color = look.color});
    }

    const RuledGrid& grid_;
    const EdgeLooks& looks_;
    std::size_t columns_, rows_;
    std::vector<Rule> rules_ = {};
};

}  // namespace

std::vector<Rule> rules_of(const RuledGrid& grid, const MeasuredTable& table) {
    const EdgeLooks looks(grid, table);
    return RuleDrawer(grid, looks).run();
}

}  // namespace nianbao::layout
