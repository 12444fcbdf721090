// run_batch(): plan → workers → journal, in the order of the batch whatever the workers do.
#include <algorithm>
#include <atomic>
#include <chrono>
#include <condition_variable>
#include <exception>
#include <map>
#include <mutex>
#include <set>
#include <system_error>
#include <thread>

#include <nianbao/batch.hpp>
#include <nianbao/error.hpp>

#include "base/messages.hpp"
#include "base/write_file.hpp"
#include "batch/journal.hpp"
#include "batch/maker.hpp"
#include "batch/names.hpp"
#include "batch/plan.hpp"

namespace nianbao {

namespace batch {
namespace {

namespace fs = std::filesystem;
using Clock = std::chrono::steady_clock;

constexpr unsigned most_workers = 256;
constexpr std::chrono::milliseconds between_ticks{50};

struct Done {
    std::size_t index = 0;
    Made made = {};
};

// Threads that take one task after another; what they made waits here for the caller's thread.
class Workers {
public:
    Workers(Maker& maker, const Plan& plan, const BatchOptions& options) : maker_(maker), plan_(plan), forward_(options.stop, Stop{source_}) {
        const unsigned asked = options.workers > 0 ? options.workers : std::max(1U, std::thread::hardware_concurrency());
        const std::size_t number = std::min<std::size_t>({asked, most_workers, plan.tasks.size()});
        for (std::size_t i = 0; i < number; ++i) start(i == 0);
        running_ = threads_.size();
    }
    ~Workers() { stop(); }
    Workers(const Workers&) = delete;
    Workers& operator=(const Workers&) = delete;

    void stop() {
        source_.request_stop();
        for (std::thread& thread : threads_)
            if (thread.joinable()) thread.join();
    }

    // What was made since the last call, waited for a little; false when all is done or stopped.
    bool take(std::vector<Done>& into) {
        std::unique_lock lock(mutex_);
        news_.wait_for(lock, between_ticks, [this] { return !done_.empty() || finished_ == running_; });
        into.swap(done_);
        done_.clear();
        return !into.empty() || finished_ < running_;
    }

private:
    struct Stop {
        std::stop_source source;
        void operator()() { source.request_stop(); }
    };

    // Fewer threads than asked for do the same; without any there is no batch.
    void start(bool is_needed) {
        try {
            threads_.emplace_back([this] { work(); });
        } catch (const std::system_error&) {
            if (is_needed) throw;
        }
    }

    void work() {
        for (std::size_t index = next_++; index < plan_.tasks.size() && !source_.stop_requested(); index = next_++) {
            Made made = maker_.make(plan_.tasks[index], index, plan_.spool, source_.get_token());
            const std::lock_guard lock(mutex_);
            done_.push_back({index, std::move(made)});
            news_.notify_one();
        }
        const std::lock_guard lock(mutex_);
        ++finished_;
        news_.notify_one();
    }

    Maker& maker_;
    const Plan& plan_;
    std::stop_source source_;
    std::stop_callback<Stop> forward_;
    std::atomic<std::size_t> next_ = 0;
    std::mutex mutex_;
    std::condition_variable news_;
    std::vector<Done> done_ = {};
    std::size_t running_ = 0, finished_ = 0;
    std::vector<std::thread> threads_ = {};
};

// What is done goes into the journal and the rows, and is told in order. On the caller's thread.
class Ledger {
public:
    Ledger(const Plan& plan, const fs::path& folder, const BatchOptions& options, Journal& journal)
        : folder_(folder), options_(options), journal_(journal), begin_(Clock::now()) {
        progress_.total = plan.tasks.size();
        for (const Task& task : plan.tasks) {
            BatchRow row;
            row.name = task.name;
            row.output = task.output;
            row.line = task.line;
            summary.rows.push_back(std::move(row));
        }
    }

    // The PDFs are durable before the journal says so.
    void commit(std::vector<Done>& done) {
        std::vector<Entry> entries;
        std::set<fs::path> folders;
        for (const Done& one : done) {
            if (one.made.entry.row.sha256.empty() || one.made.entry.row.kept) continue;
            entries.push_back(one.made.entry);
            for (fs::path part = fs::path(one.made.entry.row.output).parent_path();; part = part.parent_path()) {
                folders.insert(part.empty() ? folder_ : folder_ / part);
                if (part.empty()) break;
            }
        }
        for (const fs::path& one : folders) sync_folder(one);
        if (!entries.empty()) journal_.append(entries);
        for (Done& one : done) enter(one);
    }

