// FontFace: coverage, ink and advances of one font, learnt on first use.
#include "font/font_face.hpp"

#include <algorithm>
#include <limits>

#include <hb-ot.h>

#include "font/charstring.hpp"
#include "font/common_han.hpp"
#include "font/font_face_impl.hpp"

namespace nianbao {
namespace {

constexpr char32_t last_code_point = 0x10FFFF;
// The common line of all faces: the middle of Noto's Han, in 1/1000 em (spec/fonts 5).
constexpr int han_middle = 380;

// White space and default-ignorable characters: an empty outline is right for these.
bool may_be_empty(char32_t c) {
    return c == 0x20 || c == 0xA0 || c == 0xAD || c == 0x34F || c == 0x1680 || c == 0x180E ||
           (c >= 0x2000 && c <= 0x200F) || (c >= 0x2028 && c <= 0x202F) ||
           (c >= 0x205F && c <= 0x206F) || c == 0x2800 || c == 0x3000 ||
           (c >= 0xFE00 && c <= 0xFE0F) || c == 0xFEFF || (c >= 0xE0100 && c <= 0xE01EF);
}

// Four 16-bit edges in one number; bit 0 of the left edge's place is never all zero because an
// entry of zero means “not known”.
constexpr std::uint64_t known_empty = std::numeric_limits<std::uint64_t>::max();

std::uint64_t pack(const GlyphInk& ink) {
    if (ink.empty()) return known_empty;
    const auto edge = [](int v) {
        return std::uint64_t{static_cast<std::uint16_t>(std::clamp(v, -32767, 32767))};
    };
    return edge(ink.left) | edge(ink.bottom) << 16 | edge(ink.right) << 32 | edge(ink.top) << 48;
}

GlyphInk unpack(std::uint64_t packed) {
    if (packed == known_empty) return {};
    const auto edge = [packed](int shift) {
        return static_cast<int>(static_cast<std::int16_t>(packed >> shift & 0xFFFF));
    };
    return {.left = edge(0), .bottom = edge(16), .right = edge(32), .top = edge(48)};
}

font::Face make_face(hb_blob_t* blob, unsigned index) {
    font::Face face(hb_face_create(blob, index));
    hb_face_make_immutable(face.get());
    return face;
}

font::Font make_font(hb_face_t* face, unsigned units_per_em) {
    font::Font font(hb_font_create(face));
    hb_font_set_scale(font.get(), static_cast<int>(units_per_em), static_cast<int>(units_per_em));
    hb_font_make_immutable(font.get());
    return font;
}

} // namespace

FontFace::Impl::Impl(font::Blob bytes, unsigned index, std::string name, const FaceFacts& facts)
    : file_name(std::move(name)), opened(font::open(bytes.get(), index, file_name)),
      blob(std::move(bytes)), face(make_face(blob.get(), index)),
      font(make_font(face.get(), opened.units_per_em)),
      glyph_count(hb_face_get_glyph_count(face.get())), inks_(glyph_count),
      glyphs_(last_code_point + 1), facts_(facts) {
    if (glyph_count == 0 || hb_face_get_upem(face.get()) != opened.units_per_em)
        font::unreadable(file_name, {"字体表头损坏", "its header is damaged"});
}

GlyphInk FontFace::Impl::ink(std::uint32_t glyph) const {
    if (glyph >= glyph_count) return {};
    if (const std::uint64_t known = inks_.get(glyph); known != 0) return unpack(known);
    hb_glyph_extents_t box = {};
    GlyphInk result;
    if (hb_font_get_glyph_extents(font.get(), glyph, &box)) {
        const unsigned em = opened.units_per_em;
        result = {
            .left = font::per_mille(box.x_bearing, em),
            .bottom = font::per_mille(long{box.y_bearing} + box.height, em),
            .right = font::per_mille(long{box.x_bearing} + box.width, em),
            .top = font::per_mille(box.y_bearing, em)};
    }
    inks_.set(glyph, pack(result));
    return unpack(pack(result));
}

std::uint32_t FontFace::Impl::glyph_of(char32_t code_point) const {
    if (code_point < 0x20 || code_point > last_code_point)
        return 0; // Fandol maps controls to blanks
    if (const std::uint32_t known = glyphs_.get(code_point); known != 0) return known - 1;
    hb_codepoint_t glyph = 0;
    if (!hb_font_get_nominal_glyph(font.get(), code_point, &glyph) || glyph >= glyph_count)
        glyph = 0;
    const bool may_lie = glyph != 0 && !facts_.cmap_checked && !may_be_empty(code_point);
    if (may_lie && ink(glyph).empty()) glyph = 0;
    glyphs_.set(code_point, glyph + 1);
    return glyph;
}

int FontFace::Impl::han_shift() const {
    if (facts_.han_shift) return *facts_.han_shift;
    std::call_once(shift_once_, [this] { shift_ = measured_han_shift(); });
    return shift_;
}

int FontFace::Impl::measured_han_shift() const {
    int sum = 0, count = 0; // of doubled middles
    for (const char32_t c : font::common_han) {
        const std::uint32_t glyph = glyph_of(c);
        if (glyph == 0) continue;
        const GlyphInk box = ink(glyph);
        sum += box.bottom + box.top;
        ++count;
    }
    return count == 0 ? 0 : han_middle - sum / (2 * count);
}

std::vector<const std::string*> FontFace::Impl::charstrings(std::span<const std::uint32_t> glyphs
) const {
    std::vector<const std::string*> result;
    result.reserve(glyphs.size());
    std::vector<font::Segment> outline;
    const std::lock_guard lock(charstrings_lock_);
    charstrings_.resize(glyph_count);
    for (const std::uint32_t glyph : glyphs) {
        auto& kept = charstrings_.at(glyph);
        if (!kept) {
            const unsigned em = opened.units_per_em;
            const int width = font::per_mille(hb_font_get_glyph_h_advance(font.get(), glyph), em);
            if (!font::read_outline(font.get(), em, glyph, outline) || width > font::widest)
                font::unreadable(file_name, {"轮廓过大", "an outline is too large"});
            kept = std::make_unique<const std::string>(font::make_charstring(outline, width));
        }
        result.push_back(kept.get());
    }
    return result;
}

FontFace::FontFace(std::unique_ptr<Impl> impl) : impl_(std::move(impl)) {}
FontFace::~FontFace() = default;

std::shared_ptr<const FontFace>
FontFace::map(const std::filesystem::path& file, unsigned index, const FaceFacts& facts) {
    font::Blob bytes(hb_blob_create_from_file_or_fail(file.c_str()));
    const std::string name = file.filename().string();
    if (!bytes) font::unreadable(file.string(), {"打不开文件", "the file cannot be opened"});
    return std::shared_ptr<const FontFace>(
        new FontFace(std::make_unique<Impl>(std::move(bytes), index, name, facts))
    );
}

std::shared_ptr<const FontFace>
FontFace::from_bytes(std::string bytes, unsigned index, std::string name) {
    auto kept = std::make_unique<std::string>(std::move(bytes));
    const char* data = kept->data();
    const auto length =
        static_cast<unsigned>(std::min<std::size_t>(kept->size(), std::numeric_limits<int>::max()));
    font::Blob blob(hb_blob_create(
        data, length, HB_MEMORY_MODE_READONLY, kept.release(),
        [](void* owned) { delete static_cast<std::string*>(owned); }
    ));
    return std::shared_ptr<const FontFace>(
        new FontFace(std::make_unique<Impl>(std::move(blob), index, std::move(name), FaceFacts{}))
    );
}

const std::string& FontFace::postscript_name() const {
    return impl_->opened.postscript_name;
}
const std::string& FontFace::file_name() const {
    return impl_->file_name;
}
OutlineKind FontFace::outlines() const {
    return impl_->opened.outlines;
}
unsigned FontFace::units_per_em() const {
    return impl_->opened.units_per_em;
}
const FaceMetrics& FontFace::metrics() const {
    return impl_->opened.metrics;
}
std::uint32_t FontFace::glyph_of(char32_t code_point) const {
    return impl_->glyph_of(code_point);
}

std::uint32_t FontFace::variant_of(char32_t base, char32_t selector) const {
    hb_codepoint_t glyph = 0;
    const bool has = hb_font_get_variation_glyph(impl_->font.get(), base, selector, &glyph) != 0;
    return has && !ink(glyph).empty() ? glyph : 0;
}

std::uint32_t FontFace::glyph_of(char32_t base, char32_t selector) const {
    const std::uint32_t variant = variant_of(base, selector);
    return variant != 0 ? variant : glyph_of(base);
}

int FontFace::advance(std::uint32_t glyph) const {
    return font::per_mille(hb_font_get_glyph_h_advance(impl_->font.get(), glyph), units_per_em());
}

GlyphInk FontFace::ink(std::uint32_t glyph) const {
    return impl_->ink(glyph);
}
int FontFace::han_shift() const {
    return impl_->han_shift();
}
hb_face_t* FontFace::hb_face() const {
    return impl_->face.get();
}
hb_font_t* FontFace::hb_font() const {
    return impl_->font.get();
}

} // namespace nianbao
