// Figures and charts on the page: size, place, caption, structure.
#include <nianbao/typeset.hpp>

#include <catch2/catch.hpp>

#include <algorithm>

#include <nianbao/error.hpp>

#include "base/file.hpp"
#include "layout/chart_drawing.hpp"
#include "test_folders.hpp"

using namespace nianbao;
using namespace nianbao::literals;
using namespace nianbao::layout;

namespace {

const FontSet& fonts() {
    static const FontSet set = FontSet::from_folder(test::root() + "/fonts");
    return set;
}

std::shared_ptr<const std::string> picture() {
    return std::make_shared<const std::string>(read_file(test::root() + "/tests/fixtures/images/grey.jpg", 1 << 20));  // 64 × 48
}

PagedDocument set(Block block) {
    Document document;
    document.title = "t";
    document.blocks = {std::move(block)};
    return typeset(document, fonts());
}

template <typename Item>
std::vector<Item> items_of(const PagedDocument& pages) {
    std::vector<Item> out;
    for (const Page& page : pages.pages)
        for (const PageItem& item : page.items)
            if (const auto* one = std::get_if<Item>(&item)) out.push_back(*one);
    return out;
}

std::string text_of(const PagedDocument& pages) {
    std::string text;
    for (const GlyphRun& run : items_of<GlyphRun>(pages))
        if (run.node != artifact) text += run.text;
    return text;
}

Chart chart(ChartKind kind, std::vector<std::int64_t> values) {
    Chart out{.kind = kind};
    for (std::size_t i = 0; i < values.size(); ++i) out.labels.push_back("项" + std::to_string(i + 1));
    out.series = {{"", std::move(values)}};
    return out;
}

const LabelType type{9_pt, 12_pt};

template <typename Shape>
std::vector<Shape> shapes_of(const ChartDrawing& drawing) {
    std::vector<Shape> out;
    for (const PageItem& item : drawing.shapes)
        if (const auto* one = std::get_if<Shape>(&item)) out.push_back(*one);
    return out;
}

std::string id_of(const Chart& chart) {
    try {
        draw_chart(chart, 400_pt, type);
    } catch (const LayoutError& error) {
        return error.id();
    }
    return "";
}

}  // namespace

TEST_CASE("A figure keeps its shape, stands in the middle and has its number and caption below") {
    const PagedDocument pages = set(Figure{.image = picture(), .alternative = "灰度", .caption = "门户首页", .width = 80_mm});
    const auto pictures = items_of<Picture>(pages);
    REQUIRE(pictures.size() == 1);
    CHECK(pictures[0].area.size.width == 80_mm);
    CHECK(pictures[0].area.size.height == (80_mm).scaled(48, 64));
    const Length middle = pictures[0].area.left() + pictures[0].area.size.width / 2;
    CHECK(std::abs((middle - (28_mm + 78_mm)).count()) <= 2);
    CHECK(text_of(pages) == "图1　门户首页");
    const auto kinds = [&](StructureKind kind) {
        return std::count_if(pages.structure.begin(), pages.structure.end(), [&](const StructureNode& n) { return n.kind == kind; });
    };
    CHECK(kinds(StructureKind::figure) == 1);
    CHECK(kinds(StructureKind::caption) == 1);
    CHECK(pages.structure[pictures[0].node].alternative == "灰度");
}

TEST_CASE("Without a width a picture has 150 pixels to the inch; a width beyond the measure is the measure") {
    CHECK(items_of<Picture>(set(Figure{.image = picture(), .alternative = "灰"})).at(0).area.size.width == Length::millipoints(64 * 480));
    CHECK(items_of<Picture>(set(Figure{.image = picture(), .alternative = "灰", .width = 300_mm})).at(0).area.size.width < 157_mm);
}

TEST_CASE("A figure without alternative text is refused (PDF/UA-1 7.3)") {
    CHECK_THROWS_AS(set(Figure{.image = picture()}), LayoutError);
    CHECK_THROWS_AS(set(Figure{.alternative = "无图"}), LayoutError);
}

TEST_CASE("Columns are as high as their numbers, on one line of zero") {
    const ChartDrawing drawing = draw_chart(chart(ChartKind::column, {10, 5, 0}), 300_pt, type);
    const auto bars = shapes_of<Fill>(drawing);
    REQUIRE(bars.size() == 2);  // nothing is drawn for nothing
    CHECK(bars[0].area.size.height == 2 * bars[1].area.size.height);
    CHECK(bars[0].area.bottom() == bars[1].area.bottom());
    CHECK(drawing.labels.size() == 6);  // three names, three numbers
}

TEST_CASE("Negative numbers hang below zero") {
    const auto bars = shapes_of<Fill>(draw_chart(chart(ChartKind::column, {4, -4}), 300_pt, type));
    CHECK(bars[0].area.bottom() == bars[1].area.top());
}

TEST_CASE("The sectors of a pie meet and close the circle") {
    const ChartDrawing drawing = draw_chart(chart(ChartKind::pie, {1, 1, 2}), 400_pt, type);
    const auto sectors = shapes_of<Path>(drawing);
    REQUIRE(sectors.size() == 3);
    for (std::size_t i = 0; i < sectors.size(); ++i)
        CHECK(sectors[i].outlines[0].back() == sectors[(i + 1) % sectors.size()].outlines[0][1]);
    CHECK(drawing.labels[0].text == "项1 1（25.0%）");
}

TEST_CASE("Every shape and label of a chart is inside its box") {
    for (const ChartKind kind : {ChartKind::bar, ChartKind::column, ChartKind::line, ChartKind::pie}) {
        Chart one = chart(kind, {7, 0, 12345, 3});
        one.labels[1] = "申请人无正当理由逾期不补正行政机关不再处理其政府信息公开申请";
        const ChartDrawing drawing = draw_chart(one, 300_pt, type);
        const auto inside = [&](Point p) { return p.x >= -1_pt && p.x <= drawing.size.width + 1_pt && p.y >= Length{} && p.y <= drawing.size.height; };
        for (const Fill& fill : shapes_of<Fill>(drawing)) CHECK((inside(fill.area.origin) && inside({fill.area.right(), fill.area.bottom()})));
        for (const Path& path : shapes_of<Path>(drawing))
            for (const Point p : path.outlines[0]) CHECK(inside(p));
        for (const ChartLabel& label : drawing.labels) CHECK(inside(label.at));
    }
}

TEST_CASE("What cannot be drawn is refused by name") {
    CHECK(id_of(Chart{}) == "CHART-EMPTY");
    Chart uneven = chart(ChartKind::column, {1, 2});
    uneven.labels.pop_back();
    CHECK(id_of(uneven) == "CHART-SHAPE");
    CHECK(id_of(chart(ChartKind::pie, {0, 0})) == "CHART-PIE");
    CHECK(id_of(chart(ChartKind::pie, {1, -1})) == "CHART-PIE");
    CHECK(id_of(chart(ChartKind::line, {1, -1})).empty());
}

TEST_CASE("The alternative text of a chart says every number") {
    Chart one = chart(ChartKind::bar, {3, 4});
    one.alternative = "第二项较多";
    one.unit = "件";
    CHECK(alternative_of(one) == "第二项较多\n项1 3件；项2 4件");
}
