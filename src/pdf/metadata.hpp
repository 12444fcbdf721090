// Dates, XMP packet and information dictionary, which must agree.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace nianbao::pdf {

// A date of ISO 8601 in the two spellings of PDF; both empty when none is known.
struct DocumentDate {
    std::string xmp = {};  // 2025-01-20T09:00:00+08:00
    std::string pdf = {};  // D:20250120090000+08'00'
};

// "2025", "2025-01", "2025-01-20", or with a time "T09:00", "T09:00:00" and a zone "Z" or "+08:00".
// Nothing when the text is no such date.
std::optional<DocumentDate> read_date(std::string_view iso);

struct Metadata {
    std::string title = {}, author = {}, language = {};
    DocumentDate created = {};
    bool tagged = true;  // PDF/A-2a and PDF/UA-1; else PDF/A-2u
};

std::string xmp_packet(const Metadata& metadata);
std::string information_entries(const Metadata& metadata);

}  // namespace nianbao::pdf
