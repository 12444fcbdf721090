// Charstrings → a bare CID-keyed CFF program (Adobe Technical Note 5176).
#include "font/cff_program.hpp"

#include <cstdint>

#include "font/charstring.hpp"

namespace nianbao::font {
namespace {

void big_endian(std::string& out, std::size_t value, int bytes) {
    for (int shift = 8 * (bytes - 1); shift >= 0; shift -= 8)
        out += static_cast<char>(value >> shift & 0xFF);
}

// A dictionary integer in its shortest form (5176, table 3). FreeType 2.12 reads a negative one in
// the five-byte form as huge, and gives the face a box of 32 em.
void operand(std::string& out, long value) {
    if (value >= -107 && value <= 107) {
        big_endian(out, static_cast<std::size_t>(value + 139), 1);
    } else if (value >= -32768 && value <= 32767) {
        out += '\x1c';
        big_endian(out, static_cast<std::uint16_t>(static_cast<std::int16_t>(value)), 2);
    } else {
        out += '\x1d';
        big_endian(out, static_cast<std::uint32_t>(static_cast<std::int32_t>(value)), 4);
    }
}

// An offset always takes five bytes, so that a dictionary's size does not depend on its offsets.
void offset_operand(std::string& out, std::size_t value) {
    out += '\x1d';
    big_endian(out, value, 4);
}

void op_code(std::string& out, int code) {
    if (code > 0xFF) out += static_cast<char>(code >> 8);
    out += static_cast<char>(code & 0xFF);
}

void operation(std::string& out, int code, std::initializer_list<long> operands) {
    for (const long value : operands)
        operand(out, value);
    op_code(out, code);
}

void offset_operation(std::string& out, int code, std::size_t offset) {
    offset_operand(out, offset);
    op_code(out, code);
}

// An INDEX of items: count, size of an offset, offsets from 1, data (5176, 5).
template <class Items, class Get> void index(std::string& out, const Items& items, Get get) {
    big_endian(out, items.size(), 2);
    if (items.empty()) return;
    std::size_t total = 1;
    for (const auto& item : items)
        total += get(item).size();
    const int width = total <= 0xFF ? 1 : total <= 0xFFFF ? 2 : total <= 0xFFFFFF ? 3 : 4;
    out += static_cast<char>(width);
    std::size_t offset = 1;
    big_endian(out, offset, width);
    for (const auto& item : items)
        big_endian(out, offset += get(item).size(), width);
    for (const auto& item : items)
        out += get(item);
}

void index_of_texts(std::string& out, const std::vector<std::string>& items) {
    index(out, items, [](const std::string& item) -> const std::string& { return item; });
}

struct Offsets {
    std::size_t charset = 0, fd_select = 0, charstrings = 0, fd_array = 0;
};

// 391 and 392 are the first strings of the program's own String INDEX.
std::string top_dictionary(const FaceMetrics& m, std::size_t count, const Offsets& at) {
    std::string dictionary;
    operation(dictionary, 0x0C1E, {391, 392, 0}); // ROS: Adobe-Identity-0
    operation(dictionary, 5, {m.box_left, m.box_bottom, m.box_right, m.box_top}); // FontBBox
    operation(dictionary, 0x0C22, {static_cast<long>(count)});                    // CIDCount
    offset_operation(dictionary, 15, at.charset);
    offset_operation(dictionary, 0x0C25, at.fd_select);
    offset_operation(dictionary, 17, at.charstrings);
    offset_operation(dictionary, 0x0C24, at.fd_array);
    return dictionary;
}

std::string head(const std::string& name, const std::string& top) {
    std::string out(
        "\x01\x00\x04\x04", 4
    ); // version 1.0, header of 4 bytes, offsets of up to 4 bytes
    index_of_texts(out, {name});
    index_of_texts(out, {top});
    index_of_texts(out, {"Adobe", "Identity"});
    index_of_texts(out, {}); // no global subroutines
    return out;
}

// CID = glyph for all of them: one range, two bytes of length (format 2).
std::string identity_charset(std::size_t count) {
    std::string charset;
    if (count < 2) return std::string(1, '\0');
    charset += '\x02';
    big_endian(charset, 1, 2);
    big_endian(charset, count - 2, 2);
    return charset;
}

std::string one_fd_select(std::size_t count) {
    std::string select;
    select += '\x03';
    big_endian(select, 1, 2);
    big_endian(select, 0, 3);
    big_endian(select, count, 2);
    return select;
}

} // namespace

std::string assemble_cff(
    const std::string& name, const FaceMetrics& metrics,
    std::span<const std::string* const> charstrings
) {
    const std::size_t count = charstrings.size();
    const std::string charset = identity_charset(count), select = one_fd_select(count);
    std::string private_dictionary;
    operation(private_dictionary, 20, {default_width});
    Offsets at;
    at.charset = head(name, top_dictionary(metrics, count, at)).size();
    at.fd_select = at.charset + charset.size();
    const std::size_t private_at = at.fd_select + select.size();
    std::string font_dictionary;
    operand(font_dictionary, static_cast<long>(private_dictionary.size()));
    offset_operation(font_dictionary, 18, private_at); // Private: size and offset
    at.fd_array = private_at + private_dictionary.size();
    std::string fd_array;
    index_of_texts(fd_array, {font_dictionary});
    at.charstrings = at.fd_array + fd_array.size();

    std::string out = head(name, top_dictionary(metrics, count, at));
    std::size_t size = out.size() + 512 + 4 * count;
    for (const std::string* charstring : charstrings)
        size += charstring->size();
    out.reserve(size);
    out += charset;
    out += select;
    out += private_dictionary;
    out += fd_array;
    index(out, charstrings, [](const std::string* charstring) -> const std::string& {
        return *charstring;
    });
    return out;
}

} // namespace nianbao::font
