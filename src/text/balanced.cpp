// Titles: as few lines as possible, of like length, broken by sense (GB/T 9704—2012 7.3.1).
#include "text/composer.hpp"

#include <algorithm>
#include <string>
#include <string_view>

#include "text/sense_table.hpp"

namespace nianbao::text {
namespace {

// In the coin of uneven_cost: one em off the mean costs 1 per line.
constexpr double organ_end = 0, word_end = 100, unknown = 200, bad_sense = 5000;

bool ends_with_any(std::u32string_view text, std::span<const std::u32string_view> words) {
    return std::any_of(words.begin(), words.end(), [&](std::u32string_view word) {
        return text.ends_with(word);
    });
}

// What a break before each cluster of [begin, end) does to the sense.
class Sense {
public:
    Sense(const Composer& composer, std::size_t begin, std::size_t end)
        : composer_(composer), begin_(begin), inside_word_(end - begin + 1),
          word_end_(end - begin + 1), starts_word_(end - begin + 1) {
        for (std::size_t i = begin; i < end; ++i)
            title_.push_back(composer.text.clusters[i].first);
        find_words();
    }

    double cost(std::size_t boundary) const {
        const std::size_t at = boundary - begin_;
        const std::u32string_view before = std::u32string_view(title_).substr(0, at);
        double cost = composer_.breaks[boundary].penalty() * 10.0;
        if (inside_word_[at] || ends_with_any(before, leaning_words())) return cost + bad_sense;
        if (!starts_word_[at] && suffixes().find(title_[at]) != std::u32string_view::npos)
            cost += bad_sense;
        if (class_of(title_[at - 1]) == CharClass::space || ends_with_any(before, organ_endings()))
            return cost + organ_end;
        return cost + (word_end_[at] ? word_end : unknown);
    }

private:
    // The longest word from each place on; what stands in no word stays unknown.
    void find_words() {
        for (std::size_t i = 0; i < title_.size();) {
            const std::u32string_view rest = std::u32string_view(title_).substr(i);
            std::size_t length = 0;
            for (const std::u32string_view word : title_words())
                if (word.size() > length && rest.starts_with(word)) length = word.size();
            if (length == 0) {
                ++i;
                continue;
            }
            for (std::size_t inner = i + 1; inner < i + length; ++inner)
                inside_word_[inner] = true;
            word_end_[i] = word_end_[i + length] = starts_word_[i] = true;
            i += length;
        }
    }

    const Composer& composer_;
    std::size_t begin_;
    std::u32string title_;
    std::vector<bool> inside_word_, word_end_, starts_word_;
};

struct Node {
    double cost = impossible;
    std::size_t previous = 0;
};

// Exactly `count` lines over the places; empty when there is no such setting.
class Balance {
public:
    Balance(const Composer& composer, const Sense& sense, const std::vector<std::size_t>& places)
        : composer_(composer), sense_(sense), places_(places) {}

    LineEnds run(std::size_t count) {
        const double total = composer_.sums.natural(places_.front(), places_.back());
        mean_ = total / double(count);
        rows_.assign(count + 1, std::vector<Node>(places_.size()));
        rows_[0][0].cost = 0;
        for (std::size_t row = 0; row < count; ++row)
            for (std::size_t from = 0; from + 1 < places_.size(); ++from)
                if (rows_[row][from].cost != impossible) extend(row, from, row + 1 == count);
        cost_ = rows_[count].back().cost;
        LineEnds ends;
        if (rows_[count].back().cost == impossible) return ends;
        std::size_t node = places_.size() - 1;
        for (std::size_t row = count; row > 0; --row) {
            ends.push_back(places_[node]);
            node = rows_[row][node].previous;
        }
        std::reverse(ends.begin(), ends.end());
        return ends;
    }
    double cost() const { return cost_; }

private:
    void extend(std::size_t row, std::size_t from, bool last) {
        const std::size_t first = last ? places_.size() - 1 : from + 1;
        for (std::size_t to = first; to < places_.size(); ++to) {
            const double width = composer_.sums.natural(places_[from], places_[to]);
            if (width > composer_.measure_at(places_[from])) break;
            const double off = (width - mean_) / composer_.em;
            double cost = rows_[row][from].cost + off * off;
            if (last && width < mean_ / 2) cost += bad_sense / 5; // a stub below full lines
            if (!last) cost += to + 1 == places_.size() ? impossible : sense_.cost(places_[to]);
            if (cost < rows_[row + 1][to].cost) rows_[row + 1][to] = {cost, from};
        }
    }

    const Composer& composer_;
    const Sense& sense_;
    const std::vector<std::size_t>& places_;
    double mean_ = 0, cost_ = impossible;
    std::vector<std::vector<Node>> rows_;
};

} // namespace

// The fewest lines; one or two more when only they keep the words whole.
LineEnds balanced(const Composer& composer, std::size_t begin, std::size_t end) {
    const std::vector<std::size_t> places = composer.places(begin, end);
    const Sense sense(composer, begin, end);
    Balance balance(composer, sense, places);
    constexpr std::size_t most_lines = 12; // beyond it a text is no title
    LineEnds fewest;
    for (std::size_t count = 1; count <= most_lines; ++count) {
        LineEnds ends = balance.run(count);
        if (ends.empty()) continue;
        if (balance.cost() < bad_sense) return ends;
        if (fewest.empty())
            fewest = std::move(ends);
        else if (count >= fewest.size() + 2)
            break;
    }
    return fewest;
}

} // namespace nianbao::text
