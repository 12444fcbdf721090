// Warm benchmark: one report through the whole road, again and again in one process.
// Usage: nianbao_bench REPORT.json [--json] [--runs N] [--warm-up N] [--pairs N]
#include <sys/resource.h>

#include <algorithm>
#include <array>
#include <barrier>
#include <chrono>
#include <cstdio>
#include <ctime>
#include <iostream>
#include <stdexcept>
#include <string>
#include <thread>
#include <vector>

#include <nianbao/nianbao.hpp>

namespace {

using Clock = std::chrono::steady_clock;

constexpr std::array<const char*, 5> stage_names = {"read", "check", "compose", "typeset", "write"};

struct Arguments {
    std::string report = {};
    bool json = false;
    std::size_t runs = 200;
    std::size_t warm_up = 20;
    std::size_t pairs = 5;  // of one thread, then two
};

// One journey of a report. The freeing of documents and pages belongs to the whole, not to a stage.
struct Journey {
    std::array<double, stage_names.size()> stage_ms = {};
    double whole_ms = 0;
    double cpu_ms = 0;  // says more than the clock on the wall when the machine is busy
};

struct Product {
    std::string pdf = {};
    std::size_t pages = 0;
};

struct Throughput {
    double one = 0, two = 0;  // reports a second with one and with two threads
};

struct Figures {
    std::vector<Journey> journeys = {};
    std::vector<Throughput> pairs = {};
    Product product = {};
    long peak_kb = 0;  // of the process, before the threads start
};

double milliseconds(Clock::duration span) { return std::chrono::duration<double, std::milli>(span).count(); }

double median(std::vector<double> values) {
    if (values.empty()) return 0;
    std::sort(values.begin(), values.end());
    const std::size_t middle = values.size() / 2;
    return values.size() % 2 == 1 ? values[middle] : (values[middle - 1] + values[middle]) / 2;
}

// The same stages that render() goes through; the template is read each time, as render() does.
Product travel(const std::string& file, const nianbao::FontSet& fonts, Journey& journey) {
    Clock::time_point last = Clock::now();
    std::size_t stage = 0;
    const auto arrive = [&] {
        const Clock::time_point now = Clock::now();
        journey.stage_ms[stage++] = milliseconds(now - last);
        last = now;
    };
    const nianbao::Report report = nianbao::read_report(file);
    arrive();
    const std::vector<nianbao::Finding> findings = nianbao::check(report);
    arrive();
    for (const nianbao::Finding& finding : findings)
        if (finding.severity == nianbao::Severity::error) throw nianbao::ReportError(findings);
    const nianbao::Document document = nianbao::compose(report, nianbao::Template::built_in(report.format()));
    arrive();
    const nianbao::PagedDocument pages = nianbao::typeset(document, fonts);
    arrive();
    Product product{.pdf = nianbao::write_pdf(pages), .pages = pages.pages.size()};
    arrive();
    return product;
}

Product timed_travel(const std::string& file, const nianbao::FontSet& fonts, Journey& journey) {
    const std::clock_t cpu = std::clock();
    const Clock::time_point begin = Clock::now();
    Product product = travel(file, fonts, journey);
    journey.whole_ms = milliseconds(Clock::now() - begin);
    journey.cpu_ms = static_cast<double>(std::clock() - cpu) * 1000 / CLOCKS_PER_SEC;
    return product;
}

long peak_memory_kb() {
    rusage usage = {};
    getrusage(RUSAGE_SELF, &usage);
    return usage.ru_maxrss;
}

double reports_per_second(const Arguments& arguments, const nianbao::FontSet& fonts, std::ptrdiff_t threads) {
    constexpr int reports_each = 40;
    std::barrier start(threads + 1);
    std::vector<std::thread> workers;
    for (std::ptrdiff_t i = 0; i < threads; ++i)
        workers.emplace_back([&] {
            start.arrive_and_wait();
            for (int n = 0; n < reports_each; ++n) {
                Journey unused;
                travel(arguments.report, fonts, unused);
            }
        });
    start.arrive_and_wait();
    const Clock::time_point begin = Clock::now();
    for (std::thread& worker : workers) worker.join();
    return static_cast<double>(threads * reports_each) * 1000 / milliseconds(Clock::now() - begin);
}

Figures measure(const Arguments& arguments) {
    const nianbao::FontSet fonts = nianbao::FontSet::bundled();
    Figures figures;
    Journey warm;
    for (std::size_t n = 0; n < arguments.warm_up; ++n) timed_travel(arguments.report, fonts, warm);
    for (std::size_t n = 0; n < arguments.runs; ++n) {
        Journey journey;
        figures.product = timed_travel(arguments.report, fonts, journey);
        figures.journeys.push_back(journey);
    }
    figures.peak_kb = peak_memory_kb();
    // A figure for another road than the user's would be worth nothing.
    if (figures.product.pdf != nianbao::render(nianbao::read_report(arguments.report), {.fonts = fonts}))
        throw std::logic_error("the stages and render() give different bytes");
    for (std::size_t n = 0; n < arguments.pairs; ++n) {
        const double one = reports_per_second(arguments, fonts, 1);
        figures.pairs.push_back({.one = one, .two = reports_per_second(arguments, fonts, 2)});
    }
    return figures;
}

template <class Item, class Get>
std::vector<double> column(const std::vector<Item>& items, Get get) {
    std::vector<double> values;
    for (const Item& item : items) values.push_back(get(item));
    return values;
}

struct Summary {
    double median_ms = 0, minimum_ms = 0, cpu_ms = 0;
    std::array<double, stage_names.size()> stage_ms = {};
    double one = 0, two = 0, ratio = 0;
};

Summary summarize(const Figures& figures) {
    const std::vector<double> whole = column(figures.journeys, [](const Journey& j) { return j.whole_ms; });
    Summary summary{
        .median_ms = median(whole), .minimum_ms = *std::min_element(whole.begin(), whole.end()),
        .cpu_ms = median(column(figures.journeys, [](const Journey& j) { return j.cpu_ms; })), .stage_ms = {},
        .one = median(column(figures.pairs, [](const Throughput& t) { return t.one; })),
        .two = median(column(figures.pairs, [](const Throughput& t) { return t.two; })),
        .ratio = median(column(figures.pairs, [](const Throughput& t) { return t.two / t.one; }))};
    for (std::size_t i = 0; i < stage_names.size(); ++i)
        summary.stage_ms[i] = median(column(figures.journeys, [i](const Journey& j) { return j.stage_ms[i]; }));
    return summary;
}

void print_table(const Figures& figures, const Summary& summary) {
    std::printf("report   median %.2f ms   minimum %.2f ms   CPU %.2f ms   (%zu runs)\n", summary.median_ms,
                summary.minimum_ms, summary.cpu_ms, figures.journeys.size());
    for (std::size_t i = 0; i < stage_names.size(); ++i)
        std::printf("  %-8s %7.3f ms %5.1f %%\n", stage_names[i], summary.stage_ms[i],
                    100 * summary.stage_ms[i] / summary.median_ms);
    std::printf("PDF      %zu bytes, %zu pages\n", figures.product.pdf.size(), figures.product.pages);
    std::printf("memory   %.1f MB at the peak\n", static_cast<double>(figures.peak_kb) / 1024);
    if (!figures.pairs.empty())
        std::printf("threads  %.0f reports a second with one, %.0f with two: %.2f times\n", summary.one, summary.two,
                    summary.ratio);
}

void print_json(const Figures& figures, const Summary& summary) {
    std::printf("{\"median_ms\": %.4f, \"minimum_ms\": %.4f, \"cpu_ms\": %.4f, \"stages_ms\": {", summary.median_ms,
                summary.minimum_ms, summary.cpu_ms);
    for (std::size_t i = 0; i < stage_names.size(); ++i)
        std::printf("%s\"%s\": %.4f", i == 0 ? "" : ", ", stage_names[i], summary.stage_ms[i]);
    std::printf("}, \"pdf_bytes\": %zu, \"pages\": %zu, \"peak_kb\": %ld", figures.product.pdf.size(),
                figures.product.pages, figures.peak_kb);
    if (!figures.pairs.empty())
        std::printf(", \"threads\": {\"one\": %.2f, \"two\": %.2f, \"ratio\": %.3f}", summary.one, summary.two,
                    summary.ratio);
    std::printf(", \"samples_ms\": [");
    for (std::size_t i = 0; i < figures.journeys.size(); ++i)
        std::printf("%s%.4f", i == 0 ? "" : ", ", figures.journeys[i].whole_ms);
    std::printf("]}\n");
}

Arguments parse(int argc, char** argv) {
    Arguments arguments;
    for (int i = 1; i < argc; ++i) {
        const std::string word = argv[i];
        const auto number = [&] {
            if (++i == argc) throw std::invalid_argument(word + " needs a number");
            return static_cast<std::size_t>(std::stoul(argv[i]));
        };
        if (word == "--json") arguments.json = true;
        else if (word == "--runs") arguments.runs = std::max<std::size_t>(1, number());
        else if (word == "--warm-up") arguments.warm_up = number();
        else if (word == "--pairs") arguments.pairs = number();
        else if (arguments.report.empty() && word.rfind("--", 0) != 0) arguments.report = word;
        else throw std::invalid_argument("what is " + word + "?");
    }
    if (arguments.report.empty()) throw std::invalid_argument("name a report");
    return arguments;
}

}  // namespace

int main(int argc, char** argv) try {
    const Arguments arguments = parse(argc, argv);
    const Figures figures = measure(arguments);
    const Summary summary = summarize(figures);
    if (arguments.json) print_json(figures, summary);
    else print_table(figures, summary);
} catch (const nianbao::Error& error) {
    std::cerr << error.where() << ": " << error.message(nianbao::Language::en) << '\n';
    return error.exit_code();
} catch (const std::exception& error) {
    std::cerr << "nianbao_bench: " << error.what() << '\n';
    return 2;
}
