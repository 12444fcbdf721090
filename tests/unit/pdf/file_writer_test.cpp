// Tests of the file around the objects: every cross reference of a long document leads to its object.
#include <catch2/catch.hpp>

#include "pdf/file_writer.hpp"

#include <cstddef>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include <libdeflate.h>

namespace {

using namespace nianbao;

std::size_t number_after(std::string_view text, std::string_view key) {
    const std::size_t at = text.find(key);
    REQUIRE(at != std::string_view::npos);
    return std::stoull(std::string(text.substr(at + key.size(), 20)));
}

std::string inflated(std::string_view zlib) {
    std::string out(1'000'000, '\0');
    std::size_t size = 0;
    libdeflate_decompressor* decompressor = libdeflate_alloc_decompressor();
    CHECK(libdeflate_zlib_decompress(decompressor, zlib.data(), zlib.size(), out.data(), out.size(), &size) == LIBDEFLATE_SUCCESS);
    libdeflate_free_decompressor(decompressor);
    out.resize(size);
    return out;
}

// Reads a file as ISO 32000-1, 7.5.8 says: from its end to the cross-reference stream, from there to the objects.
class FileReader {
public:
    explicit FileReader(std::string_view file) : file_(file), xref_(number_after(file, "startxref\n")) {
        const std::string rows = stream_at(xref_);
        width_ = number_after(file_.substr(xref_), "/W[1 ") + 2;
        std::string above(width_, '\0');
        for (std::size_t at = 0; at < rows.size(); at += width_ + 1)
            for (std::size_t c = 0; c < width_; ++c) rows_ += above[c] = static_cast<char>(above[c] + rows[at + 1 + c]);
    }

    std::size_t size() const { return rows_.size() / width_; }
    std::string_view dictionary() const { return file_.substr(xref_, file_.find("\nstream\n", xref_) - xref_); }

    // The dictionary of an object, whether it is packed or not.
    std::string object(std::size_t number) {
        const std::string_view row = std::string_view(rows_).substr(number * width_, width_);
        std::size_t place = 0;
        for (const char byte : row.substr(1, width_ - 2)) place = place * 256 + static_cast<unsigned char>(byte);
        if (row[0] == 2) return packed(place, static_cast<unsigned char>(row.back()), number);
        const std::string head = std::to_string(number) + " 0 obj\n";
        const std::string_view here = file_.substr(place);
        CHECK(here.substr(0, head.size()) == head);
        return std::string(here.substr(head.size(), here.find("\nstream\n") - head.size()));
    }

private:
    std::string stream_at(std::size_t at) const {
        const std::string_view here = file_.substr(at);
        const std::size_t begin = here.find("\nstream\n") + 8;
        return inflated(here.substr(begin, number_after(here.substr(0, begin), "/Length ")));
    }

    std::string packed(std::size_t stream, std::size_t index, std::size_t number) {
        const std::string dictionary = object(stream);
        auto [entry, fresh] = unpacked_.try_emplace(stream);
        if (fresh) entry->second = stream_at(file_.find("\n" + std::to_string(stream) + " 0 obj\n") + 1);
        const std::size_t first = number_after(dictionary, "/First ");
        std::string_view heads = std::string_view(entry->second).substr(0, first);
        for (std::size_t skip = 0; skip < 2 * index; ++skip) heads.remove_prefix(heads.find(' ') + 1);
        CHECK(std::stoull(std::string(heads)) == number);
        heads.remove_prefix(heads.find(' ') + 1);
        const std::size_t begin = first + std::stoull(std::string(heads));
        return entry->second.substr(begin, entry->second.find(">>\n", begin) + 2 - begin);
    }

    std::string_view file_;
    std::size_t xref_, width_ = 0;
    std::string rows_ = {};
    std::map<std::size_t, std::string> unpacked_ = {};
};

}  // namespace

TEST_CASE("every cross reference of a long document leads to its object") {
    pdf::HaruDocument document;
    std::map<pdf::ObjectNumber, std::string> expected;
    std::vector<pdf::ObjectNumber> pages;
    for (int page = 0; page < 70; ++page) pages.push_back(document.reserve_page());
    for (int i = 0; i < 5000; ++i) {
        const std::string entries = "/N(" + std::to_string(i) + ")";
        if (i % 50 == 0) expected[document.add_stream(entries, std::string(100, 'x'))] = "<<\n" + entries + "/Length 100>>";
        else expected[document.add(entries)] = "<<\n" + entries + ">>";
    }
    // Entries that come long after the number.
    for (const pdf::ObjectNumber page : pages) document.set(page, "/Type/Page/Own " + std::to_string(page));
    document.set_catalog("/Last true");
    document.set_information("/Title(long)");

    pdf::StreamCompressor compressor(PdfProfile::fast);
    const std::string file = pdf::write_file(document, compressor);
    FileReader reader(file);
    CHECK(reader.size() == number_after(reader.dictionary(), "/Size "));
    CHECK(reader.size() > document.object_count() + document.object_count() / 256);
    for (const auto& [number, body] : expected) CHECK(reader.object(number) == body);
    for (const pdf::ObjectNumber page : pages) {
        CHECK(number_after(reader.object(page), "/Own ") == page);
        CHECK(reader.object(page).find("/Parent ") != std::string::npos);
    }
    CHECK(reader.object(number_after(reader.dictionary(), "/Root ")).find("/Last true") != std::string::npos);
    CHECK(reader.object(number_after(reader.dictionary(), "/Info ")) == "<<\n/Title(long)>>");
}

TEST_CASE("a file tells apart which objects it holds, not only their bytes") {
    const auto file_of = [](const std::vector<std::string>& objects) {
        pdf::HaruDocument document;
        for (const std::string& entries : objects) document.add(entries);
        pdf::StreamCompressor compressor(PdfProfile::fast);
        const std::string file = pdf::write_file(document, compressor);
        return file.substr(file.find("/ID[<"), 38);
    };
    CHECK(file_of({"/A 1", "/B 2"}) == file_of({"/A 1", "/B 2"}));
    CHECK(file_of({"/A 1", "/B 2"}) != file_of({"/B 2", "/A 1"}));
    CHECK(file_of({"/A 1", "/B 2"}) != file_of({"/A 1>><<\n/B 2"}));  // the same bytes, of one object
}
