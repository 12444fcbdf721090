// The verbs of the command line: render, dump, fonts, formats; the others have files of their own.
#include "cli/commands.hpp"

#include <algorithm>
#include <filesystem>
#include <iostream>
#include <iterator>
#include <sstream>
#include <system_error>
#include <unistd.h>

#include <nianbao/render.hpp>

#include "cli/batch_command.hpp"
#include "cli/check_command.hpp"
#include "cli/import_command.hpp"
#include "cli/print.hpp"
#include "cli/standard_output.hpp"
#include "cli/starter_commands.hpp"

namespace nianbao::cli {

namespace {

std::optional<MissingNumbers> missing_numbers_of(const std::string& word) {
    if (word == "blank") return MissingNumbers::blank;
    if (word == "zero") return MissingNumbers::zero;
    if (word == "dash") return MissingNumbers::dash;
    return std::nullopt;
}

// Without -o the PDF stands beside its data; data from standard input goes to standard output.
std::string output_of(const Arguments& arguments) {
    if (!arguments.output.empty()) return arguments.output;
    if (arguments.input == "-") return "-";
    return std::filesystem::path(arguments.input).replace_extension(".pdf").string();
}

// What the numbers say, then what became of the tables.
void print_warnings(const std::vector<Finding>& findings, const std::vector<Warning>& warnings, const Arguments& arguments) {
    for (const Finding& finding : findings)
        if (finding.severity != Severity::information || arguments.as_printed)
            print(std::cerr, finding, arguments.input, arguments.language);
    for (const Warning& warning : warnings) print(std::cerr, warning, arguments.input, arguments.language);
}

bool is_same_file(const std::string& one, const std::string& other) {
    std::error_code missing;
    return std::filesystem::equivalent(one, other, missing);
}

int refuse_own_input(const Arguments& arguments) {
    std::cerr << (arguments.language == Language::en ? "nianbao: the output would replace the data; give another -o FILE\n"
                                                     : "nianbao：输出会覆盖数据文件，请用 -o 指定另一个文件\n");
    return 2;
}

int refuse_terminal(const Arguments& arguments) {
    std::cerr << (arguments.language == Language::en ? "nianbao: a PDF is not written to a terminal; give -o FILE\n"
                                                     : "nianbao：PDF 不写到终端，请用 -o 指定文件\n");
    return 2;
}

// A folder takes the PDF under the name that its report suggests.
std::string in_folder(const std::string& output, const Report& report) {
    std::error_code missing;
    if (!std::filesystem::is_directory(output, missing)) return output;
    return (std::filesystem::path(output) / suggested_file_name(report)).string();
}

int render_report(const Arguments& arguments, std::stop_token stop) {
    const std::string output = output_of(arguments);
    if (output == "-" && ::isatty(STDOUT_FILENO)) return refuse_terminal(arguments);
    if (output != "-" && is_same_file(output, arguments.input)) return refuse_own_input(arguments);
    const Report report = read_input(arguments);
    const RenderOptions options = options_of(arguments, std::move(stop));
    const PagedDocument pages = lay_out(report, options);
    PdfOptions pdf = options.pdf;
    pdf.stop = options.stop;
    const std::string bytes = write_pdf(pages, pdf);
    print_warnings(check(report), pages.warnings, arguments);
    if (output == "-") write_stdout(bytes);
    else save(in_folder(output, report), bytes);
    return 0;
}

Document composed(const Report& report, const RenderOptions& options) {
    return compose(
        report, options.report_template ? *options.report_template : Template::built_in(report.format()),
        {.missing_numbers = options.missing_numbers}
    );
}

int dump_report(const Arguments& arguments, std::stop_token stop) {
    const Report report = read_input(arguments);
    const RenderOptions options = options_of(arguments, std::move(stop));
    if (arguments.stage == "pages") {
        write_stdout(dump(lay_out(report, options)));
        return 0;
    }
    const Document document = composed(report, options);
    if (arguments.stage == "document") write_stdout(dump(document));
    else write_stdout(dump_lines(document, options.fonts ? *options.fonts : FontSet::bundled()));
    return 0;
}

// Exit code 5, as render would give, when something is missing.
int list_fonts(const Arguments& arguments, std::stop_token stop) {
    const Report report = read_input(arguments);
    const RenderOptions options = options_of(arguments, std::move(stop));
    const Document document = composed(report, options);
    const FontUsage usage = font_usage(document, options.fonts ? *options.fonts : FontSet::bundled());
    std::ostringstream out;
    if (arguments.shape == "json") out << to_json(usage);
    else print(out, usage, arguments.language);
    write_stdout(out.str());
    return usage.missing.empty() ? 0 : 5;
}

int show_formats(const Arguments& arguments) {
    if (arguments.show.empty()) {
        std::string lines;
        for (const ReportFormat& format : report_formats())
            lines += format.id + '\t' + format.name.in(arguments.language) + '\n';
        write_stdout(lines);
        return 0;
    }
    if (arguments.part == "template") write_stdout(template_json(arguments.show));
    else if (arguments.part == "schema") write_stdout(report_schema_json(arguments.show));
    else write_stdout(report_format_json(arguments.show));
    return 0;
}

}  // namespace

RenderOptions options_of(const Arguments& arguments, std::stop_token stop) {
    RenderOptions options;
    options.as_printed = arguments.as_printed;
    options.draft = arguments.draft;
    options.missing_numbers = missing_numbers_of(arguments.missing);
    options.pdf.profile = arguments.small ? PdfProfile::small : PdfProfile::fast;
    options.stop = std::move(stop);
    if (!arguments.template_file.empty()) options.report_template = Template::from_file(arguments.template_file);
    if (!arguments.font_folders.empty()) {
        FontSet fonts = FontSet::bundled();
        for (const std::string& folder : arguments.font_folders) fonts = fonts.with_folder(folder);
        options.fonts = fonts;
    }
    return options;
}

int run(const Arguments& arguments, std::stop_token stop) {
    switch (arguments.verb) {
        case Verb::render: return render_report(arguments, std::move(stop));
        case Verb::check: return check_command(arguments);
        case Verb::dump: return dump_report(arguments, std::move(stop));
        case Verb::fonts: return list_fonts(arguments, std::move(stop));
        case Verb::formats: return show_formats(arguments);
        case Verb::import_text: return import_command(arguments);
        case Verb::init: return init_command(arguments);
        case Verb::schema: return schema_command(arguments);
        case Verb::explain: return explain_command(arguments);
        case Verb::batch: return batch_command(arguments, std::move(stop));
    }
    return 70;
}

}  // namespace nianbao::cli
