// The state of one content stream (ISO 32000-1, 8.4 and 9.3).
#include "pdf/painter.hpp"

#include <array>
#include <utility>

#include "pdf/syntax.hpp"

namespace nianbao::pdf {

namespace {

void append_component(std::string& out, std::uint8_t value) {
    append_number(out, (value * 1000 + 127) / 255, 3);
}

// Grey needs one operand; PDF/A-2 allows it beside an RGB output intent (ISO 19005-2, 6.2.4.3).
void append_color(std::string& out, Color color, const char* grey, const char* rgb) {
    append_component(out, color.red);
    if (color.red == color.green && color.green == color.blue) {
        out += grey;
        return;
    }
    out += ' ';
    append_component(out, color.green);
    out += ' ';
    append_component(out, color.blue);
    out += rgb;
}

struct Direction {
    int x = 0, y = 0;
};
// Where the text's right and up point on the page, by quarter turns clockwise.
constexpr std::array<Direction, 4> right_of{{{1, 0}, {0, -1}, {-1, 0}, {0, 1}}};
constexpr std::array<Direction, 4> up_of{{{0, 1}, {1, 0}, {0, -1}, {-1, 0}}};

}  // namespace

void Painter::number(std::int64_t millipoints) {
    append_length(out_, millipoints);
    out_ += ' ';
}

void Painter::point(std::int64_t x, std::int64_t y) {
    number(x);
    number(y);
}

void Painter::open(Kind kind, std::string_view mark) {
    close();
    opened_ = true;
    kind_ = kind;
    if (kind == Kind::text) {
        out_ += "BT\n";
        line_x_ = line_y_ = 0;
        turns_ = 0;
    }
    if (!mark.empty()) this->mark(mark);
}

void Painter::mark(std::string_view mark) {
    if (marked_) out_ += "EMC\n";
    out_ += mark;
    out_ += '\n';
    marked_ = true;
}

void Painter::close() {
    end_path();
    if (!opened_) return;
    if (marked_) out_ += "EMC\n";
    if (kind_ == Kind::text) out_ += "ET\n";
    opened_ = marked_ = false;
}

void Painter::set_fill(Color color) {
    if (color == fill_) return;
    end_path();
    append_color(out_, color, " g\n", " rg\n");
    fill_ = color;
}

void Painter::set_stroke(Color color, Length width, Ends ends) {
    if (color == stroke_ && width == stroke_width_ && ends == ends_) return;
    end_path();
    if (!(color == stroke_)) append_color(out_, color, " G\n", " RG\n");
    if (width != stroke_width_) {
        append_length(out_, width.count());
        out_ += " w\n";
    }
    if (ends != ends_) out_ += ends == Ends::round ? "1 J 1 j\n" : "0 J 0 j\n";
    stroke_ = color;
    stroke_width_ = width;
    ends_ = ends;
}

void Painter::set_font(std::uint32_t face, Length size) {
    if (face == face_ && size == size_) return;
    out_ += "/F";
    append_number(out_, face, 0);
    out_ += ' ';
    append_length(out_, size.count());
    out_ += " Tf\n";
    face_ = face;
    size_ = size;
}

void Painter::set_character_spacing(std::int64_t tenths_of_millipoint) {
    if (tenths_of_millipoint == spacing_) return;
    append_number(out_, tenths_of_millipoint, 4);
    out_ += " Tc\n";
    spacing_ = tenths_of_millipoint;
}

void Painter::move_text(std::int64_t x, std::int64_t y, int quarter_turns) {
    const auto quarter = static_cast<std::size_t>(quarter_turns & 3);
    if (static_cast<int>(quarter) == turns_) {
        const std::int64_t dx = x - line_x_, dy = y - line_y_;
        move_in_line(dx * right_of[quarter].x + dy * right_of[quarter].y, dx * up_of[quarter].x + dy * up_of[quarter].y);
        return;
    }
    for (const Direction direction : {right_of[quarter], up_of[quarter]}) {
        append_number(out_, direction.x, 0);
        out_ += ' ';
        append_number(out_, direction.y, 0);
        out_ += ' ';
    }
    point(x, y);
    out_ += "Tm\n";
    line_x_ = x;
    line_y_ = y;
    turns_ = static_cast<int>(quarter);
}

void Painter::move_in_line(std::int64_t right, std::int64_t up) {
    // Also "0 0 Td": it brings the pen back to the beginning of the line.
    point(right, up);
    out_ += "Td\n";
    const auto quarter = static_cast<std::size_t>(turns_);
    line_x_ += right * right_of[quarter].x + up * up_of[quarter].x;
    line_y_ += right * right_of[quarter].y + up * up_of[quarter].y;
}

void Painter::line(Point from, Point to, Length page_height) {
    point(from.x.count(), page_height.count() - from.y.count());
    out_ += "m ";
    point(to.x.count(), page_height.count() - to.y.count());
    out_ += "l\n";
    in_path_ = true;
}

// A subpath of no length is drawn by its round ends alone (ISO 32000-1, 8.5.3.2).
void Painter::polyline(const std::vector<Point>& points, Length page_height) {
    for (std::size_t i = 0; i < points.size(); ++i) {
        point(points[i].x.count(), page_height.count() - points[i].y.count());
        out_ += i == 0 ? "m " : "l\n";
    }
    if (points.size() == 1) {
        point(points[0].x.count(), page_height.count() - points[0].y.count());
        out_ += "l\n";
    }
    in_path_ = in_path_ || !points.empty();
}

void Painter::end_path() {
    if (in_path_) out_ += "S\n";
    in_path_ = false;
}

std::string Painter::finish() {
    close();
    return std::move(out_);
}

}  // namespace nianbao::pdf
