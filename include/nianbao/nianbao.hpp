// Everything at once, for users; no file of the library itself includes it.
#pragma once

#include <nianbao/document.hpp>
#include <nianbao/error.hpp>
#include <nianbao/figure.hpp>
#include <nianbao/finding.hpp>
#include <nianbao/font_set.hpp>
#include <nianbao/font_usage.hpp>
#include <nianbao/geometry.hpp>
#include <nianbao/indicator_table.hpp>
#include <nianbao/intake.hpp>
#include <nianbao/language.hpp>
#include <nianbao/length.hpp>
#include <nianbao/line_style.hpp>
#include <nianbao/paged_document.hpp>
#include <nianbao/pdf.hpp>
#include <nianbao/render.hpp>
#include <nianbao/report.hpp>
#include <nianbao/report_form.hpp>
#include <nianbao/sarif.hpp>
#include <nianbao/starter.hpp>
#include <nianbao/style.hpp>
#include <nianbao/template.hpp>
#include <nianbao/text.hpp>
#include <nianbao/text_marks.hpp>
#include <nianbao/typeset.hpp>
#include <nianbao/version.hpp>
