// The progress of a batch on standard error.
#include "cli/progress_bar.hpp"

#include <cstdio>
#include <iostream>

namespace nianbao::cli {

namespace {

constexpr std::size_t cells = 24;
constexpr std::chrono::milliseconds between{100};

std::string clock_of(double seconds) {
    const auto whole = static_cast<long>(seconds + 0.5);
    char text[40];
    if (whole >= 3600) std::snprintf(text, sizeof text, "%ld:%02ld:%02ld", whole / 3600, whole / 60 % 60, whole % 60);
    else std::snprintf(text, sizeof text, "%ld:%02ld", whole / 60, whole % 60);
    return text;
}

}  // namespace

ProgressBar::Kind ProgressBar::kind_of(const std::string& word, bool is_terminal) {
    if (word == "json") return Kind::json;
    if (word == "always" || (word == "auto" && is_terminal)) return Kind::bar;
    return Kind::none;
}

std::string bar_of(const BatchProgress& progress, Language language) {
    const bool en = language == Language::en;
    const std::size_t total = std::max<std::size_t>(progress.total, 1);
    const std::size_t full = cells * progress.done / total;
    std::string out = "[" + std::string(full, '#') + std::string(cells - full, '-') + "] " + std::to_string(progress.done) + '/' +
                      std::to_string(progress.total) + ' ' + std::to_string(100 * progress.done / total) + " %";
    // What an earlier run has done says nothing about the pace.
    const std::size_t made = progress.done - progress.kept;
    if (made > 0 && progress.seconds > 0) {
        const double rate = static_cast<double>(made) / progress.seconds;
        char text[40];
        std::snprintf(text, sizeof text, rate < 10 ? "%.1f" : "%.0f", rate);
        out += std::string("  ") + text + (en ? "/s" : " 份/秒");
        out += (en ? "  left " : "  剩余 ") + clock_of(static_cast<double>(progress.total - progress.done) / rate);
    }
    if (progress.failed > 0) out += (en ? "  failed " : "  未通过 ") + std::to_string(progress.failed);
    return out;
}

std::string json_of(const BatchProgress& progress) {
    char seconds[40];
    std::snprintf(seconds, sizeof seconds, "%.2f", progress.seconds);
    return "{\"done\": " + std::to_string(progress.done) + ", \"total\": " + std::to_string(progress.total) + ", \"failed\": " +
           std::to_string(progress.failed) + ", \"kept\": " + std::to_string(progress.kept) + ", \"seconds\": " + seconds + "}";
}

void ProgressBar::show(const BatchProgress& progress) {
    if (kind_ == Kind::none || progress.total == 0) return;
    const auto now = std::chrono::steady_clock::now();
    const bool is_last = progress.done == progress.total && last_done_ != progress.done;
    if (!is_last && (now - last_ < between || (kind_ == Kind::json && progress.done == last_done_))) return;
    last_ = now;
    last_done_ = progress.done;
    if (kind_ == Kind::json) {
        std::cerr << json_of(progress) << '\n';
        return;
    }
    std::cerr << "\r\x1B[K" << bar_of(progress, language_) << std::flush;
    is_shown_ = true;
}

void ProgressBar::clear() {
    if (is_shown_) std::cerr << "\r\x1B[K" << std::flush;
    is_shown_ = false;
}

}  // namespace nianbao::cli
