// nianbao batch: many reports into one folder.
#include "cli/batch_command.hpp"

#include <filesystem>
#include <iostream>
#include <sstream>
#include <system_error>
#include <unistd.h>

#include <nianbao/batch.hpp>

#include "cli/commands.hpp"
#include "cli/print.hpp"
#include "cli/progress_bar.hpp"
#include "cli/standard_output.hpp"

namespace nianbao::cli {

namespace {

BatchSource source_of(const Arguments& arguments) {
    std::error_code missing;
    if (arguments.input == "-") return batch_manifest(std::cin, "");
    if (std::filesystem::is_directory(arguments.input, missing)) return batch_folder(arguments.input);
    return batch_manifest(arguments.input);
}

BatchOptions batch_options_of(const Arguments& arguments, std::stop_token stop) {
    BatchOptions options;
    options.render = options_of(arguments, {});
    for (const std::string& file : arguments.templates) options.templates.push_back(Template::from_file(file));
    options.names = arguments.names == "title" ? BatchNames::title : BatchNames::input;
    options.workers = arguments.workers;
    options.resume = arguments.resume;
    options.csv = arguments.csv;
    options.html = arguments.html;
    options.language = arguments.language;
    options.stop = std::move(stop);
    return options;
}

// A name of a file may hold what moves the cursor.
std::string visible(std::string name) {
    for (char& c : name)
        if (static_cast<unsigned char>(c) < 0x20 || c == 0x7F) c = '?';
    return name;
}

// One line for the report that failed, then its findings.
void print_failure(const BatchReport& report, Language language) {
    std::ostringstream text;  // written at once
    text << (language == Language::en ? "failed: " : "未通过：") << visible(report.row.name) << '\n';
    print(text, report.findings, visible(report.row.name), language);
    std::cerr << text.str();
}

std::string result_of(const BatchSummary& summary, const Arguments& arguments) {
    const bool en = arguments.language == Language::en;
    const auto number = [&](BatchStatus status) { return std::to_string(summary.count(status)); };
    std::ostringstream out;
    if (en)
        out << summary.rows.size() << " reports: " << number(BatchStatus::passed) << " passed, " << number(BatchStatus::warnings)
            << " with warnings, " << number(BatchStatus::failed) << " failed, " << number(BatchStatus::stopped) << " not done; "
            << summary.kept() << " kept from an earlier run\n";
    else
        out << "共 " << summary.rows.size() << " 份：通过 " << number(BatchStatus::passed) << "，有提醒 " << number(BatchStatus::warnings)
            << "，未通过 " << number(BatchStatus::failed) << "，未完成 " << number(BatchStatus::stopped) << "；沿用 " << summary.kept() << " 份\n";
    return out.str();
}

}  // namespace

int batch_command(const Arguments& arguments, std::stop_token stop) {
    ProgressBar bar(ProgressBar::kind_of(arguments.progress, ::isatty(STDERR_FILENO) != 0), arguments.language);
    BatchOptions options = batch_options_of(arguments, std::move(stop));
    options.progress = [&bar](const BatchProgress& progress) { bar.show(progress); };
    options.told = [&bar, &arguments](const BatchReport& report) {
        if (report.row.status != BatchStatus::failed) return;
        bar.clear();
        print_failure(report, arguments.language);
    };
    const BatchSummary summary = run_batch(source_of(arguments), arguments.output, options);
    bar.clear();
    write_stdout(result_of(summary, arguments));
    if (summary.interrupted) return 130;
    return summary.count(BatchStatus::failed) > 0 ? 1 : 0;
}

}  // namespace nianbao::cli
