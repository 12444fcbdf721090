// One deflate block of literals under a Huffman code of its own (RFC 1950, RFC 1951).
#include "pdf/huffman.hpp"

#include <algorithm>
#include <array>
#include <cstdint>
#include <utility>
#include <vector>

#include <libdeflate.h>

namespace nianbao::pdf {

namespace {

constexpr std::size_t end_of_block = 256;
constexpr std::size_t literals = 257;  // with the end of the block
// RFC 1951 allows 15 bits; with 14, four codes and a begun byte fit into 64 bits.
constexpr std::size_t longest_literal = 14;
constexpr std::size_t codes_at_once = 4;
constexpr std::size_t longest_length_code = 7;
constexpr std::size_t stored_block = 65535;

using Weights = std::vector<std::uint64_t>;  // by symbol; 0: the symbol does not occur
using Lengths = std::vector<std::uint8_t>;   // of codes in bits, by symbol; 0: no code

// The best code lengths of up to `limit` bits, for two symbols or more: package-merge (Larmore and
// Hirschberg 1990). A list holds the symbols, and pairs of the list before it, in order of weight.
Lengths code_lengths(const Weights& weights, std::size_t limit) {
    std::vector<std::pair<std::uint64_t, std::size_t>> symbols;  // with their weights, the lightest first
    for (std::size_t symbol = 0; symbol < weights.size(); ++symbol)
        if (weights[symbol] > 0) symbols.emplace_back(weights[symbol], symbol);
    std::sort(symbols.begin(), symbols.end());

    std::vector<std::vector<char>> is_symbol(limit);  // by list and item
    Weights list, before;
    for (std::vector<char>& kinds : is_symbol) {
        before.swap(list);
        list.clear();
        kinds.reserve(2 * symbols.size());
        std::size_t symbol = 0, pair = 0;
        while (symbol < symbols.size() || pair + 1 < before.size()) {
            const bool is_pair = pair + 1 < before.size() &&
                (symbol == symbols.size() || before[pair] + before[pair + 1] < symbols[symbol].first);
            list.push_back(is_pair ? before[pair] + before[pair + 1] : symbols[symbol].first);
            kinds.push_back(!is_pair);
            if (is_pair) pair += 2;
            else ++symbol;
        }
    }

    // As many of the last list as make a whole code, and what they are pairs of: a bit for each time.
    Lengths lengths(weights.size(), 0);
    std::size_t taken = 2 * symbols.size() - 2;
    for (auto kinds = is_symbol.rbegin(); kinds != is_symbol.rend(); ++kinds) {
        const auto end = kinds->begin() + static_cast<std::ptrdiff_t>(taken);
        const auto count = static_cast<std::size_t>(std::count(kinds->begin(), end, true));
        for (std::size_t i = 0; i < count; ++i) ++lengths[symbols[i].second];
        taken = 2 * (taken - count);
    }
    return lengths;
}

struct Code {
    std::uint16_t bits = 0;  // first bit lowest, as the file has it
    std::uint8_t length = 0;
};

// RFC 1951, 3.2.2.
std::vector<Code> canonical_codes(const Lengths& lengths) {
    std::vector<Code> codes(lengths.size());
    std::uint32_t next = 0;
    for (std::uint8_t length = 1; length <= longest_literal; ++length, next <<= 1U)
        for (std::size_t symbol = 0; symbol < lengths.size(); ++symbol) {
            if (lengths[symbol] != length) continue;
            std::uint32_t reversed = 0;
            for (std::uint8_t bit = 0; bit < length; ++bit) reversed |= (next >> bit & 1U) << (length - 1U - bit);
            codes[symbol] = {static_cast<std::uint16_t>(reversed), length};
            ++next;
        }
    return codes;
}

// A symbol of the code for code lengths with its extra bits (RFC 1951, 3.2.7).
struct LengthToken {
    std::uint8_t symbol = 0;
    std::uint8_t extra = 0, extra_bits = 0;
};

// Runs of one length as the repeats 16 to 18.
std::vector<LengthToken> length_tokens(const Lengths& lengths) {
    std::vector<LengthToken> tokens;
    for (std::size_t at = 0; at < lengths.size();) {
        const std::uint8_t length = lengths[at];
        std::size_t run = 1;
        while (at + run < lengths.size() && lengths[at + run] == length) ++run;
        at += run;
        if (length != 0) {
            tokens.push_back({length, 0, 0});
            --run;
        }
        while (run >= 3) {
            const std::size_t part = std::min<std::size_t>(run, length != 0 ? 6 : 138);
            const auto number = static_cast<std::uint8_t>(part);
            if (length != 0) tokens.push_back({16, static_cast<std::uint8_t>(number - 3), 2});
            else if (part <= 10) tokens.push_back({17, static_cast<std::uint8_t>(number - 3), 3});
            else tokens.push_back({18, static_cast<std::uint8_t>(number - 11), 7});
            run -= part;
        }
        for (; run > 0; --run) tokens.push_back({length, 0, 0});
    }
    return tokens;
}

// Bits, the first lowest, into bytes. The output must have room for eight bytes more.
class BitWriter {
public:
    explicit BitWriter(char* out) : out_(out) {}

