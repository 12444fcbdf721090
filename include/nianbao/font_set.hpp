// FontSet: the fonts of a run, by role. Built once, immutable, shared by threads.
#pragma once

#include <filesystem>
#include <memory>
#include <string>

#include <nianbao/export.hpp>
#include <nianbao/style.hpp>

namespace nianbao {

class NIANBAO_API FontSet {
public:
    // The set that travels with the library: share/nianbao/fonts beside it, else the build tree.
    // Throws FontError when neither is there.
    static FontSet bundled();

    // A complete set: a folder with fonts.json. Throws FontError.
    static FontSet from_folder(const std::filesystem::path& folder);

    // This set plus the user's own fonts in `folder` (*.ttf *.otf *.ttc; roles by their names,
    // see fonts/README.md, or by a fonts.json there). They win by role; fonts of other scripts give
    // what the fonts of the roles lack. Throws FontError.
    FontSet with_folder(const std::filesystem::path& folder) const;

    // This set plus one font from memory for `role`. Throws FontError.
    FontSet with_font(FontRole role, std::string bytes, unsigned index = 0) const;

    // SHA-256 of the fonts, their order and their rules: equal sets set equal pages. Reads the fonts that
    // no fonts.json has the hash of.
    std::string fingerprint() const;

    class Impl;
    const Impl& impl() const { return *impl_; }
    explicit FontSet(std::shared_ptr<const Impl> impl) : impl_(std::move(impl)) {}

private:
    std::shared_ptr<const Impl> impl_;
};

}  // namespace nianbao
