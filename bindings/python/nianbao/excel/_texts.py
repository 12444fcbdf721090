"""The words of the sheets that are ours: heads, notes for the one who fills them in, prompts."""

from __future__ import annotations

SHEET_HEAD = {"organ": "发布机关", "format": "报告格式"}

# (pointer, label, kind, note): the first sheet. Kinds: line, lines, year, date, choice.
BASICS: list[tuple[str, str, str, str]] = [
    ("/organ", "发布机关", "line", "必填，写全称"),
    ("/organ_kind", "机关类别", "choice", "从下拉列表中选，用于核对公布期限"),
    ("/year", "报告年度", "year", "必填，四位数字，如 2024"),
    ("/title", "标题", "lines", "可不填，由机关和年度组成；分两行时在单元格内按 Alt+Enter 换行"),
    ("/subtitle", "题下签注", "line", "可不填，如（2025年1月23日）"),
    ("/issued", "成文日期", "date", "可不填，写作 2025-01-23 或 2025-01；本身不排印"),
    ("/language", "语言", "choice", "可不填，默认为简体中文"),
    ("/signature/organ", "落款机关", "line", "可不填，默认为发布机关；只落日期时填“只落日期”"),
    ("/signature/date", "落款日期", "line", "有落款时填写，如 2025-01-23"),
]
DATE_ALONE = "只落日期"
CHOICES: dict[str, dict[str, str]] = {
    "/organ_kind": {"各级政府": "government", "部门": "department", "乡镇街道": "township"},
    "/language": {"简体中文": "zh-Hans", "繁体中文（台湾）": "zh-Hant-TW", "繁体中文（香港）": "zh-Hant-HK"},
}

NOTES = [
    "填报说明",
    "1. 浅黄色单元格填写，灰色单元格由公式算出，其余为表样，不能改动；各表未设密码，请不要增删行列、合并单元格或改工作表名称。",
    "2. 件数填不带单位的整数，没有的填 0。空白不等于 0：空白单元格在核验时逐格列出；{absent}。",
    "3. 总计不必填写。核对格显示“平”表示勾稽关系成立，显示“差 n”并变红表示两边相差 n。",
    "4. 金额按应公布的位数照原样填写（如 12.30），增减数可带正负号（如 +4、-2）。",
    "5. “正文”表一行写一段；“部分”留空时同上一行；类型留空时为正文；一格内换行即分段。",
    "6. 图片、图表、批注和表样以外的内容不读入报告。",
]
ABSENT_SOME = "{tables}整行（项）空白时按 0 计，并在核验结果中说明"
ABSENT_NONE = "没有可以省略的行"

NARRATIVE_HEADS = ["部分", "类型", "文字", "接排文字（标题后同一行接写的正文）"]
NARRATIVE_NOTE = (
    "从上到下就是文中的次序；序号（一、（一）1.）由程序编排，不要写在文字里。"
    "类型“内容块”是程序写入的图、表等，请照原样保留。"
)
LOCAL_NOTE = "本地增补：表样之外的行和名称后的说明，没有的不填。数值依次对应所在行的各列。"
EXTRA_HEADS = ["在此行之后", "增加的行的名称"]  # then 数值1, 数值2 …
NOTE_HEADS = ["行", "列（空白表示行的名称）", "接在名称后的说明"]

# kind of number: (title and text of the prompt, title and text of the refusal)
PROMPTS: dict[str, tuple[str, str, str, str]] = {
    "count": ("填件数", "填整数，没有的填 0，不带单位。", "应为件数", "请填 0 至 1000000000000 的整数，不带单位和小数；没有的填 0。"),
    "signed_count": ("填增减数", "填整数，可带正负号，如 +4、-2；没有增减填 0。", "应为整数", "请填整数，可带正负号，如 +4、-2。"),
    "amount": ("填金额", "填数字和小数点，单位见表头；照应公布的位数填写。", "应为金额", "请只填数字和小数点，不带单位。"),
    "quantity": ("填金额", "填数字，可带单位（元、万元、亿元），如 251000元。", "", ""),
    "total": ("自动计算", "由公式算出，不必填写。", "", ""),
}
