// The folders tests read and write. Functions, so that no other object depends on where the tree stands.
#pragma once

#include <string>

namespace nianbao::test {

std::string root();   // of the source tree
std::string build();  // of the build tree

}  // namespace nianbao::test
