// The journal of a batch: what is done, one line of JSON for each PDF, so that a run can be taken up again.
#pragma once

#include <filesystem>
#include <string>
#include <unordered_map>
#include <vector>

#include <nianbao/batch.hpp>

#include "base/descriptor.hpp"

namespace nianbao::batch {

// A PDF that is done. `key` is a hash of all that decides its bytes.
struct Entry {
    std::string key = {};
    BatchRow row = {};
};

// A line that cannot be read counts as not written: the last one may be torn by a crash.
class Journal {
public:
    // Opened and locked until it goes; emptied unless `keep`. Throws OutputError, "BATCH-BUSY" when another
    // process or batch holds it.
    Journal(const std::filesystem::path& file, bool keep);

    // The last entry of an output, or null.
    const Entry* find(const std::string& output) const;

    // Adds lines and syncs them. The PDFs must be synced before. Throws OutputError.
    void append(const std::vector<Entry>& entries);

private:
    void read(const std::string& text);

    std::filesystem::path file_;
    Descriptor descriptor_;
    std::unordered_map<std::string, Entry> entries_ = {};
};

}  // namespace nianbao::batch
