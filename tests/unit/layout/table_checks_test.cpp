// The checker of tables finds the faults it looks for.
#include <catch2/catch.hpp>

#include "table_checks.hpp"
#include "table_samples.hpp"

using namespace nianbao;
using namespace nianbao::literals;
using namespace nianbao::checks;
using namespace nianbao::samples;

namespace {

struct Set {
    Table table = {};
    PagedDocument pages = {};
};

Set set() {
    Set out;
    out.table = plain_table(3, 2);
    out.pages = typeset_blocks({out.table});
    return out;
}

// The nth text of the page.
GlyphRun& text(Page& page, std::size_t n) {
    for (PageItem& item : page.items)
        if (auto* run = std::get_if<GlyphRun>(&item))
            if (n-- == 0) return *run;
    throw std::logic_error("no such text");
}

bool starts_with(const std::string& text, const std::string& head) {
    return text.rfind(head, 0) == 0;
}

std::string fault(const Set& set) {
    return first_table_fault(set.table, set.pages);
}

}  // namespace

TEST_CASE("the checker finds a text outside its cell, in another's cell, lost, doubled and left over") {
    CHECK(fault(set()).empty());

    Set outside = set();
    text(outside.pages.pages[0], 2).origin.x = 1_pt;
    CHECK(starts_with(fault(outside), "page 1: text outside its cell"));

    Set over = set();
    text(over.pages.pages[0], 2).origin.y += 10_pt;
    CHECK(starts_with(fault(over), "page 1: text outside its cell"));

    Set shared = set();
    text(shared.pages.pages[0], 0).origin = text(shared.pages.pages[0], 1).origin;
    CHECK(starts_with(fault(shared), "page 1: two texts in a cell"));

    Set lost = set();
    text(lost.pages.pages[0], 0).text.clear();
    CHECK(starts_with(fault(lost), "cell 1 says"));

    Set doubled = set();
    doubled.pages.pages[0].items.push_back(text(doubled.pages.pages[0], 0));
    CHECK(starts_with(fault(doubled), "cell 1 says"));

    Set again = set();
    again.table.rows[1].cells[0].text = Text("空");
    again.pages = typeset_blocks({again.table});
    for (PageItem& item : again.pages.pages[0].items)
        if (auto* run = std::get_if<GlyphRun>(&item); run && run->text == "空") {
            GlyphRun copy = *run;
            copy.node = artifact;
            run->origin = {1_pt, 1_pt};
            again.pages.pages[0].items.push_back(copy);
            break;
        }
    CHECK_FALSE(fault(again).empty());

    Set unruled = set();
    auto& items = unruled.pages.pages[0].items;
    items.erase(std::remove_if(items.begin(), items.end(),
                               [](const PageItem& item) {
                                   const auto* rule = std::get_if<Rule>(&item);
                                   return rule && rule->from.x == rule->to.x && rule->width == 0.5_pt;
                               }),
                items.end());
    CHECK(starts_with(fault(unruled), "page 1: two texts in a cell"));
}
