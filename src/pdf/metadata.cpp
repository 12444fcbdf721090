// Dates, XMP packet (ISO 16684-1) and information dictionary.
#include "pdf/metadata.hpp"

#include <array>

#include <nianbao/version.hpp>

#include "pdf/syntax.hpp"

namespace nianbao::pdf {

namespace {

constexpr const char* producer = "nianbao " NIANBAO_VERSION;

std::string xml(std::string_view text) {
    std::string out;
    for (const char c : text) {
        if (c == '&') out += "&amp;";
        else if (c == '<') out += "&lt;";
        else if (c == '>') out += "&gt;";
        else out += c;
    }
    return out;
}

class DateReader {
public:
    explicit DateReader(std::string_view text) : text_(text) {}
    bool done() const { return at_ == text_.size(); }
    bool take(char c) {
        if (done() || text_[at_] != c) return false;
        ++at_;
        return true;
    }
    // Exactly `digits` digits, from `least` to `most`; -1 otherwise.
    int number(std::size_t digits, int least, int most) {
        if (text_.size() - at_ < digits) return -1;
        int value = 0;
        for (std::size_t i = 0; i < digits; ++i) {
            const char c = text_[at_ + i];
            if (c < '0' || c > '9') return -1;
            value = value * 10 + (c - '0');
        }
        pdf_ += text_.substr(at_, digits);
        at_ += digits;
        return value >= least && value <= most ? value : -1;
    }
    std::string& pdf() { return pdf_; }

private:
    std::string_view text_;
    std::size_t at_ = 0;
    std::string pdf_ = "D:";
};

int days_of(int year, int month) {
    constexpr std::array<int, 12> days{31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    const bool leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
    return days[static_cast<std::size_t>(month - 1)] + (month == 2 && leap ? 1 : 0);
}

// "Z", "+08:00" or "-03:30", to the end.
bool read_zone(DateReader& in) {
    if (in.take('Z')) {
        in.pdf() += 'Z';
        return in.done();
    }
    const bool east = in.take('+');
    if (!east && !in.take('-')) return false;
    in.pdf() += east ? '+' : '-';
    if (in.number(2, 0, 14) < 0 || !in.take(':')) return false;
    in.pdf() += '\'';
    if (in.number(2, 0, 59) < 0) return false;
    in.pdf() += '\'';
    return in.done();
}

bool read_time(DateReader& in) {
    if (in.number(2, 0, 23) < 0 || !in.take(':') || in.number(2, 0, 59) < 0) return false;
    if (in.take(':') && in.number(2, 0, 59) < 0) return false;
    return read_zone(in);
}

bool read_day_and_time(DateReader& in) {
    const int year = in.number(4, 1, 9999);
    if (year < 0 || in.done()) return year >= 0;
    if (!in.take('-')) return false;
    const int month = in.number(2, 1, 12);
    if (month < 0 || in.done()) return month >= 0;
    if (!in.take('-') || in.number(2, 1, days_of(year, month)) < 0) return false;
    return in.done() || (in.take('T') && read_time(in));
}

// PDF/A demands that a schema it does not know is described in the packet (ISO 19005-2, 6.6.2.3).
constexpr const char* pdfua_schema =
    "<rdf:Description rdf:about=\"\" xmlns:pdfaExtension=\"http://www.aiim.org/pdfa/ns/extension/\""
    " xmlns:pdfaSchema=\"http://www.aiim.org/pdfa/ns/schema#\""
    " xmlns:pdfaProperty=\"http://www.aiim.org/pdfa/ns/property#\">"
    "<pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType=\"Resource\">"
    "<pdfaSchema:schema>PDF/UA identification schema</pdfaSchema:schema>"
    "<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>"
    "<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>"
    "<pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType=\"Resource\">"
    "<pdfaProperty:name>part</pdfaProperty:name><pdfaProperty:valueType>Integer</pdfaProperty:valueType>"
    "<pdfaProperty:category>internal</pdfaProperty:category>"
    "<pdfaProperty:description>Part of ISO 14289 to which the file conforms</pdfaProperty:description>"
    "</rdf:li></rdf:Seq></pdfaSchema:property></rdf:li></rdf:Bag></pdfaExtension:schemas></rdf:Description>\n";

}  // namespace

std::optional<DocumentDate> read_date(std::string_view iso) {
    if (iso.empty()) return DocumentDate{};
    DateReader in(iso);
    if (!read_day_and_time(in)) return std::nullopt;
    return DocumentDate{std::string(iso), in.pdf()};
}

std::string xmp_packet(const Metadata& metadata) {
    std::string out =
        "<?xpacket begin=\"\xEF\xBB\xBF\" id=\"W5M0MpCehiHzreSzNTczkc9d\"?>\n"
        "<x:xmpmeta xmlns:x=\"adobe:ns:meta/\"><rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\">\n"
        "<rdf:Description rdf:about=\"\" xmlns:dc=\"http://purl.org/dc/elements/1.1/\""
        " xmlns:pdf=\"http://ns.adobe.com/pdf/1.3/\" xmlns:xmp=\"http://ns.adobe.com/xap/1.0/\""
        " xmlns:pdfaid=\"http://www.aiim.org/pdfa/ns/id/\" xmlns:pdfuaid=\"http://www.aiim.org/pdfua/ns/id/\">\n";
    out += "<dc:format>application/pdf</dc:format>\n";
    if (!metadata.title.empty())
        out += "<dc:title><rdf:Alt><rdf:li xml:lang=\"x-default\">" + xml(metadata.title) + "</rdf:li></rdf:Alt></dc:title>\n";
    if (!metadata.author.empty())
        out += "<dc:creator><rdf:Seq><rdf:li>" + xml(metadata.author) + "</rdf:li></rdf:Seq></dc:creator>\n";
    if (!metadata.language.empty())
        out += "<dc:language><rdf:Bag><rdf:li>" + xml(metadata.language) + "</rdf:li></rdf:Bag></dc:language>\n";
    out += "<pdf:Producer>" + xml(producer) + "</pdf:Producer>\n";
    if (!metadata.created.xmp.empty())
        out += "<xmp:CreateDate>" + metadata.created.xmp + "</xmp:CreateDate>\n<xmp:ModifyDate>" + metadata.created.xmp +
               "</xmp:ModifyDate>\n";
    out += "<pdfaid:part>2</pdfaid:part><pdfaid:conformance>" + std::string(metadata.tagged ? "A" : "U") +
           "</pdfaid:conformance>\n";
    if (metadata.tagged) out += "<pdfuaid:part>1</pdfuaid:part>\n";
    out += "</rdf:Description>\n";
    if (metadata.tagged) out += pdfua_schema;
    return out + "</rdf:RDF></x:xmpmeta>\n<?xpacket end=\"r\"?>";
}

std::string information_entries(const Metadata& metadata) {
    std::string out;
    if (!metadata.title.empty()) out += "/Title" + text_string(metadata.title);
    if (!metadata.author.empty()) out += "/Author" + text_string(metadata.author);
    out += "/Producer" + text_string(producer);
    if (!metadata.created.pdf.empty())
        out += "/CreationDate(" + metadata.created.pdf + ")/ModDate(" + metadata.created.pdf + ")";
    return out;
}

}  // namespace nianbao::pdf