    void add(std::uint64_t bits, unsigned count) {
        pending_ |= bits << count_;
        count_ += count;
    }
    // Leaves less than a byte pending; at most 63 bits may pend before.
    void flush() {
        for (unsigned byte = 0; byte < 8; ++byte) out_[byte] = static_cast<char>(pending_ >> (8 * byte));
        out_ += count_ / 8;
        pending_ >>= count_ / 8 * 8;
        count_ %= 8;
    }
    char* finish() {
        flush();
        return count_ > 0 ? out_ + 1 : out_;
    }

private:
    char* out_;
    std::uint64_t pending_ = 0;
    unsigned count_ = 0;
};

class LiteralBlock {
public:
    explicit LiteralBlock(std::string_view bytes);
    std::size_t size() const { return (bits_ + 7) / 8; }
    char* write(char* out) const;

private:
    void write_header(BitWriter& writer) const;

    std::string_view bytes_;
    std::vector<Code> codes_, length_codes_;
    std::vector<LengthToken> tokens_;  // the lengths of codes_ and of the distance codes
    std::size_t length_codes_written_ = 4;
    std::size_t bits_ = 0;
};

// The order in which the lengths of the length codes are written (RFC 1951, 3.2.7).
constexpr std::array<std::uint8_t, 19> length_code_order{16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15};

// Four counts for each byte, so that equal neighbours need not wait for each other.
Weights count_literals(std::string_view bytes) {
    std::array<std::array<std::uint32_t, 256>, 4> counts{};
    std::size_t at = 0;
    for (; at + 4 <= bytes.size(); at += 4)
        for (std::size_t lane = 0; lane < 4; ++lane) ++counts[lane][static_cast<unsigned char>(bytes[at + lane])];
    for (; at < bytes.size(); ++at) ++counts[0][static_cast<unsigned char>(bytes[at])];
    Weights weights(literals, 0);
    for (const auto& lane : counts)
        for (std::size_t byte = 0; byte < lane.size(); ++byte) weights[byte] += lane[byte];
    weights[end_of_block] = 1;
    return weights;
}

LiteralBlock::LiteralBlock(std::string_view bytes) : bytes_(bytes) {
    const Weights weights = count_literals(bytes);
    Lengths lengths = code_lengths(weights, longest_literal);
    codes_ = canonical_codes(lengths);
    // Two distance codes, though none is used: some readers take no incomplete code.
    lengths.insert(lengths.end(), {1, 1});
    tokens_ = length_tokens(lengths);

    Weights token_weights(length_code_order.size(), 0);
    for (const LengthToken& token : tokens_) ++token_weights[token.symbol];
    length_codes_ = canonical_codes(code_lengths(token_weights, longest_length_code));
    for (std::size_t i = 0; i < length_code_order.size(); ++i)
        if (length_codes_[length_code_order[i]].length > 0) length_codes_written_ = std::max(length_codes_written_, i + 1);

    bits_ = 3 + 5 + 5 + 4 + 3 * length_codes_written_;
    for (const LengthToken& token : tokens_) bits_ += std::size_t{length_codes_[token.symbol].length} + token.extra_bits;
    for (std::size_t symbol = 0; symbol < literals; ++symbol) bits_ += weights[symbol] * codes_[symbol].length;
}

void LiteralBlock::write_header(BitWriter& writer) const {
    writer.add(1, 1);  // the last block
    writer.add(2, 2);  // with codes of its own
    writer.add(literals - 257, 5);
    writer.add(2 - 1, 5);  // distance codes
    writer.add(length_codes_written_ - 4, 4);
    for (std::size_t i = 0; i < length_codes_written_; ++i) {
        writer.flush();
        writer.add(length_codes_[length_code_order[i]].length, 3);
    }
    for (const LengthToken& token : tokens_) {
        writer.flush();
        writer.add(length_codes_[token.symbol].bits, length_codes_[token.symbol].length);
        writer.add(token.extra, token.extra_bits);
    }
    writer.flush();
}

char* LiteralBlock::write(char* out) const {
    BitWriter writer(out);
    write_header(writer);
    std::array<Code, literals> codes;
    std::copy(codes_.begin(), codes_.end(), codes.begin());
    const auto add = [&](std::size_t symbol) { writer.add(codes[symbol].bits, codes[symbol].length); };
    std::size_t at = 0;
    for (; at + codes_at_once <= bytes_.size(); at += codes_at_once) {
        for (std::size_t i = 0; i < codes_at_once; ++i) add(static_cast<unsigned char>(bytes_[at + i]));
        writer.flush();
    }
    for (; at < bytes_.size(); ++at) add(static_cast<unsigned char>(bytes_[at]));
    writer.flush();
    add(end_of_block);
    return writer.finish();
}

std::size_t stored_size(std::size_t bytes) {
    return bytes + 5 * std::max<std::size_t>(1, (bytes + stored_block - 1) / stored_block);
}

void append_stored(std::string& out, std::string_view bytes) {
    do {
        const std::string_view block = bytes.substr(0, stored_block);
        bytes.remove_prefix(block.size());
        const auto length = static_cast<std::uint16_t>(block.size());
        out += bytes.empty() ? '\1' : '\0';
        for (const unsigned value : {unsigned{length}, ~unsigned{length}}) {
            out += static_cast<char>(value & 255U);
            out += static_cast<char>(value >> 8U & 255U);
        }
        out += block;
    } while (!bytes.empty());
}

}  // namespace

std::string huffman_compress(std::string_view bytes) {
    std::string out = "\x78\x01";  // deflate with a window of 32 kB; the fastest level (RFC 1950, 2.2)
    const std::size_t begin = out.size();
    const LiteralBlock block(bytes);
    // Nothing to say needs no code, and a code needs two symbols.
    if (bytes.empty() || block.size() >= stored_size(bytes.size())) {
        append_stored(out, bytes);
    } else {
        constexpr std::size_t room = 8;  // of the bit writer
        out.resize(begin + block.size() + room);
        const char* end = block.write(out.data() + begin);
        out.resize(static_cast<std::size_t>(end - out.data()));
    }
    const std::uint32_t sum = libdeflate_adler32(1, bytes.data(), bytes.size());
    for (int shift = 24; shift >= 0; shift -= 8) out += static_cast<char>(sum >> static_cast<unsigned>(shift) & 255U);
    return out;
}

}  // namespace nianbao::pdf
