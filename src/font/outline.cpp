// The outline of a glyph: what HarfBuzz draws, collected.
#include "font/outline.hpp"

#include <memory>
#include <new>

namespace nianbao::font {
namespace {

// Offsets between two points within this bound never overflow.
constexpr double farthest = 16383.0 * fixed_one;

// Nothing may be thrown through HarfBuzz's C frames, so failures are kept.
struct Pen {
    double scale = 1; // fixed units to a font unit
    std::vector<Segment>& out;
    FixedPoint start = {}, at = {};
    bool begun = false, too_far = false, out_of_memory = false;

    Fixed fixed(float value) {
        const double scaled = static_cast<double>(value) * scale;
        if (!(scaled >= -farthest && scaled <= farthest)) { // NaN, too
            too_far = true;
            return 0;
        }
        return static_cast<Fixed>(scaled + (scaled < 0 ? -0.5 : 0.5));
    }
    FixedPoint point(float x, float y) { return {fixed(x), fixed(y)}; }

    void move(FixedPoint to) noexcept {
        add({.stroke = Stroke::move, .first = {}, .second = {}, .end = to});
        begun = true;
        start = at = to;
    }
    void line(FixedPoint to) noexcept {
        if (to != at && begun)
            add({.stroke = Stroke::line, .first = {}, .second = {}, .end = to - at});
        at = to;
    }
    void curve(FixedPoint a, FixedPoint b, FixedPoint to) noexcept {
        if (begun) add({.stroke = Stroke::curve, .first = a - at, .second = b - a, .end = to - b});
        at = to;
    }
    // A contour closes itself: a straight way back to the start need not be said.
    void close() noexcept {
        if (!out.empty() && out.back().stroke == Stroke::line && at == start) out.pop_back();
    }

private:
    void add(const Segment& segment) noexcept {
        try {
            out.push_back(segment);
        } catch (const std::bad_alloc&) {
            out_of_memory = true;
        }
    }
};

Pen& pen_of(void* data) {
    return *static_cast<Pen*>(data);
}

void on_move(hb_draw_funcs_t*, void* data, hb_draw_state_t*, float x, float y, void*) {
    Pen& pen = pen_of(data);
    pen.move(pen.point(x, y));
}

void on_line(hb_draw_funcs_t*, void* data, hb_draw_state_t*, float x, float y, void*) {
    Pen& pen = pen_of(data);
    pen.line(pen.point(x, y));
}

// HarfBuzz's callback type has these parameters.
void on_curve(hb_draw_funcs_t*, void* data, hb_draw_state_t*, float x1, float y1, float x2, float y2, float x3, float y3, void*) {
    Pen& pen = pen_of(data);
    pen.curve(pen.point(x1, y1), pen.point(x2, y2), pen.point(x3, y3));
}

void on_close(hb_draw_funcs_t*, void* data, hb_draw_state_t*, void*) {
    pen_of(data).close();
}

struct Destroy {
    void operator()(hb_draw_funcs_t* functions) const { hb_draw_funcs_destroy(functions); }
};

hb_draw_funcs_t* draw_functions() {
    static const auto made = [] {
        std::unique_ptr<hb_draw_funcs_t, Destroy> functions(hb_draw_funcs_create());
        hb_draw_funcs_set_move_to_func(functions.get(), on_move, nullptr, nullptr);
        hb_draw_funcs_set_line_to_func(functions.get(), on_line, nullptr, nullptr);
        hb_draw_funcs_set_cubic_to_func(functions.get(), on_curve, nullptr, nullptr);
        hb_draw_funcs_set_close_path_func(functions.get(), on_close, nullptr, nullptr);
        hb_draw_funcs_make_immutable(functions.get());
        return functions;
    }();
    return made.get();
}

} // namespace

bool read_outline(
    hb_font_t* font, unsigned units_per_em, std::uint32_t glyph, std::vector<Segment>& out
) {
    out.clear();
    Pen pen{.scale = 1000.0 * fixed_one / units_per_em, .out = out};
#if HB_VERSION_ATLEAST(7, 0, 0)
    hb_font_draw_glyph(font, glyph, draw_functions(), &pen);
#else
    hb_font_get_glyph_shape(font, glyph, draw_functions(), &pen);
#endif
    if (pen.out_of_memory) throw std::bad_alloc();
    return !pen.too_far;
}

} // namespace nianbao::font
