// A batch taken up again: what is done, there and unchanged is left, everything else is made.
#include "batch_samples.hpp"

#include "base/sha256.hpp"
#include "batch/journal.hpp"
#include "test_folders.hpp"

using namespace nianbao;
using namespace samples;

namespace {

constexpr const char* journal = "out/nianbao-batch.jsonl";

std::size_t kept(const Folder& folder, const BatchSource& source, BatchOptions options = {}) {
    options.resume = true;
    return run_batch(source, folder / "out", options).kept();
}

}  // namespace

TEST_CASE("what is done and unchanged is left alone, with its figures") {
    const Folder folder;
    const BatchSummary first = run_batch(reports(3), folder / "out");
    const auto before = std::filesystem::last_write_time(folder / "out/1.pdf");
    const BatchSummary second = run_batch(reports(3), folder / "out", {.resume = true});
    CHECK(second.kept() == 3);
    CHECK(std::filesystem::last_write_time(folder / "out/1.pdf") == before);
    for (std::size_t i = 0; i < 3; ++i) {
        CHECK(second.rows[i].sha256 == first.rows[i].sha256);
        CHECK(second.rows[i].pages == first.rows[i].pages);
        CHECK(second.rows[i].warnings == first.rows[i].warnings);
        CHECK(second.rows[i].status == first.rows[i].status);
        CHECK(std::abs(second.rows[i].milliseconds - first.rows[i].milliseconds) < 0.1);
    }
    CHECK(run_batch(reports(3), folder / "out").kept() == 0);  // without resume everything is made
}

TEST_CASE("a file that is gone or was changed is made again") {
    const Folder folder;
    const BatchSummary first = run_batch(reports(3), folder / "out");
    std::filesystem::remove(folder / "out/0.pdf");
    folder.write("out/1.pdf", folder.read("out/1.pdf") + " ");
    const BatchSummary second = run_batch(reports(3), folder / "out", {.resume = true});
    CHECK(second.kept() == 1);
    for (std::size_t i = 0; i < 3; ++i) CHECK(sha256(folder.read("out/" + first.rows[i].output)) == first.rows[i].sha256);
}

TEST_CASE("a report is made again when anything it is made of has changed") {
    const Folder folder;
    folder.write("last.json", with("\"year\": 2024", "\"year\": 2023"));
    BatchItem item = item_of(sound, "a");
    item.previous = folder / "last.json";
    run_batch(source_of({item}), folder / "out");
    REQUIRE(kept(folder, source_of({item})) == 1);

    SECTION("its own data") { item.json += " "; }
    SECTION("last year's") { folder.write("last.json", folder.read("last.json") + " "); }
    SECTION("as_printed") { item.as_printed = true; }
    CHECK(kept(folder, source_of({item})) == 0);
    CHECK(kept(folder, source_of({item})) == 1);
}

TEST_CASE("a report is made again when the options have changed") {
    const Folder folder;
    run_batch(reports(1), folder / "out");
    BatchOptions options;
    SECTION("draft") { options.render.draft = true; }
    SECTION("profile") { options.render.pdf.profile = PdfProfile::small; }
    SECTION("tags") { options.render.pdf.tagged = false; }
    SECTION("date") { options.render.pdf.created = "2025-01-20T09:00:00+08:00"; }
    SECTION("missing numbers") { options.render.missing_numbers = MissingNumbers::zero; }
    SECTION("template") {
        std::string other = template_json("disclosure-2021");
        options.templates.push_back(Template::from_json(other + " "));
    }
    SECTION("fonts") {
        const std::string bytes = read_file(std::filesystem::path(test::root()) / "fonts/FandolKai-Regular.otf", 1 << 30);
        options.render.fonts = FontSet::bundled().with_font(FontRole::hei, bytes);
    }
    CHECK(kept(folder, reports(1), options) == 0);
    CHECK(kept(folder, reports(1), options) == 1);
}

TEST_CASE("a picture is part of what a report is made of") {
    const Folder folder;
    const std::string picture = read_file(std::filesystem::path(test::root()) / "examples/data/portal-page.png", 1 << 30);
    folder.write("a.png", picture);
    folder.write("a.json", overview(R"([{"paragraph": "总体平稳。"}, {"figure": "a.png", "alt": "门户首页"}])"));
    const BatchSource source = [&folder, given = false]() mutable -> std::optional<BatchItem> {
        if (given) return std::nullopt;
        given = true;
        BatchItem item;
        item.file = folder / "a.json";
        return item;
    };
    const BatchSource first = source, second = source, third = source;
    REQUIRE(run_batch(first, folder / "out").rows[0].message == "");
    CHECK(kept(folder, second) == 1);
    folder.write("a.png", picture + " ");
    CHECK(kept(folder, third) == 0);
}

TEST_CASE("a failed report is tried again") {
    const Folder folder;
    run_batch(source_of({item_of(wrong_report(), "a"), item_of(sound, "b")}), folder / "out");
    const BatchSummary second = run_batch(source_of({item_of(wrong_report(), "a"), item_of(sound, "b")}), folder / "out", {.resume = true});
    CHECK(second.kept() == 1);
    CHECK(second.rows[0].status == BatchStatus::failed);
    CHECK(second.rows[0].errors > 0);
}

TEST_CASE("a torn last line, lines that are none and unfinished files of a killed run do no harm") {
    const Folder folder;
    run_batch(reports(3), folder / "out");
    const std::string whole = folder.read(journal);
    const std::size_t last = whole.rfind('\n', whole.size() - 2);
    folder.write("out/.nianbao-batch-2.tmp", "%PDF half");
    folder.write("out/other.tmp", "not ours");
    for (const std::string& text : {whole.substr(0, last + 20), whole.substr(0, last + 1), "garbage\n[1]\n{\"v\": 9}\n" + whole.substr(0, last + 1)}) {
        folder.write(journal, text);
        CHECK(kept(folder, reports(3)) == 2);
        CHECK(kept(folder, reports(3)) == 3);
    }
    CHECK_FALSE(folder.has("out/.nianbao-batch-2.tmp"));
    CHECK(folder.has("out/other.tmp"));
}

TEST_CASE("two batches are not at work in one folder") {
    const Folder folder;
    run_batch(reports(1), folder / "out");
    {
        const batch::Journal held(folder / journal, true);
        CHECK(held.find("0.pdf") != nullptr);
        CHECK_THROWS_WITH(run_batch(reports(1), folder / "out", {.resume = true}), Catch::Contains("另有一个批次"));
    }
    CHECK(kept(folder, reports(1)) == 1);
}
