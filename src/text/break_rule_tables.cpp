// The data behind the break rules: edge sets, pairs, measure words, units, addresses.
#include "text/break_rule_tables.hpp"

#include <algorithm>

namespace nianbao::text {
namespace {

using C = CharClass;

// CLREQ 6.1.1 with the additions of spec/typesetting 1.1.
constexpr ClassSet start_basic{C::pause, C::stop, C::separator, C::exclamation, C::closing, C::connector,
                               C::dash, C::interpunct, C::solidus, C::postfix, C::nonstarter};
constexpr ClassSet end_basic{C::opening, C::prefix};
constexpr ClassSet end_gb = end_basic | ClassSet{C::solidus};                          // 5.1.9
constexpr ClassSet start_strict = start_basic | ClassSet{C::two_em_dash, C::ellipsis};
constexpr ClassSet word{C::letter, C::digit};

// “ ” and " know here whether they open or close, so LB15 and LB19 do not tie them to both sides. Stops
// are no brackets that end a number (LB25). …… may begin a line, unless the level is strict.
constexpr LineTailoring tailorings[] = {
    {C::opening, LineClass::op, LineClass::op},
    {C::closing, LineClass::cl, LineClass::cp},
    {C::pause, LineClass::ex, LineClass::ex},
    {C::stop, LineClass::ex, LineClass::ex},
    {C::interpunct, LineClass::ns, LineClass::ns},
    {C::connector, LineClass::ns, LineClass::ns},
    {C::dash, LineClass::ns, LineClass::ns},
    {C::two_em_dash, LineClass::b2, LineClass::b2},
    {C::ellipsis, LineClass::id, LineClass::in},
    {C::ignorable, LineClass::cm, LineClass::cm},  // hyphenation is not its business
};

constexpr PairRule pairs[] = {
    {{C::digit}, {C::digit}, false},          // ２０２４
    {{C::ellipsis}, {C::ellipsis}, false},    // CLREQ 6.1.2.1
    {{C::exclamation}, word, true},           // Yahoo!Inc
    {{C::solidus}, word, true},               // GB/T 15834 5.1.9
};

constexpr std::u32string_view measure_words =
    U"年月日号时点分秒天周季度届次条件个项份宗篇期场人名家户口位批类级页章节款目"
    U"起例处所座幢栋间辆台套只支艘架"
    U"元角万亿千百公平立米里克吨升斤亩倍成岁种门本册部张字轮栏版则组队班线路段层站"
    U"幅封通趟笔单桩";
constexpr std::u32string_view han_numerals = U"〇零一二三四五六七八九十百千万亿两";
constexpr std::u32string_view approximations = U"余多来几";
constexpr std::u32string_view address_joints = U"/.?&=-_:";

constexpr std::string_view unit_symbols[] = {
    "A",  "C",  "F",  "GB", "GHz", "GW", "Hz", "J",  "K",  "KB", "L",  "MB", "MHz", "MW", "N",  "Pa",
    "TB", "V",  "W",  "cm", "dB",  "d",  "g",  "h",  "ha", "kB", "kg", "km", "kPa", "kV", "kW", "kWh",
    "km/h", "m", "mL", "mg", "min", "mm", "ms", "m/s", "nm", "s", "t", "μm",
};
constexpr std::string_view titles[] = {"Dr", "Fig", "Mr", "Mrs", "Ms", "No", "Prof", "St", "Vol", "p", "pp", "vol"};
constexpr std::string_view address_signs[] = {"://", "www.", ".com", ".cn", ".gov", ".org", ".net", ".edu"};

bool in(std::u32string_view set, char32_t c) { return set.find(c) != std::u32string_view::npos; }

}  // namespace

ClassSet never_at_line_start(EdgeLevel level) {
    switch (level) {
    case EdgeLevel::none: return {};
    case EdgeLevel::basic:
    case EdgeLevel::gb: return start_basic;
    case EdgeLevel::strict: return start_strict;
    }
    return {};
}

ClassSet never_at_line_end(EdgeLevel level) {
    switch (level) {
    case EdgeLevel::none: return {};
    case EdgeLevel::basic: return end_basic;
    case EdgeLevel::gb:
    case EdgeLevel::strict: return end_gb;
    }
    return {};
}

std::span<const LineTailoring> line_tailorings() { return tailorings; }
std::span<const PairRule> pair_rules() { return pairs; }

bool is_measure_word(char32_t c) { return in(measure_words, c); }
bool is_han_numeral(char32_t c) { return in(han_numerals, c); }
bool is_approximation(char32_t c) { return in(approximations, c); }
bool is_address_joint(char32_t c) { return in(address_joints, c); }

bool is_unit_symbol(std::string_view ascii) {
    return std::find(std::begin(unit_symbols), std::end(unit_symbols), ascii) != std::end(unit_symbols);
}

bool is_title(std::string_view ascii) {
    return std::find(std::begin(titles), std::end(titles), ascii) != std::end(titles);
}

bool looks_like_address(std::string_view ascii) {
    const auto at = ascii.find('@');
    if (at != std::string_view::npos && at > 0 && ascii.find('.', at) != std::string_view::npos) return true;
    return std::any_of(std::begin(address_signs), std::end(address_signs), [&](std::string_view sign) {
        return ascii.find(sign) != std::string_view::npos;
    });
}

}  // namespace nianbao::text
