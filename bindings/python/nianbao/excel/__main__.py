"""python -m nianbao.excel: forms for the clerk, and what filled workbooks hold."""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Sequence
from typing import Literal

import nianbao
import nianbao.excel



def main(arguments: Sequence[str] | None = None) -> int:
    """Runs a command; the exit code: 0 done, 1 the report is wrong, 2 wrong use, 3 and more as of ``nianbao``."""
    options = _parser().parse_args(arguments)
    try:
        return int(options.run(options))
    except nianbao.ReportError as error:
        for finding in error.findings:
            print(_said(finding, options.language), file=sys.stderr)
        return 1
    except nianbao.Error as error:
        print(_said(error, options.language), file=sys.stderr)
        return error.exit_code
    except ImportError as error:
        print(error, file=sys.stderr)
        return 2


def _said(what: nianbao.Finding | nianbao.Error, language: Literal["zh", "en"]) -> str:
    """The sentence, and what to do."""
    hint = what.hint(language)
    around = "（{}）" if language == "zh" else " ({})"
    return what.message(language) + (around.format(hint) if hint else "")


def _form(options: argparse.Namespace) -> int:
    nianbao.excel.template(
        options.format, year=options.year, organ=options.organ, report=options.report, path=options.workbook
    )
    return 0


def _check(options: argparse.Namespace) -> int:
    findings = nianbao.excel.check(options.workbook, base=options.base)
    for finding in findings:
        print(finding.severity, finding.rule, _said(finding, options.language), sep="\t")
    return int(any(finding.severity == "error" for finding in findings))


def _json(options: argparse.Namespace) -> int:
    json.dump(nianbao.excel.read(options.workbook, base=options.base), sys.stdout, ensure_ascii=False, indent=2)
    print()
    return 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m nianbao.excel", description="填报工作簿 forms and filled workbooks")
    commands = parser.add_subparsers(required=True)
    form = commands.add_parser("form", help="写出空白表样 write the form")
    form.add_argument("workbook", help="OUT.xlsx")
    form.add_argument("--format", default="disclosure-2021", choices=nianbao.formats())
    form.add_argument("--year", type=int)
    form.add_argument("--organ")
    form.add_argument("--report", help="REPORT.json 已有的报告，填进表样 a report to put into the form")
    form.set_defaults(run=_form)
    for name, run, words in (("check", _check, "核验 findings with their cells"), ("json", _json, "转为 JSON the data as JSON")):
        command = commands.add_parser(name, help=words)
        command.add_argument("workbook", help="FILLED.xlsx")
        command.add_argument("--base", help="BASE.json 底稿：正文等 texts and what the workbook lacks")
        command.set_defaults(run=run)
    for command in commands.choices.values():
        command.add_argument("--language", choices=("zh", "en"), default="zh")
    return parser


if __name__ == "__main__":
    sys.exit(main())
