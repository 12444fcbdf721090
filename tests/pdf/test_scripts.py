"""Uyghur, Arabic, Tibetan, Mongolian and Traditional text in a whole report: judges, reading order, what comes back."""

import json
import random
import re
import subprocess
import xml.etree.ElementTree

import judges
import pytest
import reading
from conftest import ROOT

FONTS = ROOT / "tests/fixtures/fonts/scripts"
UYGHUR = ("ھەممە ئادەم زانىدىنلا ئەركىن، ئىززەت-ھۆرمەت ۋە ھوقۇقتا باپباراۋەر بولۇپ تۇغۇلغان. "
          "ئۇلار ئەقىلگە ۋە ۋىجدانغا ئىگە ھەمدە بىر-بىرىگە قېرىنداشلىق مۇناسىۋىتىگە خاس روھ بىلەن مۇئامىلە قىلىشى كېرەك.")
TIBETAN = "འགྲོ་བ་མིའི་རིགས་རྒྱུད་ཡོངས་ལ་སྐྱེས་ཙམ་ཉིད་ནས་ཆེ་མཐོངས་དང༌།"
MONGOLIAN = "ᠬᠦᠮᠦᠨ ᠪᠦᠷ ᠲᠥᠷᠥᠵᠦ ᠮᠡᠨᠳᠡᠯᠡᠬᠦ ᠡᠷᠬᠡ ᠴᠢᠯᠥᠭᠡ"
MIXED = "全区用ئۇيغۇر تىلى公开信息12件，用བོད་ཡིག公开信息3件，用ᠮᠣᠩᠭᠣᠯ公开信息2件，用ꆈꌠꁱꂷ公开信息1件。"
# Directions that a reader adds, the joiner of a glyph without text, and what MuPDF makes a plain space.
ADDED = dict.fromkeys([*range(0x200E, 0x2010), *range(0x202A, 0x202F), *range(0x2066, 0x206A), 0x2060])


@pytest.fixture
def report(county, tmp_path):
    """A report with these paragraphs, as a file."""

    def write(*paragraphs, **keys):
        data = json.loads(county.read_text(encoding="utf-8"))
        data.update(keys)
        data["overview"] = [{"paragraph": p} for p in paragraphs]
        file = tmp_path / "scripts.json"
        file.write_text(json.dumps(data, ensure_ascii=False), encoding="utf-8")
        return file

    return write


@pytest.fixture
def scripts_pdf(run, report, tmp_path):
    def render(*paragraphs, **keys):
        target = tmp_path / "scripts.pdf"
        done = run("render", report(*paragraphs, **keys), "-o", target, "--font-dir", FONTS)
        assert done.returncode == 0, done.stderr.decode()
        return target

    return render


def in_content_order(path):
    """The characters of all pages in the order of the content, without any guess of a reader."""
    done = subprocess.run(["mutool", "trace", path], capture_output=True, check=True)
    text = []
    for glyph in re.finditer(rb'<g unicode="((?:[^"\\]|\\.)*)"', done.stdout):
        text.append(xml.etree.ElementTree.fromstring(b'<g u="' + glyph[1] + b'"/>').get("u"))
    return "".join(text).translate(ADDED)


def test_other_scripts_conform(scripts_pdf):
    pdf = scripts_pdf(MIXED, UYGHUR, TIBETAN, MONGOLIAN)
    verdicts = [judges.qpdf_check(pdf), *judges.verapdf(pdf)]
    assert not [str(v) for v in verdicts if v.result == judges.FAILED]
    if judges.warn_missing(verdicts):
        pytest.skip("a judge is missing")


@pytest.mark.parametrize("text", [UYGHUR, TIBETAN, MONGOLIAN, MIXED], ids=["uyghur", "tibetan", "mongolian", "mixed"])
def test_another_script_comes_back_as_it_was_written(scripts_pdf, text):
    assert reading.squeezed(text) in reading.body(judges.mupdf_text(scripts_pdf(text)).translate(ADDED))


ARABIC = "يولد جميع الناس أحراراً متساوين في الكرامة والحقوق، وقد وهبوا عقلاً وضميراً. (2024) 12.5% تقرير [سنوي] Word 2019 نهاية"


def in_structure_order(path):
    """The texts of the structure tree, one after the other (ISO 32000-1, 14.8.2.3.1)."""
    return "".join(re.findall(r'^ +"(.*)"$', judges.struct_text(path), flags=re.M)).translate(ADDED)


