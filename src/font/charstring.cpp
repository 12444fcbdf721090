// An outline → a Type 2 charstring (Adobe Technical Note 5177), with the shortest operators.
#include "font/charstring.hpp"

#include <utility>

namespace nianbao::font {
namespace {

enum class Operator : unsigned char {
    vmoveto = 4,
    rlineto = 5,
    hlineto = 6,
    vlineto = 7,
    rrcurveto = 8,
    endchar = 14,
    rmoveto = 21,
    hmoveto = 22,
    rcurveline = 24,
    rlinecurve = 25,
    vvcurveto = 26,
    hhcurveto = 27,
    vhcurveto = 30,
    hvcurveto = 31
};

// Operands that the interpreter's stack takes.
constexpr std::size_t stack = 48;

// Which way a piece leaves and arrives, level or upright or neither.
bool is_line(const Segment& s) {
    return s.stroke == Stroke::line;
}
bool is_curve(const Segment& s) {
    return s.stroke == Stroke::curve;
}
bool is_level(const Segment& s) {
    return is_line(s) && s.end.y == 0;
}
bool is_upright(const Segment& s) {
    return is_line(s) && s.end.x == 0;
}
bool is_slanting(const Segment& s) {
    return is_line(s) && s.end.x != 0 && s.end.y != 0;
}
bool leaves(const Segment& s, bool flat) {
    return is_curve(s) && (flat ? s.first.y : s.first.x) == 0;
}
bool arrives(const Segment& s, bool flat) {
    return is_curve(s) && (flat ? s.end.y : s.end.x) == 0;
}

// Curves that no shorter operator than rrcurveto can say.
bool is_free(const Segment& s) {
    return is_curve(s) && s.first.x != 0 && s.first.y != 0 && s.end.x != 0 && s.end.y != 0;
}
// Curves of which a shorter operator spares one operand only.
bool is_half_free(const Segment& s) {
    const bool leaves_free = s.first.x != 0 && s.first.y != 0;
    const bool arrives_free = s.end.x != 0 && s.end.y != 0;
    return is_curve(s) && leaves_free != arrives_free;
}

class Writer {
public:
    Writer(std::span<const Segment> outline, int width) : all_(outline) {
        out_.reserve(16 + 6 * outline.size());
        if (width != default_width) number(width * fixed_one);
    }

    std::string write() {
        while (next_ < all_.size())
            piece();
        put(Operator::endchar);
        return std::move(out_);
    }

private:
    bool now(bool (*is)(const Segment&), std::size_t ahead = 0) const {
        return next_ + ahead < all_.size() && is(all_[next_ + ahead]);
    }

    void piece() {
        const Segment& s = all_[next_];
        if (s.stroke == Stroke::move) return move(s.end);
        if (is_slanting(s)) return slanting_lines();
        if (is_line(s)) return square_lines();
        for (const bool flat : {true, false})
            if (leaves(s, flat) && !arrives(s, flat)) return turning_curves(flat);
        for (const bool flat : {true, false})
            if (arrives(s, flat)) return straight_on_curves(flat);
        free_curves();
    }

    // The piece being written, left behind.
    const Segment& take() {
        const Segment& s = all_[next_++];
        at_ = at_ + s.first + s.second + s.end;
        return s;
    }

    // hlineto, vlineto: level and upright in turn.
    void square_lines() {
        bool flat = now(is_level);
        const Operator op = flat ? Operator::hlineto : Operator::vlineto;
        for (std::size_t used = 0; used < stack && now(flat ? is_level : is_upright); ++used) {
            const FixedPoint end = take().end;
            number(flat ? end.x : end.y);
            flat = !flat;
        }
        put(op);
    }

    // rlineto, rlinecurve. A single square line among them is cheaper said along with them.
    void slanting_lines() {
        std::size_t used = 0;
        const auto goes_on = [this] {
            return now(is_slanting) || ((now(is_level) || now(is_upright)) && now(is_slanting, 1));
        };
        for (; used + 2 <= stack && goes_on(); used += 2)
            point(take().end);
        if (used + 6 <= stack && now(is_free) && !now(is_free, 1)) {
            curve(take());
            put(Operator::rlinecurve);
        } else {
            put(Operator::rlineto);
        }
    }

