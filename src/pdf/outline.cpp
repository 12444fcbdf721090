// Bookmarks → the outline tree (ISO 32000-1, 12.3.3).
#include "pdf/outline.hpp"

#include "pdf/syntax.hpp"

namespace nianbao::pdf {

namespace {

struct Entry {
    ObjectNumber object = 0;
    std::size_t parent = 0, first = 0, last = 0, previous = 0, next = 0;  // indexes; 0 = none or the root
    std::size_t below = 0;  // entries under this one, at any depth
};

// Entry 0 is the root, entry i the bookmark i - 1.
std::vector<Entry> nested(const std::vector<Bookmark>& bookmarks) {
    std::vector<Entry> entries(bookmarks.size() + 1);
    std::vector<std::size_t> open{0};
    for (std::size_t i = 1; i < entries.size(); ++i) {
        while (open.size() > 1 && bookmarks[open.back() - 1].level >= bookmarks[i - 1].level) open.pop_back();
        Entry& parent = entries[open.back()];
        entries[i].parent = open.back();
        entries[i].previous = parent.last;
        if (parent.last != 0) entries[parent.last].next = i;
        else parent.first = i;
        parent.last = i;
        for (const std::size_t above : open) ++entries[above].below;
        open.push_back(i);
    }
    return entries;
}

}  // namespace

std::string destination(const PagedDocument& document, const std::vector<ObjectNumber>& pages, const Destination& to) {
    std::string out = "/Dest[" + reference(pages[to.page]) + "/XYZ null ";
    append_length(out, document.pages[to.page].size.height.count() - to.y.count());
    return out + " null]";
}

ObjectNumber write_outline(const PagedDocument& document, const std::vector<ObjectNumber>& pages, HaruDocument& file) {
    if (document.bookmarks.empty()) return 0;
    std::vector<Entry> entries = nested(document.bookmarks);
    for (Entry& entry : entries) entry.object = file.reserve();
    for (std::size_t i = 0; i < entries.size(); ++i) {
        const Entry& entry = entries[i];
        std::string text;
        const auto link = [&](const char* key, std::size_t to) {
            if (to != 0) text += key + reference(entries[to].object);
        };
        if (i == 0) {
            text = "/Type/Outlines";
        } else {
            const Bookmark& bookmark = document.bookmarks[i - 1];
            text = "/Title" + text_string(bookmark.title) + "/Parent " + reference(entries[entry.parent].object) +
                   destination(document, pages, {bookmark.page, bookmark.y});
        }
        link("/First ", entry.first);
        link("/Last ", entry.last);
        link("/Prev ", entry.previous);
        link("/Next ", entry.next);
        if (entry.below != 0) text += "/Count " + std::to_string(entry.below);
        file.set(entry.object, text);
    }
    return entries[0].object;
}

}  // namespace nianbao::pdf
