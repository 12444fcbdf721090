// What stands against PDF/A-2a and PDF/UA-1, collected while writing so that one error names it all.
#pragma once

#include <set>
#include <string>
#include <string_view>
#include <vector>

#include <nianbao/language.hpp>

#include "base/messages.hpp"

namespace nianbao::pdf {

struct Violation {
    std::string id = {};
    std::string pointer = {};  // JSON Pointer of the block, or empty
    Bilingual sentence = {};
};

class Violations {
public:
    // The same violation at the same place counts once.
    void add(std::string_view id, const std::string& pointer, const std::vector<Parameter>& parameters = {});
    bool empty() const { return list_.empty(); }
    const std::vector<Violation>& list() const { return list_; }

    // Throws PdfError naming every violation: its own id when it is one, else "PDF-CONFORMANCE".
    void throw_if_any() const;

private:
    std::vector<Violation> list_ = {};
    std::set<std::string> known_ = {};
};

}  // namespace nianbao::pdf
