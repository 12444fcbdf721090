// The rival's runner: compiles report.typ with Typst's node compiler and prints figures as JSON.
// Usage: node compile.mjs cold REPORT.json OUT.pdf
//        node compile.mjs warm REPORT.json WARM-UP RUNS
// NIANBAO_TOOLS is the folder whose node_modules holds the compiler.
import { createRequire } from "node:module";
import { readFileSync, writeFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";

const here = dirname(fileURLToPath(import.meta.url));
const require = createRequire(join(resolve(process.env.NIANBAO_TOOLS), "here.js"));
const { NodeCompiler } = require("@myriaddreamin/typst-ts-node-compiler");

const [mode, reportFile, ...rest] = process.argv.slice(2);
const begin = performance.now();
// The compiler always searches the system's fonts too; report.typ names ours and allows no fallback.
const compiler = NodeCompiler.create({
  workspace: here,
  fontArgs: [{ fontPaths: [join(here, "../../../fonts")] }],
});
const openMs = performance.now() - begin;
const report = readFileSync(reportFile, "utf8");

function compile(text) {
  const result = compiler.compile({ mainFilePath: join(here, "report.typ"), inputs: { report: text } });
  if (result.hasError()) {
    result.printErrors();
    process.exit(1);
  }
  return { pdf: compiler.pdf(result.result, { pdfStandard: "ua-1" }), pages: result.result.numOfPages };
}

// The same report with other numbers and another word in every paragraph, so that nothing of the text
// or of the tables' numbers is found in a cache.
function another(value, i, key) {
  if (typeof value === "number") return key === "heading" || key === "year" ? value : value + i;
  if (typeof value === "string") return ["paragraph", "run_in", "list"].includes(key) ? value + i : value;
  if (Array.isArray(value)) return value.map((item) => another(item, i, key));
  return Object.fromEntries(Object.entries(value).map(([name, item]) => [name, another(item, i, name)]));
}

// Compiles another report each time: as a server would, and again with every cache emptied before.
function warm(warmUp, runs) {
  const figures = { another: [], emptied: [] };
  for (let i = 0; i < 2 * (warmUp + runs); i++) {
    const emptied = i % 2 === 1;
    const text = JSON.stringify(another(JSON.parse(report), i));
    if (emptied) compiler.evictCache(0);
    const cpu = process.cpuUsage();
    const start = performance.now();
    compile(text);
    const wall_ms = performance.now() - start;
    const used = process.cpuUsage(cpu);
    if (i >= 2 * warmUp) figures[emptied ? "emptied" : "another"].push({ wall_ms, cpu_ms: (used.user + used.system) / 1000 });
  }
  return figures;
}

if (mode === "cold") {
  const { pdf, pages } = compile(report);
  writeFileSync(rest[0], pdf);
  console.log(JSON.stringify({ open_ms: openMs, pdf_bytes: pdf.length, pages }));
} else {
  console.log(JSON.stringify(warm(Number(rest[0]), Number(rest[1]))));
}
