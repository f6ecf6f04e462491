import { join } from "node:path";
import { checkDefinition } from "../src/campaign/definition/check.ts";
import { loadDefinition } from "../src/campaign/definition/load.ts";
import { problemLines, soundLine } from "../src/campaign/definition/report.ts";

const [verb, folder] = process.argv.slice(2);
if (verb !== "check" || folder === undefined) {
  console.error("用法：npm run campaign -- check <活动文件夹>");
  process.exitCode = 2;
} else {
  const problems = checkDefinition(folder);
  const lines = problemLines(problems.map((problem) => ({ ...problem, file: join(folder, problem.file) })));
  console.log(problems.length === 0 ? soundLine(loadDefinition(folder)) : lines.join("\n"));
  process.exitCode = problems.length === 0 ? 0 : 1;
}
