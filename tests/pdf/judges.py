"""Outside judges of a PDF: qpdf, veraPDF, Poppler and MuPDF. Used by the tests of this folder and end to end.

A judge whose tool is not installed answers MISSING, which is never a pass.
"""

import os
import re
import shutil
import subprocess
import tempfile
import xml.etree.ElementTree
from dataclasses import dataclass, field
from pathlib import Path

PASSED, FAILED, MISSING = "passed", "FAILED", "MISSING"
ROOT = Path(__file__).resolve().parents[2]


class JudgeMissing(Exception):
    """The tool is not installed."""


class JudgeFailed(Exception):
    """The tool could not read the file, or complained about it."""


@dataclass
class Verdict:
    judge: str
    path: Path
    result: str
    details: list = field(default_factory=list)

    @property
    def passed(self):
        return self.result == PASSED

    def __str__(self):
        return "\n    ".join([f"{self.result:7} {self.judge:12} {self.path}", *self.details])


def _run(*command):
    if shutil.which(command[0]) is None:
        raise JudgeMissing(command[0])
    return subprocess.run([str(c) for c in command], capture_output=True, check=False)


# MuPDF of Debian says this about every file.
_HARMLESS = ("warning: ICC support is not available",)


def _clean_output(*command, errors="strict"):
    """Standard output; any complaint on standard error is a failure."""
    done = _run(*command)
    complaints = [line for line in done.stderr.decode("utf-8", "replace").splitlines()
                  if line.strip() and line.strip() not in _HARMLESS]
    if done.returncode != 0 or complaints:
        raise JudgeFailed(f"{command[0]}: exit {done.returncode}: " + "; ".join(complaints[:5]))
    return done.stdout.decode("utf-8", errors)


def qpdf_check(path):
    """Syntax, streams and cross references."""
    try:
        done = _run("qpdf", "--check", path)
    except JudgeMissing:
        return Verdict("qpdf", Path(path), MISSING)
    lines = (done.stdout + done.stderr).decode("utf-8", "replace").splitlines()
    return Verdict("qpdf", Path(path), PASSED if done.returncode == 0 else FAILED, [] if done.returncode == 0 else lines)


def verapdf_jar():
    folder = Path(os.environ.get("NIANBAO_TOOLS") or ROOT / ".tools")
    return next(iter(sorted(folder.glob("greenfield-apps-*.jar"))), None)


def verapdf(paths, flavours=("2a", "ua1")):
    """Verdicts for one path or many, one for each file and flavour; one JVM for each flavour."""
    paths = [Path(paths)] if isinstance(paths, (str, os.PathLike)) else [Path(p) for p in paths]
    jar = verapdf_jar()
    if jar is None or shutil.which("java") is None:
        return [Verdict(f"veraPDF {flavour}", path, MISSING) for flavour in flavours for path in paths]
    verdicts = []
    for flavour in flavours:
        done = _run("java", "-cp", jar, "org.verapdf.apps.GreenfieldCliWrapper", "--flavour", flavour,
                    "--format", "text", "-v", *[p.resolve() for p in paths])
        verdicts += _verapdf_verdicts(flavour, paths, done.stdout.decode("utf-8", "replace"))
    return verdicts


def _verapdf_verdicts(flavour, paths, output):
    """veraPDF prints "PASS path flavour" or "FAIL path flavour" and the failed rules below it."""
    found, current = {}, None
    for line in output.splitlines():
        head = re.match(r"(PASS|FAIL) (/.*) (\S+)$", line)
        if head:
            current = found.setdefault(head[2], Verdict(f"veraPDF {flavour}", Path(head[2]), PASSED))
            current.result = PASSED if head[1] == "PASS" and head[3] == flavour else FAILED
        elif current is not None and line.strip():
            current.details.append(line.strip())
    unread = Verdict(f"veraPDF {flavour}", Path(), FAILED, ["veraPDF could not read the file"])
    return [found.get(str(p.resolve()), Verdict(unread.judge, p, FAILED, unread.details)) for p in paths]


def poppler_text(path):
    """The text in reading order, as Poppler copies it."""
    return _clean_output("pdftotext", "-enc", "UTF-8", path, "-")


def mupdf_text(path):
    """The text in the order of the content, as MuPDF copies it (it does not apply /ActualText)."""
    return _clean_output("mutool", "draw", "-q", "-F", "txt", path)


def pdfium_text(path):
    """The text as Chrome's engine copies it."""
    try:
        import pypdfium2
    except ImportError:
        raise JudgeMissing("pypdfium2") from None
    with pypdfium2.PdfDocument(str(path)) as document:
        return "\n".join(page.get_textpage().get_text_range() for page in document)


def struct_text(path):
    """The structure tree with its texts (pdfinfo)."""
    # Attributes such as /Summary come out as the bytes of the file, UTF-16 among UTF-8.
    return _clean_output("pdfinfo", "-struct-text", path, errors="replace")


@dataclass
class Char:
    text: str
    page: int
    x: float
    y: float  # of the baseline, from the top of the page
    right: float
    size: float
    font: str


def stext_chars(path):
    """Every character with its place in points, as MuPDF sees it."""
    with tempfile.TemporaryDirectory() as folder:
        out = Path(folder) / "stext.xml"
        _clean_output("mutool", "draw", "-q", "-F", "stext", "-o", out, path)
        # NUL and other characters that XML cannot hold would be a fault of the file.
        tree = xml.etree.ElementTree.parse(out)
    chars = []
    for number, page in enumerate(tree.getroot().iter("page"), start=1):
        for font in page.iter("font"):
            for char in font.iter("char"):
                chars.append(Char(char.get("c"), number, float(char.get("x")), float(char.get("y")),
                                  float(char.get("quad").split()[2]), float(font.get("size")), font.get("name")))
    return chars


def fonts(path):
    """pdffonts as a list of dictionaries: name, type, encoding, emb, sub, uni."""
    lines = _clean_output("pdffonts", path).splitlines()
    columns = [(m.start(), m.end()) for m in re.finditer(r"-+", lines[1])]
    names = [lines[0][a:b].strip() for a, b in columns]
    return [{name: row[a:b].strip() for name, (a, b) in zip(names, columns)} for row in lines[2:]]


def warn_missing(verdicts):
    """Prints what could not be judged; True when something could not."""
    missing = sorted({v.judge for v in verdicts if v.result == MISSING})
    for judge in missing:
        print(f"MISSING {judge}: not judged (scripts/get-verapdf, Debian: qpdf poppler-utils mupdf-tools default-jre-headless)")
    return bool(missing)
