// Which writing a character belongs to when it stands alone.
#pragma once

namespace nianbao::text {

enum class Writing {
    han,
    latin,      // and all other scripts with faces of their own
    quote,      // “ ” ‘ ’: of the writing around the pair
    shared,     // — … · –: of the letters around
    technical,  // × ± ° ′: Latin beside a Latin digit or letter
    none,       // spaces and joiners: they say nothing about their neighbours
};

Writing writing_of(char32_t c);

}  // namespace nianbao::text
