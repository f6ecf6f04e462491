// npm run bench [-- --seconds 60 --per-second 200]: floors and the bot in one run; see docs/bench.md
// npm run bench -- --look-back 100000: 回看 at random moments in a journal of so many entries
// npm run bench -- --documents: workbooks, forms and pictures beside peers, with time and memory
// npm run bench -- --beside-documents: answers at 15 messages a second while workbooks and forms are made
// npm run bench -- --turns [--districts 100] [--seconds 10]: pages of 初评, 帮助 and 进度: time and cost of each
// npm run bench -- --photos 200: presses of a person while their photos are worked on
import { writeFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { answersBesideDocuments, besideDocumentsTable } from "../bench/measures/beside-documents.ts";
import { besidePhotosTable, pressesBesidePhotos } from "../bench/measures/beside-photos.ts";
import { documentsTable, makesDocuments } from "../bench/measures/documents.ts";
import { lookingBackTable, looksBack } from "../bench/measures/look-back.ts";
import { measuresTurns, turnsTable } from "../bench/measures/turns.ts";
import { linesOf, tableOf } from "../bench/report.ts";
import { runBench } from "../bench/run.ts";

const { values } = parseArgs({
  options: {
    seconds: { type: "string", default: "60" },
    "per-second": { type: "string", default: "200" },
    photos: { type: "string" },
    documents: { type: "boolean" },
    "beside-documents": { type: "boolean" },
    "look-back": { type: "string" },
    turns: { type: "boolean" },
    profiles: { type: "string" },
    districts: { type: "string", default: "100" },
  },
});
if (values.photos !== undefined) {
  console.log(
    besidePhotosTable(await pressesBesidePhotos(Number(values.photos), (line) => console.error(`… ${line}`))),
  );
  process.exit(0);
}
if (values.turns) {
  const turns = {
    districts: Number(values.districts),
    seconds: Number(values.seconds),
    presses: [30, 60, 120],
    profiles: values.profiles,
  };
  console.log(turnsTable(await measuresTurns(turns, (line) => console.error(`… ${line}`))));
  process.exit(0);
}
if (values.documents) {
  console.log(documentsTable(await makesDocuments((line) => console.error(`… ${line}`))));
  process.exit(0);
}
if (values["beside-documents"]) {
  console.log(besideDocumentsTable(await answersBesideDocuments((line) => console.error(`… ${line}`))));
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
