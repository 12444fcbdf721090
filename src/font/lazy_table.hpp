// LazyTable: a sparse array of small numbers learnt on first use, read and written without a lock.
#pragma once

#include <array>
#include <atomic>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <vector>

namespace nianbao::font {

// Zero means “not known yet”. Two threads may both learn an entry; they must learn the same number.
template <class Number> class LazyTable {
public:
    explicit LazyTable(std::size_t size) : pages_((size + page_size - 1) / page_size) {}
    ~LazyTable() {
        for (auto& page : pages_)
            delete page.load(std::memory_order_relaxed);
    }
    LazyTable(const LazyTable&) = delete;
    LazyTable& operator=(const LazyTable&) = delete;

    Number get(std::size_t index) const {
        const Page* page = pages_[index / page_size].load(std::memory_order_acquire);
        return page ? (*page)[index % page_size].load(std::memory_order_relaxed) : Number{};
    }

    void set(std::size_t index, Number value) {
        auto& slot = pages_[index / page_size];
        Page* page = slot.load(std::memory_order_acquire);
        if (!page) {
            auto fresh = std::make_unique<Page>();
            if (slot.compare_exchange_strong(page, fresh.get(), std::memory_order_acq_rel))
                page = fresh.release();
        }
        (*page)[index % page_size].store(value, std::memory_order_relaxed);
    }

private:
    static constexpr std::size_t page_size = 256;
    using Page = std::array<std::atomic<Number>, page_size>;
    std::vector<std::atomic<Page*>> pages_;
};

} // namespace nianbao::font
