// The dirt of copied Chinese text, cleaned in one line; every change is counted as a finding.
#pragma once

#include <vector>

#include "intake/notes.hpp"
#include "intake/source_text.hpp"

namespace nianbao::intake {

// All passes below, in their order.
void clean(SourceLine& line, Notes& notes);

// IMPORT-PINYIN: readings in brackets after Traditional characters, 鎮(zhèn); and F(xiàn), which stands
// for 現 where a conversion broke.
void strip_pinyin(SourceLine& line, Notes& notes);

// IMPORT-STRAY: a quotation mark, grave accent, full stop or opening bracket between Han that belongs to
// nothing. IMPORT-DOUBLED: the same pause or stop twice. IMPORT-SPACE: spaces between Han and marks.
void drop_strays(SourceLine& line, Notes& notes);
void drop_doubled(SourceLine& line, Notes& notes);
void join_spaces(SourceLine& line, Notes& notes);

// IMPORT-WIDTH: ASCII marks in Chinese writing become fullwidth (GB/T 15834—2011), never inside
// addresses, numbers, times and telephone numbers.
void widen_marks(SourceLine& line, Notes& notes);

// IMPORT-YEAR-BRACKETS: [2021]8号 → 〔2021〕8号 (GB/T 9704—2012 7.2.5).
void mend_document_numbers(SourceLine& line, Notes& notes);

// Which characters of a line belong to an address (URL, host, e-mail): they are never touched.
std::vector<bool> addresses_of(const SourceChars& chars);

}  // namespace nianbao::intake
