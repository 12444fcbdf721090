// The progress of a batch on standard error: a bar for people at a terminal, lines of JSON for programs.
#pragma once

#include <chrono>
#include <string>

#include <nianbao/batch.hpp>

namespace nianbao::cli {

class ProgressBar {
public:
    enum class Kind { none, bar, json };
    // "auto" (a bar on a terminal), "always", "never", "json".
    static Kind kind_of(const std::string& word, bool is_terminal);

    ProgressBar(Kind kind, Language language) : kind_(kind), language_(language) {}
    ~ProgressBar() { clear(); }
    ProgressBar(const ProgressBar&) = delete;
    ProgressBar& operator=(const ProgressBar&) = delete;

    void show(const BatchProgress& progress);
    void clear();  // before anything else is written

private:
    Kind kind_;
    Language language_;
    bool is_shown_ = false;
    std::chrono::steady_clock::time_point last_ = {};
    std::size_t last_done_ = 0;
};

// "[######------------] 120/2000 6 %  118/s  0:16"
std::string bar_of(const BatchProgress& progress, Language language);
// {"done": 120, "total": 2000, "failed": 1, "kept": 0, "seconds": 1.02}
std::string json_of(const BatchProgress& progress);

}  // namespace nianbao::cli
