// Every value struct and enumeration of the public headers, with the Python file its class stands in.
#pragma once

#include <nianbao/batch.hpp>
#include <nianbao/box.hpp>
#include <nianbao/document.hpp>
#include <nianbao/error.hpp>
#include <nianbao/font_usage.hpp>
#include <nianbao/indicator_table.hpp>
#include <nianbao/intake.hpp>
#include <nianbao/paged_document.hpp>
#include <nianbao/pdf.hpp>
#include <nianbao/render.hpp>
#include <nianbao/report.hpp>
#include <nianbao/report_form.hpp>
#include <nianbao/template.hpp>

#include "bind_fields.hpp"

// Enumerations.
NB_NAMES(Align, start, center, end, justify, digit, decimal)
NB_NAMES(BatchNames, input, title)
NB_NAMES(BatchStatus, passed, warnings, failed, stopped)
NB_NAMES(BoxKind, text, rule, stroke, fill, path, picture, link)
NB_NAMES(BreakMode, optimum, greedy)
NB_NAMES(ChartKind, bar, column, line, pie)
NB_NAMES(EdgeLevel, none, basic, gb, strict)
NB_NAMES(FontRole, song, hei, kai, fangsong, title)
NB_NAMES(HeaderScope, none, column, row)
NB_NAMES(Language, zh, en)
NB_NAMES(MarkWidths, fullwidth, kaiming, halfwidth, line_end_half)
NB_NAMES(MissingNumbers, blank, zero, dash)
NB_NAMES(NewPage, no, page, odd_page)
NB_NAMES(PdfProfile, fast, small)
NB_NAMES(RubyBy, by_count, character, word)
NB_NAMES(RubyKind, pinyin, bopomofo, gloss, remark)
NB_NAMES(RubySide, usual, above, below)
NB_NAMES(Severity, error, warning, information)
NB_NAMES(SideLine, none, underline, proper_name, book_title)
NB_NAMES(Stage, check, compose, typeset, write)
NB_NAMES(StructureKind, document, paragraph, heading_1, heading_2, heading_3, heading_4, title, span, table,
         table_head, table_body, table_foot, table_row, header_cell, data_cell, caption, list, list_item,
         list_label, list_body, figure, note, section, link, ruby, ruby_base, ruby_text, contents,
         contents_item, reference)
NB_NAMES(Turned, when_needed, never, always)
NB_NAMES(VerticalAlign, top, middle, bottom)

// Texts and looks.
NB_VALUE(Point, "_lengths", x, y)
NB_VALUE(Size, "_lengths", width, height)
NB_VALUE(Rect, "_lengths", origin, size)
NB_VALUE(Insets, "_lengths", top, right, bottom, left)
NB_VALUE(Em, "_lengths", thousandths)
NB_VALUE(Auto, "_lengths")
NB_VALUE(Share, "_lengths", parts)
NB_VALUE(Origin, "_text", pointer, offset)
NB_VALUE(TextMarks, "_text", line, dots, strong, framed, superscript)
NB_VALUE(Ruby, "_text", text, kind, by, side, language, origin)
NB_VALUE(TextRun, "_text", text, style, language, origin, marks, ruby, link)
NB_VALUE(Text, "_text", runs)
NB_VALUE(HanLatinGap, "_style", shown, width, narrowest, widest)
NB_VALUE(LineStyle, "_style", edges, edges_may_yield, mark_widths, stops_squeezed, hanging_marks, han_latin_gap,
         latin_on_grid, hyphenation, break_mode, scientific_full_stop)
NB_VALUE(Color, "_style", red, green, blue)
NB_VALUE(RuleLook, "_style", width, color)
NB_VALUE(EdgeRules, "_style", top, right, bottom, left)
NB_VALUE(TextStyle, "_style", font, size, color, tracking, spread)
NB_VALUE(ParagraphStyle, "_style", text, align, last_line, first_indent, hanging_indent, left_indent, right_indent,
         line_height, space_before, space_after, lines_kept_at_foot, lines_kept_at_head, keep_with_next, balanced,
         on_grid, new_page, spans_columns, heading_level, lines)
NB_VALUE(TableStyle, "_style", text, line_height, padding, rule_width, outer_rule_width, rule_color, row_rules,
         column_rules, side_rules, header_rule_width, cut_rule_width, min_row_height, shade, space_before,
         space_after, lines)
