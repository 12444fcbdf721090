// Column widths: fixed first, then automatic, then shares of what is left.
#include "layout/table_grid.hpp"

#include <algorithm>
#include <numeric>

#include "layout/lowest_widths.hpp"
#include "layout/sum_of.hpp"

namespace nianbao::layout {

namespace {

bool is_automatic(const Column& column) {
    return std::holds_alternative<Auto>(column.width);
}

std::int64_t parts_of(const Column& column) {
    constexpr std::int64_t most = 1'000'000'000;  // a share of more is no other
    const auto* share = std::get_if<Share>(&column.width);
    return share ? std::clamp<std::int64_t>(share->parts, 0, most) : 0;
}

// Which columns below a spanning cell give way: the automatic ones, else the shares.
std::vector<std::int64_t> widening_parts(std::span<const Column> columns) {
    std::vector<std::int64_t> parts(columns.size(), 0);
    const bool any = std::any_of(columns.begin(), columns.end(), is_automatic);
    for (std::size_t i = 0; i < columns.size(); ++i) {
        parts[i] = any ? (is_automatic(columns[i]) ? 1 : 0) : parts_of(columns[i]);
    }
    return parts;
}

// What all shares together need, so that each in its proportion has room for its own content.
Length room_for_shares(std::span<const std::int64_t> shares, std::span<const ContentWidths> contents) {
    const std::int64_t whole = std::accumulate(shares.begin(), shares.end(), std::int64_t{0});
    if (whole == 0) return {};
    std::int64_t room = 0;
    for (std::size_t i = 0; i < shares.size(); ++i)
        if (shares[i] > 0) room = std::max(room, (contents[i].narrowest.count() * whole + shares[i] - 1) / shares[i]);
    return sum_of(room, static_cast<std::int64_t>(shares.size()));  // a rounding of each
}

// Automatic columns between their narrowest and their widest, as far as there is room.
std::vector<Length> automatic_widths(std::span<const ContentWidths> contents, Length room, const RowDemands* demands) {
    std::vector<Length> widths;
    for (const ContentWidths& content : contents) widths.push_back(content.narrowest);
    if (demands && sum_of(widths) < room) widths = lowest_widths(contents, *demands, room - sum_of(widths));
    std::vector<std::int64_t> wishes;
    for (std::size_t i = 0; i < widths.size(); ++i) wishes.push_back((contents[i].widest - widths[i]).count());
    const Length spare = room - sum_of(widths);
    const std::int64_t wish = std::accumulate(wishes.begin(), wishes.end(), std::int64_t{0});
    if (spare <= Length{} || wish <= 0) return widths;
    const auto extra = divided(std::min(spare, Length::millipoints(wish)), wishes);
    for (std::size_t i = 0; i < widths.size(); ++i) widths[i] += extra[i];
    return widths;
}

// What each share column must have: its narrowest, or that of the neediest of like share.
std::vector<Length> floors_of(std::span<const Column> columns, std::span<const ContentWidths> contents, bool alike) {
    std::vector<Length> floors(columns.size());
    for (std::size_t i = 0; i < columns.size(); ++i)
        for (std::size_t j = 0; j < columns.size(); ++j)
            if (i == j || (alike && parts_of(columns[i]) > 0 && parts_of(columns[i]) == parts_of(columns[j])))
                floors[i] = std::max(floors[i], contents[j].narrowest);
    return floors;
}

}  // namespace

std::vector<Length> divided(Length total, std::span<const std::int64_t> parts) {
    const std::int64_t whole = std::accumulate(parts.begin(), parts.end(), std::int64_t{0});
    std::vector<Length> pieces(parts.size());
    std::vector<std::size_t> order(parts.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    if (whole <= 0) return pieces;
    std::int64_t given = 0;
    for (std::size_t i = 0; i < parts.size(); ++i) {
        pieces[i] = Length::millipoints(total.count() * parts[i] / whole);
        given += pieces[i].count();
    }
    const auto remainder = [&](std::size_t i) { return total.count() * parts[i] % whole; };
    std::stable_sort(order.begin(), order.end(), [&](auto a, auto b) { return remainder(a) > remainder(b); });
    for (std::size_t i = 0; given < total.count(); ++i, ++given) pieces[order[i]] += Length::millipoints(1);
    return pieces;
}

std::vector<ContentWidths> content_of_columns(std::span<const Column> columns, std::span<const CellContent> cells) {
    std::vector<ContentWidths> out(columns.size());
    for (const CellContent& cell : cells) {
        if (cell.columns != 1) continue;
        out[cell.column].narrowest = std::max(out[cell.column].narrowest, cell.widths.narrowest);
        out[cell.column].widest = std::max(out[cell.column].widest, cell.widths.widest);
    }
    const auto widen = [&](const CellContent& cell, Length ContentWidths::*bound) {
        Length lacking = cell.widths.*bound;
        for (std::size_t i = 0; i < cell.columns; ++i) {
            if (const auto* fixed = std::get_if<Length>(&columns[cell.column + i].width)) lacking -= *fixed;
            else lacking -= out[cell.column + i].*bound;
        }
        if (lacking <= Length{}) return;
        const auto parts = widening_parts(columns.subspan(cell.column, cell.columns));
        const auto extra = divided(lacking, parts);
        for (std::size_t i = 0; i < cell.columns; ++i) out[cell.column + i].*bound += extra[i];
    };
    for (const CellContent& cell : cells) {
        if (cell.columns == 1) continue;
        widen(cell, &ContentWidths::narrowest);
        widen(cell, &ContentWidths::widest);
    }
    for (ContentWidths& column : out) column.widest = std::max(column.widest, column.narrowest);
    return out;
}

std::vector<Length> column_widths(
    std::span<const Column> columns, std::span<const ContentWidths> contents, Length measure, const RowDemands* demands
) {
    std::vector<Length> widths(columns.size());
    std::vector<std::int64_t> shares(columns.size(), 0);
    std::vector<ContentWidths> automatic;
    for (std::size_t i = 0; i < columns.size(); ++i) {
        if (const auto* fixed = std::get_if<Length>(&columns[i].width)) widths[i] = std::max(*fixed, Length{});
        else if (is_automatic(columns[i])) automatic.push_back(contents[i]);
        else shares[i] = parts_of(columns[i]);
    }
    const auto chosen = automatic_widths(automatic, measure - sum_of(widths) - room_for_shares(shares, contents), demands);
    for (std::size_t i = 0, next = 0; i < columns.size(); ++i)
        if (is_automatic(columns[i])) widths[i] = chosen[next++];
    const Length left = measure - sum_of(widths);
    if (left <= Length{}) return widths;
    const bool has_shares = std::any_of(shares.begin(), shares.end(), [](auto parts) { return parts > 0; });
    for (std::size_t i = 0; !has_shares && i < columns.size(); ++i)
        shares[i] = is_automatic(columns[i]) ? widths[i].count() + 1 : 0;
    const auto extra = divided(left, shares);
    for (std::size_t i = 0; i < columns.size(); ++i) widths[i] += extra[i];
    return widths;
}

std::vector<Length> widened_widths(
    std::span<const Column> columns, std::span<const ContentWidths> contents, Length measure, bool alike
) {
    const std::vector<Length> floors = floors_of(columns, contents, alike);
    std::vector<Length> widths(columns.size());
    std::vector<std::int64_t> shares;
    for (std::size_t i = 0; i < columns.size(); ++i) {
        shares.push_back(parts_of(columns[i]));
        const auto* fixed = std::get_if<Length>(&columns[i].width);
        if (shares[i] == 0) widths[i] = fixed ? std::max(*fixed, Length{}) : floors[i];
    }
    // A column whose part of the rest is below its floor gets the floor, until no part is.
    for (bool again = true; again;) {
        again = false;
        const auto rest = divided(std::max(measure - sum_of(widths), Length{}), shares);
        for (std::size_t i = 0; i < columns.size(); ++i) {
            if (shares[i] == 0 || rest[i] >= floors[i]) continue;
            widths[i] = floors[i];
            shares[i] = 0;
            again = true;
        }
        if (again) continue;
        for (std::size_t i = 0; i < columns.size(); ++i) widths[i] += rest[i];
    }
    return widths;
}

}  // namespace nianbao::layout
