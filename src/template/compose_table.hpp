// One table of the template, filled from the report.
#pragma once

#include "template/bind.hpp"

namespace nianbao::templating {

Table compose_table(const TableSource& source, const Fields& fields);

}  // namespace nianbao::templating
