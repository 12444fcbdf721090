// The state of one content stream: graphics and text parameters, text objects, marked content.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include <nianbao/paged_document.hpp>

namespace nianbao::pdf {

// Operators are written only when they change something. Coordinates are PDF's: millipoints from
// the lower left corner of the page, y upward.
class Painter {
public:
    enum class Kind { text, graphics };

    // Opens what the next operators belong to: a text object for text, and the marked content
    // `mark` ("/P<</MCID 0>>BDC") unless it is empty.
    void open(Kind kind, std::string_view mark);
    void mark(std::string_view mark);  // the marked content of what follows, instead of the open one
    void close();  // ends marked content and text object

    void set_fill(Color color);
    enum class Ends { butt, round };  // with the joints that go with them
    void set_stroke(Color color, Length width, Ends ends = Ends::butt);
    void set_font(std::uint32_t face, Length size);
    void set_character_spacing(std::int64_t tenths_of_millipoint);

    // Begins a line of text at a point, turned clockwise by quarters.
    void move_text(std::int64_t x, std::int64_t y, int quarter_turns);
    // Moves the beginning of the line in the text's own directions.
    void move_in_line(std::int64_t right, std::int64_t up);

    // Lines of one colour and width are one path.
    void line(Point from, Point to, Length page_height);
    void polyline(const std::vector<Point>& points, Length page_height);  // of one point: a dot
    void end_path();

    void point(std::int64_t x, std::int64_t y);  // two operands
    void number(std::int64_t millipoints);
    std::string& out() { return out_; }
    std::string finish();

private:
    std::string out_ = {};
    bool opened_ = false, marked_ = false, in_path_ = false;
    Kind kind_ = Kind::graphics;
    Color fill_ = {}, stroke_ = {};
    Length stroke_width_ = Length::millipoints(1000);
    Ends ends_ = Ends::butt;
    std::int64_t face_ = -1;
    Length size_ = {};
    std::int64_t spacing_ = 0;
    std::int64_t line_x_ = 0, line_y_ = 0;  // origin of the text line, on the page
    int turns_ = 0;
};

}  // namespace nianbao::pdf
