"""What comes back besides pages: findings, explanations, imported texts, font usage."""

from __future__ import annotations

from dataclasses import dataclass, field

from ._names import BatchStatus, BatchStatusName, LanguageName, Severity, SeverityName


@dataclass(frozen=True, slots=True)
class Bilingual:
    """One sentence in both languages; as a ``str`` the Chinese one."""

    zh: str = ""
    en: str = ""

    def in_(self, language: LanguageName = "zh") -> str:
        """The sentence in ``zh`` or ``en``. Raises ValueError for another language."""
        if language == "zh":
            return self.zh
        if language == "en":
            return self.en
        raise ValueError(f'language is "zh" or "en", not {language!r}')

    def __str__(self) -> str:
        return self.zh


@dataclass(frozen=True, slots=True)
class Finding:
    """One answer of a check: what is wrong, where, what was expected and what was found."""

    rule: str = ""  # stable id: "T3-C1", "KEY-UNKNOWN"
    severity: SeverityName = Severity.error
    pointer: str = ""  # RFC 6901, with the keys as the user wrote them
    line: int = 0  # from 1; 0 when the report was not read from text
    column: int = 0
    place: Bilingual = Bilingual()  # in words: 表三 三、（七）总计 × 商业企业
    expected: str = ""
    found: str = ""
    sentence: Bilingual = Bilingual()  # the whole sentence, place included
    advice: Bilingual = Bilingual()  # what to do; may be empty

    def message(self, language: LanguageName = "zh") -> str:
        """The sentence in ``zh`` or ``en``."""
        return self.sentence.in_(language)

    def hint(self, language: LanguageName = "zh") -> str:
        """What to do, in ``zh`` or ``en``; may be empty."""
        return self.advice.in_(language)

    def __str__(self) -> str:
        return f"{self.pointer}: {self.rule} {self.sentence.zh}"


@dataclass(frozen=True, slots=True)
class RuleExplanation:
    """What a rule asks, where that comes from, a wrong and a right example."""

    id: str = ""
    severity: SeverityName = Severity.error  # the usual one; a format may say otherwise
    formats: list[str] = field(default_factory=list)  # that have it; none = of the reader, for all
    says: Bilingual = Bilingual()  # the sentence of a finding, {place} and such left open
    advice: Bilingual = Bilingual()
    basis: Bilingual = Bilingual()
    wrong: str = ""
    right: str = ""


@dataclass(frozen=True, slots=True)
class ReportFormat:
    """A built-in format: its id and its name."""

    id: str = ""
    name: Bilingual = Bilingual()


@dataclass(frozen=True, slots=True)
class FormEquation:
    """Numbers that must agree, by canonical pointer: of kind "sum" the left is the total of the right, of
    "balance" both sides have the same sum, of "at_most" the left is no more than the right."""

    rule: str = ""  # its id: "T3-C2"
    kind: str = ""
    left: list[str] = field(default_factory=list)
    right: list[str] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class ReportForm:
    """Which numbers of a format follow from others."""

    equations: list[FormEquation] = field(default_factory=list)
    zero_when_absent: list[str] = field(default_factory=list)  # what counts as zeros when it is left out


@dataclass(frozen=True, slots=True)
class ImportedReport:
    """What ``import_text`` made of a text; ``json`` is what ``read_report`` reads."""

    format: str = ""
    json: str = ""
    findings: list[Finding] = field(default_factory=list)  # in order of the text, by line and column


@dataclass(frozen=True, slots=True)
class LineRange:
    """Lines of a text, from 1, both included."""

    first: int = 1
    last: int = 0


@dataclass(frozen=True, slots=True)
class MissingCharacter:
    """A character that no font of the chain has."""

    code_point: int = 0
    pointer: str = ""  # JSON Pointer of the text it stands in
    role: str = ""  # font role asked for
    fonts_tried: list[str] = field(default_factory=list)  # in order
    package: str = ""  # Debian package with a font that has it; may be empty

    @property
    def character(self) -> str:
        """The character itself."""
        return chr(self.code_point)


@dataclass(frozen=True, slots=True)
class UsedFont:
    """A font at work in a role, by its file name, and how many characters it sets."""

    role: str = ""
    font: str = ""
    characters: int = 0


@dataclass(frozen=True, slots=True)
class SubstitutedCharacter:
    """A character that did not come from the first font of its role."""

    code_point: int = 0
    text: str = ""  # with its marks and variation selector
    role: str = ""
    font: str = ""  # that gave it
    count: int = 0
    pointer: str = ""  # of the first place; empty for generated texts


@dataclass(frozen=True, slots=True)
class FontUsage:
    """Which font sets which characters of a document, and what no font has."""

    fonts: list[UsedFont] = field(default_factory=list)
    substituted: list[SubstitutedCharacter] = field(default_factory=list)
    missing: list[MissingCharacter] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Warning:
    """Something about the pages that a reader may want to know; ``pointer`` says where."""

    id: str = ""
    pointer: str = ""
    sentence: Bilingual = Bilingual()

    def message(self, language: LanguageName = "zh") -> str:
        """The sentence in ``zh`` or ``en``."""
        return self.sentence.in_(language)

    def __str__(self) -> str:
        return f"{self.pointer}: {self.id} {self.sentence.zh}"


@dataclass(frozen=True, slots=True)
class BatchRow:
    """What became of one report of a batch."""

    name: str = ""  # its file, or its place in the batch
    status: BatchStatusName = BatchStatus.stopped
    kept: bool = False  # done by an earlier run and unchanged
    errors: int = 0  # findings of severity error
    warnings: int = 0  # findings of severity warning, those of typesetting included
    pages: int = 0
    milliseconds: float = 0.0  # of the run that made it
    output: str = ""  # name below the folder; empty = none
    sha256: str = ""  # of the PDF; empty when there is none
    message: str = ""  # of a failed one: its first error
    line: int = 0  # of the manifest; 0 = none
