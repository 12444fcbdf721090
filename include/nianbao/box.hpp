// Boxes: where everything stands on the pages, for tests of layout, previews and overlays.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include <nianbao/export.hpp>
#include <nianbao/geometry.hpp>
#include <nianbao/paged_document.hpp>

namespace nianbao {

enum class BoxKind : std::uint8_t { text, rule, stroke, fill, path, picture, link };

// The rectangle an item takes on its page, upright, from the head and the left edge of the paper. That of
// a text is its advances by the em boxes of its glyphs (0.88 em above the baseline, 0.12 below).
struct Box {
    BoxKind kind = BoxKind::text;
    std::uint32_t page = 1;                        // from 1
    Rect area = {};
    std::string text = {};                         // of a text: its source; of a link: its address
    Origin source = {};                            // of a text: where it stands in the report
    std::optional<StructureKind> structure = {};   // what it speaks for; none = an artifact (表线, 页码)
    friend bool operator==(const Box&, const Box&) = default;
};

// One box for each item, page after page in reading order.
NIANBAO_API std::vector<Box> boxes(const PagedDocument& pages);

// "heading-1", "data-cell": the word of dump() for a kind of structure.
NIANBAO_API const char* name_of(StructureKind) noexcept;

}  // namespace nianbao
