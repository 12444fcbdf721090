// One long table in a warm process: typeset and written, its time by parts, processor time, pages and peak
// memory as JSON.
// Usage: tables_bench ROWS COLUMNS RUNS [DATA.json]   (DATA.json: also write the rows for rivals)
#include <algorithm>
#include <chrono>
#include <cstdint>
#include <cstdlib>
#include <ctime>
#include <fstream>
#include <iostream>
#include <string>
#include <vector>

#include <sys/resource.h>

#include <nianbao/pdf.hpp>
#include <nianbao/typeset.hpp>

namespace {

using namespace nianbao;

double now_ms() {
    return std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now().time_since_epoch()).count();
}

double cpu_ms() {
    timespec time{};
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time);
    return static_cast<double>(time.tv_sec) * 1e3 + static_cast<double>(time.tv_nsec) / 1e6;
}

// The same in every run and on every machine; each run of a process has other numbers.
class Numbers {
public:
    explicit Numbers(std::uint64_t seed) : state_(seed * 2 + 1) {}
    std::uint64_t below(std::uint64_t limit) {
        state_ = state_ * 6364136223846793005ULL + 1442695040888963407ULL;
        return (state_ >> 33U) % limit;
    }

private:
    std::uint64_t state_;
};

using Rows = std::vector<std::vector<std::string>>;

Rows make_rows(std::size_t rows, std::size_t columns, std::uint64_t seed) {
    static const std::vector<std::string> names = {"规章", "行政规范性文件", "行政许可", "行政处罚", "行政强制", "行政事业性收费"};
    Numbers numbers(seed);
    Rows out;
    for (std::size_t r = 0; r < rows; ++r) {
        std::vector<std::string> row = {names[numbers.below(names.size())] + std::to_string(r + 1)};
        while (row.size() < columns) row.push_back(std::to_string(numbers.below(100'000)));
        out.push_back(std::move(row));
    }
    return out;
}

Document document_of(const Rows& rows, std::size_t columns) {
    Table table;
    table.caption = "公开情况";
    table.header_rows = 1;
    table.columns.push_back({.width = Share{2}, .align = Align::start});
    table.columns.resize(columns);
    Row head;
    head.cells.emplace_back("事项");
    while (head.cells.size() < columns) head.cells.emplace_back("第" + std::to_string(head.cells.size()) + "列");
    table.rows.push_back(head);
    for (const auto& texts : rows) {
        Row row;
        row.cells.reserve(columns);
        for (const std::string& text : texts) row.cells.emplace_back(text);
        table.rows.push_back(std::move(row));
    }
    Document document;
    document.title = "公开情况";
    document.blocks.emplace_back(std::move(table));
    return document;
}

void write_data(const Rows& rows, const char* file) {
    std::ofstream out(file);
    out << '[';
    for (std::size_t r = 0; r < rows.size(); ++r) {
        out << (r == 0 ? "[" : ",[");
        for (std::size_t c = 0; c < rows[r].size(); ++c) out << (c == 0 ? "\"" : ",\"") << rows[r][c] << '"';
        out << ']';
    }
    out << ']';
}

double median(std::vector<double> values) {
    std::sort(values.begin(), values.end());
    return values[values.size() / 2];
}

}  // namespace

int main(int count, char** arguments) {
    if (count < 4) return 2;
    const auto number = [&](int i) { return std::strtoull(arguments[i], nullptr, 10); };
    const std::size_t rows = number(1), columns = number(2), runs = number(3);
    const FontSet fonts = FontSet::bundled();
    if (count > 4) write_data(make_rows(rows, columns, 1), arguments[4]);
    write_pdf(typeset(document_of(make_rows(20, columns, 0), columns), fonts), {});  // fonts opened, caches filled
    std::vector<double> typeset_ms, write_ms, whole_ms, used_ms;
    const TypesetOptions options{.max_pages = 100'000};
    std::size_t pages = 0, bytes = 0;
    for (std::size_t run = 1; run <= runs; ++run) {
        const Document document = document_of(make_rows(rows, columns, run), columns);
        const double begin = now_ms(), used = cpu_ms();
        const PagedDocument paged = typeset(document, fonts, options);
        const double middle = now_ms();
        bytes = write_pdf(paged, {}).size();
        const double end = now_ms();
        pages = paged.pages.size();
        typeset_ms.push_back(middle - begin);
        write_ms.push_back(end - middle);
        whole_ms.push_back(end - begin);
        used_ms.push_back(cpu_ms() - used);
    }
    rusage usage{};
    getrusage(RUSAGE_SELF, &usage);
    std::cout << "{\"ms\": " << median(whole_ms) << ", \"least_ms\": " << *std::min_element(whole_ms.begin(), whole_ms.end())
              << ", \"cpu_ms\": " << median(used_ms) << ", \"typeset_ms\": " << median(typeset_ms) << ", \"write_ms\": " << median(write_ms) << ", \"pages\": " << pages
              << ", \"bytes\": " << bytes << ", \"peak_kb\": " << usage.ru_maxrss << "}\n";
}
