// Checks of pages, items, bookmarks, title and language.
#include "pdf/conformance.hpp"

#include <algorithm>
#include <array>
#include <string_view>

#include "base/utf8.hpp"

namespace nianbao::pdf {

namespace {

// ISO 19005-2, 6.1.13: pages from 3 to 14,400 points.
constexpr Length smallest_page = Length::millipoints(3'000);
constexpr Length largest_page = Length::millipoints(14'400'000);

// Letters and digits in subtags of one to eight (BCP 47); the first has letters only.
bool language_tag(std::string_view tag) {
    std::size_t length = 0;
    bool first = true;
    for (const char c : tag) {
        const bool letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
        const bool digit = c >= '0' && c <= '9';
        if (c == '-' && length > 0) {
            length = 0;
            first = false;
        } else if (!(letter || (digit && !first)) || ++length > 8) {
            return false;
        }
    }
    return length > 0;
}

// Nothing that runs or leaves the reader in doubt: spec/reliability 3.4.
bool allowed_uri(std::string_view uri) {
    constexpr std::array<std::string_view, 4> schemes{"http://", "https://", "mailto:", "tel:"};
    const bool known = std::any_of(schemes.begin(), schemes.end(), [&](std::string_view scheme) {
        return uri.size() > scheme.size() && uri.substr(0, scheme.size()) == scheme;
    });
    return known && std::all_of(uri.begin(), uri.end(), [](char c) { return c > ' ' && c <= '~'; });
}

class PageCheck {
public:
    PageCheck(const PagedDocument& document, bool tagged, Violations& violations)
        : document_(document), tagged_(tagged), violations_(violations) {}

    bool run() {
        if (document_.title.empty()) violations_.add("PDF-TITLE", "");
        text(document_.title);
        text(document_.author);
        language(document_.language, "");
        if (document_.pages.empty()) violations_.add("PDF-NO-PAGES", "");
        for (page_ = 0; page_ < document_.pages.size(); ++page_) {
            const Size size = document_.pages[page_].size;
            if (std::min(size.width, size.height) < smallest_page || std::max(size.width, size.height) > largest_page)
                violations_.add("PDF-PAGE-SIZE", "", {{"page", page_ + 1}});
            for (const PageItem& item : document_.pages[page_].items) std::visit([this](const auto& it) { check(it); }, item);
        }
        for (const Bookmark& bookmark : document_.bookmarks) {
            text(bookmark.title);
            if (bookmark.page >= document_.pages.size())
                violations_.add("PDF-BOOKMARK", "", {{"title", bookmark.title}, {"page", std::size_t{bookmark.page} + 1}});
        }
        return sound_;
    }

private:
    void text(std::string_view utf8_text, const std::string& pointer = {}) {
        if (!utf8::first_invalid(utf8_text)) return;
        violations_.add("PDF-UTF8", pointer);
        sound_ = false;
    }

    void language(const std::string& tag, const std::string& pointer) {
        if (!language_tag(tag)) violations_.add("PDF-LANGUAGE", pointer, {{"language", tag}});
    }

    void node(NodeId id, const std::string& pointer = {}) {
        if (tagged_ && id != artifact && id >= document_.structure.size()) points_at_nothing(pointer);
    }

    void points_at_nothing(const std::string& pointer) {
        violations_.add("PDF-REFERENCE", pointer, {{"page", page_ + 1}});
        sound_ = false;
    }

    void check(const GlyphRun& run) {
        const std::string& pointer = run.source.pointer;
        text(run.text, pointer);
        if (run.face >= document_.faces.size() || !document_.faces[run.face] || run.size.count() <= 0)
            points_at_nothing(pointer);
        if (!run.language.empty()) language(run.language, pointer);
        node(run.node, pointer);
    }
    void check(const Rule& rule) { node(rule.node); }
    void check(const Stroke& stroke) { node(stroke.node); }
    void check(const Fill& fill) { node(fill.node); }
    void check(const Path& path) { node(path.node); }

    void check(const Picture& picture) {
        node(picture.node);
        const std::uint64_t bytes = std::uint64_t{3} * picture.width * picture.height;
        if (bytes == 0 || picture.rgb.size() != bytes) violations_.add("PDF-PICTURE", "", {{"page", page_ + 1}});
    }

    void check(const Link& link) {
        node(link.node);
        text(link.description);
        if (link.to && link.to->page >= document_.pages.size()) points_at_nothing("");
        if (!link.to && !allowed_uri(link.uri)) violations_.add("PDF-LINK-ADDRESS", "", {{"uri", link.uri}});
        if (!tagged_) return;
        if (link.description.empty()) violations_.add("PDF-LINK-TEXT", "", {{"uri", link.uri}});
        // ISO 14289-1, 7.18.5.
        if (link.node >= document_.structure.size() || document_.structure[link.node].kind != StructureKind::link)
            violations_.add("PDF-LINK-NODE", "", {{"uri", link.uri}});
    }

    const PagedDocument& document_;
    bool tagged_;
    Violations& violations_;
    std::size_t page_ = 0;
    bool sound_ = true;
};

}  // namespace

bool check_pages(const PagedDocument& document, bool tagged, Violations& violations) {
    return PageCheck(document, tagged, violations).run();
}

}  // namespace nianbao::pdf
