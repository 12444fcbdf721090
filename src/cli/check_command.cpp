// nianbao check: findings of a report, by itself, against last year's, and against its parts.
#include "cli/check_command.hpp"

#include <algorithm>
#include <filesystem>
#include <glob.h>
#include <iostream>
#include <sstream>
#include <system_error>

#include <nianbao/sarif.hpp>

#include "cli/print.hpp"
#include "cli/standard_input.hpp"
#include "cli/standard_output.hpp"

namespace nianbao::cli {

namespace {

std::string shaped(const std::vector<Finding>& findings, const Arguments& arguments) {
    const std::string file = arguments.input == "-" ? std::string() : arguments.input;
    if (arguments.shape == "json") return to_json(findings, arguments.language);
    if (arguments.shape == "sarif") return to_sarif(findings, file, arguments.language);
    std::ostringstream out;
    print(out, findings, arguments.input, arguments.language);
    return out.str();
}

// The files of the patterns, sorted, without the report itself. A pattern that matches nothing is a file that is not there.
std::vector<std::string> files_of(const std::vector<std::string>& patterns, const std::string& but) {
    std::vector<std::string> out;
    for (const std::string& pattern : patterns) {
        glob_t found{};
        if (::glob(pattern.c_str(), GLOB_NOCHECK, nullptr, &found) == 0) {
            for (std::size_t i = 0; i < found.gl_pathc; ++i) out.emplace_back(found.gl_pathv[i]);
        }
        ::globfree(&found);
    }
    std::sort(out.begin(), out.end());
    out.erase(std::unique(out.begin(), out.end()), out.end());
    std::error_code missing;
    const auto is_itself = [&](const std::string& file) { return std::filesystem::equivalent(file, but, missing); };
    out.erase(std::remove_if(out.begin(), out.end(), is_itself), out.end());
    return out;
}

// A report to compare with is read as it was published: texts in its cells are no reason to stop.
Report read_other(const std::string& file) {
    return read_report(file, {.as_printed = true, .compared = true});
}

std::vector<Finding> check_input(const Arguments& arguments) {
    std::optional<Report> previous;
    CheckOptions options;
    if (!arguments.previous.empty()) previous = read_other(arguments.previous);
    if (previous) options.previous = &*previous;
    for (const std::string& file : files_of(arguments.parts, arguments.input)) options.parts.push_back(read_other(file));
    return check(read_input(arguments), options);
}

}  // namespace

Report read_input(const Arguments& arguments) {
    const ReadOptions options{.as_printed = arguments.as_printed};
    if (arguments.input != "-") return read_report(arguments.input, options);
    return read_report_json(read_standard_input(), options);
}

int check_command(const Arguments& arguments) {
    std::vector<Finding> findings;
    try {
        findings = check_input(arguments);
    } catch (const ReportError& e) {
        findings = e.findings();
    } catch (const Error& e) {
        if (arguments.shape == "text") throw;
        write_stdout(shaped(findings_of(e, arguments.input), arguments));
        return e.exit_code();
    }
    write_stdout(shaped(findings, arguments));
    const auto is_error = [](const Finding& f) { return f.severity == Severity::error; };
    return std::any_of(findings.begin(), findings.end(), is_error) ? 1 : 0;
}

}  // namespace nianbao::cli
