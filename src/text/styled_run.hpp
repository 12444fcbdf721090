// Styled text, as it comes from the layout.
#pragma once

#include <cstdint>
#include <memory>
#include <string>

#include <nianbao/document.hpp>

namespace nianbao::text {

// What a run says besides its text.
struct RunNotes {
    Ruby ruby = {};                         // on the whole run
    std::string link = {}, link_text = {};
};

// A stretch of a paragraph of one look. `tag` is the caller's and comes back on every piece (which
// structure node the text speaks for).
struct StyledRun {
    std::string text = {};
    TextStyle style = {};
    std::string language = {};  // BCP 47
    Origin origin = {};
    std::uint32_t tag = 0;
    TextMarks marks = {};
    std::uint32_t marks_group = 0;  // runs of one group share their line and frame; 0 = of its own
    int size_percent = 100;     // of the type it stands in; style.size is already that much
    std::uint32_t ruby_tag = 0, link_tag = 0;
    std::shared_ptr<const RunNotes> notes = {};  // null: none, as most runs of a report

    const RunNotes& noted() const;  // empty ones when there are none
    const Ruby& ruby() const { return noted().ruby; }
    const std::string& link() const { return noted().link; }
    void set_ruby(Ruby ruby);
    void set_link(std::string link, std::string link_text);
    bool is_marked() const { return notes || !(marks == TextMarks{}); }
};

}  // namespace nianbao::text
