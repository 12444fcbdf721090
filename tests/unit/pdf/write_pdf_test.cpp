// write_pdf(): whole files, the same every time, and refusals that name everything.
#include <catch2/catch.hpp>

#include <utility>
#include <vector>

#include <nianbao/error.hpp>
#include <nianbao/pdf.hpp>

#include "pdf/haru.hpp"
#include "pdf/structure_tree.hpp"
#include "unit/pdf/sample_pages.hpp"

using namespace nianbao;
using namespace nianbao::samples;

namespace {

// The id of the PdfError of a document, or "" when it can be written.
std::string refusal(const PagedDocument& document, const PdfOptions& options = {}) {
    try {
        write_pdf(document, options);
        return "";
    } catch (const PdfError& error) {
        return error.id();
    }
}

std::vector<std::string> bodies(pdf::HaruDocument& file) {
    std::vector<std::string> result(1);
    file.serialise([&](const pdf::SerialObject& object) { result.emplace_back(object.body); });
    return result;
}

}  // namespace

TEST_CASE("a file begins and ends as PDF 1.7 and has an identifier") {
    const std::string bytes = write_pdf(one_line());
    CHECK(bytes.substr(0, 9) == "%PDF-1.7\n");
    CHECK(bytes.substr(bytes.size() - 6) == "%%EOF\n");
    CHECK(bytes.find("/Type/XRef") != std::string::npos);
    CHECK(bytes.find("/ID[<") != std::string::npos);
}

TEST_CASE("the same pages give the same bytes, other pages another identifier") {
    CHECK(write_pdf(table()) == write_pdf(table()));
    const auto id = [](const std::string& bytes) { return bytes.substr(bytes.find("/ID[<"), 38); };
    PagedDocument other = table();
    std::get<Fill>(other.pages[0].items[other.pages[0].items.size() - 6]).color.red = 0;
    CHECK(id(write_pdf(table())) != id(write_pdf(other)));
}

TEST_CASE("the small profile gives a smaller file of the same objects") {
    const std::string fast = write_pdf(table()), small = write_pdf(table(), {.profile = PdfProfile::small});
    CHECK(small.size() < fast.size());
    CHECK(write_pdf(table(), {.profile = PdfProfile::fast}) == fast);
    const auto count = [](const std::string& bytes) { return bytes.substr(bytes.find("/Type/XRef/Size "), 20); };
    CHECK(count(small) == count(fast));
}

TEST_CASE("a created option wins over the document's, and a wrong date is refused") {
    PagedDocument document = one_line();
    document.created = "2024-01-01";
    CHECK(write_pdf(document, {.created = "2025-01-20"}).find("<xmp:CreateDate>2025-01-20<") != std::string::npos);
    CHECK(write_pdf(document).find("<xmp:CreateDate>2024-01-01<") != std::string::npos);
    CHECK(refusal(document, {.created = "20 January"}) == "PDF-DATE");
}

TEST_CASE("pages beyond one node of the page tree are all there") {
    Sample sample;
    for (int i = 1; i < 130; ++i) sample.add_page();
    pdf::HaruDocument file;
    for (int i = 0; i < 130; ++i) file.reserve_page();
    std::string counts;
    for (const std::string& body : bodies(file))
        if (const std::size_t at = body.find("/Count "); at != std::string::npos) counts += std::to_string(std::stoi(body.substr(at + 7))) + " ";
    CHECK(counts == "130 64 64 2 ");
    CHECK(refusal(sample.document) == "");
}

