// Where the reports of a batch come from: the lines of a manifest, the files of a folder.
#include <algorithm>
#include <array>
#include <cerrno>
#include <fstream>
#include <istream>
#include <memory>
#include <system_error>

#include <nianbao/batch.hpp>
#include <nianbao/error.hpp>

#include "base/json.hpp"
#include "base/messages.hpp"
#include "base/nearest.hpp"

namespace nianbao {

namespace {

using json::Kind;
using json::Value;

// A line is read as JSON with the limits of a report; a few bytes more so that it is JSON that says so.
constexpr std::size_t longest_line = json::Limits{}.bytes + 1;

Bilingual line_place(int line) { return say("BATCH-LINE", {{"line", line}}); }

// The reading of one line, with every fault found on it.
class Line {
public:
    Line(std::string_view text, int number) : number_(number) {
        try {
            value_ = json::parse(text, "");
        } catch (const JsonError& error) {
            Finding fault = finding(error.id(), error.column());
            fault.sentence = {line_place(number).zh + "：" + error.message(Language::zh), line_place(number).en + ": " + error.message(Language::en)};
            fault.advice = {error.hint(Language::zh), error.hint(Language::en)};
            throw ReportError({std::move(fault)});
        }
    }

    const Value& value() const { return value_; }

    void wrong_type(const Value& value, const std::string& pointer, std::string_view expected) {
        Finding fault = finding("TYPE", value.position.column);
        fault.pointer = pointer;
        fault.found = shortened(json::dump(value));
        fault.sentence = say("TYPE", {{"place", line_place(number_)}, {"expected", say(expected)}, {"found", fault.found}});
        faults_.push_back(std::move(fault));
    }

    // Unknown keys with the one that is probably meant, and keys given twice.
    void check_keys(const Value& object, const std::vector<std::string>& known) {
        for (const json::Member& member : object.members) {
            if (member.key.starts_with("x_")) continue;
            const bool is_known = std::find(known.begin(), known.end(), member.key) != known.end();
            if (is_known && object.find(member.key) == &member.value) continue;
            key_fault(is_known ? "KEY-DUPLICATE" : "KEY-UNKNOWN", member, known, object);
        }
    }

    void missing(const std::string& key) {
        Finding fault = finding("KEY-MISSING", 1);
        fault.pointer = "/" + key;
        fault.expected = key;
        fault.sentence = say("KEY-MISSING", {{"place", line_place(number_)}, {"expected", key}});
        fault.advice = hint("KEY-MISSING");
        faults_.push_back(std::move(fault));
    }

    void throw_faults() {
        if (!faults_.empty()) throw ReportError(std::move(faults_));
    }

private:
    Finding finding(std::string_view rule, int column) const {
        Finding out;
        out.rule = rule;
        out.line = number_;
        out.column = column;
        out.place = line_place(number_);
        return out;
    }

    void key_fault(std::string_view id, const json::Member& member, const std::vector<std::string>& known, const Value& object) {
        Finding fault = finding(id, member.position.column);
        fault.pointer = json::child("", member.key);
        fault.found = shortened(json::quote(member.key));
        const json::Member* first = nullptr;
        for (const json::Member& other : object.members)
            if (first == nullptr && other.key == member.key) first = &other;
        fault.sentence = say(id, {{"place", line_place(number_)}, {"found", fault.found}, {"line", number_}, {"column", first->position.column}});
        const std::string meant = id == "KEY-UNKNOWN" ? nearest(member.key, known) : "";
        fault.expected = meant;
        fault.advice = meant.empty() ? hint(id) : say("SUGGESTION", {{"suggestion", meant}});
        faults_.push_back(std::move(fault));
    }

    int number_;
    Value value_ = {};
    std::vector<Finding> faults_ = {};
};

class Manifest {
public:
    Manifest(std::shared_ptr<std::istream> lines, std::filesystem::path folder, std::string name)
        : lines_(std::move(lines)), folder_(std::move(folder)), name_(std::move(name)) {}

    std::optional<BatchItem> next() {
        std::string text;
        while (read_line(text)) {
            ++number_;
            if (text.find_first_not_of(" \t\r\xEF\xBB\xBF") != std::string::npos) return item_of(text);
        }
        if (lines_->bad())
            throw FileError("FILE-READ", name_, say("FILE-READ", {{"file", name_}, {"reason", std::generic_category().message(EIO)}}));
        return std::nullopt;
    }

private:
    // No more of a line is kept than JSON may have; the rest of it is read and forgotten.
    bool read_line(std::string& text) {
        text.clear();
        std::streambuf& from = *lines_->rdbuf();
        for (int c = from.sbumpc();; c = from.sbumpc()) {
            if (c == std::char_traits<char>::eof()) return !text.empty();
            if (c == '\n') return true;
            if (text.size() < longest_line) text += static_cast<char>(c);
        }
    }

