// Writes every sample document as a PDF into the folder given: food for the judges.
#include <filesystem>
#include <fstream>
#include <iostream>
#include <map>

#include <nianbao/error.hpp>
#include <nianbao/pdf.hpp>

#include "unit/pdf/sample_pages.hpp"

namespace {

void write(const std::filesystem::path& file, const std::string& bytes) {
    std::ofstream out(file, std::ios::binary);
    out.write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
    if (!out.flush()) throw std::runtime_error("cannot write " + file.string());
}

}  // namespace

int main(int count, char** arguments) try {
    namespace samples = nianbao::samples;
    if (count != 2) {
        std::cerr << "usage: make_samples FOLDER\n";
        return 2;
    }
    const std::filesystem::path folder = arguments[1];
    std::filesystem::create_directories(folder);
    const std::map<std::string, nianbao::PagedDocument> documents = {
        {"one_line", samples::one_line()},
        {"table", samples::table()},
        {"shared_glyphs", samples::shared_glyphs()},
        {"multi_glyph_cluster", samples::multi_glyph_cluster()},
        {"two_pages", samples::two_pages()},
        {"picture", samples::picture()},
        {"link", samples::link()},
        {"rotated", samples::rotated()},
        {"list", samples::list()},
        {"plane_2", samples::plane_2(samples::shipped(samples::song), "年𠮷𬭩报")},
    };
    for (const auto& [name, document] : documents) {
        write(folder / (name + ".pdf"), nianbao::write_pdf(document));
        write(folder / (name + ".untagged.pdf"), nianbao::write_pdf(document, {.tagged = false}));
    }
} catch (const nianbao::Error& error) {
    std::cerr << error.where() << ": " << error.message(nianbao::Language::en) << '\n';
    return 1;
}
