// Error and its family: what is thrown when there is no report, document or PDF to give.
// The class decides the exit code (NB: the input contract, section 8).
#pragma once

#include <exception>
#include <string>
#include <string_view>
#include <vector>

#include <nianbao/export.hpp>
#include <nianbao/finding.hpp>
#include <nianbao/language.hpp>
#include <nianbao/length.hpp>

namespace nianbao {

// The root. id() is stable and ASCII ("FILE-READ"); where() is a path, a JSON Pointer or empty.
class NIANBAO_API Error : public std::exception {
public:
    Error(std::string id, std::string where, Bilingual sentence);
    ~Error() override;
    Error(const Error&) = default;
    Error& operator=(const Error&) = default;

    const char* what() const noexcept override;  // the Chinese sentence
    const std::string& id() const { return id_; }
    const std::string& where() const { return where_; }
    std::string message(Language language = Language::zh) const { return sentence_.in(language); }
    std::string hint(Language language = Language::zh) const;  // what to do; may be empty
    virtual const char* kind() const noexcept;    // the class name
    virtual int exit_code() const noexcept;       // 70: a bug of ours

private:
    std::string id_, where_;
    Bilingual sentence_;
};

// A file that is missing or cannot be read. Exit code 3.
class NIANBAO_API FileError : public Error {
public:
    using Error::Error;
    const char* kind() const noexcept override;
    int exit_code() const noexcept override;
};

// Not JSON, not UTF-8, control characters, too deep: the first fault. Exit code 3.
class NIANBAO_API JsonError : public Error {
public:
    JsonError(std::string id, std::string where, Bilingual sentence, int line, int column);
    const char* kind() const noexcept override;
    int exit_code() const noexcept override;
    int line() const { return line_; }      // from 1
    int column() const { return column_; }  // from 1, in characters

private:
    int line_, column_;
};

// The content of a report is not this format, or its numbers do not agree: all findings. Exit code 1.
class NIANBAO_API ReportError : public Error {
public:
    explicit ReportError(std::vector<Finding> findings);  // at least one
    const char* kind() const noexcept override;
    int exit_code() const noexcept override;
    const std::vector<Finding>& findings() const { return findings_; }

private:
    std::vector<Finding> findings_;
};

// What an error says, as findings for a list of those of one report, whose path is `file`: those of a ReportError; of any
// other one, with its line and column (JsonError; of another file they stand in the sentence) or its pointer into the report.
NIANBAO_API std::vector<Finding> findings_of(const Error& error, std::string_view file = {});

// A template or format that cannot be read or is wrong; where() points into it. Exit code 4.
class NIANBAO_API TemplateError : public Error {
public:
    using Error::Error;
    const char* kind() const noexcept override;
    int exit_code() const noexcept override;
};

// A character that no font of the chain has.
struct MissingCharacter {
    char32_t code_point = 0;
    std::string pointer = {};                  // JSON Pointer of the text it stands in
    std::string role = {};                     // font role asked for
    std::vector<std::string> fonts_tried = {};  // in order
    std::string package = {};                   // Debian package with a font that has it; may be empty
    friend bool operator==(const MissingCharacter&, const MissingCharacter&) = default;
};

// A font that cannot be used, or characters that no font has (all of them at once). Exit code 5.
class NIANBAO_API FontError : public Error {
public:
    using Error::Error;
    explicit FontError(std::vector<MissingCharacter> missing);
    const char* kind() const noexcept override;
    int exit_code() const noexcept override;
    const std::vector<MissingCharacter>& missing() const { return missing_; }

private:
    std::vector<MissingCharacter> missing_;
};

// Something does not fit or cannot advance; where() is the origin of the block. Exit code 4.
class NIANBAO_API LayoutError : public Error {
public:
    LayoutError(std::string id, std::string where, Bilingual sentence, Length needed, Length available);
    const char* kind() const noexcept override;
    int exit_code() const noexcept override;
    Length needed() const { return needed_; }
    Length available() const { return available_; }

private:
    Length needed_, available_;
};

// A limit was hit. Exit code 6.
class NIANBAO_API LimitError : public Error {
public:
    using Error::Error;
    const char* kind() const noexcept override;
    int exit_code() const noexcept override;
};

// The PDF cannot be written as PDF/A-2a and PDF/UA-1, or libharu refused. Exit code 70.
class NIANBAO_API PdfError : public Error {
public:
    using Error::Error;
    const char* kind() const noexcept override;
};

// The result could not be written: disk full, no permission. Exit code 7.
class NIANBAO_API OutputError : public Error {
public:
    using Error::Error;
    const char* kind() const noexcept override;
    int exit_code() const noexcept override;
};

}  // namespace nianbao
