// Reading standard input to its end.
#include "cli/standard_input.hpp"

#include <iostream>
#include <iterator>

#include "cli/signals.hpp"

namespace nianbao::cli {

std::string read_standard_input() {
    const LetSignalsThrough signals;
    return {std::istreambuf_iterator<char>(std::cin), std::istreambuf_iterator<char>()};
}

}  // namespace nianbao::cli
