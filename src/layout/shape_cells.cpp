// Cells that say the same in the same look share one shaping; numbers need none.
#include "layout/shape_cells.hpp"

#include <optional>
#include <string_view>
#include <unordered_map>
#include <utility>

namespace nianbao::layout {

namespace {

// What the glyphs of a text follow from; views into the runs of the cells.
struct TextKey {
    std::string_view text = {}, language = {};
    FontRole font = {};
    std::int32_t tracking = 0, spread = 0;
    bool upright = false;
    friend bool operator==(const TextKey&, const TextKey&) = default;
};
TextKey key_of(const text::StyledRun& run, bool upright = false) {
    return {run.text, run.language, run.style.font, run.style.tracking.thousandths, run.style.spread.thousandths, upright};
}
struct TextHash {
    std::size_t operator()(const TextKey& key) const {
        const std::hash<std::string_view> hash;
        return hash(key.text) * 31 + hash(key.language) + static_cast<std::size_t>(key.font);
    }
};

// Texts that were said before, by their keys. Open addressing: a long table would be a walk through as many heap blocks
// as it has texts.
class KnownTexts {
public:
    // The text said before under a key of that hash for which `same` holds; `text` when there is none, which is noted.
    template <typename Same>
    std::uint32_t find_or_note(std::uint64_t hash, std::uint32_t text, const Same& same) {
        if (2 * (count_ + 1) > slots_.size()) grow();
        const auto short_hash = static_cast<std::uint32_t>(hash ^ (hash >> 32U));
        for (Slot* slot = &slots_[short_hash & (slots_.size() - 1)];; slot = next(slot)) {
            if (slot->text == free_slot) {
                *slot = {short_hash, text};
                ++count_;
                return text;
            }
            if (slot->hash == short_hash && same(slot->text)) return slot->text;
        }
    }

private:
    static constexpr std::uint32_t free_slot = 0xFFFFFFFF;
    struct Slot {
        std::uint32_t hash = 0, text = free_slot;
    };

    Slot* next(Slot* slot) { return slot == &slots_.back() ? slots_.data() : slot + 1; }

    void grow() {
        std::vector<Slot> before(slots_.empty() ? 64 : 2 * slots_.size());
        before.swap(slots_);
        for (const Slot& old : before) {
            if (old.text == free_slot) continue;
            Slot* slot = &slots_[old.hash & (slots_.size() - 1)];
            while (slot->text != free_slot) slot = next(slot);
            *slot = old;
        }
    }

    std::vector<Slot> slots_ = {};  // a power of two, at most half of them taken
    std::size_t count_ = 0;
};

// From so many cells on, finding out whether digits can be set one by one costs less than it saves.
constexpr std::size_t many_cells = 200;
constexpr std::size_t longest_number = 64;  // digits; longer texts are shaped whole

class CellShaper {
public:
    CellShaper(Measurement& desk, TableTexts& texts, Length size, Length usual_width)
        : desk_(desk), texts_(texts), size_(size), usual_width_(usual_width) {}

    FittedTexts run() {
        const std::size_t cells = texts_.runs.size();
        out_.of_cell.reserve(cells);
        out_.texts.reserve(cells);
        for (std::size_t i = 0; i < cells; ++i) {
            for (text::StyledRun& run : texts_.runs[i]) run.style.size = size_.scaled(run.size_percent, 100);
            out_.of_cell.push_back(text_of(std::as_const(texts_.runs)[i], texts_.cells[i].vertical));
        }
        return std::move(out_);
    }

private:
    // The index of the text, shaped now unless a cell before says the same in the same look. A text
    // with a missing character is shaped for each cell, so that each place is named.
    std::uint32_t text_of(RunSpan runs, bool upright) {
        const auto index = static_cast<std::uint32_t>(out_.texts.size());
        if (const text::Digits* digits = upright ? nullptr : digits_for(runs)) {
            const Length width = digits->width(runs.front().text);
            out_.texts.push_back({.widths = {width, width}, .digits = digits});
            return index;
        }
        if (runs.size() == 1 && !runs.front().is_marked()) {
            const TextKey key = key_of(runs.front(), upright);
            const std::uint32_t known = known_.find_or_note(TextHash()(key), index, [&](std::uint32_t text) { return key_of_text(text) == key; });
            if (known != index && !misses_characters(known)) return known;
        }
        add_shaped(runs, upright);
        return index;
    }

    TextKey key_of_text(std::uint32_t text) const {
        const std::size_t cell = out_.texts[text].first_cell;
        return key_of(std::as_const(texts_.runs)[cell].front(), texts_.cells[cell].vertical);
    }

    bool misses_characters(std::uint32_t text) const {
        const std::int32_t shaped = out_.texts[text].shaped;
        return shaped >= 0 && !out_.shaped[static_cast<std::size_t>(shaped)].missing.empty();
    }

    // A number of few digits is put together from what is known of them; null for any other text.
    const text::Digits* digits_for(RunSpan runs) {
        if (texts_.runs.size() < many_cells || runs.size() != 1 || runs.front().is_marked()) return nullptr;
        const text::StyledRun& run = runs.front();
        if (run.text.size() > longest_number || !text::is_number(run.text)) return nullptr;
        TextKey look = key_of(run);
        look.text = {};
        const auto [found, is_new] = digits_.try_emplace(look);
        if (is_new) found->second = learn_digits(run);
        return found->second;
    }

    const text::Digits* learn_digits(const text::StyledRun& run) {
        const auto learned = text::Digits::of(run, desk_.fonts, texts_.style->lines);
        if (!learned) return nullptr;
        out_.digits.push_back(std::make_shared<const text::Digits>(*learned));
        return out_.digits.back().get();
    }

    void add_shaped(RunSpan runs, bool upright) {
        text::ShapedText shaped = desk_.shape(runs, texts_.style->lines);
        text::TextExtent extent;
        if (!runs.empty()) extent = text::extent_of(shaped, texts_.style->lines);
        FittedText text{.widths = extent.widths, .first_cell = static_cast<std::uint32_t>(out_.of_cell.size())};
        const bool narrow = extent.line && shaped.missing.empty() && extent.line->natural_width <= usual_width_;
        if (extent.line) text.whole = SharedLines(std::move(*extent.line));
        if (upright || !narrow) {
            text.shaped = static_cast<std::int32_t>(out_.shaped.size());
            out_.shaped.push_back(std::move(shaped));
        }
        out_.texts.push_back(std::move(text));
    }

    Measurement& desk_;
    TableTexts& texts_;
    Length size_, usual_width_;
    FittedTexts out_ = {};
    KnownTexts known_ = {};
    std::unordered_map<TextKey, const text::Digits*, TextHash> digits_ = {};  // by look, without text
};

}  // namespace

FittedTexts shape_cells(Measurement& desk, TableTexts& texts, Length size, Length usual_width) {
    return CellShaper(desk, texts, size, usual_width).run();
}

}  // namespace nianbao::layout
