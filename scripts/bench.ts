// npm run bench [-- --seconds 60 --per-second 200]: floors and the bot in one run; see docs/bench.md
// npm run bench -- --look-back 100000: 回看 at random moments in a journal of so many entries
// npm run bench -- --photos 200: presses of a person while their photos are worked on
import { writeFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { besidePhotosTable, pressesBesidePhotos } from "../bench/measures/beside-photos.ts";
import { lookingBackTable, looksBack } from "../bench/measures/look-back.ts";
import { linesOf, tableOf } from "../bench/report.ts";
import { runBench } from "../bench/run.ts";

const { values } = parseArgs({
  options: {
    seconds: { type: "string", default: "60" },
    "per-second": { type: "string", default: "200" },
    photos: { type: "string" },
    "look-back": { type: "string" },
  },
});
if (values.photos !== undefined) {
  console.log(
    besidePhotosTable(await pressesBesidePhotos(Number(values.photos), (line) => console.error(`… ${line}`))),
  );
  process.exit(0);
}
if (values["look-back"] !== undefined) {
  console.log(lookingBackTable(await looksBack(Number(values["look-back"]), (line) => console.error(`… ${line}`))));
  process.exit(0);
}
const settings = { seconds: Number(values.seconds), perSecond: Number(values["per-second"]) };
const result = await runBench(settings, (line) => console.error(`… ${line}`));
writeFileSync("bench-result.json", `${JSON.stringify({ lines: linesOf(result), ...result }, null, 2)}\n`);
console.log(tableOf(result));
