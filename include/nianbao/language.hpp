// The language of messages: Simplified Chinese first, English complete.
#pragma once

#include <string>

namespace nianbao {

enum class Language { zh, en };

// One sentence in both languages; the caller picks, nothing is global.
struct Bilingual {
    std::string zh = {}, en = {};
    const std::string& in(Language language) const { return language == Language::en ? en : zh; }
    friend bool operator==(const Bilingual&, const Bilingual&) = default;
};

}  // namespace nianbao
