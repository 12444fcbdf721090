// What the user asked for on the command line.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include <nianbao/language.hpp>

namespace nianbao::cli {

enum class Verb { render, check, dump, fonts, formats, import_text, init, schema, explain, batch };

struct Arguments {
    Verb verb = Verb::render;
    Language language = Language::zh;
    std::string input = {};                   // a path, or "-"
    std::string output = {};                  // empty = beside the input, with .pdf
    bool as_printed = false, draft = false, small = false;
    std::string template_file = {};
    std::string missing = {};                 // blank, zero or dash; empty = as the template says
    std::vector<std::string> font_folders = {};
    std::string stage = "pages";              // of dump
    std::string show = {};                    // a format's id
    std::string part = "format";              // "format" or "template"
    std::string organ = {}, format = {};      // of import
    std::optional<int> year = {};
    std::string lines = {};                   // 37-66
    bool keep = false, split = false;
    std::string findings = {};                // a file for them as JSON
    std::string shape = "text";               // of what check prints: text, json or sarif
    std::string previous = {};                // last year's report
    std::vector<std::string> parts = {};      // patterns of the reports that are summed up
    unsigned workers = 0;                     // of batch; 0 = as many as the machine has
    bool resume = false;
    std::string names = "input";              // or "title"
    std::vector<std::string> templates = {};
    std::string csv = "summary.csv", html = "summary.html";
    std::string progress = "auto";            // auto, always, never or json
    std::string subject = {};                 // of schema: a format or "template"; of explain: a rule
};

// The arguments, or the exit code when there is nothing to do (help and version: 0; wrong use: 2).
// Help goes to standard output, what is wrong to standard error.
struct Parsed {
    std::optional<Arguments> arguments = {};
    int exit_code = 0;
};
Parsed parse(const std::vector<std::string>& arguments);

}  // namespace nianbao::cli
