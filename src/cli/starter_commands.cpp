// nianbao init, schema and explain: what an office needs before it writes.
#include "cli/starter_commands.hpp"

#include <filesystem>
#include <iostream>
#include <optional>

#include <nianbao/render.hpp>
#include <nianbao/starter.hpp>

#include "cli/print.hpp"
#include "cli/standard_output.hpp"

namespace nianbao::cli {

namespace {

int refuse(const Arguments& arguments, const std::string& zh, const std::string& en) {
    std::cerr << (arguments.language == Language::en ? "nianbao: " + en : "nianbao：" + zh) << '\n';
    return 2;
}

void add_part(std::string& out, const char* name, const std::string& words) {
    if (!words.empty()) out += std::string("  ") + name + words + '\n';
}

std::string joined(const std::vector<std::string>& words) {
    std::string out;
    for (const std::string& word : words) out += (out.empty() ? "" : ", ") + word;
    return out;
}

std::string explained(const RuleExplanation& rule, Language language) {
    const bool en = language == Language::en;
    std::string out = rule.id + "  " + name_in(rule.severity, language) + '\n';
    add_part(out, en ? "says:    " : "结果：", rule.says.in(language));
    add_part(out, en ? "source:  " : "依据：", rule.basis.in(language));
    add_part(out, en ? "wrong:   " : "错：", rule.wrong);
    add_part(out, en ? "right:   " : "对：", rule.right);
    add_part(out, en ? "hint:    " : "提示：", rule.advice.in(language));
    add_part(out, en ? "formats: " : "格式：", joined(rule.formats));
    return out;
}

}  // namespace

// The schema stands beside the report under its name, so that an editor finds it without a network.
int init_command(const Arguments& arguments) {
    StarterOptions options{.organ = arguments.organ, .year = arguments.year};
    std::optional<Report> previous;
    if (!arguments.previous.empty()) previous = read_report(arguments.previous, {.as_printed = true});
    if (previous) options.previous = &*previous;
    if (!arguments.format.empty()) options.format = arguments.format;
    else if (previous) options.format = previous->format();
    const bool to_file = !arguments.output.empty() && arguments.output != "-";
    if (!to_file) {
        write_stdout(starter_report_json(options));
        return 0;
    }
    std::filesystem::path schema = arguments.output;
    schema.replace_extension(".schema.json");
    if (std::filesystem::exists(arguments.output) || std::filesystem::exists(schema)) {
        return refuse(arguments, arguments.output + " 已存在，不覆盖", arguments.output + " is there already and is not replaced");
    }
    options.schema = "./" + schema.filename().string();
    const std::string report = starter_report_json(options);
    save(schema, report_schema_json(options.format));
    save(arguments.output, report);
    return 0;
}

int schema_command(const Arguments& arguments) {
    if (arguments.subject.empty()) write_stdout(report_schemas_json());
    else if (arguments.subject == "template") write_stdout(template_schema_json());
    else write_stdout(report_schema_json(arguments.subject));
    return 0;
}

int explain_command(const Arguments& arguments) {
    if (arguments.subject.empty()) {
        std::string lines;
        for (const std::string& id : rule_ids()) lines += id + '\t' + explain(id)->basis.in(arguments.language) + '\n';
        write_stdout(lines);
        return 0;
    }
    const auto rule = explain(arguments.subject);
    if (!rule) return refuse(arguments, "没有规则 " + arguments.subject + "；用 nianbao explain 列出全部", "no rule " + arguments.subject + "; nianbao explain lists them");
    write_stdout(explained(*rule, arguments.language));
    return 0;
}

}  // namespace nianbao::cli
