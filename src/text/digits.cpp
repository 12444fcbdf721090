// A table of digits by the digit that follows, tried on every three in a row.
#include "text/digits.hpp"

#include <algorithm>
#include <string>
#include <vector>

#include "text/shape.hpp"

namespace nianbao::text {
namespace {

std::size_t value_of(char digit) {
    return static_cast<std::size_t>(digit - '0');
}

// Every `length` digits in every order, each once (a sequence of de Bruijn): what a face does to digits beside others
// shows in it.
std::string every_order_of(std::size_t length) {
    std::size_t orders = 1;
    for (std::size_t i = 0; i < length; ++i)
        orders *= 10;
    std::vector<bool> seen(orders, false);
    std::string out(length - 1, '0');
    std::size_t before = 0; // the last length − 1 digits
    for (bool found = true; found;) {
        found = false;
        for (std::size_t next = 10; next-- > 0 && !found;) {
            const std::size_t order = before * 10 + next;
            if (seen[order]) continue;
            seen[order] = found = true;
            out += static_cast<char>('0' + next);
            before = order % (orders / 10);
        }
    }
    return out;
}

bool same(const ShapedGlyph& a, const ShapedGlyph& b) {
    return a.id == b.id && a.x == b.x && a.y == b.y && a.advance == b.advance;
}

// All but the place in the text.
bool same(const Cluster& a, const Cluster& b) {
    return a.han == b.han && a.face == b.face && a.size == b.size && a.advance == b.advance && a.raise == b.raise &&
           a.level == b.level && a.blank_before == b.blank_before && a.blank_after == b.blank_after && a.kerned == b.kerned;
}

ShapedText shaped(StyledRun run, std::string text, const FontSet& fonts) {
    run.text = std::move(text);
    return text::shape(std::span(&run, 1), fonts);
}

// One face, a glyph for each digit.
bool is_plain(const ShapedText& text) {
    const std::size_t digits = text.runs.front().text.size();
    return text.faces.size() == 1 && text.missing.empty() && text.clusters.size() == digits && text.glyphs.size() == digits;
}

} // namespace

bool is_number(std::string_view text) {
    return !text.empty() && std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

const Digits::Digit& Digits::at(std::string_view number, std::size_t place) const {
    return digits_[value_of(number[place])][place + 1 < number.size() ? value_of(number[place + 1]) : last];
}

bool Digits::learn(const ShapedText& text) {
    if (!is_plain(text)) return false;
    const std::string& digits = text.runs.front().text;
    for (std::size_t i = 0; i < digits.size(); ++i)
        digits_[value_of(digits[i])][i + 1 < digits.size() ? value_of(digits[i + 1]) : last] = {text.clusters[i], text.glyphs[i]};
    face_ = text.faces.front();
    return true;
}

bool Digits::agrees(const ShapedText& text) const {
    if (!is_plain(text) || text.faces.front() != face_) return false;
    const std::string& digits = text.runs.front().text;
    for (std::size_t i = 0; i < digits.size(); ++i) {
        const Digit& digit = at(digits, i);
        if (!same(digit.cluster, text.clusters[i]) || !same(digit.glyph, text.glyphs[i])) return false;
    }
    return true;
}

std::optional<Digits> Digits::of(const StyledRun& look, const FontSet& fonts, const LineStyle& style) {
    if (style.latin_on_grid || look.style.spread != Em{}) return std::nullopt;
    static const std::string twos = every_order_of(2), threes = every_order_of(3);
    Digits out;
    for (char digit = '0'; digit <= '9'; ++digit)
        if (!out.learn(shaped(look, std::string(1, digit), fonts))) return std::nullopt;
    if (!out.learn(shaped(look, twos, fonts)) || !out.agrees(shaped(look, threes, fonts))) return std::nullopt;
    return out;
}

Length Digits::advance(std::string_view number, std::size_t place) const {
    const Cluster& digit = at(number, place).cluster;
    return place + 1 == number.size() ? digit.advance - digit.kerned : digit.advance;
}

Length Digits::width(std::string_view number) const {
    Length pen = {};
    for (std::size_t i = 0; i < number.size(); ++i)
        pen += advance(number, i);
    return pen;
}

Line Digits::line(std::string_view number) const {
    const Digit& first = at(number, 0);
    LinePiece piece{.face = face_, .size = first.cluster.size, .raise = first.cluster.raise, .text = std::string(number)};
    piece.glyphs.reserve(number.size());
    Length pen = {};
    for (std::uint32_t i = 0; i < number.size(); ++i) {
        const ShapedGlyph& glyph = at(number, i).glyph;
        const Length step = advance(number, i);
        piece.glyphs.push_back({glyph.id, pen + glyph.x, glyph.y, step, i, 1});
        pen += step;
    }
    Line out{.width = pen, .natural_width = pen, .last = true};
    out.pieces.push_back(std::move(piece));
    return out;
}

} // namespace nianbao::text
