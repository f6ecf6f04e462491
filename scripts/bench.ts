// npm run bench [-- --seconds 60 --per-second 200]: floors and the bot in one run; see docs/bench.md
// npm run bench -- --start: starts on a database and without one
// npm run bench -- --sets [--districts 90] [--cases 3000]: what is asked about all cases of a province
// npm run bench -- --turns [--districts 100] [--seconds 10]: pages of 初评, 帮助 and 进度: time and cost of each
// npm run bench -- --turns --one-by-one: of these only what is done one after the other
// npm run bench -- --turns --peer: the same presses on a bot by grammY after them
// npm run bench -- --against <checkout> [--districts 24] [--seconds 5]: the same on this and another version in turn
// npm run bench -- --scale [--districts 24] [--seconds 8]: one, two and three bots on one database
// npm run bench -- --look-back 100000: 回看 at random moments in a journal of so many entries
// npm run bench -- --documents: workbooks, forms and pictures beside peers, with time and memory
// npm run bench -- --beside-documents: answers at 15 messages a second while workbooks and forms are made
// npm run bench -- --photos 200: presses of a person while their photos are worked on
import { writeFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { againstTable, measuresAgainst } from "../bench/measures/against.ts";
import { answersBesideDocuments, besideDocumentsTable } from "../bench/measures/beside-documents.ts";
import { besidePhotosTable, pressesBesidePhotos } from "../bench/measures/beside-photos.ts";
import { measuresStarts, startsTable } from "../bench/measures/cold-start.ts";
import { documentsTable, makesDocuments } from "../bench/measures/documents.ts";
import { lookingBackTable, looksBack } from "../bench/measures/look-back.ts";
import { measuresPeer, peerLine } from "../bench/measures/peer.ts";
import { measuresScale, scaleTable } from "../bench/measures/scale.ts";
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
    against: { type: "string" },
    peer: { type: "boolean" },
    scale: { type: "boolean" },
    turns: { type: "boolean" },
    "one-by-one": { type: "boolean" },
    profiles: { type: "string" },
    districts: { type: "string", default: "100" },
  },
});
const say = (line: string) => console.error(`… ${line}`);
const districts = Number(values.districts);
const seconds = Number(values.seconds);

const PRESSES = [30, 60, 120];

async function table(): Promise<string> {
  if (values.start) return startsTable(await measuresStarts(say));
  if (values.sets) return setsTable(await measuresSets({ districts, cases: Number(values.cases) }, say));
  if (values.photos !== undefined) return besidePhotosTable(await pressesBesidePhotos(Number(values.photos), say));
  if (values.against !== undefined)
    return againstTable(
      await measuresAgainst(values.against, { ...turnSettings(), presses: PRESSES, messages: [15] }, say),
    );
  if (values.scale) return scaleTable(await measuresScale({ districts, seconds, presses: [60, 120] }, say));
  if (values.turns) {
    const turns = turnsTable(await measuresTurns(turnSettings(), say));
    return values.peer ? [turns, ...(await peerLines())].join("\n") : turns;
  }
  if (values.peer) return (await peerLines()).join("\n");
  if (values.documents) return documentsTable(await makesDocuments(say));
  if (values["beside-documents"]) return besideDocumentsTable(await answersBesideDocuments(say));
  if (values["look-back"] !== undefined) return lookingBackTable(await looksBack(Number(values["look-back"]), say));
  const result = await runBench({ seconds, perSecond: Number(values["per-second"]) }, say);
  writeFileSync("bench-result.json", `${JSON.stringify({ lines: linesOf(result), ...result }, null, 2)}\n`);
  return tableOf(result);
}

const peerLines = async (): Promise<string[]> =>
  (
    await measuresPeer(
      PRESSES.map((perSecond) => ({ perSecond, seconds })),
      say,
    )
  ).map(peerLine);

const turnSettings = () => ({
  districts,
  seconds,
  rounds: 200,
  presses: values["one-by-one"] ? [] : PRESSES,
  messages: values["one-by-one"] ? [] : [15, 200],
  profiles: values.profiles,
});

console.log(await table());
process.exit(0);
