// Marks and annotations that stand on a run of text, between the lines (CLREQ 5.1.1.4, 5.3, 5.5, 5.6).
// They live in the leading: no line pitch changes for them.
#pragma once

#include <cstdint>
#include <string>

namespace nianbao {

// Where a piece of text came from: JSON Pointer and byte offset in that string.
// For documents made by hand it may stay empty.
struct Origin {
    std::string pointer = {};
    std::uint32_t offset = 0;
    friend bool operator==(const Origin&, const Origin&) = default;
};

// 行间线: one unbroken line below the run on each of its lines. Neighbours of one kind join when they
// are underlines; two names or two titles stand an eighth of an em apart.
enum class SideLine : std::uint8_t {
    none,
    underline,    // 下划线
    proper_name,  // 专名号, straight
    book_title,   // 书名号甲式, wavy
};

struct TextMarks {
    SideLine line = SideLine::none;
    bool dots = false;         // 着重号 below each Han, none below marks, letters and spaces
    bool strong = false;       // 黑体
    bool framed = false;       // 示亡号, a frame around the name of one who has died
    bool superscript = false;  // a note mark: small and raised, never parted from what it marks
    friend bool operator==(const TextMarks&, const TextMarks&) = default;
};

enum class RubyKind : std::uint8_t {
    pinyin,    // 拼音
    bopomofo,  // 注音符号; syllables: ㄋㄧㄢˊ ㄅㄠˋ
    gloss,     // the same in another language, word by word (CLREQ 5.5.6)
    remark,    // 行间注: begins where the run begins and may be longer (CLREQ 5.5.7)
};

// by_count: character when there are as many syllables as Han, else word.
enum class RubyBy : std::uint8_t { by_count, character, word };

enum class RubySide : std::uint8_t {
    usual,  // bopomofo stands at the right of each Han, everything else above
    above,
    below,
};

// An annotation in small type. A run annotated by character may be broken between its characters, any
// other stays on one line.
struct Ruby {
    std::string text = {};      // empty = none; syllables stand apart by spaces
    RubyKind kind = RubyKind::pinyin;
    RubyBy by = RubyBy::by_count;
    RubySide side = RubySide::usual;
    std::string language = {};  // BCP 47; empty = zh-Latn-pinyin, zh-Bopo or the document's, by kind
    Origin origin = {};
    friend bool operator==(const Ruby&, const Ruby&) = default;
};

}  // namespace nianbao