TEST_CASE("content and children stand in the order in which they are read") {
    Sample sample;
    const NodeId paragraph = sample.node(StructureKind::paragraph);
    const NodeId span = sample.node(StructureKind::span, paragraph);
    const std::vector<pdf::ContentPlace> places = {{paragraph, 0, 0}, {span, 0, 1}, {paragraph, 0, 2}, {paragraph, 1, 0}};
    pdf::HaruDocument file;
    const std::vector<pdf::ObjectNumber> pages = {file.reserve_page(), file.reserve_page()}, annotations = {};
    pdf::write_structure_tree({sample.document, places, pages, annotations}, file);
    const std::vector<std::string> all = bodies(file);
    // Objects: 1 catalog, 2 page tree, 3 information, 4 page, 5 node of the page tree, 6 page, 7 root,
    // 8 document, 9 paragraph, 10 span, 11 leaf of the parent tree.
    REQUIRE(all.size() > 11);
    CHECK(all[9] == "<<\n/S/P/P 8 0 R/Pg 4 0 R/K[0 10 0 R 2 <</Type/MCR/Pg 6 0 R/MCID 0>>]>>");
    CHECK(all[10] == "<<\n/S/Span/P 9 0 R/Pg 4 0 R/K 1>>");
    CHECK(all[11] == "<<\n/Limits[0 1]/Nums[0 [9 0 R 10 0 R 9 0 R]\n1 [9 0 R]\n]>>");
}

TEST_CASE("every violation is named in one error") {
    PagedDocument document = picture();
    document.title.clear();
    document.structure[2].alternative.clear();
    document.structure.push_back({.kind = StructureKind::heading_2});
    document.structure[0].children.push_back(3);
    std::get<GlyphRun>(document.pages[0].items[0]).glyphs[0].id = 0;
    try {
        write_pdf(document, {.created = "never"});
        FAIL("written");
    } catch (const PdfError& error) {
        CHECK(error.id() == "PDF-CONFORMANCE");
        CHECK(error.exit_code() == 70);
        const std::string text = error.message(Language::en);
        for (const char* part : {"5 violations", "\nPDF-TITLE ", "\nPDF-DATE ", "\nPDF-FIGURE ", "level 2 follows level 0", "\nPDF-NOTDEF /sample "})
            CHECK(text.find(part) != std::string::npos);
    }
}

TEST_CASE("glyphs and characters that cannot be given back are refused with their place") {
    Sample missing;
    missing.line("\uE123\U00020000", 100);
    try {
        write_pdf(missing.document);
        FAIL("written");
    } catch (const PdfError& error) {
        CHECK(error.where() == "/sample");
        const std::string text = error.message(Language::en);
        for (const char* part : {"PDF-NOTDEF /sample", "PDF-CHARACTER /sample", "U+E123", "FandolFang-Regular.otf has no glyph for “\U00020000”"})
            CHECK(text.find(part) != std::string::npos);
    }
    for (const char* text : {"\uFFFE", "\uFEFF", "\U0001FFFF"}) {
        PagedDocument document = one_line();
        auto& run = std::get<GlyphRun>(document.pages[0].items[0]);
        run.glyphs.resize(1);
        run.text = text;
        run.glyphs[0].text_length = static_cast<std::uint32_t>(run.text.size());
        CHECK(refusal(document) == "PDF-CHARACTER");
    }
}

TEST_CASE("text without glyphs and glyphs without text are refused") {
    PagedDocument lost = one_line();
    std::get<GlyphRun>(lost.pages[0].items[0]).glyphs.pop_back();
    CHECK(refusal(lost) == "PDF-TEXT-LOST");
    PagedDocument twice = one_line();
    std::get<GlyphRun>(twice.pages[0].items[0]).glyphs[1].text_begin = 0;
    CHECK(refusal(twice) == "PDF-TEXT-LOST");
    PagedDocument orphan = one_line();
    auto& glyphs = std::get<GlyphRun>(orphan.pages[0].items[0]).glyphs;
    glyphs.insert(glyphs.begin(), glyphs[3]);
    glyphs[0].text_length = 0;
    CHECK(refusal(orphan) == "PDF-GLYPH-TEXT");
    PagedDocument cut = one_line();
    auto& run = std::get<GlyphRun>(cut.pages[0].items[0]);
    run.glyphs[0].text_length = 2;
    run.glyphs[1].text_begin = 2;
    run.glyphs[1].text_length = 4;
    CHECK(refusal(cut) == "PDF-TEXT-LOST");
}

TEST_CASE("tables must be regular") {
    PagedDocument wide = table();
    wide.structure.back().columns = 2;
    CHECK(refusal(wide) == "PDF-TABLE-ROW");
    PagedDocument deep = table();
    deep.structure.back().rows = 2;
    CHECK(refusal(deep) == "PDF-TABLE-SPAN");
    PagedDocument headers = table();
    headers.structure.back().headers = {1};
    CHECK(refusal(headers) == "PDF-TABLE-HEADERS");
    PagedDocument unscoped = table();
    for (StructureNode& node : unscoped.structure) {
        node.headers.clear();
        if (node.scope == HeaderScope::row) node.scope = HeaderScope::none;
    }
    CHECK(refusal(unscoped) == "PDF-TABLE-SCOPE");
}

