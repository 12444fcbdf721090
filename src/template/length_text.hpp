// Lengths as templates write them: "26mm", "10.5pt", "2em", "三号".
#pragma once

#include <optional>
#include <span>
#include <string_view>

#include <nianbao/length.hpp>

namespace nianbao::templating {

// A type size by its Chinese name (字号).
struct NamedTypeSize {
    std::string_view name;
    Length size;
};
std::span<const NamedTypeSize> named_type_sizes();

enum class LengthFault { none, syntax, no_em, range };

struct ParsedLength {
    Length length = {};
    LengthFault fault = LengthFault::none;
};

// Exact in integers, rounded once to a millipoint. Units: pt, mm, cm, em and the names of type sizes.
// Never negative; at most 14 400 pt, the largest page a PDF may have.
ParsedLength parse_length(std::string_view text, std::optional<Length> em);

}  // namespace nianbao::templating
