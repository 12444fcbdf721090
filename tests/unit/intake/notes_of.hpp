// Lines and findings of small texts, for the tests of the intake.
#pragma once

#include <string>
#include <vector>

#include "intake/notes.hpp"
#include "intake/source_text.hpp"

namespace nianbao::intake {

inline SourceLine line(const std::string& text) {
    SourceLine one = lines_of(text).front();
    trim(one.chars);
    return one;
}

inline SourceLines trimmed_lines(const std::string& text) {
    SourceLines lines;
    for (SourceLine& each : lines_of(text)) {
        trim(each.chars);
        if (!each.empty()) lines.push_back(std::move(each));
    }
    return lines;
}

// "RULE 2:5 found" of each finding.
inline std::vector<std::string> told(const std::vector<Finding>& findings) {
    std::vector<std::string> out;
    for (const Finding& f : findings)
        out.push_back(f.rule + ' ' + std::to_string(f.line) + ':' + std::to_string(f.column) + (f.found.empty() ? "" : ' ' + f.found));
    return out;
}

using Strings = std::vector<std::string>;

}  // namespace nianbao::intake
