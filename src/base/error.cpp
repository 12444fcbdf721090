// The body of the public header error.hpp: classes, their names and exit codes.
#include <nianbao/error.hpp>

#include <fmt/format.h>

#include "base/messages.hpp"
#include "base/utf8.hpp"

namespace nianbao {

namespace {

Bilingual sentence_of(const std::vector<Finding>& findings) {
    const Finding& first = findings.front();
    if (findings.size() == 1) return first.sentence;
    return say("REPORT-FINDINGS", {{"first", first.sentence}, {"more", findings.size() - 1}});
}

std::string where_of(const std::vector<MissingCharacter>& missing) {
    return missing.empty() ? std::string() : missing.front().pointer;
}

// What else there is to say: where the character is to be had, or that it is never set.
Bilingual more_about(const MissingCharacter& missing) {
    const char32_t c = missing.code_point;
    const bool emoji = (c >= 0x1F000 && c <= 0x1FAFF) || c == 0x20E3 || (c >= 0xE0020 && c <= 0xE007F);
    if (emoji) return {"；表情符号不予排印", "; emoji are not set"};
    if (missing.package.empty()) return {};
    return {"；Debian 软件包 " + missing.package + " 的字体含有它", "; a font of the Debian package " + missing.package + " has it"};
}

Bilingual sentence_of(const std::vector<MissingCharacter>& missing) {
    Bilingual all;
    for (const MissingCharacter& m : missing) {
        std::string fonts;
        for (const std::string& font : m.fonts_tried) fonts += (fonts.empty() ? "" : ", ") + font;
        const Bilingual one = say("FONT-MISSING", {{"character", utf8::to_utf8({&m.code_point, 1})},
                                                   {"code", fmt::format("U+{:04X}", static_cast<std::uint32_t>(m.code_point))},
                                                   {"where", m.pointer}, {"role", m.role}, {"fonts", fonts},
                                                   {"more", more_about(m)}});
        const char* separator = all.zh.empty() ? "" : "\n";
        all.zh += separator + one.zh;
        all.en += separator + one.en;
    }
    return all;
}

}  // namespace

Error::Error(std::string id, std::string where, Bilingual sentence)
    : id_(std::move(id)), where_(std::move(where)), sentence_(std::move(sentence)) {}
Error::~Error() = default;
const char* Error::what() const noexcept { return sentence_.zh.c_str(); }
std::string Error::hint(Language language) const {
    for (const MessageRow& row : message_table())
        if (row.id == id_) return std::string(language == Language::en ? row.hint_en : row.hint_zh);
    return {};  // the rules of a format stand in no catalogue
}
const char* Error::kind() const noexcept { return "Error"; }
int Error::exit_code() const noexcept { return id_ == "STOPPED" ? 130 : 70; }

const char* FileError::kind() const noexcept { return "FileError"; }
int FileError::exit_code() const noexcept { return 3; }

JsonError::JsonError(std::string id, std::string where, Bilingual sentence, int line, int column)
    : Error(std::move(id), std::move(where), std::move(sentence)), line_(line), column_(column) {}
const char* JsonError::kind() const noexcept { return "JsonError"; }
int JsonError::exit_code() const noexcept { return 3; }

ReportError::ReportError(std::vector<Finding> findings)
    : Error(findings.front().rule, findings.front().pointer, sentence_of(findings)),
      findings_(std::move(findings)) {}
const char* ReportError::kind() const noexcept { return "ReportError"; }
int ReportError::exit_code() const noexcept { return 1; }

const char* TemplateError::kind() const noexcept { return "TemplateError"; }
int TemplateError::exit_code() const noexcept { return 4; }

FontError::FontError(std::vector<MissingCharacter> missing)
    : Error("FONT-MISSING", where_of(missing), sentence_of(missing)), missing_(std::move(missing)) {}
const char* FontError::kind() const noexcept { return "FontError"; }
int FontError::exit_code() const noexcept { return 5; }

LayoutError::LayoutError(std::string id, std::string where, Bilingual sentence, Length needed, Length available)
    : Error(std::move(id), std::move(where), std::move(sentence)), needed_(needed), available_(available) {}
const char* LayoutError::kind() const noexcept { return "LayoutError"; }
int LayoutError::exit_code() const noexcept { return 4; }

const char* LimitError::kind() const noexcept { return "LimitError"; }
int LimitError::exit_code() const noexcept { return 6; }

const char* PdfError::kind() const noexcept { return "PdfError"; }

const char* OutputError::kind() const noexcept { return "OutputError"; }
int OutputError::exit_code() const noexcept { return 7; }

}  // namespace nianbao
