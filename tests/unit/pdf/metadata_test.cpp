// Dates, XMP, information dictionary, profile and content hash.
#include <catch2/catch.hpp>

#include "pdf/content_hash.hpp"
#include "pdf/icc_profile.hpp"
#include "pdf/metadata.hpp"

using namespace nianbao;

TEST_CASE("dates of ISO 8601 become dates of PDF") {
    CHECK(pdf::read_date("2025-01-20T09:00:00+08:00")->pdf == "D:20250120090000+08'00'");
    CHECK(pdf::read_date("2024-02-29T23:59Z")->pdf == "D:202402292359Z");
    CHECK(pdf::read_date("2025-01-20")->pdf == "D:20250120");
    CHECK(pdf::read_date("2025-01")->pdf == "D:202501");
    CHECK(pdf::read_date("2025")->xmp == "2025");
    CHECK(pdf::read_date("")->pdf.empty());
}

TEST_CASE("what is no date is refused") {
    for (const char* text : {"2025年1月20日", "2025-13", "2025-02-29", "2025-1-2", "2025-01-20T09:00:00", "2025-01-20T24:00:00Z",
                             "2025-01-20T09:00:00+08", "2025-01-20 09:00:00Z", "2025-01-20T09:00:00Zx", "0000", "20250120"})
        CHECK_FALSE(pdf::read_date(text).has_value());
}

TEST_CASE("title and author are escaped in XMP and agree with the information dictionary") {
    const pdf::Metadata metadata{"A & <B>", "某县", "zh-Hans", *pdf::read_date("2025-01-20"), true};
    const std::string xmp = pdf::xmp_packet(metadata);
    CHECK(xmp.find("<rdf:li xml:lang=\"x-default\">A &amp; &lt;B&gt;</rdf:li>") != std::string::npos);
    CHECK(xmp.find("<dc:creator><rdf:Seq><rdf:li>某县</rdf:li>") != std::string::npos);
    CHECK(xmp.find("<xmp:CreateDate>2025-01-20</xmp:CreateDate>") != std::string::npos);
    CHECK(xmp.find("<pdfaid:conformance>A<") != std::string::npos);
    const std::string information = pdf::information_entries(metadata);
    CHECK(information.find("/Title(A & <B>)") != std::string::npos);
    CHECK(information.find("/CreationDate(D:20250120)/ModDate(D:20250120)") != std::string::npos);
}

TEST_CASE("an untagged file claims PDF/A-2u and no PDF/UA, and a file without a date has none") {
    const pdf::Metadata metadata{"T", "", "en", {}, false};
    const std::string xmp = pdf::xmp_packet(metadata);
    CHECK(xmp.find("<pdfaid:conformance>U<") != std::string::npos);
    CHECK(xmp.find("pdfuaid:part") == std::string::npos);
    CHECK(xmp.find("xmp:CreateDate") == std::string::npos);
    CHECK(pdf::information_entries(metadata).find("Date") == std::string::npos);
}

TEST_CASE("the profile is as long as its header says and is an sRGB display profile") {
    const std::string profile = pdf::srgb_profile();
    std::size_t size = 0;
    for (int i = 0; i < 4; ++i) size = size << 8U | static_cast<unsigned char>(profile[static_cast<std::size_t>(i)]);
    CHECK(size == profile.size());
    CHECK(profile.size() % 4 == 0);
    CHECK(profile.substr(12, 12) == "mntrRGB XYZ ");
    CHECK(profile.substr(36, 4) == "acsp");
}

TEST_CASE("the hash tells contents, cuts and order apart") {
    const auto hash = [](std::initializer_list<const char*> parts) {
        pdf::ContentHash result;
        for (const char* part : parts) result.add(part);
        return result.hexadecimal();
    };
    CHECK(hash({"ab"}).size() == 32);
    CHECK(hash({"ab"}) == hash({"ab"}));
    CHECK(hash({"ab"}) != hash({"a", "b"}));
    CHECK(hash({"a", "b"}) != hash({"b", "a"}));
    CHECK(hash({"0123456789abcdef"}) != hash({"0123456789abcdeg"}));
    CHECK(hash({"0123456789abcdef"}) != hash({"0123457789abcdef"}));
    CHECK(hash({"0123456789abcdef01234567"}) != hash({"0123456789abcdef01234568"}));
    // Fixed, so that a file has the same /ID on every machine.
    CHECK(hash({"nianbao"}) == "EB81551112FE4D93F48F902D95A6BCB3");
}
