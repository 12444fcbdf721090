// The type sizes by name (字号), in points: 三号 is 15.75, not the 16 of office programs.
#include "template/length_text.hpp"

namespace nianbao::templating {

std::span<const NamedTypeSize> named_type_sizes() {
    static constexpr NamedTypeSize sizes[] = {
        {"初号", Length::millipoints(42000)}, {"小初", Length::millipoints(36000)},
        {"一号", Length::millipoints(26000)}, {"小一", Length::millipoints(24000)},
        {"二号", Length::millipoints(22000)}, {"小二", Length::millipoints(18000)},
        {"三号", Length::millipoints(15750)}, {"小三", Length::millipoints(15000)},
        {"四号", Length::millipoints(14000)}, {"小四", Length::millipoints(12000)},
        {"五号", Length::millipoints(10500)}, {"小五", Length::millipoints(9000)},
        {"六号", Length::millipoints(7500)},  {"小六", Length::millipoints(6500)},
        {"七号", Length::millipoints(5500)},  {"八号", Length::millipoints(5000)},
    };
    return sizes;
}

}  // namespace nianbao::templating
