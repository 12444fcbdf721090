"""A case: one rule of typesetting, a text that shows it, what is measured, and a control that must fail."""

import copy
import itertools
import json
from dataclasses import dataclass, field

EM = 20.0        # points: the type size of every case that does not say another
TOLERANCE = 0.02  # em: how far a measured place may be from the expected one
PAGE = {
    "paper": {"width": "1000pt", "height": "600pt"},
    "margins": {"left": "100pt", "top": "60pt"},
    "type_area": {"width": "800pt", "height": "480pt"},
    "line_height": "30pt",
    "folio": {"shown": False},
}
BASE_STYLE = {"based_on": "body", "size": "20pt", "line_height": "30pt", "first_indent": "0pt"}

CASES = []
_numbers = itertools.count(1)


@dataclass
class Setting:
    """What is set: the text and how. Lengths in em of 20 pt."""

    text: object = ""                                # a string, or a list of texts of template.json
    measure: float = 40
    lines: dict = field(default_factory=dict)        # "lines" of the style
    style: dict = field(default_factory=dict)        # other keys of the paragraph style
    texts: dict = field(default_factory=dict)        # named looks for runs
    language: str = ""                               # of a text that is a string
    page: dict = field(default_factory=dict)         # keys of the page that are not PAGE's
    blocks: list = None                              # instead of text: blocks of template.json; style "@" is the case's
    styles: dict = field(default_factory=dict)       # further paragraph styles, by name
    tables: dict = field(default_factory=dict)
    report: dict = field(default_factory=dict)       # keys of the report data, for {"narrative": …}
    all_lines: dict = field(default_factory=dict)    # "lines" of the whole template
    alone: bool = False                              # in a document of its own, so from page one

    def changed(self, **changes):
        made = copy.copy(self)
        for key, value in changes.items():
            setattr(made, key, value)
        return made

    def template(self, name):
        """The template that sets it; its own style has the name given."""
        style = {**BASE_STYLE, "right_indent": f"{800 - self.measure * EM:g}pt", **self.style}
        if self.lines:
            style["lines"] = self.lines
        text = [{"text": self.text, "language": self.language}] if self.language else self.text
        blocks = self.blocks if self.blocks is not None else [{"paragraph": text, "style": "@"}]
        blocks = json.loads(json.dumps(blocks).replace('"@"', json.dumps(name)))
        made = {"template_version": 1, "format": "disclosure-2021", "page": {**PAGE, **self.page},
                "styles": {name: style, **self.styles}, "texts": self.texts, "tables": self.tables, "blocks": blocks}
        if self.all_lines:
            made["lines"] = self.all_lines
        return made

    def group(self):
        """Settings that may stand in one document: all that the document has only once is the same."""
        if self.alone:
            return f"alone {id(self)}"
        if not (self.page or self.styles or self.tables or self.report or self.texts or self.all_lines):
            return "lines"
        return json.dumps([self.page, self.styles, self.tables, self.report, self.texts, self.all_lines], sort_keys=True)


@dataclass
class Case:
    number: int
    clauses: tuple      # of CLREQ
    rows: tuple         # of spec sheets: "1.1" … "1.5"; for counting only
    says: str           # the rule, as a sentence
    setting: Setting
    expect: tuple       # checks, see checks.py
    control: Setting    # the same with the rule off, or without what the rule is about: the checks must fail
    module: str

    @property
    def name(self):
        return f"{self.module} {' '.join(self.clauses)}: {self.says}"


def case(clauses, says, *expect, control, row="", **setting):
    """Registers a case. `clauses`: "6.1.1" or "6.1.1 5.4.1". `control`: the keys of the setting that differ.

    case("6.1.1", "，begins no line", counts(3), text="政府信息，公开工作", measure=4,
         control={"text": "政府信息中公开工作"})
    """
    assert expect and control, says
    made = Setting(**setting)
    CASES.append(Case(next(_numbers), tuple(clauses.split()), tuple(row.split()), says, made, expect,
                      made.changed(**control), ""))
