// Page items → content stream operators, with marks for the structure tree.
#include "pdf/content_stream.hpp"

#include <optional>

#include "pdf/glyph_run.hpp"
#include "pdf/painter.hpp"
#include "pdf/syntax.hpp"

namespace nianbao::pdf {

namespace {

// Coordinates a reader must take (ISO 19005-2, 6.1.13): ± 32,767 points.
constexpr std::int64_t farthest = 32'767'000;

class PageWriter : private TextMarks {
public:
    PageWriter(ContentContext& context, std::uint32_t page)
        : context_(context), number_(page), page_(context.document.pages[page]), height_(page_.size.height.count()) {}

    PageContent write() {
        for (std::uint32_t i = 0; i < page_.items.size(); ++i) {
            item_ = i;
            std::visit([this](const auto& item) { draw(item); }, page_.items[i]);
        }
        content_.operators = painter_.finish();
        return std::move(content_);
    }

private:
    void draw(const GlyphRun& run);
    void draw(const Rule& rule);
    void draw(const Stroke& stroke);
    void draw(const Fill& fill);
    void draw(const Path& path);
    void draw(const Picture& picture);
    void draw(const Link& link);

    // Content of one node that stands together is one marked content sequence.
    void enter(NodeId node, Painter::Kind kind);
    std::string_view mark_of(NodeId node, Painter::Kind kind);
    std::string_view next_mark(std::string_view tag, std::string_view properties);
    bool speaks() const { return context_.tagged && node_ != artifact; }

    // Text of the node, in the language of the run. No sequence stands inside another: readers that
    // gather the text of a node by its marks (Poppler’s structure reader) stop at the first EMC.
    void plain() override;
    void replaced(std::string_view text) override;
    void end_replaced() override;
    bool on_paper(Point point, const std::string& pointer = {});
    std::int64_t up(Length y) const { return height_ - y.count(); }

