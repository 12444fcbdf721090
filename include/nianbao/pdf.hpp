// write_pdf(): pages → PDF 1.7, PDF/A-2a and PDF/UA-1.
#pragma once

#include <cstddef>
#include <filesystem>
#include <functional>
#include <stop_token>
#include <string>
#include <string_view>

#include <nianbao/export.hpp>
#include <nianbao/paged_document.hpp>

namespace nianbao {

// What compression spares: time or bytes. The file says the same.
enum class PdfProfile { fast, small };

struct PdfOptions {
    std::string created = {};  // ISO 8601; empty = PagedDocument::created
    bool tagged = true;        // false: PDF/A-2u without structure tree
    PdfProfile profile = PdfProfile::fast;
    std::stop_token stop = {};  // asked between pages and fonts; stops with Error id "STOPPED"
    std::function<void(std::size_t done, std::size_t total)> progress = {};  // of pages written
};

// The bytes of the file. Same pages, same bytes. Throws PdfError with every violation of the
// conformance level, LimitError.
NIANBAO_API std::string write_pdf(const PagedDocument& pages, const PdfOptions& options = {});

// Writes bytes to a temporary file beside `file`, syncs, renames: old or new, never half.
// Throws OutputError; then the old file is untouched.
NIANBAO_API void save(const std::filesystem::path& file, std::string_view bytes);

}  // namespace nianbao
