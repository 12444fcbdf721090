// The rival's paragraphs: compiles lines.typ. Usage: node lines.mjs PARAGRAPHS.json OUT.pdf
// NIANBAO_TOOLS is the folder whose node_modules holds the compiler.
import { createRequire } from "node:module";
import { readFileSync, writeFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";

const here = dirname(fileURLToPath(import.meta.url));
const require = createRequire(join(resolve(process.env.NIANBAO_TOOLS), "here.js"));
const { NodeCompiler } = require("@myriaddreamin/typst-ts-node-compiler");

const [input, output] = process.argv.slice(2);
const compiler = NodeCompiler.create({ workspace: here, fontArgs: [{ fontPaths: [join(here, "../../../fonts")] }] });
const result = compiler.compile({
  mainFilePath: join(here, "lines.typ"),
  inputs: { paragraphs: readFileSync(input, "utf8") },
});
if (result.hasError()) {
  result.printErrors();
  process.exit(1);
}
writeFileSync(output, compiler.pdf(result.result, {}));
