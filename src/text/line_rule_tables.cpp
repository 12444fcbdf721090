// The rules of UAX #14 (Unicode 15.0) that look at two classes only.
#include "text/line_rule_tables.hpp"

namespace nianbao::text {
namespace {

using L = LineClass;

constexpr LineSet any = LineSet::all();
constexpr LineSet alphabetic{L::al, L::hl};
constexpr LineSet ideographic{L::id, L::eb, L::em};
constexpr LineSet hangul{L::jl, L::jv, L::jt, L::h2, L::h3};
constexpr LineSet not_before_glue{L::sp, L::ba, L::hy};

constexpr LineRule with_spaces[] = {
    {any, {L::wj}, false},                                        // LB11
    {{L::wj}, any, false},                                        // LB11
    {{L::gl}, any, false},                                        // LB12
    {~not_before_glue, {L::gl}, false},                           // LB12a
    {any, {L::cl, L::cp, L::ex, L::is, L::sy}, false},            // LB13
};

constexpr LineRule across_spaces[] = {
    {{L::op}, any, false},              // LB14
    {{L::qu}, {L::op}, false},          // LB15
    {{L::cl, L::cp}, {L::ns}, false},   // LB16
    {{L::b2}, {L::b2}, false},          // LB17
};

constexpr LineRule of_pairs[] = {
    {{L::sp}, any, true},                                    // LB18
    {any, {L::qu}, false},                                   // LB19
    {{L::qu}, any, false},                                   // LB19
    {any, {L::cb}, true},                                    // LB20
    {{L::cb}, any, true},                                    // LB20
    {any, {L::ba, L::hy, L::ns}, false},                     // LB21
    {{L::bb}, any, false},                                   // LB21
    {{L::sy}, {L::hl}, false},                               // LB21b
    {any, {L::in}, false},                                   // LB22
    {alphabetic, {L::nu}, false},                            // LB23
    {{L::nu}, alphabetic, false},                            // LB23
    {{L::pr}, ideographic, false},                           // LB23a
    {ideographic, {L::po}, false},                           // LB23a
    {{L::pr, L::po}, alphabetic, false},                     // LB24
    {alphabetic, {L::pr, L::po}, false},                     // LB24
    {{L::pr, L::po, L::op, L::hy, L::nu}, {L::nu}, false},   // LB25
    {{L::jl}, {L::jl, L::jv, L::h2, L::h3}, false},          // LB26
    {{L::jv, L::h2}, {L::jv, L::jt}, false},                 // LB26
    {{L::jt, L::h3}, {L::jt}, false},                        // LB26
    {hangul, {L::po}, false},                                // LB27
    {{L::pr}, hangul, false},                                // LB27
    {alphabetic, alphabetic, false},                         // LB28
    {{L::is}, alphabetic, false},                            // LB29
    {{L::eb}, {L::em}, false},                               // LB30b
};

} // namespace

std::span<const LineRule> rules_with_spaces() {
    return with_spaces;
}
std::span<const LineRule> rules_across_spaces() {
    return across_spaces;
}
std::span<const LineRule> rules_of_pairs() {
    return of_pairs;
}

} // namespace nianbao::text