    BatchItem item_of(const std::string& text) {
        Line line(text, number_);
        BatchItem item;
        item.line = number_;
        item.folder = folder_;
        item.made_by_program = true;  // positions in the text of the line mean nothing; the name gives the line
        item.name = name_ + ':' + std::to_string(number_);
        const Value& value = line.value();
        if (value.is(Kind::string)) {
            set_file(item, value.text);
        } else if (!value.is(Kind::object)) {
            line.wrong_type(value, "", "EXPECTED-BATCH-LINE");
        } else if (value.find("report") == nullptr && value.find("format") != nullptr) {
            item.json = text;  // a line that is a report
        } else {
            read_object(line, item);
        }
        line.throw_faults();
        return item;
    }

    void read_object(Line& line, BatchItem& item) {
        const Value& object = line.value();
        line.check_keys(object, {"report", "output", "previous", "as_printed"});
        const Value* report = object.find("report");
        if (report == nullptr) line.missing("report");
        else if (report->is(Kind::string)) set_file(item, report->text);
        else if (report->is(Kind::object)) item.json = json::dump(*report);
        else line.wrong_type(*report, "/report", "EXPECTED-BATCH-REPORT");
        item.output = text_of(line, "output");
        if (const std::string previous = text_of(line, "previous"); !previous.empty()) item.previous = folder_ / previous;
        if (const Value* flag = object.find("as_printed")) {
            if (flag->is(Kind::boolean)) item.as_printed = flag->boolean;
            else line.wrong_type(*flag, "/as_printed", "EXPECTED-FLAG");
        }
    }

    std::string text_of(Line& line, const char* key) const {
        const Value* value = line.value().find(key);
        if (value == nullptr) return {};
        if (value->is(Kind::string) && !value->text.empty()) return value->text;
        line.wrong_type(*value, std::string("/") + key, "EXPECTED-TEXT");
        return {};
    }

    void set_file(BatchItem& item, const std::string& path) const {
        item.file = folder_ / path;
        item.name = path;
    }

    std::shared_ptr<std::istream> lines_;
    std::filesystem::path folder_;
    std::string name_;
    int number_ = 0;
};

[[noreturn]] void unreadable(const std::filesystem::path& file, int code) {
    throw FileError("FILE-READ", file.string(), say("FILE-READ", {{"file", file.string()}, {"reason", std::generic_category().message(code)}}));
}

}  // namespace

BatchSource batch_manifest(std::istream& lines, std::filesystem::path folder) {
    // Borrowed: the caller keeps the stream.
    const std::shared_ptr<std::istream> borrowed(&lines, [](std::istream*) {});
    return [manifest = std::make_shared<Manifest>(borrowed, std::move(folder), "-")] { return manifest->next(); };
}

BatchSource batch_manifest(const std::filesystem::path& file) {
    std::error_code fault;
    if (std::filesystem::is_directory(file, fault)) unreadable(file, EISDIR);
    errno = 0;
    auto lines = std::make_shared<std::ifstream>(file, std::ios::binary);
    if (!lines->is_open()) unreadable(file, errno == 0 ? EIO : errno);
    return [manifest = std::make_shared<Manifest>(lines, file.parent_path(), file.filename().string())] { return manifest->next(); };
}

BatchSource batch_folder(const std::filesystem::path& folder) {
    std::vector<std::filesystem::path> files;
    std::error_code fault;
    for (std::filesystem::directory_iterator entry(folder, fault), end; !fault && entry != end; entry.increment(fault)) {
        const std::string name = entry->path().filename().string();
        // nianbao init writes a schema beside the report.
        if (name.ends_with(".json") && !name.ends_with(".schema.json") && !name.starts_with('.')) files.push_back(entry->path());
    }
    if (fault) unreadable(folder, fault.value());
    std::sort(files.begin(), files.end());
    return [files = std::move(files), next = std::size_t{0}]() mutable -> std::optional<BatchItem> {
        if (next == files.size()) return std::nullopt;
        BatchItem item;
        item.file = files[next++];
        return item;
    };
}

}  // namespace nianbao