    void tell() {
        for (auto next = untold_.find(told_); next != untold_.end(); next = untold_.find(++told_)) {
            const std::vector<Finding> findings = std::move(next->second);
            untold_.erase(next);
            if (options_.told) options_.told({summary.rows[told_], findings});
        }
        if (!options_.progress) return;
        progress_.seconds = seconds();
        options_.progress(progress_);
    }

    double seconds() const { return std::chrono::duration<double>(Clock::now() - begin_).count(); }

    BatchSummary summary = {};

private:
    void enter(Done& one) {
        BatchRow& row = summary.rows[one.index];
        row = std::move(one.made.entry.row);
        if (row.status == BatchStatus::stopped) return;
        ++progress_.done;
        progress_.failed += row.status == BatchStatus::failed ? 1U : 0U;
        progress_.kept += row.kept ? 1U : 0U;
        untold_.emplace(one.index, std::move(one.made.findings));
    }

    const fs::path& folder_;
    const BatchOptions& options_;
    Journal& journal_;
    Clock::time_point begin_;
    BatchProgress progress_ = {};
    std::map<std::size_t, std::vector<Finding>> untold_ = {};
    std::size_t told_ = 0;
};

void check_names(const BatchOptions& options) {
    std::set<std::string> names;
    for (const std::string* name : {&options.csv, &options.html, &options.journal}) {
        if (name->empty() && name != &options.journal) continue;
        if (is_plain_name(*name) && names.insert(*name).second) continue;
        throw OutputError("BATCH-NAME", *name, say("BATCH-NAME", {{"found", *name}}));
    }
}

// Half-written files of a run that was killed. We hold the lock: nobody writes them any more.
void sweep(const fs::path& folder) {
    std::error_code ignored;
    std::vector<fs::path> left;
    for (fs::directory_iterator entry(folder, ignored), end; !ignored && entry != end; entry.increment(ignored))
        if (is_temporary(entry->path().filename().string())) left.push_back(entry->path());
    for (const fs::path& file : left) fs::remove(file, ignored);
}

void write_summaries(const BatchSummary& summary, const fs::path& folder, const BatchOptions& options) {
    const fs::path temporary = folder / temporary_name("summary");
    if (!options.csv.empty()) replace_by(temporary, folder / options.csv, to_csv(summary, options.language));
    if (!options.html.empty()) replace_by(temporary, folder / options.html, to_html(summary, options.language));
    sync_folder(folder);
}

// Until all is done, or a callback or the journal fails; then what runs is stopped and still entered.
std::exception_ptr run_workers(Workers& workers, Ledger& ledger) {
    std::vector<Done> done;
    try {
        while (workers.take(done)) {
            ledger.commit(done);
            ledger.tell();
        }
        ledger.tell();
        return nullptr;
    } catch (...) {
        const std::exception_ptr fault = std::current_exception();
        workers.stop();
        try {
            while (workers.take(done)) ledger.commit(done);
        } catch (const Error&) {
            return fault;  // the journal again; the first fault says it
        }
        return fault;
    }
}

}  // namespace
}  // namespace batch

BatchSummary run_batch(const BatchSource& source, const std::filesystem::path& given, const BatchOptions& options) {
    using namespace batch;
    check_names(options);
    const std::filesystem::path folder = given.empty() ? "." : given;
    const Plan plan = make_plan(source, folder, options);
    make_folder(folder);
    Journal journal(folder / options.journal, options.resume);
    sweep(folder);
    Maker maker(options, folder, options.resume ? &journal : nullptr);
    Ledger ledger(plan, folder, options, journal);
    std::exception_ptr fault;
    {
        Workers workers(maker, plan, options);
        fault = run_workers(workers, ledger);
    }
    BatchSummary& summary = ledger.summary;
    summary.seconds = ledger.seconds();
    summary.interrupted = options.stop.stop_requested() || summary.count(BatchStatus::stopped) > 0;
    write_summaries(summary, folder, options);
    if (fault) std::rethrow_exception(fault);
    return summary;
}

}  // namespace nianbao
