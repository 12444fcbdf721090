// A folder of its own and small reports for the tests of batches.
#pragma once

#include "unit/report/samples.hpp"

#include <filesystem>
#include <fstream>
#include <sstream>
#include <string>
#include <unistd.h>
#include <vector>

#include <nianbao/batch.hpp>

#include "base/file.hpp"
#include "base/write_file.hpp"

namespace samples {

class Folder {
public:
    Folder() {
        static int number = 0;
        path_ = std::filesystem::temp_directory_path() / ("nianbao-batch-test-" + std::to_string(::getpid()) + "-" + std::to_string(++number));
        std::filesystem::remove_all(path_);
        std::filesystem::create_directories(path_);
    }
    ~Folder() { std::filesystem::remove_all(path_); }
    Folder(const Folder&) = delete;
    Folder& operator=(const Folder&) = delete;

    std::filesystem::path operator/(const std::string& name) const { return path_ / name; }
    const std::filesystem::path& path() const { return path_; }
    void write(const std::string& name, const std::string& text) const { nianbao::write_file(path_ / name, text); }
    std::string read(const std::string& name) const { return nianbao::read_file(path_ / name, 1 << 30); }
    bool has(const std::string& name) const { return std::filesystem::exists(path_ / name); }

private:
    std::filesystem::path path_ = {};
};

// A sound report of organ number `n`.
inline std::string report_of(int n) { return with("云溪县档案局", "第" + std::to_string(n) + "局"); }
// Its sum does not hold.
inline std::string wrong_report() { return with("\"received\": [8,", "\"received\": [9,"); }

inline nianbao::BatchItem item_of(const std::string& json, const std::string& output) {
    nianbao::BatchItem item;
    item.json = json;
    item.output = output;
    return item;
}

inline nianbao::BatchSource source_of(std::vector<nianbao::BatchItem> items) {
    return [items = std::move(items), next = std::size_t{0}]() mutable -> std::optional<nianbao::BatchItem> {
        if (next == items.size()) return std::nullopt;
        return items[next++];
    };
}

inline nianbao::BatchSource reports(int number) {
    std::vector<nianbao::BatchItem> items;
    for (int n = 0; n < number; ++n) items.push_back(item_of(report_of(n), std::to_string(n)));
    return source_of(std::move(items));
}

inline nianbao::BatchSource manifest(const std::string& lines, const std::filesystem::path& folder) {
    // The stream must live as long as the source.
    auto stream = std::make_shared<std::istringstream>(lines);
    return [stream, source = nianbao::batch_manifest(*stream, folder)] { return source(); };
}

inline std::vector<nianbao::Finding> faults_of_batch(const nianbao::BatchSource& source, const Folder& folder, const nianbao::BatchOptions& options = {}) {
    try {
        nianbao::run_batch(source, folder / "out", options);
    } catch (const nianbao::ReportError& error) {
        return error.findings();
    }
    return {};
}

}  // namespace samples
