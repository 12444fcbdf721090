// The sRGB profile of the output intent, built tag by tag (ICC.1:2010, clauses 7 to 10).
#include "pdf/icc_profile.hpp"

#include <array>
#include <cstdint>
#include <string_view>
#include <utility>
#include <vector>

namespace nianbao::pdf {

namespace {

void append_big_endian(std::string& out, std::uint32_t value, int bytes) {
    for (int byte = bytes - 1; byte >= 0; --byte) out += static_cast<char>(value >> (8U * static_cast<unsigned>(byte)));
}

// s15Fixed16 of a value in 1/100,000.
void append_fixed(std::string& out, std::int64_t hundred_thousandths) {
    const std::int64_t scaled = hundred_thousandths * 65536;
    append_big_endian(out, static_cast<std::uint32_t>((scaled + (scaled < 0 ? -50000 : 50000)) / 100000), 4);
}

std::string fixed_values(std::string_view type, const std::vector<std::int64_t>& values) {
    std::string out(type);
    append_big_endian(out, 0, 4);
    for (const std::int64_t value : values) append_fixed(out, value);
    return out;
}

std::string localized(std::string_view ascii) {
    constexpr std::uint32_t record_size = 12, text_offset = 28;
    std::string out = "mluc";
    append_big_endian(out, 0, 4);
    append_big_endian(out, 1, 4);
    append_big_endian(out, record_size, 4);
    out += "enUS";
    append_big_endian(out, static_cast<std::uint32_t>(ascii.size() * 2), 4);
    append_big_endian(out, text_offset, 4);
    for (const char c : ascii) {
        out += '\0';
        out += c;
    }
    while (out.size() % 4 != 0) out += '\0';
    return out;
}

// The curve of IEC 61966-2-1: ((x + 0.055) / 1.055)^2.4 above 0.04045, x / 12.92 below.
std::string transfer_curve() {
    std::string out = "para";
    append_big_endian(out, 0, 4);
    append_big_endian(out, 3, 2);
    append_big_endian(out, 0, 2);
    for (const std::int64_t value : {240000, 94787, 5213, 7740, 4045}) append_fixed(out, value);
    return out;
}

std::string header(std::uint32_t size) {
    std::string out;
    append_big_endian(out, size, 4);
    out.append(4, '\0');                    // preferred CMM: none
    append_big_endian(out, 0x04300000, 4);  // version 4.3
    out += "mntrRGB XYZ ";
    for (const std::uint32_t part : {2026U, 1U, 1U, 0U, 0U, 0U}) append_big_endian(out, part, 2);  // date of this table
    out += "acsp";
    out.append(28, '\0');  // platform, flags, device, attributes, perceptual intent
    for (const std::int64_t value : {96420, 100000, 82491}) append_fixed(out, value);  // D50
    out.append(48, '\0');  // creator, identifier, reserved
    return out;
}

}  // namespace

std::string srgb_profile() {
    // Primaries and adaptation to D50 by the Bradford matrix, as in the ICC's own sRGB profiles.
    const std::vector<std::pair<std::string_view, std::string>> tags = {
        {"desc", localized("sRGB IEC61966-2.1")},
        {"cprt", localized("No copyright, use freely")},
        {"wtpt", fixed_values("XYZ ", {96420, 100000, 82491})},
        {"chad", fixed_values("sf32", {104788, 2292, -5022, 2959, 99048, -1707, -925, 1508, 75168})},
        {"rXYZ", fixed_values("XYZ ", {43607, 22249, 1392})},
        {"gXYZ", fixed_values("XYZ ", {38515, 71687, 9708})},
        {"bXYZ", fixed_values("XYZ ", {14307, 6061, 71410})},
        {"rTRC", transfer_curve()},
    };
    const std::size_t entries = tags.size() + 2;  // green and blue share red's curve
    std::string table, data;
    constexpr std::uint32_t header_size = 128;
    const auto offset = static_cast<std::uint32_t>(header_size + 4 + 12 * entries);
    append_big_endian(table, static_cast<std::uint32_t>(entries), 4);
    for (const auto& [signature, bytes] : tags) {
        const auto at = static_cast<std::uint32_t>(offset + data.size());
        const auto sharing = signature == "rTRC" ? std::vector<std::string_view>{"rTRC", "gTRC", "bTRC"}
                                                 : std::vector<std::string_view>{signature};
        for (const std::string_view name : sharing) {
            table += name;
            append_big_endian(table, at, 4);
            append_big_endian(table, static_cast<std::uint32_t>(bytes.size()), 4);
        }
        data += bytes;
    }
    return header(offset + static_cast<std::uint32_t>(data.size())) + table + data;
}

}  // namespace nianbao::pdf
