// Strips and page plans as text.
#include "layout/dump_strips.hpp"

#include <iterator>

#include <fmt/format.h>

namespace nianbao::layout {

namespace {

const char* name_of(BreakAppeal appeal) {
    switch (appeal) {
        case BreakAppeal::unfit: return "unfit";
        case BreakAppeal::never: return "never";
        case BreakAppeal::last_resort: return "last_resort";
        case BreakAppeal::poor: return "poor";
        case BreakAppeal::good: return "good";
        case BreakAppeal::forced: return "forced";
    }
    return "";
}

}  // namespace

std::string dump(const StripList& list) {
    std::string out;
    auto end = std::back_inserter(out);
    for (std::size_t i = 0; i < list.headers.size(); ++i)
        fmt::format_to(end, "header {} height {}\n", i, to_string(list.headers[i].height));
    for (std::size_t i = 0; i < list.strips.size(); ++i) {
        const Strip& strip = list.strips[i];
        fmt::format_to(end, "{} height {} before {}", i, to_string(strip.height), name_of(strip.before));
        if (strip.space_before != Length{}) fmt::format_to(end, " space {}", to_string(strip.space_before));
        if (strip.snap) out += " snap";
        if (strip.lead != Length{}) fmt::format_to(end, " lead {}", to_string(strip.lead));
        if (strip.odd_page) out += " odd";
        if (strip.in_column) out += " in-column";
        if (strip.solid) out += " solid";
        if (strip.header_group >= 0) fmt::format_to(end, " header {}", strip.header_group);
        out += '\n';
    }
    return out;
}

std::string dump(const PagePlan& plan) {
    std::string out;
    auto end = std::back_inserter(out);
    for (std::size_t i = 0; i < plan.pages.size(); ++i) {
        const PlannedPage& page = plan.pages[i];
        fmt::format_to(end, "page {} strips {}-{}", i + 1, page.first, page.last);
        if (page.repeated_header >= 0) fmt::format_to(end, " header {}", page.repeated_header);
        if (page.overflows) out += " overflows";
        for (const ColumnBand& band : page.bands)
            fmt::format_to(end, " columns {} {}-{}", band.columns, to_string(band.top), to_string(band.bottom));
        out += " at";
        for (const Length top : page.tops) out += ' ' + to_string(top);
        out += '\n';
    }
    return out;
}

}  // namespace nianbao::layout