@pytest.mark.parametrize("text", [UYGHUR, ARABIC, TIBETAN, MONGOLIAN, MIXED], ids=["uyghur", "arabic", "tibetan", "mongolian", "mixed"])
def test_the_structure_tree_says_another_script_as_it_was_written(scripts_pdf, text):
    assert reading.squeezed(text) in reading.squeezed(in_structure_order(scripts_pdf(text)))


@pytest.mark.parametrize("text", [UYGHUR, TIBETAN, MONGOLIAN], ids=["uyghur", "tibetan", "mongolian"])
def test_pdfium_gives_whole_sentences_of_another_script_back(scripts_pdf, text):
    """Though it sorts by place and turns the order itself. Not so Arabic with vowel signs, which it doubles."""
    assert reading.squeezed(text) in reading.body(judges.pdfium_text(scripts_pdf(text)).translate(ADDED))


@pytest.mark.parametrize("text", [UYGHUR, TIBETAN, MONGOLIAN], ids=["uyghur", "tibetan", "mongolian"])
def test_poppler_gives_every_word_of_another_script_back(scripts_pdf, text):
    """Its guess from the places takes . , - for numbers, which end a stretch from right to left; so words only. In the
    order of the structure it reads all (above)."""
    found = reading.body(judges.poppler_text(scripts_pdf(text)).translate(ADDED))
    words = re.findall(r"[^\s.,،-]+", text)
    assert len(words) > 3 or text is TIBETAN
    for word in words:
        assert word in found, word


def random_text(dice):
    """Words of three directions, numbers, brackets and marks, at random."""
    parts = ["全区", "公开信息", "条", "ئۇيغۇر", "تىلى", "ئۇلار", "ھۆكۈمەت", "GDP", "a-b", "2024", "5%", "（", "）", "(", ")",
             "，", "。", "،", "«", "»", "[", "]", " ", " ", "/", ":", "བོད་", "—", "……", "《", "》", "12.5"]
    return "甲" + "".join(dice.choice(parts) for _ in range(dice.randint(5, 60))) + "乙"


def test_text_of_any_mixture_stands_whole_and_as_it_is_read_in_the_content(scripts_pdf):
    dice = random.Random(9)
    texts = [random_text(dice) for _ in range(150)]
    pdf = scripts_pdf(*texts)
    for found in (in_content_order(pdf), in_structure_order(pdf)):
        found, at = reading.squeezed(found), 0
        for text in texts:
            at = found.find(reading.squeezed(text), at)
            assert at >= 0, text


def signature_edges(path):
    """Of the two lines of the signature: both edges of the ink boxes, in em from the left edge of the type area."""
    chars = judges.stext_chars(path)
    left = min(c.x for c in chars if "\u4e00" <= c.text <= "\u9fff")
    page, rows = max(c.page for c in chars), {}
    for c in chars:
        if c.page == page and c.text.strip():
            rows.setdefault(round(c.y / 10), []).append(c)
    return [((min(c.x for c in row) - left) / 15.75, (max(c.right for c in row) - left) / 15.75) for _, row in sorted(rows.items())][-3:-1]


def test_a_signature_from_right_to_left_is_the_mirror_of_a_chinese_one(scripts_pdf):
    date = {"date": "2025-يىل 23-يانۋار"}
    organ, day = signature_edges(scripts_pdf("正文。", signature={"organ": "ئۇيغۇر ئاپتونوم رايونلۇق خەلق ھۆكۈمىتى", **date}))
    assert organ[0] == pytest.approx(2, abs=0.02)           # two em from the edge where lines end
    assert day[1] == pytest.approx(organ[1] - 2, abs=0.02)  # two em further in that direction
    organ, _ = signature_edges(scripts_pdf("正文。", signature={"organ": "澄岚县人民政府", "date": "2025年1月23日"}))
    assert organ[0] > 14  # the control


def test_without_a_font_the_message_names_the_package(run, report, tmp_path):
    done = run("render", report("用ئۇيغۇر文、བོད文和ᠮ文"), "-o", tmp_path / "a.pdf", "--lang", "en")
    if done.returncode == 0:
        pytest.skip("fonts-noto-core is installed")
    assert done.returncode == 5
    message = done.stderr.decode()
    for part in ("U+0626", "U+0F56", "U+182E", "/overview/0/paragraph", "fonts-noto-core"):
        assert part in message


def test_emoji_stay_refused(run, report, tmp_path):
    done = run("render", report("好😀"), "-o", tmp_path / "a.pdf", "--font-dir", FONTS, "--lang", "en")
    assert done.returncode == 5 and "U+1F600" in done.stderr.decode() and "emoji" in done.stderr.decode()
