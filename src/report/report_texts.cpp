// The prose of a report, paragraph by paragraph.
#include "report/report_texts.hpp"

#include "base/utf8.hpp"
#include "report/format.hpp"
#include "report/format_data.hpp"

namespace nianbao::report {

namespace {

class Walk {
public:
    explicit Walk(std::vector<ReportText>& out) : out_(out) {}

    void section(const std::string& key, const std::vector<Block>& blocks) {
        section_ = key;
        for (const Block& block : blocks) std::visit([this](const auto& each) { add(each); }, block);
    }

private:
    void add(const Paragraph& paragraph) { append(paragraph.text); }

    void add(const Heading& heading) {
        append(heading.text);
        if (out_.empty()) return;
        out_.back().heading = heading.run_in.empty();
        if (heading.run_in.empty()) return;
        if (out_.back().text.empty() || out_.back().text.back() != U'。') out_.back().text += U'。';
        join(out_.back(), heading.run_in);
    }

    void add(const List& list) {
        for (const List::Item& item : list.items)
            for (const Paragraph& paragraph : item.paragraphs) append(paragraph.text);
    }

    template <typename Other>
    void add(const Other&) {}  // tables are numbers of their own; the rest has no prose

    void append(const Text& text) {
        out_.push_back({.section = section_});
        join(out_.back(), text);
    }

    static void join(ReportText& into, const Text& text) {
        for (const TextRun& run : text.runs) {
            into.run_begins.push_back(into.text.size());
            into.runs.push_back(run.origin);
            into.text += utf8::to_utf32(run.text);
        }
    }

    std::vector<ReportText>& out_;
    std::string section_;
};

}  // namespace

const std::string& ReportText::pointer_at(std::size_t index) const {
    static const std::string none;
    std::size_t run = 0;
    while (run + 1 < runs.size() && run_begins[run + 1] <= index) ++run;
    return run < runs.size() ? runs[run].pointer : none;
}

std::vector<ReportText> texts_of(const Report::Data& data) {
    std::vector<ReportText> out;
    Walk walk(out);
    for (const Field& section : built_in_format(data.format).sections) {
        const auto narrative = data.narratives.find(section.key);
        if (narrative != data.narratives.end()) walk.section(section.key, narrative->second);
    }
    for (const Attachment& attachment : data.attachments) walk.section("attachments", attachment.body);
    return out;
}

}  // namespace nianbao::report