    ContentContext& context_;
    std::uint32_t number_, item_ = 0;
    const Page& page_;
    std::int64_t height_;
    Painter painter_ = {};
    PageContent content_ = {};
    std::string mark_ = {};  // the last
    bool inside_ = false;
    NodeId node_ = artifact;
    Painter::Kind kind_ = Painter::Kind::graphics;
    RunEnd before_ = {};                      // of the run drawn last
    std::string language_ = {};               // of the run, where it is not the document's
    std::optional<std::string> marked_ = {};  // the language of the open sequence of plain text
};

std::string_view PageWriter::next_mark(std::string_view tag, std::string_view properties) {
    context_.places.push_back({node_, number_, content_.marks});
    mark_ = tag;
    append_number(mark_ += "<</MCID ", content_.marks++, 0);
    mark_ += properties;
    return mark_ += ">>BDC";
}

std::string_view PageWriter::mark_of(NodeId node, Painter::Kind kind) {
    if (!context_.tagged) return {};
    // ISO 32000-1, table 330: text that speaks for nothing is page furniture, lines are layout.
    if (node == artifact)
        return kind == Painter::Kind::text ? "/Artifact<</Type/Pagination>>BDC" : "/Artifact<</Type/Layout>>BDC";
    if (kind == Painter::Kind::text) return {};  // its sequences come with its glyphs
    return next_mark(structure_type(context_.document.structure[node].kind), {});
}

void PageWriter::enter(NodeId node, Painter::Kind kind) {
    if (inside_ && node == node_ && kind == kind_) return;
    inside_ = true;
    node_ = node;
    kind_ = kind;
    marked_.reset();
    painter_.open(kind, mark_of(node, kind));
}

void PageWriter::plain() {
    if (!speaks() || marked_ == language_) return;
    // ISO 32000-1, 14.9.2.3: the language of a part is that of a Span.
    const char* tag = language_.empty() ? structure_type(context_.document.structure[node_].kind) : "/Span";
    painter_.mark(next_mark(tag, language_.empty() ? "" : "/Lang" + text_string(language_)));
    marked_ = language_;
}

void PageWriter::replaced(std::string_view text) {
    std::string properties = speaks() && !language_.empty() ? "/Lang" + text_string(language_) : "";
    properties += "/ActualText<FEFF";
    append_utf16_hex(properties, text);
    properties += '>';
    if (speaks())
        painter_.mark(next_mark("/Span", properties));
    else
        painter_.out() += "/Span<<" + properties + ">>BDC\n";
    marked_.reset();
}

void PageWriter::end_replaced() {
    if (!speaks()) painter_.out() += "EMC\n";
}

bool PageWriter::on_paper(Point point, const std::string& pointer) {
    const auto far = [](Length length) { return length.count() > farthest || length.count() < -farthest; };
    if (!far(point.x) && !far(point.y)) return true;
    context_.violations.add("PDF-COORDINATE", pointer, {{"page", std::size_t{number_} + 1}});
    return false;
}

void PageWriter::draw(const GlyphRun& run) {
    if (run.glyphs.empty() || !on_paper(run.origin, run.source.pointer)) return;
    auto glyphs = code_glyphs(run, context_.fonts[run.face], context_.violations);
    keep_in_line(before_, run, glyphs);
    before_ = end_of(run, glyphs);
    enter(run.node, Painter::Kind::text);
    language_ = run.language == context_.document.language ? std::string() : run.language;
    paint_run(painter_, run, glyphs, up(run.origin.y), *this);
}

void PageWriter::draw(const Rule& rule) {
    if (!on_paper(rule.from) || !on_paper(rule.to)) return;
    enter(rule.node, Painter::Kind::graphics);
    painter_.set_stroke(rule.color, rule.width);
    painter_.line(rule.from, rule.to, page_.size.height);
}

void PageWriter::draw(const Stroke& stroke) {
    if (stroke.points.empty()) return;
    for (const Point point : stroke.points)
        if (!on_paper(point)) return;
    enter(stroke.node, Painter::Kind::graphics);
    painter_.set_stroke(stroke.color, stroke.width, Painter::Ends::round);
    painter_.polyline(stroke.points, page_.size.height);
}

void PageWriter::draw(const Fill& fill) {
    const Rect& area = fill.area;
    if (!on_paper(area.origin) || !on_paper({area.right(), area.bottom()})) return;
    enter(fill.node, Painter::Kind::graphics);
    painter_.end_path();
    painter_.set_fill(fill.color);
    painter_.point(area.left().count(), up(area.bottom()));
    painter_.point(area.size.width.count(), area.size.height.count());
    painter_.out() += "re f\n";
}

void PageWriter::draw(const Path& path) {
    enter(path.node, Painter::Kind::graphics);
    painter_.end_path();
    painter_.set_fill(path.fill);
    bool drawn = false;
    for (const std::vector<Point>& outline : path.outlines) {
        for (std::size_t i = 0; i < outline.size(); ++i) {
            if (!on_paper(outline[i])) return;
            painter_.point(outline[i].x.count(), up(outline[i].y));
            painter_.out() += i == 0 ? "m\n" : "l\n";
        }
        if (outline.empty()) continue;
        painter_.out() += "h\n";
        drawn = true;
    }
    if (drawn) painter_.out() += "f\n";
}

void PageWriter::draw(const Picture& picture) {
    const Rect& area = picture.area;
    if (!on_paper(area.origin) || !on_paper({area.right(), area.bottom()})) return;
    enter(picture.node, Painter::Kind::graphics);
    painter_.end_path();
    painter_.out() += "q ";
    painter_.number(area.size.width.count());
    painter_.out() += "0 0 ";
    painter_.number(area.size.height.count());
    painter_.point(area.left().count(), up(area.bottom()));
    painter_.out() += "cm/P" + std::to_string(content_.pictures.size()) + " Do Q\n";
    content_.pictures.push_back(item_);
}

void PageWriter::draw(const Link& link) {
    if (!on_paper(link.area.origin) || !on_paper({link.area.right(), link.area.bottom()})) return;
    content_.links.push_back(item_);
    if (context_.tagged) context_.places.push_back({link.node, number_, -1});
}

}  // namespace

const char* structure_type(StructureKind kind) {
    switch (kind) {
        case StructureKind::document: return "/Document";
        case StructureKind::paragraph: return "/P";
        case StructureKind::heading_1: return "/H1";
        case StructureKind::heading_2: return "/H2";
        case StructureKind::heading_3: return "/H3";
        case StructureKind::heading_4: return "/H4";
        case StructureKind::title: return "/Title";
        case StructureKind::span: return "/Span";
        case StructureKind::table: return "/Table";
        case StructureKind::table_head: return "/THead";
        case StructureKind::table_body: return "/TBody";
        case StructureKind::table_foot: return "/TFoot";
        case StructureKind::table_row: return "/TR";
        case StructureKind::header_cell: return "/TH";
        case StructureKind::data_cell: return "/TD";
        case StructureKind::caption: return "/Caption";
        case StructureKind::list: return "/L";
        case StructureKind::list_item: return "/LI";
        case StructureKind::list_label: return "/Lbl";
        case StructureKind::list_body: return "/LBody";
        case StructureKind::figure: return "/Figure";
        case StructureKind::note: return "/Note";
        case StructureKind::section: return "/Sect";
        case StructureKind::link: return "/Link";
        case StructureKind::ruby: return "/Ruby";
        case StructureKind::ruby_base: return "/RB";
        case StructureKind::ruby_text: return "/RT";
        case StructureKind::contents: return "/TOC";
        case StructureKind::contents_item: return "/TOCI";
        case StructureKind::reference: return "/Reference";
    }
    return "/NonStruct";
}

PageContent write_content(ContentContext& context, std::uint32_t page) { return PageWriter(context, page).write(); }

}  // namespace nianbao::pdf
