// A 128-bit fingerprint of bytes, the same on every machine.
#include "pdf/content_hash.hpp"

namespace nianbao::pdf {

namespace {

// Odd multipliers spread every input bit upward, the shift brings it down again.
constexpr std::uint64_t first_multiplier = 0xFF51AFD7ED558CCDU;
constexpr std::uint64_t second_multiplier = 0xC4CEB9FE1A85EC53U;

std::uint64_t mixed(std::uint64_t state, std::uint64_t word, std::uint64_t multiplier) {
    state = (state ^ word) * multiplier;
    return state ^ (state >> 32U);
}

// Little-endian on every machine; compilers make one load of it.
std::uint64_t word_at(const char* bytes, std::size_t count) {
    std::uint64_t word = 0;
    for (std::size_t i = 0; i < count; ++i)
        word |= static_cast<std::uint64_t>(static_cast<unsigned char>(bytes[i])) << (8 * i);
    return word;
}

}  // namespace

void ContentHash::add(std::string_view bytes) {
    std::size_t at = 0;
    // Two words at a time, since neither half waits for the other.
    for (; at + 16 <= bytes.size(); at += 16) {
        first_ = mixed(first_, word_at(bytes.data() + at, 8), first_multiplier);
        second_ = mixed(second_, word_at(bytes.data() + at + 8, 8), second_multiplier);
    }
    if (at + 8 <= bytes.size()) {
        first_ = mixed(first_, word_at(bytes.data() + at, 8), first_multiplier);
        at += 8;
    }
    // The length keeps "a" + "b" apart from "ab".
    length_ += bytes.size() + 1;
    const std::uint64_t rest = word_at(bytes.data() + at, bytes.size() - at);
    first_ = mixed(first_, rest ^ (length_ << 56U), first_multiplier);
    second_ = mixed(second_, ~rest ^ length_, second_multiplier);
}

std::array<std::uint64_t, 2> ContentHash::value() const {
    // Every bit of the state reaches both halves.
    const std::uint64_t both = mixed(first_, second_, second_multiplier);
    return {mixed(both, length_, first_multiplier), mixed(second_, both, first_multiplier)};
}

std::string ContentHash::hexadecimal() const {
    std::string out;
    for (const std::uint64_t half : value())
        for (unsigned shift = 64; shift > 0; shift -= 4) out += "0123456789ABCDEF"[(half >> (shift - 4U)) & 15U];
    return out;
}

}  // namespace nianbao::pdf
