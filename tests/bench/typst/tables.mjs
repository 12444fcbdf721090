// The rival's runner for long tables. Usage: node tables.mjs ROWS.json RUNS; figures as JSON.
// NIANBAO_TOOLS is the folder whose node_modules holds the compiler.
import { createRequire } from "node:module";
import { readFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";

const here = dirname(fileURLToPath(import.meta.url));
const require = createRequire(join(resolve(process.env.NIANBAO_TOOLS), "here.js"));
const { NodeCompiler } = require("@myriaddreamin/typst-ts-node-compiler");

const [file, runs] = process.argv.slice(2);
const compiler = NodeCompiler.create({ workspace: here, fontArgs: [{ fontPaths: [join(here, "../../../fonts")] }] });
const rows = JSON.parse(readFileSync(file, "utf8"));

function compile(text) {
  const begin = performance.now();
  const result = compiler.compile({ mainFilePath: join(here, "tables.typ"), inputs: { rows: text } });
  if (result.hasError()) {
    result.printErrors();
    process.exit(1);
  }
  const pdf = compiler.pdf(result.result, { pdfStandard: "ua-1" });
  return { ms: performance.now() - begin, bytes: pdf.length, pages: result.result.numOfPages };
}

compile(JSON.stringify(rows.slice(0, 20)));
const found = [];
for (let run = 0; run < Number(runs); run++) {
  compiler.evictCache(0);
  found.push(compile(JSON.stringify(rows.map((row) => row.map((cell) => cell + (run > 0 ? run % 10 : ""))))));
}
found.sort((a, b) => a.ms - b.ms);
const middle = found[Math.floor(found.length / 2)];
console.log(JSON.stringify({ ...middle, peak_kb: process.resourceUsage().maxRSS }));
