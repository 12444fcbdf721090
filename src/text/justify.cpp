// 两端对齐: shares a change among the joints of a line, and weighs it.
#include "text/justify.hpp"

#include <algorithm>

namespace nianbao::text {
namespace {

// One place that may change, by at most `room`.
struct Place {
    std::size_t joint;
    std::int32_t room;
};

// Gives every place the same share of `amount` as far as its room allows. Returns what is left.
// Millipoints that do not divide go to the first places.
std::int32_t
share_equally(std::vector<Place>& places, std::int32_t amount, std::vector<std::int32_t>& taken) {
    std::stable_sort(places.begin(), places.end(), [](const Place& a, const Place& b) {
        return a.room < b.room;
    });
    std::size_t full = 0;
    while (full < places.size()) {
        const auto rest = static_cast<std::int32_t>(places.size() - full);
        if (places[full].room * std::int64_t{rest} > amount) break;
        amount -= places[full].room;
        taken[places[full].joint] += places[full].room;
        ++full;
    }
    if (full == places.size()) return amount;
    const auto rest = static_cast<std::int32_t>(places.size() - full);
    std::sort(
        places.begin() + static_cast<std::ptrdiff_t>(full), places.end(),
        [](const Place& a, const Place& b) { return a.joint < b.joint; }
    );
    const std::int32_t each = amount / rest;
    std::int32_t odd = amount % rest;
    for (std::size_t i = full; i < places.size(); ++i)
        taken[places[i].joint] += each + (odd-- > 0 ? 1 : 0);
    return 0;
}

std::vector<Place> squeeze_places(std::span<const Joint> joints, Squeeze step) {
    std::vector<Place> places;
    for (std::size_t i = 0; i < joints.size(); ++i)
        for (int side = 0; side < 2; ++side)
            if (joints[i].squeeze[side] == step)
                places.push_back({i, joints[i].squeeze_room[side]});
    return places;
}

std::vector<Place> stretch_places(std::span<const Joint> joints, Stretch step) {
    std::vector<Place> places;
    for (std::size_t i = 0; i < joints.size(); ++i)
        if (joints[i].stretch == step) places.push_back({i, joints[i].stretch_room});
    return places;
}

// What the steps left over goes to the gaps between Han; a line without any gives it to its word spaces
// or its Han–Latin gaps. False where that would open holes, or where there is nothing but Latin letters,
// which are not spaced (CLREQ 6.2.2.4): an address alone on its line stays short.
bool stretch_the_rest(
    std::span<const Joint> joints, std::int32_t amount, const StretchLimits& limits,
    std::vector<std::int32_t>& taken
) {
    std::vector<Place> places = stretch_places(joints, Stretch::any);
    std::int64_t widest = limits.any;
    for (const Stretch step : {Stretch::word_space, Stretch::han_latin_gap})
        if (places.empty()) {
            places = stretch_places(joints, step);
            widest = limits.gap;
        }
    if (amount > widest * static_cast<std::int64_t>(places.size())) return false;
    for (Place& place : places)
        place.room = amount;
    if (places.size() == 1)
        taken[places[0].joint] += amount;
    else
        share_equally(places, amount, taken);
    return true;
}

constexpr std::array<double, squeeze_steps> squeeze_weight{0, 0.2, 0.4, 0.6, 0.8, 1.2, 2};
constexpr std::array<double, 3> stretch_weight{0, 2, 4};

double cube(double x) {
    return x * x * x;
}

double squeeze_cost(const LineTotals& totals, std::int32_t need) {
    double cost = 0;
    for (std::size_t step = 1; step < squeeze_steps && need > 0; ++step) {
        const std::int32_t room = totals.squeeze[step];
        if (room == 0) continue;
        cost += need >= room ? squeeze_weight[step]
                             : squeeze_weight[step] * cube(double(need) / double(room));
        need -= std::min(need, room);
    }
    return cost;
}

// How many joints share what the limits of the steps leave: those of stretch_the_rest. A line that stays
// short is as bad as if its letters were spaced.
std::int32_t sharers(const LineTotals& totals) {
    if (totals.places > 0) return totals.places;
    for (std::size_t step = 1; step < 3; ++step)
        if (totals.stretching[step] > 0) return totals.stretching[step];
    return std::max(1, totals.joints);
}

double stretch_cost(const LineTotals& totals, std::int32_t need, std::int32_t em) {
    double cost = 0;
    for (std::size_t step = 1; step < 3 && need > 0; ++step) {
        const std::int32_t room = totals.stretch[step];
        if (room == 0) continue;
        cost += need >= room ? stretch_weight[step]
                             : stretch_weight[step] * cube(double(need) / double(room));
        need -= std::min(need, room);
    }
    // In tenths of an em. The cube keeps lines from being loose; the rest, which lines that are
    // a little wide would have for nothing, keeps the page even.
    const double gap = double(need) / double(sharers(totals)) / (0.1 * double(em));
    return cost + 100 * cube(gap) + 20 * gap;
}

} // namespace

Adjustment adjust(std::span<const Joint> joints, std::int32_t change, const StretchLimits& limits) {
    Adjustment out{.taken = std::vector<std::int32_t>(joints.size())};
    if (change < 0) {
        std::int32_t need = -change;
        for (std::size_t step = 1; step < squeeze_steps && need > 0; ++step) {
            std::vector<Place> places = squeeze_places(joints, static_cast<Squeeze>(step));
            const std::int32_t rest = share_equally(places, need, out.taken);
            out.steps.squeezed[step] = Length::millipoints(rest - need);
            need = rest;
        }
        for (std::int32_t& t : out.taken)
            t = -t;
    } else if (change > 0 && !joints.empty()) {
        std::int32_t need = change;
        for (const Stretch step : {Stretch::word_space, Stretch::han_latin_gap}) {
            std::vector<Place> places = stretch_places(joints, step);
            const std::int32_t rest = share_equally(places, need, out.taken);
            out.steps.stretched[static_cast<std::size_t>(step)] = Length::millipoints(need - rest);
            need = rest;
        }
        if (need > 0 && !stretch_the_rest(joints, need, limits, out.taken))
            return {.taken = std::vector<std::int32_t>(joints.size())};
        out.steps.stretched[static_cast<std::size_t>(Stretch::any)] = Length::millipoints(need);
    }
    return out;
}

double adjustment_cost(const LineTotals& totals, std::int32_t target, std::int32_t em) {
    return totals.natural > target ? squeeze_cost(totals, totals.natural - target)
                                   : stretch_cost(totals, target - totals.natural, em);
}

} // namespace nianbao::text