    // rrcurveto, rcurveline. A single half-free curve among them is cheaper said along with them.
    void free_curves() {
        std::size_t used = 0;
        const auto goes_on = [this] {
            return now(is_free) || (now(is_half_free) && now(is_free, 1));
        };
        for (; used + 6 <= stack && goes_on(); used += 6)
            curve(take());
        if (used + 2 <= stack && now(is_slanting) && !now(is_slanting, 1)) {
            point(take().end);
            put(Operator::rcurveline);
        } else {
            put(Operator::rrcurveto);
        }
    }

    // hvcurveto, vhcurveto: each curve leaves as the one before arrived; the last may arrive
    // aslant.
    void turning_curves(bool flat) {
        const Operator op = flat ? Operator::hvcurveto : Operator::vhcurveto;
        bool square = true;
        for (std::size_t used = 0; square && used + 5 <= stack && next_ < all_.size(); used += 4) {
            const Segment& s = all_[next_];
            if (!leaves(s, flat) || arrives(s, flat)) break;
            square = arrives(s, !flat);
            number(flat ? s.first.x : s.first.y);
            point(s.second);
            number(flat ? s.end.y : s.end.x);
            if (!square) number(flat ? s.end.x : s.end.y);
            flat = !flat;
            take();
        }
        put(op);
    }

    // hhcurveto, vvcurveto: curves that leave and arrive one way; the first may leave aslant.
    void straight_on_curves(bool flat) {
        const FixedPoint first = all_[next_].first;
        if (!leaves(all_[next_], flat)) number(flat ? first.y : first.x);
        std::size_t used = 1;
        do {
            const Segment& s = take();
            number(flat ? s.first.x : s.first.y);
            point(s.second);
            number(flat ? s.end.x : s.end.y);
            used += 4;
        } while (used + 4 <= stack && next_ < all_.size() && leaves(all_[next_], flat) &&
                 arrives(all_[next_], flat));
        put(flat ? Operator::hhcurveto : Operator::vvcurveto);
    }

    // A contour that has no pieces is not begun.
    void move(FixedPoint to) {
        ++next_;
        if (next_ == all_.size() || all_[next_].stroke == Stroke::move) return;
        const FixedPoint by = to - at_;
        if (by.y == 0) {
            number(by.x);
            put(Operator::hmoveto);
        } else if (by.x == 0) {
            number(by.y);
            put(Operator::vmoveto);
        } else {
            point(by);
            put(Operator::rmoveto);
        }
        at_ = to;
    }

    void curve(const Segment& s) {
        point(s.first);
        point(s.second);
        point(s.end);
    }
    void point(FixedPoint by) {
        number(by.x);
        number(by.y);
    }

    // 5177, table 1; a number with a fraction takes five bytes.
    void number(Fixed value) {
        const Fixed whole = value / fixed_one;
        if (whole * fixed_one != value) {
            bytes({255, value >> 24, value >> 16, value >> 8, value});
        } else if (whole >= -107 && whole <= 107) {
            out_ += static_cast<char>(whole + 139);
        } else if (whole >= 108 && whole <= 1131) {
            bytes({((whole - 108) >> 8) + 247, whole - 108});
        } else if (whole >= -1131 && whole <= -108) {
            bytes({((-whole - 108) >> 8) + 251, -whole - 108});
        } else {
            bytes({28, whole >> 8, whole});
        }
    }

    void put(Operator op) { out_ += static_cast<char>(op); }
    void bytes(std::initializer_list<Fixed> values) {
        for (const Fixed value : values)
            out_ += static_cast<char>(value & 0xFF);
    }

    std::string out_ = {};
    FixedPoint at_ = {};
    std::span<const Segment> all_;
    std::size_t next_ = 0;
};

} // namespace

std::string make_charstring(std::span<const Segment> outline, int width) {
    return Writer(outline, width).write();
}

} // namespace nianbao::font
