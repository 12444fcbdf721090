// Finding: one answer of a check (核验结果).
#pragma once

#include <iosfwd>
#include <string>
#include <vector>

#include <nianbao/export.hpp>
#include <nianbao/language.hpp>

namespace nianbao {

enum class Severity { error, warning, information };  // 错误, 提醒, 说明

// What is wrong, where, what was expected and what was found.
struct Finding {
    std::string rule = {};     // stable id: "T3-C1", "KEY-UNKNOWN"
    Severity severity = Severity::error;
    std::string pointer = {};  // RFC 6901, with the keys as the user wrote them
    int line = 0, column = 0;  // from 1; 0 when the report was not read from text
    Bilingual place = {};      // in words: 表三 三、（七）总计 × 商业企业
    std::string expected = {}, found = {};
    Bilingual sentence = {};   // the whole sentence, place included
    Bilingual advice = {};     // what to do; may be empty

    const std::string& message(Language language = Language::zh) const { return sentence.in(language); }
    const std::string& hint(Language language = Language::zh) const { return advice.in(language); }
    friend bool operator==(const Finding&, const Finding&) = default;
};

// "error", "warning", "information".
NIANBAO_API const char* name_of(Severity) noexcept;

// One line: pointer, rule, sentence, in Chinese.
NIANBAO_API std::ostream& operator<<(std::ostream&, const Finding&);

// A JSON object {"findings": […]} with every field, sentences in `language`.
NIANBAO_API std::string to_json(const std::vector<Finding>&, Language language = Language::zh);

}  // namespace nianbao
