// Notes of a run are shared by its copies and never changed.
#include "text/styled_run.hpp"

#include <utility>

namespace nianbao::text {

const RunNotes& StyledRun::noted() const {
    static const RunNotes none = {};
    return notes ? *notes : none;
}

void StyledRun::set_ruby(Ruby ruby) {
    RunNotes changed = noted();
    changed.ruby = std::move(ruby);
    notes = std::make_shared<const RunNotes>(std::move(changed));
}

void StyledRun::set_link(std::string link, std::string link_text) {
    RunNotes changed = noted();
    changed.link = std::move(link);
    changed.link_text = std::move(link_text);
    notes = std::make_shared<const RunNotes>(std::move(changed));
}

} // namespace nianbao::text
