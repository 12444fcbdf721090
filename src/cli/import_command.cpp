// nianbao import: one report, or with --split as many as the text holds.
#include "cli/import_command.hpp"

#include <algorithm>
#include <filesystem>
#include <iostream>
#include <sstream>
#include <system_error>

#include <nianbao/intake.hpp>
#include <nianbao/pdf.hpp>

#include "cli/print.hpp"
#include "cli/standard_input.hpp"
#include "cli/standard_output.hpp"

namespace nianbao::cli {

namespace {

std::string bytes_of(const std::string& input) {
    if (input == "-") return read_standard_input();
    return read_text(input);
}

ImportOptions options_of(const Arguments& arguments) {
    ImportOptions options{.format = arguments.format, .organ = arguments.organ, .year = arguments.year, .keep = arguments.keep};
    const std::size_t dash = arguments.lines.find('-');
    if (dash == std::string::npos) return options;
    options.first_line = std::stoi(arguments.lines.substr(0, dash));
    options.last_line = std::stoi(arguments.lines.substr(dash + 1));
    return options;
}

bool tell(const std::vector<Finding>& findings, const Arguments& arguments) {
    if (!findings.empty()) print(std::cerr, findings, arguments.input, arguments.language);
    return std::any_of(findings.begin(), findings.end(), [](const Finding& f) { return f.severity == Severity::error; });
}

std::string numbered_name(const Arguments& arguments, std::size_t number) {
    const std::string stem = arguments.input == "-" ? "report" : std::filesystem::path(arguments.input).stem().string();
    std::ostringstream name;
    name << stem << '-' << (number < 10 ? "0" : "") << number << ".json";
    return (std::filesystem::path(arguments.output) / name.str()).string();
}

int refuse_split_without_folder(const Arguments& arguments) {
    std::cerr << (arguments.language == Language::en ? "nianbao: --split needs -o FOLDER\n" : "nianbao：--split 须用 -o 指定目录\n");
    return 2;
}

int split(const Arguments& arguments, const std::string& bytes) {
    if (arguments.output.empty() || arguments.output == "-") return refuse_split_without_folder(arguments);
    std::error_code failed;
    std::filesystem::create_directories(arguments.output, failed);
    bool error = false;
    std::size_t number = 0;
    for (const LineRange& range : split_reports(bytes)) {
        ImportOptions options = options_of(arguments);
        options.first_line = range.first;
        options.last_line = range.last;
        const ImportedReport report = import_text(bytes, options);
        const std::string name = numbered_name(arguments, ++number);
        save(name, report.json);
        write_stdout(name + "\t" + std::to_string(range.first) + "-" + std::to_string(range.last) + "\n");
        error = tell(report.findings, arguments) || error;
    }
    return error ? 1 : 0;
}

}  // namespace

int import_command(const Arguments& arguments) {
    const std::string bytes = bytes_of(arguments.input);
    if (arguments.split) return split(arguments, bytes);
    const ImportedReport report = import_text(bytes, options_of(arguments));
    if (arguments.output.empty() || arguments.output == "-") write_stdout(report.json);
    else save(arguments.output, report.json);
    if (!arguments.findings.empty()) save(arguments.findings, to_json(report.findings, arguments.language));
    return tell(report.findings, arguments) ? 1 : 0;
}

}  // namespace nianbao::cli
