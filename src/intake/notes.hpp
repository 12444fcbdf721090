// What the intake did and doubts: findings with line and column of the text.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include <nianbao/finding.hpp>

#include "base/messages.hpp"
#include "intake/source_text.hpp"

namespace nianbao::intake {

class Notes {
public:
    // A finding of `rule`, a row of the message table with {line} and what `parameters` give.
    void add(std::string_view rule, Severity severity, int line, int column, std::vector<Parameter> parameters = {});

    // The same change again in the same line is counted, not listed again: the finding stands at the
    // first place, `found` says how many. {count} in the sentence.
    void count(std::string_view rule, int line, int column);

    // In order of the text.
    std::vector<Finding> take();

private:
    struct Counted {
        std::string rule;
        int line, column, count;
    };
    std::vector<Finding> findings_;
    std::vector<Counted> counted_;
};

}  // namespace nianbao::intake
