// The same road, stage by stage; each stop is a value to look at or change.
// Usage: stage_by_stage REPORT.json OUT.pdf
#include <iostream>

#include <nianbao/nianbao.hpp>

using namespace nianbao::literals;

int main(int argc, char** argv) try {
    if (argc != 3) return 2;
    const auto fonts = nianbao::FontSet::bundled();
    const auto report = nianbao::read_report(argv[1]);
    auto document = nianbao::compose(report, nianbao::Template::built_in(report.format()));

    // An annex of one's own, after everything the template made.
    document.blocks.push_back(nianbao::Heading{.level = 1, .text = "附表", .numeral = ""});
    nianbao::Table table;
    table.caption = "主动公开渠道";
    table.unit = "单位：条";
    table.columns = {{.width = nianbao::Share{3}, .align = nianbao::Align::start},
                     {.width = 24_mm, .align = nianbao::Align::center}};
    table.header_rows = 1;  // repeated on every page the table reaches
    table.rows = {{"渠道", "数量"}, {"政府网站", "5312"}, {"政务新媒体", "2204"}};
    document.blocks.push_back(table);

    const auto pages = nianbao::typeset(document, fonts);
    for (const auto& warning : pages.warnings) std::cerr << warning.sentence.zh << '\n';
    nianbao::save(argv[2], nianbao::write_pdf(pages, {.created = "2025-01-20T09:00:00+08:00"}));
} catch (const nianbao::Error& e) {
    std::cerr << e.where() << ": " << e.what() << '\n';
    return e.exit_code();
}
