// npm run bench [-- --seconds 60 --per-second 200]: floors and the bot in one run; see docs/bench.md
// npm run bench -- --start: starts on a database and without one
// npm run bench -- --sets [--districts 90] [--cases 3000]: what is asked about all cases of a province
// npm run bench -- --turns [--districts 100] [--seconds 10]: pages of 初评, 帮助 and 进度: time and cost of each
// npm run bench -- --look-back 100000: 回看 at random moments in a journal of so many entries
// npm run bench -- --documents: workbooks, forms and pictures beside peers, with time and memory
// npm run bench -- --beside-documents: answers at 15 messages a second while workbooks and forms are made
// npm run bench -- --photos 200: presses of a person while their photos are worked on
import { writeFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { answersBesideDocuments, besideDocumentsTable } from "../bench/measures/beside-documents.ts";
import { besidePhotosTable, pressesBesidePhotos } from "../bench/measures/beside-photos.ts";
import { measuresStarts, startsTable } from "../bench/measures/cold-start.ts";
import { documentsTable, makesDocuments } from "../bench/measures/documents.ts";
import { lookingBackTable, looksBack } from "../bench/measures/look-back.ts";
import { measuresSets, setsTable } from "../bench/measures/sets.ts";
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
    start: { type: "boolean" },
    sets: { type: "boolean" },
    cases: { type: "string", default: "3000" },
    turns: { type: "boolean" },
    profiles: { type: "string" },
    districts: { type: "string", default: "100" },
  },
});
const say = (line: string) => console.error(`… ${line}`);
const districts = Number(values.districts);
const seconds = Number(values.seconds);

async function table(): Promise<string> {
  if (values.start) return startsTable(await measuresStarts(say));
  if (values.sets) return setsTable(await measuresSets({ districts, cases: Number(values.cases) }, say));
  if (values.photos !== undefined) return besidePhotosTable(await pressesBesidePhotos(Number(values.photos), say));
  if (values.turns) return turnsTable(await measuresTurns(turnSettings(), say));
  if (values.documents) return documentsTable(await makesDocuments(say));
  if (values["beside-documents"]) return besideDocumentsTable(await answersBesideDocuments(say));
  if (values["look-back"] !== undefined) return lookingBackTable(await looksBack(Number(values["look-back"]), say));
  const result = await runBench({ seconds, perSecond: Number(values["per-second"]) }, say);
  writeFileSync("bench-result.json", `${JSON.stringify({ lines: linesOf(result), ...result }, null, 2)}\n`);
  return tableOf(result);
}

const turnSettings = () => ({
  districts,
  seconds,
  presses: [30, 60, 120],
  profiles: values.profiles,
});

console.log(await table());
process.exit(0);
