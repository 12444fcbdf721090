// Tests of the Huffman compression: another program's inflate gives the input back.
#include <catch2/catch.hpp>

#include "pdf/huffman.hpp"

#include <cmath>
#include <cstdint>
#include <map>
#include <string>
#include <utility>

#include <libdeflate.h>

#include "base/file.hpp"
#include "pdf/deflate.hpp"
#include "test_folders.hpp"

namespace {

using namespace nianbao;

std::string inflated(const std::string& zlib, std::size_t size) {
    libdeflate_decompressor* decompressor = libdeflate_alloc_decompressor();
    std::string out(size, '\0');
    const libdeflate_result result =
        libdeflate_zlib_decompress(decompressor, zlib.data(), zlib.size(), out.data(), size, nullptr);
    libdeflate_free_decompressor(decompressor);
    return result == LIBDEFLATE_SUCCESS ? out : "not in the zlib format";
}

// Bytes below `values`, the small ones the more often.
std::string noise(std::size_t size, unsigned values) {
    std::string bytes;
    std::uint64_t state = 1;
    while (bytes.size() < size) {
        state = state * 6364136223846793005U + 1442695040888963407U;
        const auto a = static_cast<unsigned>(state >> 33U) % values, b = static_cast<unsigned>(state >> 48U) % values;
        bytes += static_cast<char>(values < 256 ? a * b / values : a);
    }
    return bytes;
}

void check_round_trip(const std::string& bytes) {
    const std::string zlib = pdf::huffman_compress(bytes);
    INFO(bytes.size() << " bytes become " << zlib.size());
    CHECK(inflated(zlib, bytes.size()) == bytes);
    CHECK(zlib.size() <= bytes.size() + 11 + 5 * (bytes.size() / 65535));
}

}  // namespace

TEST_CASE("Huffman codes give short inputs back") {
    check_round_trip("");
    for (std::size_t size = 1; size < 300; ++size) {
        check_round_trip(noise(size, 3));
        check_round_trip(noise(size, 256));
    }
}

TEST_CASE("Huffman codes give an input of one byte value back") {
    for (const std::size_t size : {1U, 2U, 5U, 1000U, 100000U}) check_round_trip(std::string(size, '\xFF'));
    CHECK(pdf::huffman_compress(std::string(100000, 'a')).size() < 12600);  // a bit each
}

TEST_CASE("Huffman codes store what no code makes shorter, in blocks of 64 kB") {
    for (const std::size_t size : {65534U, 65535U, 65536U, 131070U, 131071U, 400000U}) check_round_trip(noise(size, 256));
}

TEST_CASE("Huffman codes are held to their limit when frequencies grow like Fibonacci's numbers") {
    std::string bytes;
    std::size_t last = 1, next = 1;
    for (int symbol = 0; symbol < 25; ++symbol) {
        bytes.append(last, static_cast<char>('a' + symbol));
        next += std::exchange(last, next);
    }
    check_round_trip(bytes);
    CHECK(pdf::huffman_compress(bytes).size() < bytes.size() / 3);
}

TEST_CASE("Huffman codes come near the entropy of uneven bytes") {
    const std::string bytes = noise(200000, 128);
    check_round_trip(bytes);
    std::map<char, double> counts;
    for (const char byte : bytes) ++counts[byte];
    double bits = 0;
    for (const auto& [byte, count] : counts) bits -= count * std::log2(count / 200000);
    const auto size = static_cast<double>(pdf::huffman_compress(bytes).size());
    CHECK(size > bits / 8);
    CHECK(size < bits / 8 * 1.01);
}

TEST_CASE("Huffman codes give a whole font back, and the same bytes each time") {
    const std::string font = read_file(test::root() + "/fonts/FandolFang-Regular.otf", 100000000);
    check_round_trip(font);
    CHECK(pdf::huffman_compress(font) == pdf::huffman_compress(font));
    CHECK(pdf::huffman_compress(font).size() < font.size());
}

TEST_CASE("the small profile compresses a font program at least as well as the fast one") {
    const std::string program = noise(50000, 100);
    pdf::StreamCompressor fast(PdfProfile::fast), small(PdfProfile::small);
    for (const OutlineKind kind : {OutlineKind::cff, OutlineKind::truetype}) {
        const std::string least = small.compress_program(program, kind);
        CHECK(inflated(least, program.size()) == program);
        CHECK(least.size() <= fast.compress_program(program, kind).size() + 64);
    }
}
