// Sets paragraphs at a measure of so many em and writes the PDF.
// Usage: set_paragraphs TEXT.txt EMS OUT.pdf   one paragraph a line, UTF-8
#include <cstdlib>
#include <fstream>
#include <iostream>
#include <string>
#include <utility>

#include <nianbao/nianbao.hpp>

namespace {

nianbao::Document document_of(const char* file, int ems) {
    using namespace nianbao;
    nianbao::Document document;
    document.title = "paragraphs";
    PageStyle& page = document.styles.page;
    const Length margin = Length::points(50);
    const ParagraphStyle& body = document.styles.paragraphs.at("body");
    page.paper = {ems * body.text.size + 2 * margin, Length::points(842)};
    page.margins = {margin, margin, margin, margin};
    page.folio_shown = false;
    std::ifstream in(file);
    for (std::string line; std::getline(in, line);) {
        Paragraph paragraph;
        paragraph.text = line;
        document.blocks.emplace_back(std::in_place_type<Paragraph>, std::move(paragraph));
    }
    return document;
}

}  // namespace

int main(int count, char** arguments) try {
    if (count != 4) {
        std::cerr << "usage: set_paragraphs TEXT.txt EMS OUT.pdf\n";
        return 2;
    }
    const nianbao::Document document = document_of(arguments[1], std::atoi(arguments[2]));
    const nianbao::PagedDocument pages = nianbao::typeset(document, nianbao::FontSet::bundled());
    nianbao::save(arguments[3], nianbao::write_pdf(pages));
    return 0;
} catch (const nianbao::Error& error) {
    std::cerr << error.message(nianbao::Language::en) << '\n';
    return error.exit_code();
}
