// Documents placed by hand: what layout would make, small and known to the millipoint.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <nianbao/paged_document.hpp>

#include "base/utf8.hpp"
#include "font/font_face.hpp"
#include "test_folders.hpp"

namespace nianbao::samples {

inline Length pt(double points) { return Length::points(points); }

inline std::shared_ptr<const FontFace> shipped(const char* file) {
    return FontFace::map(test::root() + "/fonts/" + file, 0);
}

inline const char* const fangsong = "FandolFang-Regular.otf";
inline const char* const song = "NianbaoSong-Light.otf";
inline const char* const latin = "LiberationSerif-Regular.ttf";

// A PagedDocument that grows by plain calls.
class Sample {
public:
    PagedDocument document = {};

    explicit Sample(std::vector<const char*> fonts = {fangsong}) {
        document.title = "示例 & <sample>";
        document.author = "某某县人民政府";
        for (const char* font : fonts) document.faces.push_back(shipped(font));
        document.structure.push_back({.kind = StructureKind::document});
        add_page();
    }

    void add_page() { document.pages.push_back({.size = {pt(595.276), pt(841.89)}, .items = {}}); }

    NodeId node(StructureKind kind, NodeId parent = 0) {
        const auto id = static_cast<NodeId>(document.structure.size());
        document.structure.push_back({.kind = kind});
        document.structure[parent].children.push_back(id);
        return id;
    }

    StructureNode& at(NodeId id) { return document.structure[id]; }

    void put(PageItem item) { document.pages.back().items.push_back(std::move(item)); }

    // One glyph for each character, each `extra` millipoints wider than the font has it.
    GlyphRun run(std::string text, Point origin, double size, std::uint32_t face = 0, int extra = 0) const {
        GlyphRun result;
        result.face = face;
        result.size = pt(size);
        result.origin = origin;
        result.source.pointer = "/sample";
        Length x;
        for (std::size_t at = 0; at < text.size();) {
            const auto [c, length] = utf8::decode(text, at);
            const std::uint32_t glyph = document.faces[face]->glyph_of(c);
            const Length advance = result.size.scaled(document.faces[face]->advance(glyph), 1000) + Length::millipoints(extra);
            result.glyphs.push_back({.id = glyph, .x = x, .y = {}, .advance = advance,
                                     .text_begin = static_cast<std::uint32_t>(at), .text_length = static_cast<std::uint32_t>(length)});
            x += advance;
            at += length;
        }
        result.text = std::move(text);
        return result;
    }

