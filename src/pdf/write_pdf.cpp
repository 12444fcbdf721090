// write_pdf(): the order of checks and objects.
#include <nianbao/pdf.hpp>

#include <nianbao/error.hpp>

#include "base/messages.hpp"
#include "base/watch.hpp"
#include "font/font_face.hpp"
#include "pdf/conformance.hpp"
#include "pdf/content_stream.hpp"
#include "pdf/deflate.hpp"
#include "pdf/embed_font.hpp"
#include "pdf/file_writer.hpp"
#include "pdf/haru.hpp"
#include "pdf/icc_profile.hpp"
#include "pdf/metadata.hpp"
#include "pdf/outline.hpp"
#include "pdf/structure_tree.hpp"
#include "pdf/syntax.hpp"

namespace nianbao {

namespace pdf {
namespace {

class DocumentWriter {
public:
    DocumentWriter(const PagedDocument& document, const PdfOptions& options)
        : document_(document), tagged_(options.tagged), watch_{options.stop, options.progress}, compressor_(options.profile) {
        metadata_ = {document_.title, document_.author, document_.language, {}, tagged_};
        const std::string& created = options.created.empty() ? document_.created : options.created;
        if (const auto date = read_date(created)) metadata_.created = *date;
        else violations_.add("PDF-DATE", "", {{"date", created}});
    }

    std::string write() {
        const bool writable = check_pages(document_, tagged_, violations_);
        if (tagged_) check_structure(document_, violations_);
        // What the glyphs say is checked while they are written, so that one error names everything.
        if (writable) write_contents();
        violations_.throw_if_any();

        for (std::size_t page = 0; page < contents_.size(); ++page) pages_.push_back(file_.reserve_page());
        write_fonts();
        for (std::uint32_t page = 0; page < contents_.size(); ++page) write_page(page);
        write_catalog();
        file_.set_information(information_entries(metadata_));
        std::string out = write_file(file_, compressor_);
        watch_.tell(pages_.size(), pages_.size());
        return out;
    }

private:
    void write_contents();
    void write_fonts();
    void write_page(std::uint32_t page);
    std::string pictures(std::uint32_t page);
    std::string annotations(std::uint32_t page);
    void write_catalog();

    const PagedDocument& document_;
    bool tagged_;
    Watch watch_;
    Violations violations_ = {};
    Metadata metadata_ = {};
    HaruDocument file_ = {};
    StreamCompressor compressor_;
    std::vector<FontUse> fonts_ = {};
    std::vector<ContentPlace> places_ = {};
    std::vector<PageContent> contents_ = {};  // their operators compressed
    std::vector<ObjectNumber> pages_ = {}, annotations_ = {};
    ObjectNumber font_resources_ = 0;
};

void DocumentWriter::write_contents() {
    for (const auto& face : document_.faces) fonts_.emplace_back(face.get());
    ContentContext context{document_, fonts_, places_, violations_, tagged_};
    for (std::uint32_t page = 0; page < document_.pages.size(); ++page) {
        watch_.tell(page, document_.pages.size());
        PageContent& content = contents_.emplace_back(write_content(context, page));
        // At once: of a long document, only the compressed pages are held.
        content.operators = compressor_.compress(content.operators);
    }
}

void DocumentWriter::write_fonts() {
    std::string entries;
    for (std::size_t face = 0; face < fonts_.size(); ++face) {
        watch_.go_on();
        if (fonts_[face].used())
            entries += "/F" + std::to_string(face) + " " + reference(embed_font(fonts_[face], file_, compressor_));
    }
    font_resources_ = file_.add(entries);
}

std::string DocumentWriter::pictures(std::uint32_t page) {
    std::string entries;
    for (std::size_t i = 0; i < contents_[page].pictures.size(); ++i) {
        const auto& picture = std::get<Picture>(document_.pages[page].items[contents_[page].pictures[i]]);
        const ObjectNumber image = file_.add_stream(
            "/Type/XObject/Subtype/Image/ColorSpace/DeviceRGB/BitsPerComponent 8/Width " + std::to_string(picture.width) +
                "/Height " + std::to_string(picture.height) + "/Filter/FlateDecode",
            compressor_.compress(picture.rgb));
        entries += "/P" + std::to_string(i) + " " + reference(image);
    }
    return entries.empty() ? entries : "/XObject<<" + entries + ">>";
}

std::string DocumentWriter::annotations(std::uint32_t page) {
    std::string list;
    for (const std::uint32_t item : contents_[page].links) {
        const auto& link = std::get<Link>(document_.pages[page].items[item]);
        std::string entries = "/Type/Annot/Subtype/Link/F 4/Border[0 0 0]/Rect[";
        const std::int64_t height = document_.pages[page].size.height.count();
        for (const std::int64_t edge : {std::int64_t{link.area.left().count()}, height - link.area.bottom().count(),
                                        std::int64_t{link.area.right().count()}, height - link.area.top().count()}) {
            append_length(entries, edge);
            entries += ' ';
        }
        entries.back() = ']';
        if (link.to) {
            entries += destination(document_, pages_, *link.to);
        } else {
            entries += "/A<</S/URI/URI";
            append_bytes_string(entries, link.uri);
            entries += ">>";
        }
        if (!link.description.empty()) entries += "/Contents" + text_string(link.description);
        if (tagged_) entries += "/StructParent " + std::to_string(pages_.size() + annotations_.size());
        annotations_.push_back(file_.add(entries));
        append_reference(list += list.empty() ? "" : " ", annotations_.back());
    }
    return list.empty() ? list : "/Annots[" + list + "]";
}

void DocumentWriter::write_page(std::uint32_t page) {
    watch_.go_on();
    std::string entries = "/Type/Page/MediaBox[0 0 ";
    append_length(entries, document_.pages[page].size.width.count());
    entries += ' ';
    append_length(entries, document_.pages[page].size.height.count());
    entries += "]/Resources<</Font " + reference(font_resources_) + pictures(page) + ">>/Contents " +
               reference(file_.add_stream("/Filter/FlateDecode", std::move(contents_[page].operators))) +
               annotations(page);
    if (tagged_) entries += "/Tabs/S/StructParents " + std::to_string(page);
    file_.set(pages_[page], entries);
}

void DocumentWriter::write_catalog() {
    const ObjectNumber profile = file_.add_stream("/N 3/Filter/FlateDecode", compressor_.compress(srgb_profile()));
    std::string entries = "/Lang" + text_string(document_.language) +
                          "/ViewerPreferences<</DisplayDocTitle true>>/OutputIntents[<</Type/OutputIntent/S/GTS_PDFA1"
                          "/OutputConditionIdentifier(sRGB)/Info(sRGB IEC61966-2.1)/DestOutputProfile " +
                          reference(profile) + ">>]/Metadata " +
                          reference(file_.add_stream("/Type/Metadata/Subtype/XML", xmp_packet(metadata_)));
    if (tagged_)
        entries += "/MarkInfo<</Marked true>>/StructTreeRoot " +
                   reference(write_structure_tree({document_, places_, pages_, annotations_}, file_));
    if (const ObjectNumber outline = write_outline(document_, pages_, file_))
        entries += "/PageMode/UseOutlines/Outlines " + reference(outline);
    file_.set_catalog(entries);
}

}  // namespace
}  // namespace pdf

std::string write_pdf(const PagedDocument& pages, const PdfOptions& options) {
    return pdf::DocumentWriter(pages, options).write();
}

}  // namespace nianbao
