// The folders tests read and write.
#include "test_folders.hpp"

namespace nianbao::test {

std::string root() { return NIANBAO_ROOT; }
std::string build() { return NIANBAO_BUILD; }

}  // namespace nianbao::test