    // A paragraph of one line.
    NodeId line(std::string text, double y, std::uint32_t face = 0, StructureKind kind = StructureKind::paragraph) {
        const NodeId id = node(kind);
        GlyphRun result = run(std::move(text), {pt(79.37), pt(y)}, 15.75, face);
        result.node = id;
        put(std::move(result));
        return id;
    }
};

inline PagedDocument one_line() {
    Sample sample;
    sample.line("二〇二四年政府信息公开工作年度报告", 120);
    return sample.document;
}

// Three columns, a header row, a cell over two rows and one over two columns, row headers, rules.
inline PagedDocument table() {
    Sample sample;
    sample.line("一、总体情况", 100, 0, StructureKind::heading_1);
    const NodeId table = sample.node(StructureKind::table);
    sample.at(table).summary = "申请情况";
    const NodeId caption = sample.node(StructureKind::caption, table);
    GlyphRun title = sample.run("收到和处理申请情况", {pt(100), pt(190)}, 12);
    title.node = caption;
    sample.put(std::move(title));
    const NodeId head = sample.node(StructureKind::table_head, table);
    const NodeId body = sample.node(StructureKind::table_body, table);
    struct CellPlace {
        const char* text;
        int column, row, columns, rows;
        HeaderScope scope;
    };
    const std::vector<CellPlace> cells = {
        {"情况", 0, 0, 1, 2, HeaderScope::column}, {"申请人", 1, 0, 2, 1, HeaderScope::column},
        {"自然人", 1, 1, 1, 1, HeaderScope::column}, {"法人", 2, 1, 1, 1, HeaderScope::column},
        {"新收", 0, 2, 1, 1, HeaderScope::row}, {"12", 1, 2, 1, 1, HeaderScope::none}, {"0", 2, 2, 1, 1, HeaderScope::none},
        {"结转", 0, 3, 1, 1, HeaderScope::row}, {"345", 1, 3, 1, 1, HeaderScope::none}, {"", 2, 3, 1, 1, HeaderScope::none}};
    NodeId row = 0;
    int last_row = -1;
    std::vector<NodeId> ids;
    for (const CellPlace& cell : cells) {
        if (cell.row != last_row) row = sample.node(StructureKind::table_row, cell.row < 2 ? head : body);
        last_row = cell.row;
        const bool header = cell.scope != HeaderScope::none;
        const NodeId id = sample.node(header ? StructureKind::header_cell : StructureKind::data_cell, row);
        ids.push_back(id);
        sample.at(id).scope = cell.scope;
        sample.at(id).rows = cell.rows;
        sample.at(id).columns = cell.columns;
        if (!header) sample.at(id).headers = {ids[static_cast<std::size_t>(cell.column == 1 ? 2 : 3)], ids[cell.row == 2 ? 4 : 7]};
        GlyphRun text = sample.run(cell.text, {pt(100 + 60.0 * cell.column), pt(215 + 17.0 * cell.row)}, 10);
        text.node = id;
        if (!text.glyphs.empty()) sample.put(std::move(text));
    }
    sample.put(Fill{.area = {{pt(95), pt(270)}, {pt(180), pt(3)}}, .color = {0xC6, 0xD9, 0xF1}});
    for (int i = 0; i <= 4; ++i)
        sample.put(Rule{.from = {pt(95), pt(200 + 17.0 * i)}, .to = {pt(275), pt(200 + 17.0 * i)}, .width = pt(0.5)});
    return sample.document;
}

// Characters above U+FFFF (U+20000 is in no shipped face of this sample: U+1F000s would not be either).
inline PagedDocument plane_2(std::shared_ptr<const FontFace> face, std::string text) {
    Sample sample;
    sample.document.faces[0] = std::move(face);
    sample.line(std::move(text), 120);
    return sample.document;
}

// 一 and ⼀ by one glyph, —— by one glyph, and — by that glyph again.
inline PagedDocument shared_glyphs() {
    Sample sample({song});
    const NodeId id = sample.node(StructureKind::paragraph);
    GlyphRun run = sample.run("一一——", {pt(79.37), pt(120)}, 15.75);
    run.text = "一⼀———";
    run.glyphs[2].text_length = 6;
    run.glyphs[3].text_begin = 12;
    run.node = id;
    sample.put(std::move(run));
    return sample.document;
}

// Clusters of two glyphs: é of e and an accent (as many characters as glyphs), and ﬁ drawn as two
// glyphs for one character; the last glyph of all stands higher.
inline PagedDocument multi_glyph_cluster() {
    Sample sample({latin});
    const NodeId id = sample.node(StructureKind::paragraph);
    GlyphRun run = sample.run("xeyfiz", {pt(79.37), pt(120)}, 15.75);
    const PlacedGlyph e = run.glyphs[1];
    PlacedGlyph accent = e;
    accent.id = sample.document.faces[0]->glyph_of(0x0301);
    accent.text_length = 0;
    accent.x += pt(6);
    run.text = "xe\u0301y\uFB01z";
    run.glyphs.insert(run.glyphs.begin() + 2, accent);
    run.glyphs[1].text_length = 3;
    run.glyphs[3].text_begin = 4;
    run.glyphs[4].text_begin = 5;
    run.glyphs[4].text_length = 3;
    run.glyphs[5].text_length = 0;
    run.glyphs[6].text_begin = 8;
    run.glyphs[6].y = pt(-4);
    run.language = "fr";
    run.node = id;
    sample.put(std::move(run));
    return sample.document;
}

inline PagedDocument two_pages() {
    Sample sample;
    sample.line("一、总体情况", 120, 0, StructureKind::heading_1);
    const NodeId split = sample.line("前页的文字", 700);
    sample.add_page();
    GlyphRun rest = sample.run("后页的文字", {pt(79.37), pt(100)}, 15.75);
    rest.node = split;
    sample.put(std::move(rest));
    sample.line("（一）主动公开", 140, 0, StructureKind::heading_2);
    GlyphRun folio = sample.run("— 2 —", {pt(430), pt(800)}, 14);
    sample.put(std::move(folio));
    sample.document.bookmarks = {{"一、总体情况", 1, 0, pt(104)}, {"（一）主动公开", 2, 1, pt(124)}};
    sample.document.created = "2025-01-20T09:00:00+08:00";
    return sample.document;
}

inline PagedDocument picture() {
    Sample sample;
    sample.line("图", 100);
    const NodeId figure = sample.node(StructureKind::figure);
    sample.at(figure).alternative = "红绿两格";
    Picture picture{.area = {{pt(100), pt(150)}, {pt(60), pt(30)}}, .width = 2, .height = 1, .rgb = {}, .node = figure};
    picture.rgb = std::string("\xFF\0\0\0\xFF\0", 6);
    sample.put(std::move(picture));
    sample.put(Path{.outlines = {{{pt(200), pt(150)}, {pt(260), pt(150)}, {pt(230), pt(200)}}}, .fill = {0x33, 0x66, 0x99}, .node = figure});
    return sample.document;
}

inline PagedDocument link() {
    Sample sample;
    const NodeId paragraph = sample.line("网址：", 120);
    const NodeId id = sample.node(StructureKind::link, paragraph);
    GlyphRun run = sample.run("政府网站", {pt(126.62), pt(120)}, 15.75);
    run.node = id;
    sample.put(std::move(run));
    sample.put(Link{.area = {{pt(126.62), pt(106)}, {pt(63), pt(18)}}, .uri = "https://www.example.org/(a)?b=c", .description = "县政府网站", .node = id});
    return sample.document;
}

// The same word turned by none to three quarters about four points.
inline PagedDocument rotated() {
    Sample sample;
    const NodeId id = sample.node(StructureKind::paragraph);
    for (int turns = 0; turns < 4; ++turns) {
        GlyphRun run = sample.run("转动", {pt(200 + 50.0 * turns), pt(300)}, 20, 0, 250);
        run.quarter_turns = turns;
        run.node = id;
        sample.put(std::move(run));
    }
    return sample.document;
}

inline PagedDocument list() {
    Sample sample;
    const NodeId all = sample.node(StructureKind::list);
    int y = 120;
    for (const char* text : {"甲", "乙"}) {
        const NodeId item = sample.node(StructureKind::list_item, all);
        const NodeId label = sample.node(StructureKind::list_label, item);
        const NodeId body = sample.node(StructureKind::list_body, item);
        GlyphRun mark = sample.run(y == 120 ? "1." : "2.", {pt(80), pt(y)}, 12);
        mark.node = label;
        GlyphRun words = sample.run(text, {pt(100), pt(y)}, 12);
        words.node = body;
        sample.put(std::move(mark));
        sample.put(std::move(words));
        y += 20;
    }
    const NodeId note = sample.node(StructureKind::note);
    GlyphRun words = sample.run("注：说明", {pt(80), pt(200)}, 12);
    words.node = note;
    sample.put(std::move(words));
    const NodeId title = sample.node(StructureKind::title);
    GlyphRun heading = sample.run("年度报告", {pt(80), pt(300)}, 22);
    heading.node = title;
    sample.put(std::move(heading));
    return sample.document;
}

}  // namespace nianbao::samples
