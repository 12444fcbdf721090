// The inside of FontSet: chains of faces that open on first use.
#pragma once

#include <array>
#include <atomic>
#include <filesystem>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <vector>

#include <nianbao/font_set.hpp>

#include "font/code_point_ranges.hpp"
#include "font/font_chain.hpp"
#include "font/font_face.hpp"

namespace nianbao {

namespace font {

// A font of a set. Opened by whoever needs it first, then the same for all.
class Slot {
public:
    // A trusted file, mapped when it is first needed.
    Slot(std::filesystem::path file, unsigned index, const FaceFacts& facts);
    // A user's font, open already.
    explicit Slot(std::shared_ptr<const FontFace> face);

    const FontFace& face() const { return *shared(); }
    // Throws FontError when the file cannot be used.
    const std::shared_ptr<const FontFace>& shared() const;
    const std::string& file_name() const { return file_name_; }

    CodePointRanges not_from = {};
    CodePointRanges only = {}; // empty = everything
    bool centred_marks = false;

private:
    std::filesystem::path file_;
    std::string file_name_;
    unsigned index_ = 0;
    FaceFacts facts_ = {};
    mutable std::once_flag once_;
    mutable std::shared_ptr<const FontFace> face_ = {};
};

struct Link {
    std::shared_ptr<const Slot> slot = {};
    int scale_percent = 100;
    CodePointRanges only = {};
};

struct Chain {
    std::vector<Link> links = {};
    std::size_t user_at = 0; // where the user's fonts of the role come in
};

// A font that is not here, and what it would give.
struct AbsentFont {
    std::string package = {};
    CodePointRanges has = {};
};

} // namespace font

namespace font {
// Something a set was made of, in order: a text, and a font whose bytes no text tells.
struct Ingredient {
    std::string text = {};
    std::shared_ptr<const Slot> slot = {};
};
} // namespace font

class FontSet::Impl {
public:
    const font::Chain& chain(FontRole role, font::Script script) const {
        return chains[static_cast<std::size_t>(role)][static_cast<std::size_t>(script)];
    }
    // Puts a user's font before the rest of its role; a font without Han before the Latin ones.
    void add_user_font(
        FontRole role, const std::shared_ptr<const font::Slot>& slot,
        std::optional<font::Script> script
    );

    // Puts a font at the end of a role's chains: for the scripts that the fonts before it lack.
    void add_last(FontRole role, const std::shared_ptr<const font::Slot>& slot);

    std::array<std::array<font::Chain, 2>, 5> chains = {};
    std::vector<font::AbsentFont> absent = {};
    std::vector<font::Ingredient> ingredients = {};
};

} // namespace nianbao
