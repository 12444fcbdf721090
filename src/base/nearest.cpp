// Edit distance (Damerau's, with swaps of neighbours) over the known words.
#include "base/nearest.hpp"

#include <algorithm>

#include "base/utf8.hpp"

namespace nianbao {

namespace {

// Longer words are no mistyped keys, and the table of the distance grows with their square.
constexpr std::size_t longest_word = 80;

std::size_t distance(const std::u32string& a, const std::u32string& b) {
    std::vector<std::vector<std::size_t>> table(a.size() + 1, std::vector<std::size_t>(b.size() + 1));
    for (std::size_t i = 0; i <= a.size(); ++i) {
        for (std::size_t j = 0; j <= b.size(); ++j) {
            if (i == 0 || j == 0) {
                table[i][j] = i + j;
                continue;
            }
            const std::size_t changed = table[i - 1][j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1);
            table[i][j] = std::min({changed, table[i - 1][j] + 1, table[i][j - 1] + 1});
            if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1]) {
                table[i][j] = std::min(table[i][j], table[i - 2][j - 2] + 1);
            }
        }
    }
    return table[a.size()][b.size()];
}

}  // namespace

std::string nearest(std::string_view word, const std::vector<std::string>& known) {
    if (word.size() > 4 * longest_word) return {};
    const std::u32string letters = utf8::to_utf32(word);
    std::string best;
    std::size_t least = std::max<std::size_t>(letters.size() < 4 ? 1 : 2, letters.size() / 3) + 1;
    for (const std::string& candidate : known) {
        const std::u32string other = utf8::to_utf32(candidate);
        const std::size_t gap = std::max(letters.size(), other.size()) - std::min(letters.size(), other.size());
        if (gap >= least) continue;
        if (const std::size_t changes = distance(letters, other); changes < least) {
            least = changes;
            best = candidate;
        }
    }
    return best;
}

}  // namespace nianbao
