// The body of the public header length.hpp.
#include <nianbao/length.hpp>

#include <cstdlib>

namespace nianbao {

std::string to_string(Length length) {
    const std::int64_t count = length.count();
    const std::int64_t size = std::llabs(count);
    std::string text = count < 0 ? "-" : "";
    text += std::to_string(size / 1000);
    if (const std::int64_t rest = size % 1000; rest != 0) {
        std::string decimals = std::to_string(1000 + rest).substr(1);
        while (decimals.back() == '0') decimals.pop_back();
        text += '.' + decimals;
    }
    return text;
}

}  // namespace nianbao