TEST_CASE("the structure must be one tree with allowed nesting") {
    PagedDocument loop = one_line();
    loop.structure[1].children = {1};
    CHECK(refusal(loop) == "PDF-TREE");
    PagedDocument lonely = one_line();
    lonely.structure.push_back({});
    CHECK(refusal(lonely) == "PDF-TREE");
    PagedDocument cell = one_line();
    cell.structure[1].kind = StructureKind::data_cell;
    CHECK(refusal(cell) == "PDF-NESTING");
    PagedDocument loose = one_line();
    std::get<GlyphRun>(loose.pages[0].items[0]).node = 0;
    CHECK(refusal(loose) == "PDF-LOOSE-CONTENT");
    PagedDocument nowhere = one_line();
    std::get<GlyphRun>(nowhere.pages[0].items[0]).node = 7;
    CHECK(refusal(nowhere) == "PDF-REFERENCE");
    CHECK(refusal(nowhere, {.tagged = false}) == "");
}

TEST_CASE("links need a safe address, a description and a node of their own") {
    const auto changed = [](auto change) {
        PagedDocument document = link();
        change(std::get<Link>(document.pages[0].items.back()));
        return refusal(document);
    };
    CHECK(changed([](Link&) {}) == "");
    CHECK(changed([](Link& it) { it.uri = "javascript:alert(1)"; }) == "PDF-LINK-ADDRESS");
    CHECK(changed([](Link& it) { it.uri = "https://a b"; }) == "PDF-LINK-ADDRESS");
    CHECK(changed([](Link& it) { it.uri.clear(), it.to = Destination{}; }) == "");
    CHECK(changed([](Link& it) { it.to = Destination{.page = 9}; }) == "PDF-REFERENCE");
    CHECK(changed([](Link& it) { it.description.clear(); }) == "PDF-LINK-TEXT");
    CHECK(changed([](Link& it) { it.node = 1; }) == "PDF-LINK-NODE");
}

TEST_CASE("what cannot be a page is refused") {
    PagedDocument empty = one_line();
    empty.pages.clear();
    CHECK(refusal(empty) == "PDF-NO-PAGES");
    PagedDocument huge = one_line();
    huge.pages[0].size.width = pt(14401);
    CHECK(refusal(huge) == "PDF-PAGE-SIZE");
    PagedDocument far = one_line();
    std::get<GlyphRun>(far.pages[0].items[0]).origin.x = pt(40000);
    CHECK(refusal(far) == "PDF-COORDINATE");
    PagedDocument short_picture = picture();
    std::get<Picture>(short_picture.pages[0].items[1]).rgb.pop_back();
    CHECK(refusal(short_picture) == "PDF-PICTURE");
    PagedDocument tongue = one_line();
    tongue.language = "中文";
    CHECK(refusal(tongue) == "PDF-LANGUAGE");
    PagedDocument bookmark = two_pages();
    bookmark.bookmarks[0].page = 2;
    CHECK(refusal(bookmark) == "PDF-BOOKMARK");
    PagedDocument bytes = one_line();
    bytes.title = "\xFF";
    CHECK(refusal(bytes) == "PDF-UTF8");
}

TEST_CASE("pages are told while they are written, and a stop ends the writing") {
    std::stop_source source;
    std::vector<std::pair<std::size_t, std::size_t>> told;
    PdfOptions options;
    options.stop = source.get_token();
    options.progress = [&](std::size_t done, std::size_t total) { told.emplace_back(done, total); };
    write_pdf(one_line(), options);
    CHECK(told == std::vector<std::pair<std::size_t, std::size_t>>{{0, 1}, {1, 1}});
    source.request_stop();
    try {
        write_pdf(one_line(), options);
        FAIL("not stopped");
    } catch (const Error& error) {
        CHECK(error.id() == "STOPPED");
    }
}