NB_VALUE(PageStyle, "_style", paper, margins, characters, lines, columns, column_gap, column_rule, line_height, folio,
         folio_distance, folio_alternates, folio_shown, mirrored)
NB_VALUE(StyleSheet, "_style", page, paragraphs, tables, texts)

// Documents.
NB_VALUE(Paragraph, "_document", text, style, origin)
NB_VALUE(Heading, "_document", level, text, numeral, restart, run_in, style, origin)
NB_VALUE(Cell, "_document", text, rows, columns, header, align, valign, shaded, shade, style, repeat_label, padding,
         rules, level, spread, vertical, diagonal, blocks)
NB_VALUE(CellBlock, "_document", what)
NB_VALUE(Row, "_document", cells, min_height, rules, keep_with_next, origin)
NB_VALUE(Column, "_document", width, align)
NB_VALUE(Table, "_document", caption, unit, columns, header_rows, repeat_header, footer_rows, repeat_footer, rows, notes, keep_whole,
         move_whole, keep_groups, continued, repeat_unit, turned, key_columns, style, summary, origin)
NB_VALUE_AS("ListItem", nianbao::List::Item, "_document", paragraphs)
NB_VALUE(List, "_document", items, numerals, origin)
NB_VALUE(PageBreak, "_document")
NB_VALUE(Signature, "_document", organ, date, origin)
NB_VALUE(BlankLines, "_document", count)
NB_VALUE(Contents, "_document", title, levels, origin)
NB_VALUE(Figure, "_document", image, alternative, caption, width, origin)
NB_VALUE(ChartSeries, "_document", name, values)
NB_VALUE(Chart, "_document", kind, labels, series, unit, source, alternative, caption, origin)
NB_VALUE(Document, "_document", title, author, language, created, styles, blocks, draft)
NB_VALUE(Indicator, "_document", label, unit, code, values, parts, origin)
NB_VALUE(IndicatorTable, "_document", caption, unit, label_head, unit_head, code_head, value_heads, value_align,
         indicators, notes, turned, style, origin)

// Findings, pages and what else comes back.
NB_VALUE(Bilingual, "_findings", zh, en)
NB_VALUE(Finding, "_findings", rule, severity, pointer, line, column, place, expected, found, sentence, advice)
NB_VALUE(RuleExplanation, "_findings", id, severity, formats, says, advice, basis, wrong, right)
NB_VALUE(ReportFormat, "_findings", id, name)
NB_VALUE(FormEquation, "_findings", rule, kind, left, right)
NB_VALUE(ReportForm, "_findings", equations, zero_when_absent)
NB_VALUE(ImportedReport, "_findings", format, json, findings)
NB_VALUE(LineRange, "_findings", first, last)
NB_VALUE(MissingCharacter, "_findings", code_point, pointer, role, fonts_tried, package)
NB_VALUE(UsedFont, "_findings", role, font, characters)
NB_VALUE(SubstitutedCharacter, "_findings", code_point, text, role, font, count, pointer)
NB_VALUE(FontUsage, "_findings", fonts, substituted, missing)
NB_VALUE(BatchRow, "_findings", name, status, kept, errors, warnings, pages, milliseconds, output, sha256, message, line)
NB_VALUE(Warning, "_findings", id, pointer, sentence)
NB_VALUE(Bookmark, "_pages", title, level, page, y)
NB_VALUE(Box, "_pages", kind, page, area, text, source, structure)
NB_VALUE(PlacedGlyph, "_pages", id, x, y, advance, text_begin, text_length)
NB_VALUE(GlyphRun, "_pages", face, size, color, origin, glyphs, text, language, quarter_turns, right_to_left, node, source)
NB_VALUE(Rule, "_pages", from, to, width, color, node)
NB_VALUE(Stroke, "_pages", points, width, color, node)
NB_VALUE(Fill, "_pages", area, color, node)
NB_VALUE(Path, "_pages", outlines, fill, node)
NB_VALUE(Picture, "_pages", area, width, height, rgb, node)
NB_VALUE(Destination, "_pages", page, y)
NB_VALUE(Link, "_pages", area, uri, to, description, node)
NB_VALUE(StructureNode, "_pages", kind, scope, rows, columns, children, headers, alternative, summary)
