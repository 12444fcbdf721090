// Lengths as reports write them: "24mm", "68pt".
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

#include <nianbao/length.hpp>

namespace nianbao::report {

// The thousandths of "24", "24.5" or "24.125", up to 99999.999; nothing for anything else.
std::optional<std::int64_t> thousandths_of(std::string_view text);

// "24mm" or "68.5pt", above zero; nothing for anything else.
std::optional<Length> length_of(std::string_view text);

}  // namespace nianbao::report
