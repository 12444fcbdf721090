// FreeType as the judge of outlines and advances: it opens a font as a reader of the PDF would.
#pragma once

#include <memory>
#include <stdexcept>
#include <string>
#include <vector>

#include <ft2build.h>
#include FT_FREETYPE_H
#include FT_OUTLINE_H

class FreetypeJudge {
public:
    explicit FreetypeJudge(std::string bytes) : bytes_(std::move(bytes)) {
        FT_Library library = nullptr;
        check(FT_Init_FreeType(&library));
        library_.reset(library);
        FT_Face face = nullptr;
        const auto* first = static_cast<const FT_Byte*>(static_cast<const void*>(bytes_.data()));
        check(FT_New_Memory_Face(library, first, static_cast<FT_Long>(bytes_.size()), 0, &face));
        face_.reset(face);
    }

    FT_Face face() const { return face_.get(); }

    // The pieces of an outline in font units: kind, then coordinates.
    std::vector<long> drawn(FT_UInt glyph) const {
        load(glyph);
        std::vector<long> pieces;
        FT_Outline_Funcs funcs = {};
        funcs.move_to = [](const FT_Vector* to, void* out) { return add(out, 1, {to}); };
        funcs.line_to = [](const FT_Vector* to, void* out) { return add(out, 2, {to}); };
        funcs.conic_to = [](const FT_Vector* a, const FT_Vector* to, void* out) {
            return add(out, 3, {a, to});
        };
        funcs.cubic_to = [](const FT_Vector* a, const FT_Vector* b, const FT_Vector* to,
                            void* out) {
            return add(out, 4, {a, b, to});
        };
        check(FT_Outline_Decompose(&face_->glyph->outline, &funcs, &pieces));
        return pieces;
    }

    long advance(FT_UInt glyph) const {
        load(glyph);
        return face_->glyph->metrics.horiAdvance;
    }

private:
    struct Close {
        void operator()(FT_Library library) const { FT_Done_FreeType(library); }
        void operator()(FT_Face face) const { FT_Done_Face(face); }
    };

    static void check(FT_Error fault) {
        if (fault != 0) throw std::runtime_error("FreeType error " + std::to_string(fault));
    }
    void load(FT_UInt glyph) const {
        check(FT_Load_Glyph(face_.get(), glyph, FT_LOAD_NO_SCALE | FT_LOAD_NO_HINTING));
    }
    static int add(void* out, long kind, std::initializer_list<const FT_Vector*> points) {
        auto& pieces = *static_cast<std::vector<long>*>(out);
        pieces.push_back(kind);
        for (const FT_Vector* p : points)
            pieces.insert(pieces.end(), {p->x, p->y});
        return 0;
    }

    std::string bytes_;
    std::unique_ptr<FT_LibraryRec_, Close> library_;
    std::unique_ptr<FT_FaceRec_, Close> face_;
};
