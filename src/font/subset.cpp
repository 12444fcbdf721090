// The glyphs used → a small font program for one PDF.
#include "font/subset.hpp"

#include <memory>

#include <hb-subset.h>

#include <nianbao/error.hpp>

#include "base/messages.hpp"
#include "font/cff_program.hpp"
#include "font/font_face_impl.hpp"

namespace nianbao::font {
namespace {

struct DestroySubset {
    void operator()(hb_subset_input_t* input) const { hb_subset_input_destroy(input); }
    void operator()(hb_subset_plan_t* plan) const { hb_subset_plan_destroy(plan); }
};
using Input = std::unique_ptr<hb_subset_input_t, DestroySubset>;
using Plan = std::unique_ptr<hb_subset_plan_t, DestroySubset>;

// What a FontFile2 needs is glyf, loca, head, hhea, hmtx and maxp (ISO 32000-1, 9.9); the rest
// goes, and with it variations (the default instance is left) and the glyph closure of layout
// tables.
constexpr hb_tag_t dropped[] = {
    HB_TAG('G', 'S', 'U', 'B'), HB_TAG('G', 'P', 'O', 'S'), HB_TAG('G', 'D', 'E', 'F'),
    HB_TAG('c', 'm', 'a', 'p'), HB_TAG('n', 'a', 'm', 'e'), HB_TAG('O', 'S', '/', '2'),
    HB_TAG('p', 'o', 's', 't'), HB_TAG('v', 'h', 'e', 'a'), HB_TAG('v', 'm', 't', 'x'),
    HB_TAG('V', 'O', 'R', 'G'), HB_TAG('B', 'A', 'S', 'E'), HB_TAG('f', 'v', 'a', 'r'),
    HB_TAG('g', 'v', 'a', 'r'), HB_TAG('a', 'v', 'a', 'r'), HB_TAG('H', 'V', 'A', 'R'),
    HB_TAG('M', 'V', 'A', 'R'), HB_TAG('V', 'V', 'A', 'R'), HB_TAG('S', 'T', 'A', 'T'),
    HB_TAG('C', 'O', 'L', 'R'), HB_TAG('C', 'P', 'A', 'L'), HB_TAG('C', 'B', 'D', 'T'),
    HB_TAG('C', 'B', 'L', 'C'), HB_TAG('s', 'b', 'i', 'x'), HB_TAG('m', 'e', 't', 'a'),
    HB_TAG('g', 'a', 's', 'p'), HB_TAG('M', 'A', 'T', 'H'), HB_TAG('h', 'd', 'm', 'x'),
    HB_TAG('V', 'D', 'M', 'X'), HB_TAG('L', 'T', 'S', 'H'), HB_TAG('D', 'S', 'I', 'G'),
};

[[noreturn]] void refused(const FontFace& face) {
    unreadable(
        face.file_name(),
        {"字形数据损坏，无法取子集", "its outlines are damaged and cannot be subset"}
    );
}

Input subset_input(std::span<const std::uint32_t> glyphs) {
    Input input(hb_subset_input_create_or_fail());
    if (!input) throw std::bad_alloc();
    hb_subset_input_set_flags(
        input.get(), HB_SUBSET_FLAGS_NO_HINTING | HB_SUBSET_FLAGS_NOTDEF_OUTLINE
    );
    hb_set_t* wanted = hb_subset_input_glyph_set(input.get());
    for (const std::uint32_t glyph : glyphs)
        hb_set_add(wanted, glyph);
    hb_set_t* tables = hb_subset_input_set(input.get(), HB_SUBSET_SETS_DROP_TABLE_TAG);
    for (const hb_tag_t tag : dropped)
        hb_set_add(tables, tag);
    return input;
}

FontProgram truetype_program(const FontFace& face, std::span<const std::uint32_t> glyph_of_cid) {
    const Input input = subset_input(glyph_of_cid);
    const Plan plan(hb_subset_plan_create_or_fail(face.hb_face(), input.get()));
    if (!plan) refused(face);
    const Face small(hb_subset_plan_execute_or_fail(plan.get()));
    if (!small) refused(face);
    const Blob bytes(hb_face_reference_blob(small.get()));
    unsigned length = 0;
    const char* data = hb_blob_get_data(bytes.get(), &length);
    if (!data || length == 0) refused(face);
    FontProgram program{
        .kind = OutlineKind::truetype,
        .bytes = std::string(data, length),
        .gid_of_cid = {},
        .widths = {}};
    const hb_map_t* renumbered = hb_subset_plan_old_to_new_glyph_mapping(plan.get());
    for (const std::uint32_t glyph : glyph_of_cid)
        program.gid_of_cid.push_back(static_cast<std::uint16_t>(hb_map_get(renumbered, glyph)));
    return program;
}

FontProgram cff_program(const FontFace& face, std::span<const std::uint32_t> glyph_of_cid) {
    const auto charstrings = face.impl().charstrings(glyph_of_cid);
    return {
        .kind = OutlineKind::cff,
        .bytes = assemble_cff(face.postscript_name(), face.metrics(), charstrings),
        .gid_of_cid = {},
        .widths = {}};
}

} // namespace

FontProgram make_program(const FontFace& face, std::span<const std::uint32_t> glyph_of_cid) {
    // CIDs have two bytes, and so has the count of a CFF INDEX.
    if (glyph_of_cid.size() > 0xFFFF)
        throw LimitError(
            "FONT-GLYPHS", face.file_name(),
            say("FONT-GLYPHS", {{"font", face.file_name()}, {"limit", 0xFFFF}})
        );
    for (const std::uint32_t glyph : glyph_of_cid)
        if (glyph >= face.impl().glyph_count) refused(face);
    FontProgram program = face.outlines() == OutlineKind::cff
                              ? cff_program(face, glyph_of_cid)
                              : truetype_program(face, glyph_of_cid);
    program.widths.reserve(glyph_of_cid.size());
    for (const std::uint32_t glyph : glyph_of_cid)
        program.widths.push_back(face.advance(glyph));
    return program;
}

} // namespace nianbao::font
