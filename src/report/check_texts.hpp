// The checks that read the texts and the envelope of a report. One file for each family of them (…_check.cpp).
#pragma once

#include <string>
#include <vector>

#include "base/messages.hpp"
#include "report/text_pieces.hpp"

namespace nianbao::report {

// Adds what every rule about texts finds.
void check_texts(const Report::Data& data, const Format& format, std::vector<Finding>& out);

// What one check sees, and where its findings go.
class TextCheck {
public:
    TextCheck(const Report::Data& report, const Format& its_format, const std::vector<TextPiece>& its_texts,
              const Rule& its_rule, std::vector<Finding>& out)
        : data(report), format(its_format), texts(its_texts), rule(its_rule), out_(out) {}

    // `length` characters of a text at `begin` are wrong; {found} quotes them with what stands around.
    void find(const TextPiece& text, std::size_t begin, std::size_t length, const std::string& expected = {}) const;
    // The same, `found` standing for them (a number that must not be shown).
    void find_masked(const TextPiece& text, std::size_t begin, const std::string& found) const;
    // Something is wrong at a value that is no text: /issued, /overview.
    void find_at(const std::string& pointer, const std::string& found, const std::string& expected) const;

    const Report::Data& data;
    const Format& format;
    const std::vector<TextPiece>& texts;
    const Rule& rule;

private:
    Finding& add(const Origin& origin, const std::string& section) const;

    std::vector<Finding>& out_;
};

// Long numbers of a quotation with stars in their middle, so that a message never repeats them.
std::string masked(const std::u32string& chars);

// sections_check.cpp
void check_chapters(const TextCheck& check);
void check_sub_headings(const TextCheck& check);
void check_empty_sections(const TextCheck& check);
// names_check.cpp
void check_title_year(const TextCheck& check);
void check_text_year(const TextCheck& check);
void check_title_organ(const TextCheck& check);
void check_other_organ(const TextCheck& check);
// dates_check.cpp
void check_deadline(const TextCheck& check);
void check_period_end(const TextCheck& check);
// marks_check.cpp
void check_placeholders(const TextCheck& check);
void check_document_numbers(const TextCheck& check);
void check_unclosed(const TextCheck& check);
void check_halfwidth(const TextCheck& check);
// privacy_check.cpp
void check_identity_numbers(const TextCheck& check);
void check_mobile_numbers(const TextCheck& check);
void check_bank_cards(const TextCheck& check);

}  // namespace nianbao::report
