// The keys that every report has beside its sections: organ, year, title and so on.
#include "report/envelope.hpp"

#include "base/messages.hpp"
#include "report/blocks.hpp"
#include "report/scalars.hpp"
#include "report/texts.hpp"

namespace nianbao::report {

namespace {

using json::Kind;

void read_organ(Reading& reading, const Node& node, Report::Data& data) {
    PointedText organ = read_plain(reading, node);
    data.organ = std::move(organ.text);
    data.organ_origin = std::move(organ.origin);
}

void read_kind(Reading& reading, const Node& node, Report::Data& data) {
    static const std::vector<std::string> kinds = {"government", "department", "township"};
    if (const auto choice = read_choice(reading, node, kinds)) data.organ_kind = kinds[*choice];
}

void read_report_year(Reading& reading, const Node& node, Report::Data& data) { data.year = read_year(reading, node); }

void read_title(Reading& reading, const Node& node, Report::Data& data) { data.title = read_plain_lines(reading, node); }

void read_subtitle(Reading& reading, const Node& node, Report::Data& data) { data.subtitle = read_plain(reading, node); }

void read_issued(Reading& reading, const Node& node, Report::Data& data) { data.issued = read_date(reading, node); }

void read_language(Reading& reading, const Node& node, Report::Data& data) {
    static const std::vector<std::string> languages = {"zh-Hans", "zh-Hant-TW", "zh-Hant-HK"};
    if (const auto choice = read_choice(reading, node, languages)) data.language = languages[*choice];
}

void read_signature(Reading& reading, const Node& node, Report::Data& data) {
    static const std::vector<KeySpec> specs = {{"organ"}, {"date", true}};
    const Keys keys(reading, node, specs);
    SignatureData signature;
    const auto put = [&](const char* key, std::string& text, Origin& origin) {
        if (const auto found = keys.find(key)) {
            PointedText read = read_plain(reading, *found);
            text = std::move(read.text);
            origin = std::move(read.origin);
        }
    };
    // "" says that no organ signs: a date alone.
    const auto organ = keys.find("organ");
    signature.date_alone = organ && organ->is(Kind::string) && organ->value->text.empty();
    if (!signature.date_alone) put("organ", signature.organ, signature.organ_origin);
    put("date", signature.date, signature.date_origin);
    data.signature = std::move(signature);
}

void read_attachments(Reading& reading, const Node& node, Report::Data& data) {
    static const std::vector<KeySpec> specs = {{"title", true}, {"body", true}};
    if (!node.is(Kind::array)) return reading.wrong_type(node, "EXPECTED-LIST");
    for (std::size_t i = 0; i < node.value->items.size(); ++i) {
        const Keys keys(reading, node.item(i), specs);
        Attachment attachment;
        if (const auto title = keys.find("title")) {
            PointedText read = read_plain(reading, *title);
            attachment.title = std::move(read.text);
            attachment.title_origin = std::move(read.origin);
        }
        if (const auto body = keys.find("body")) attachment.body = read_narrative(reading, *body, Emptiness::fault);
        data.attachments.push_back(std::move(attachment));
    }
}

// A key of the envelope. `message` is the row of the catalogue that names it.
struct EnvelopeKey {
    std::string_view key, message;
    bool required;
    void (*read)(Reading&, const Node&, Report::Data&);
};
constexpr EnvelopeKey table[] = {
    {"format", "PLACE-FORMAT", true, nullptr},
    {"organ", "PLACE-ORGAN", true, read_organ},
    {"organ_kind", "PLACE-ORGAN-KIND", false, read_kind},
    {"year", "PLACE-YEAR", true, read_report_year},
    {"title", "PLACE-TITLE", false, read_title},
    {"subtitle", "PLACE-SUBTITLE", false, read_subtitle},
    {"issued", "PLACE-ISSUED", false, read_issued},
    {"language", "PLACE-LANGUAGE", false, read_language},
    {"signature", "PLACE-SIGNATURE", false, read_signature},
    {"attachments", "PLACE-ATTACHMENTS", false, read_attachments},
};

void replace(std::string& text, std::string_view placeholder, const std::string& value) {
    const std::size_t at = text.find(placeholder);
    if (at != std::string::npos) text.replace(at, placeholder.size(), value);
}

}  // namespace

Bilingual envelope_name(std::string_view canonical, std::string_view& rest) {
    const std::size_t end = std::min(canonical.find('/', 1), canonical.size());
    rest = canonical.substr(end);
    for (const EnvelopeKey& row : table) {
        if (canonical.substr(1, end - 1) == row.key) return say(row.message);
    }
    return say("PLACE-REPORT");
}

std::vector<KeySpec> envelope_keys(const Format* format) {
    std::vector<KeySpec> specs;
    for (const EnvelopeKey& row : table) {
        bool required = row.required;
        if (format != nullptr && row.key == "year") required = format->year_required;
        if (format != nullptr && row.key == "title") required = format->title.empty();
        specs.push_back({row.key, required, nullptr});
    }
    return specs;
}

void read_envelope(Reading& reading, const Keys& keys, Report::Data& data) {
    for (const EnvelopeKey& row : table) {
        const auto node = row.read == nullptr ? std::nullopt : keys.find(row.key);
        if (node) row.read(reading, *node, data);
    }
    // The organ signs unless another does.
    if (data.signature && data.signature->organ.empty() && !data.signature->date_alone) {
        data.signature->organ = data.organ;
        data.signature->organ_origin = data.organ_origin;
    }
}

void complete_title(const Format& format, Report::Data& data) {
    if (!data.title.empty()) return;
    for (const std::string& pattern : format.title) {
        PointedText line{pattern, data.organ_origin};
        if (pattern.find("{organ}") == std::string::npos) line.origin.pointer = "/year";
        replace(line.text, "{organ}", data.organ);
        replace(line.text, "{year}", data.year ? std::to_string(*data.year) : std::string());
        data.title.push_back(std::move(line));
    }
}

}  // namespace nianbao::report
