"""The rival's long table: python weasyprint_table.py ROWS.json FONT; figures as JSON."""
import json
import resource
import sys
import time

import weasyprint

with open(sys.argv[1], encoding="utf-8") as file:
    rows = json.load(file)
columns = len(rows[0])
head = "<th>事项</th>" + "".join(f"<th>第{i}列</th>" for i in range(1, columns))
body = "".join("<tr>" + "".join(f"<td>{cell}</td>" for cell in row) + "</tr>" for row in rows)
html = f"""<html lang="zh"><title>公开情况</title><style>
@font-face {{ font-family: Song; src: url("file://{sys.argv[2]}") }}
@page {{ size: A4; margin: 37mm 26mm 35mm 28mm }}
body {{ font: 10pt Song }} table {{ width: 100%; table-layout: fixed; border-collapse: collapse }}
td, th {{ border: 0.5pt solid; padding: 3.5pt 2.5pt; text-align: center }}
</style><table><caption>公开情况</caption><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table></html>"""
begin = time.perf_counter()
document = weasyprint.HTML(string=html).render()
pdf = document.write_pdf(pdf_variant="pdf/ua-1")
print(json.dumps({"ms": (time.perf_counter() - begin) * 1000, "pages": len(document.pages), "bytes": len(pdf),
                  "peak_kb": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss}))
