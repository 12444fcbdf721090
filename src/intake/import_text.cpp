// import_text(): decode, leave out furniture, clean, outline, write.
#include <nianbao/intake.hpp>

#include <nianbao/error.hpp>

#include "base/file.hpp"
#include "base/json_write.hpp"
#include "base/messages.hpp"
#include "intake/clean.hpp"
#include "intake/decode.hpp"
#include "intake/front_matter.hpp"
#include "intake/furniture.hpp"
#include "intake/outline.hpp"
#include "intake/report_json.hpp"
#include "report/format.hpp"

namespace nianbao {

namespace {

using namespace intake;

bool is_wanted(const SourceLine& line, const ImportOptions& options) {
    return line.number >= options.first_line && (options.last_line == 0 || line.number <= options.last_line);
}

// ## of pasted Markdown heads.
void drop_hashes(SourceChars& chars) {
    std::size_t end = 0;
    while (end < chars.size() && chars[end].c == U'#') ++end;
    if (end > 0 && end < chars.size() && chars[end].c == U' ') chars = slice(chars, end, chars.size());
    trim(chars);
}

// Lines with text, white space at their ends gone; those of tables keep their tabs.
SourceLines wanted_lines(const std::string& text, const ImportOptions& options) {
    SourceLines lines;
    for (SourceLine& line : lines_of(text)) {
        if (!is_wanted(line, options)) continue;
        if (!is_table_line(line)) {
            trim(line.chars);
            drop_hashes(line.chars);
        }
        if (!line.empty()) lines.push_back(std::move(line));
    }
    return lines;
}

void clean_all(SourceLines& lines, Notes& notes) {
    for (SourceLine& line : lines)
        if (!is_table_line(line)) clean(line, notes);
}

}  // namespace

std::string read_text(const std::filesystem::path& file) { return read_file(file, text_limit); }

ImportedReport import_text(std::string_view bytes, const ImportOptions& options) {
    const DecodedText decoded = decode(bytes);
    Notes notes;
    if (decoded.gb18030) notes.add("IMPORT-GB18030", Severity::information, 1, 1);
    SourceLines lines = wanted_lines(decoded.text, options);
    if (lines.empty()) throw FileError("IMPORT-EMPTY", "", say("IMPORT-EMPTY"));
    if (!options.keep) {
        lines = without_furniture(lines, notes);
        clean_all(lines, notes);
    }
    const FrontMatter matter = front_matter_of(lines, notes);
    const std::vector<OutlineBlock> blocks = outline_of(matter.body, {.keep = options.keep}, notes);
    ImportedReport out;
    out.format = options.format.empty() ? detected_format(blocks, options.year ? options.year : matter.year) : options.format;
    const ReportFrame frame{report::built_in_format(out.format), matter, options};
    out.json = json::pretty(report_json(frame, blocks, notes));
    out.findings = notes.take();
    return out;
}

}  // namespace nianbao
