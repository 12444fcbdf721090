"""Reports made up for tests and benchmarks: each another organ, other numbers that agree, another narrative.

report(number) is the same for ever; nothing of it is a real office. As a program: generated_reports.py NUMBER FOLDER
"""
import json
import pathlib
import random
import sys

PLACES = "澄岚 云溪 柳桥 石泉 青河 白塔 南陵 北湖 东川 西岭 安平 永和 长乐 新丰 清源 临水".split()
KINDS = ["县人民政府", "县教育局", "县财政局", "县自然资源局", "镇人民政府", "街道办事处", "区卫生健康局", "市交通运输局"]
TOPICS = "义务教育 基本医疗 社会救助 征地补偿 财政资金 食品安全 生态环境 保障性住房 养老服务 安全生产 就业创业 公共文化".split()
DEEDS = [
    "围绕{a}和{b}，及时公开办事依据、办理结果和资金去向，回应群众关心的问题",
    "把{a}的政策文件与解读同步发布，解读采用图文、问答和音频等形式，便于群众看懂会用",
    "在{a}领域编制公开目录，逐项写明内容、时限、渠道和责任单位，由专人每月对照检查",
    "就{a}开展“政府开放日”活动，邀请人大代表、企业和群众走进服务大厅，当面听取意见",
    "对{a}、{b}方面的来信来电统一登记、按期答复，把反复出现的问题转为主动公开的内容",
    "修订信息发布审查制度，落实“先审查、后公开”，涉及{a}的个人信息一律去标识化处理",
]
FAULTS = ["{a}信息更新不够及时", "{a}的政策解读形式还比较单一", "基层公开队伍人员变动较多，业务不够熟练", "{a}与{b}的公开标准还不够统一"]
REMEDIES = ["建立更新提醒机制，逾期未更新的由专人督办", "组织两期业务培训，覆盖所有乡镇和部门", "统一公开目录和样式，减少重复填报"]
ROWS = [
    "granted", "partly_granted",
    *(f"refused/{key}" for key in ("state_secret", "other_law", "stability", "third_party", "internal_affairs", "process_information",
                                   "enforcement_file", "administrative_query")),
    *(f"unavailable/{key}" for key in ("not_held", "needs_creation", "unclear")),
    *(f"not_processed/{key}" for key in ("petition", "duplicate", "publication", "abusive", "reissue")),
    *(f"other/{key}" for key in ("not_corrected", "fee_unpaid", "other")),
]


def _sentence(chance, patterns):
    first, second = chance.sample(TOPICS, 2)
    return chance.choice(patterns).format(a=first, b=second)


def _with_total(numbers):
    return [*numbers, sum(numbers)]


def _applications(chance):
    """Table three: in every column received + carried in = results + carried out."""
    results = {row: [chance.choice((0, 0, chance.randrange(40))) if column < 2 else chance.choice((0, 0, 0, 1, 2)) for column in range(6)] for row in ROWS}
    done = [sum(row[column] for row in results.values()) for column in range(6)]
    carried_out = [min(done[column], chance.randrange(4)) for column in range(6)]
    carried_in = [min(done[column], chance.randrange(4)) for column in range(6)]
    received = [done[column] + carried_out[column] - carried_in[column] for column in range(6)]
    table = {"total": _with_total(done)}
    for row, numbers in results.items():
        group, _, key = row.partition("/")
        if key:
            table.setdefault(group, {})[key] = _with_total(numbers)
        else:
            table[group] = _with_total(numbers)
    return {"received": _with_total(received), "carried_in": _with_total(carried_in), "results": table, "carried_out": _with_total(carried_out)}


def _disputes(chance):
    def row():
        numbers = [chance.randrange(6) for _ in range(4)]
        return dict(zip(("upheld", "corrected", "other", "pending", "total"), _with_total(numbers)))
    return {"reconsideration": row(), "litigation_direct": row(), "litigation_after_reconsideration": row()}


def _overview(chance, year, applications):
    received, carried_in = applications["received"][-1], applications["carried_in"][-1]
    blocks = [{"paragraph": f"{year}年，本机关认真执行《中华人民共和国政府信息公开条例》，{_sentence(chance, DEEDS)}。"},
              {"heading": 2, "text": "主动公开"}]
    blocks += [{"paragraph": f"{_sentence(chance, DEEDS)}；{_sentence(chance, DEEDS)}。"} for _ in range(chance.randrange(2, 6))]
    blocks += [{"heading": 2, "text": "依申请公开"},
               {"paragraph": f"全年新收政府信息公开申请{received}件，上年结转{carried_in}件，均依法办理。{_sentence(chance, DEEDS)}。"},
               {"heading": 2, "text": "政府信息管理"}, {"paragraph": f"{_sentence(chance, DEEDS)}。"},
               {"heading": 2, "text": "平台建设"}, {"paragraph": f"{_sentence(chance, DEEDS)}。"},
               {"heading": 2, "text": "监督保障"}, {"paragraph": f"{_sentence(chance, DEEDS)}。"}]
    return blocks


def report(number):
    """The report of that number, as data."""
    chance = random.Random(f"nianbao {number}")
    year, applications = chance.randrange(2021, 2026), _applications(chance)
    made, repealed = chance.randrange(20), chance.randrange(8)
    return {
        "format": "disclosure-2021",
        "organ": f"{PLACES[number % 16]}{number // 128 + 1}{KINDS[number // 16 % 8]}",
        "year": year,
        "issued": f"{year + 1}-01-{chance.randrange(10, 31)}",
        "overview": _overview(chance, year, applications),
        "proactive": {"rules": {"made": 0, "repealed": 0, "in_force": 0},
                      "normative_documents": {"made": made, "repealed": repealed, "in_force": made + chance.randrange(90)},
                      "licences": chance.randrange(200_000), "penalties": chance.randrange(20_000), "coercions": chance.randrange(2000),
                      "fees_wan_yuan": f"{chance.randrange(400_000) / 100:.2f}"},
        "applications": applications,
        "disputes": _disputes(chance),
        "problems": [{"paragraph": f"一是{_sentence(chance, FAULTS)}。二是{_sentence(chance, FAULTS)}。"},
                     {"paragraph": f"下一步，{chance.choice(REMEDIES)}；{chance.choice(REMEDIES)}。"}],
        "other_matters": f"按照《政府信息公开信息处理费管理办法》收取信息处理费的情况：本年度没有收取。{_sentence(chance, DEEDS)}。",
    }


def write(number, folder):
    """That many reports as files of a folder, and manifest.jsonl that names them."""
    folder = pathlib.Path(folder)
    folder.mkdir(parents=True, exist_ok=True)
    for index in range(number):
        (folder / f"{index:05}.json").write_text(json.dumps(report(index), ensure_ascii=False, indent=1), encoding="utf-8")
    lines = "".join(f'"{index:05}.json"\n' for index in range(number))
    (folder / "manifest.jsonl").write_text(lines, encoding="utf-8")
    return folder / "manifest.jsonl"


if __name__ == "__main__":
    print(write(int(sys.argv[1]), sys.argv[2]))
