// Owners of HarfBuzz objects.
#pragma once

#include <memory>

#include <hb.h>

namespace nianbao::text {

struct HbDelete {
    void operator()(hb_font_t* font) const { hb_font_destroy(font); }
    void operator()(hb_buffer_t* buffer) const { hb_buffer_destroy(buffer); }
};
using HbFont = std::unique_ptr<hb_font_t, HbDelete>;
using HbBuffer = std::unique_ptr<hb_buffer_t, HbDelete>;

}  // namespace nianbao::text
