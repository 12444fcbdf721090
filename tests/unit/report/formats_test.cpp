// Every report in tests/formats/<id>: good ones have nothing but information, bad ones give the findings
// written beside them. NIANBAO_UPDATE_GOLDEN=1 writes those files anew.
#include <catch2/catch.hpp>

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <sstream>

#include <nianbao/error.hpp>
#include <nianbao/report.hpp>

#include "test_folders.hpp"

using namespace nianbao;
namespace fs = std::filesystem;

namespace {

std::string lines_of(const std::vector<Finding>& findings) {
    std::ostringstream out;
    for (const Finding& f : findings) {
        if (f.severity == Severity::information) continue;
        out << f.line << ':' << f.column << ' ' << name_of(f.severity) << ' ' << f.rule << ' ' << f.pointer << '\n';
        for (const Language language : {Language::zh, Language::en}) {
            out << "    " << f.message(language) << '\n';
            if (!f.hint(language).empty()) out << "        " << f.hint(language) << '\n';
        }
    }
    return out.str();
}

std::string findings_in(const fs::path& file) {
    try {
        return lines_of(check(read_report(file)));
    } catch (const ReportError& error) {
        return lines_of(error.findings());
    } catch (const JsonError& error) {
        return error.id() + "\n    " + error.message(Language::zh) + "\n    " + error.message(Language::en) + "\n";
    }
}

std::string text_of(const fs::path& file) {
    std::ifstream in(file);
    std::ostringstream out;
    out << in.rdbuf();
    return out.str();
}

std::vector<fs::path> reports() {
    std::vector<fs::path> out;
    for (const auto& entry : fs::recursive_directory_iterator(test::root() + "/tests/formats")) {
        if (entry.path().extension() == ".json") out.push_back(entry.path());
    }
    std::sort(out.begin(), out.end());
    return out;
}

bool begins_with(const fs::path& file, const std::string& word) { return file.filename().string().rfind(word, 0) == 0; }

}  // namespace

TEST_CASE("good reports have no finding but information, bad ones the findings written beside them") {
    const bool renew = std::getenv("NIANBAO_UPDATE_GOLDEN") != nullptr;
    int good = 0, bad = 0;
    for (const fs::path& file : reports()) {
        CAPTURE(file.filename().string());
        const std::string found = findings_in(file);
        if (begins_with(file, "good")) {
            ++good;
            CHECK(found.empty());
            continue;
        }
        REQUIRE(begins_with(file, "bad-"));
        ++bad;
        CHECK_FALSE(found.empty());
        fs::path golden = file;
        golden.replace_extension(".findings.txt");
        if (renew) std::ofstream(golden) << found;
        CHECK(found == text_of(golden));
    }
    CHECK(good >= 1);
    CHECK(bad >= 8);
}
