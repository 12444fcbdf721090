// The sRGB profile of the output intent.
#pragma once

#include <string>

namespace nianbao::pdf {

// An ICC profile, version 4.3, display class: IEC 61966-2-1 as a matrix and one parametric curve.
std::string srgb_profile();

}  // namespace nianbao::pdf
