// compose(): Report + Template → Document. Pure; nothing of the report's text is changed.
#include <nianbao/template.hpp>

#include <algorithm>
#include <set>

#include <nianbao/error.hpp>

#include "base/messages.hpp"
#include "report/format.hpp"
#include "template/compose_table.hpp"

namespace nianbao {

namespace {

using namespace templating;

// Whether blocks would print nothing: none, or paragraphs without text.
bool prints_nothing(const std::vector<Block>& blocks) {
    return std::all_of(blocks.begin(), blocks.end(), [](const Block& block) {
        const auto* paragraph = std::get_if<Paragraph>(&block);
        return paragraph != nullptr && paragraph->text.empty();
    });
}

// The first heading of each level begins again at one.
void restart_headings(std::vector<Block>& blocks) {
    std::set<int> levels;
    for (Block& block : blocks) {
        auto* heading = std::get_if<Heading>(&block);
        if (heading != nullptr && levels.insert(heading->level).second) heading->restart = true;
    }
}

// Turns one source after the other into blocks of the document.
class Composer {
public:
    Composer(const Fields& fields, std::vector<Block>& blocks) : fields_(fields), blocks_(blocks) {}

    void add(const std::vector<BlockSource>& sources) {
        for (const BlockSource& source : sources) {
            if (!source.when.empty() && !fields_.present(source.when, source.place)) continue;
            place_ = &source.place;
            std::visit(*this, source.what);
        }
    }

    void operator()(const ParagraphSource& source) {
        Paragraph paragraph{fields_.text(source.text), source.style, {}};
        if (paragraph.text.empty()) return;
        paragraph.origin = paragraph.text.runs.front().origin;
        blocks_.emplace_back(std::move(paragraph));
    }

    void operator()(const HeadingSource& source) {
        Heading heading = source.look;
        heading.text = fields_.text(source.text);
        if (source.text.size() == 1 && source.text.front().kind == PieceKind::label) {
            // The format says which section it is; the numeral is a heading's own, not part of its text.
            const report::Label& label = fields_.label(source.text.front().value, source.text.front().place);
            heading.text = label.text;
            if (!heading.numeral && !label.numeral.empty()) heading.numeral = label.numeral;
        }
        blocks_.emplace_back(std::move(heading));
    }

    void operator()(const TableSource& source) { blocks_.emplace_back(compose_table(source, fields_)); }

    void operator()(const NarrativeSource& source) {
        std::vector<Block> narrative = fields_.narrative(source.field, *place_);
        if (prints_nothing(narrative)) {
            (*this)(ParagraphSource{source.otherwise, "body"});
            return;
        }
        if (source.restart) restart_headings(narrative);
        blocks_.insert(blocks_.end(), narrative.begin(), narrative.end());
    }

    void operator()(const SignatureSource& source) {
        Signature signature{fields_.text(source.organ), fields_.text(source.date), {}};
        if (signature.organ.empty() && signature.date.empty()) return;
        const Text& first = signature.organ.empty() ? signature.date : signature.organ;
        signature.origin = first.runs.front().origin;
        blocks_.emplace_back(std::move(signature));
    }

    void operator()(const EachSource& source) {
        std::size_t number = 0;
        for (const report::Attachment& item : fields_.list(source.field, *place_)) {
            const Fields inside = fields_.within(item, ++number);
            Composer(inside, blocks_).add(source.blocks);
        }
    }

    void operator()(const BlankLines& lines) { blocks_.emplace_back(lines); }
    void operator()(const Contents& contents) { blocks_.emplace_back(contents); }
    void operator()(const PageBreak& page_break) { blocks_.emplace_back(page_break); }

private:
    const Fields& fields_;
    std::vector<Block>& blocks_;
    const Place* place_ = nullptr;
};

}  // namespace

Document compose(const Report& report, const Template& report_template, const ComposeOptions& options) {
    const Report::Data& data = report.data();
    const Template::Data& look = report_template.data();
    if (look.format != data.format) {
        throw TemplateError("TEMPLATE-FORMAT", "/format",
                            say("TEMPLATE-FORMAT", {{"format", look.format}, {"found", data.format}}));
    }
    Document document;
    document.title = report.title();
    document.author = data.organ;
    document.language = data.language;
    document.created = data.issued;
    document.styles = look.styles;
    const Fields fields(data, report::built_in_format(data.format), options.missing_numbers.value_or(look.missing_numbers));
    Composer(fields, document.blocks).add(look.blocks);
    return document;
}

}  // namespace nianbao
