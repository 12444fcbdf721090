// What stands against PDF/A-2a and PDF/UA-1.
#include "pdf/violations.hpp"

#include <algorithm>

#include <nianbao/error.hpp>

namespace nianbao::pdf {

namespace {

// A message of more lines helps nobody; the count says the rest.
constexpr std::size_t sentences_shown = 100;

}  // namespace

void Violations::add(std::string_view id, const std::string& pointer, const std::vector<Parameter>& parameters) {
    Violation violation{std::string(id), pointer, say(id, parameters)};
    if (known_.insert(violation.id + '\n' + pointer + '\n' + violation.sentence.zh).second) list_.push_back(std::move(violation));
}

void Violations::throw_if_any() const {
    if (list_.empty()) return;
    if (list_.size() == 1) throw PdfError(list_[0].id, list_[0].pointer, list_[0].sentence);
    Bilingual lines;
    for (std::size_t i = 0; i < std::min(list_.size(), sentences_shown); ++i) {
        const Violation& violation = list_[i];
        const std::string head = "\n" + violation.id + (violation.pointer.empty() ? "" : " " + violation.pointer) + " ";
        lines.zh += head + violation.sentence.zh;
        lines.en += head + violation.sentence.en;
    }
    // Joined here and not as a parameter: say() would escape the line ends.
    Bilingual sentence = say("PDF-CONFORMANCE", {{"count", list_.size()}});
    sentence.zh += lines.zh;
    sentence.en += lines.en;
    throw PdfError("PDF-CONFORMANCE", list_[0].pointer, std::move(sentence));
}

}  // namespace nianbao::pdf
