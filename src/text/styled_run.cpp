// Notes of a run are shared by its copies and never changed.
#include "text/styled_run.hpp"

#include <utility>

namespace nianbao::text {

const RunNotes& StyledRun::noted() const {
    static const RunNotes none = {};
    return notes ? *notes : none;
}

namespace {

std::shared_ptr<const RunNotes> kept(RunNotes notes) {
    if (notes.ruby.text.empty() && notes.link.empty()) return nullptr;
    return std::make_shared<const RunNotes>(std::move(notes));
}

} // namespace

void StyledRun::set_ruby(Ruby ruby) {
    RunNotes changed = noted();
    changed.ruby = std::move(ruby);
    notes = kept(std::move(changed));
}

void StyledRun::set_link(std::string link, std::string link_text) {
    RunNotes changed = noted();
    changed.link = std::move(link);
    changed.link_text = std::move(link_text);
    notes = kept(std::move(changed));
}

} // namespace nianbao::text
