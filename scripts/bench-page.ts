// npm run bench:page: the emulator's page with a large organisation beside a plain page; see docs/bench.md
import { writeFileSync } from "node:fs";
import { pageLinesOf, pageTableOf } from "../bench/page/report.ts";
import { runPageBench } from "../bench/page/run.ts";

const result = await runPageBench((line) => console.error(`… ${line}`));
writeFileSync("bench-page-result.json", `${JSON.stringify({ lines: pageLinesOf(result), ...result }, null, 2)}\n`);
console.log(pageTableOf(result));
