"""Real paragraphs for measuring: the seeds beside the project, cleaned of what the web did to them."""
import pathlib
import re

HAN = "\u3400-\u9fff\uf900-\ufaff"
LEAST = 60  # characters; shorter ones are headings and menus
FULLWIDTH = {",": "，", ":": "：", ";": "；", "!": "！", "?": "？", "(": "（", ")": "）"}
PINYIN = re.compile(rf"(?<=[{HAN}])[(（][a-zāáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜü]+[)）]")
MARK_BY_HAN = re.compile(rf"(?<=[{HAN}”’》）】〕])[,:;!?()]|[,:;!?()](?=[{HAN}“‘《（【〔])")


def cleaned(line):
    """Pinyin notes go, ASCII marks beside Han become the Chinese ones, spaces between Han go."""
    line = PINYIN.sub("", line.strip().replace("\u3000", " ").replace("\u00a0", " "))
    for _ in range(2):  # marks that stand next to a mark
        line = MARK_BY_HAN.sub(lambda mark: FULLWIDTH[mark.group()], line)
        line = re.sub(r"(?<=[，：；！？（）。])[,:;!?()]", lambda mark: FULLWIDTH[mark.group()], line)
    line = re.sub(rf"(?<=[{HAN}，。：；！？（）、])\s+|\s+(?=[{HAN}，。：；！？（）、])", "", line)
    return re.sub(r"\s+", " ", line)


def paragraphs(folder):
    """Paragraphs of every text in the folder, each once."""
    found = []
    for file in sorted(pathlib.Path(folder).glob("*.txt")):
        try:
            text = file.read_text(encoding="utf-8")
        except UnicodeDecodeError:
            continue
        found += [line for line in map(cleaned, re.split(r"[\r\n]+", text)) if len(line) >= LEAST and "\ufffd" not in line]
    return list(dict.fromkeys(found))
