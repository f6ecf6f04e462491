import { readPoints } from "../../platform/conversation/answers/parse-points.ts";
import { readWhole } from "../../platform/conversation/numerals.ts";
import { scorePhrases } from "../../platform/conversation/phrases.ts";
import { plainAnswer } from "../../platform/conversation/plain.ts";
import { readScoreLine } from "../../platform/conversation/score-line.ts";
import { showEntries } from "../../platform/conversation/score-readings.ts";
import { bare } from "../../platform/conversation/score-reason.ts";
import type { ScoreRow, ScoreRules } from "../../platform/conversation/score-rules.ts";
import { REST_WORDS } from "../../platform/conversation/score-words.ts";
import { BETWEEN_WORDS } from "../../platform/conversation/spoken.ts";
import type { Doubt } from "./open-row.ts";
import { scoringPhrases as phrases } from "./phrases.ts";

const ONES = "[一二三四五六七八九幺两]";
const LINKS = `(?:${BETWEEN_WORDS}|[，,\\s]|还有|然后|接着|对了|就是)*`;
const FILLS = `^${LINKS}`;
/** Between the number and its points. */
const BETWEEN = `(?:${BETWEEN_WORDS}|[那这][条项]|是|给|打|得|改为|改成|应该是|[，,\\s])*`;
/** 三幺不对三一是三分: the number of the row, said again. */
const AGAIN = new RegExp(`${FILLS}[一二三四五六七八九幺]{2,3}(?:不对|错了|不是)[，,\\s]*(?=${ONES})`, "u");
/** 四六那个两分 然后那个四七一分: said between the number and the points, and before the next number. */
const WITHIN = new RegExp(
  `(?<=${ONES}${ONES})${BETWEEN_WORDS}+(?=(?:是|给|打|得|改为|改成|应该是)*(?:${ONES}|零|十|满)分)|(?<=分)${LINKS}(?=${ONES}${ONES}${BETWEEN_WORDS}*(?:是|给|打|得|改为|改成|应该是)*(?:${ONES}|零|十|满)分)`,
  "gu",
);
const saidPlain = (text: string): string =>
  plainAnswer(text).replaceAll(WITHIN, (link, at: number, whole: string) =>
    whole[at - 1] === "分" && link !== "" ? "，" : "",
  );

/** 二三五分因为公示晚了, 三七四分, 一一是四分 */
const SPOKEN = new RegExp(
  `${FILLS}(?<part>${ONES})(?<row>${ONES})${BETWEEN}(?<points>(?:${ONES}|零|十|满)分半?)(?<after>.*)$`,
  "su",
);
/** 23 5 公示少, 23 公示少 */
const WRITTEN =
  /^(?<part>[1-9])(?<row>[1-9])[\s,，、]+(?:(?<points>\d{1,2})\s*分?(?=$|[\s,，、;；:：]))?(?<after>.*)$/su;

const rowOf = ({ sections }: ScoreRules, part = "", row = ""): ScoreRow | undefined => {
  const [section, item] = [part, row].map((one) => readWhole(one.replace("幺", "一")));
  return sections.flatMap(({ rows }) => rows).find(({ id }) => id === `${section}-${item}`);
};

/**
 * A row's number said or written without its stroke: what it may mean is asked, for 二三 may be a number of points, too.
 * Undefined for other words, and where there is no such row.
 */
export function runTogether(rules: ScoreRules, text: string): Doubt | undefined {
  const said = plainAnswer(text);
  const several = severalTogether(rules, text);
  if (several) return several;
  const spoken = SPOKEN.exec(saidPlain(text).replace(AGAIN, ""))?.groups;
  const written = spoken ? undefined : WRITTEN.exec(said)?.groups;
  const found = spoken ?? written;
  const row = found && rowOf(rules, found.part, found.row);
  if (!row || row.knocksOut) return undefined;
  const why = bare((found.after ?? "").replace(/^[，,\s]*是?(?:因为|由于)/u, ""));
  if (written && (written.after?.trim() ?? "") === "" && written.points === undefined) return undefined;
  if (written && why !== "" && !/\p{Script=Han}{2}/u.test(why)) return undefined;
  const points = readPoints((found.points ?? "").replace("幺", "一"), row.maxPoints);
  if (written && why === "" && (points ?? 0) > row.maxPoints) return undefined;
  if (points === undefined || points > row.maxPoints)
    return { sentence: phrases.rowRunTogether(said, row.id, row.maxPoints), readings: [] };
  const reading = `${row.id} ${points}${why === "" ? "" : ` ${why}`}`;
  return askedAs(rules, said, `${row.id} ${points}分${found.after ?? ""}`) ?? doubtOfReading(said, reading);
}

const doubtOfReading = (said: string, reading: string): Doubt => ({
  sentence: phrases.mayBeRow(said, reading),
  readings: [reading],
});

/** 二一给五分嗯哦不对六分: with its number written, it is in doubt by itself. */
function askedAs(rules: ScoreRules, said: string, written: string): Doubt | undefined {
  const line = readScoreLine(rules, written);
  if (line.kind !== "retry") return undefined;
  const { readable, readings = [] } = line;
  const all = [...(readable ? [readable.typed] : []), ...readings];
  return all.length === 0 ? undefined : { sentence: phrases.mayBeRows(said, all.join("」或「")), readings: all };
}

const NEXT = new RegExp(
  `(?<=分|\\p{Script=Han}{2}|[，,。；;\\s])(?=[一二三四五六七八九幺]{2}${BETWEEN}(?:${ONES}|零|十|满)分)`,
  "gu",
);

/** …然后那个, before the next. */
const TRAILS = /(?:[，,。；;\s]|然后|还有|那个|接着)+$/u;
/** …剩下的满分 */
const REST = new RegExp(`[，,。；;\\s]*${REST_WORDS}(?:的|条目)*(?:都|均|全部?|给|打)*满分?[吧了]*[。]?$`, "u");

/**
 * 一一给三分一二给四分一三四分: each with its own points. What a row cannot have is named, and the others are offered. Undefined
 * where not all of it is such rows.
 */
export function severalTogether(rules: ScoreRules, text: string): Doubt | undefined {
  const said = plainAnswer(text);
  const rest = REST.exec(said)?.[0];
  const pieces = saidPlain(text).replace(REST, "").replace(AGAIN, "").split(NEXT);
  if (pieces.length < (rest === undefined ? 2 : 1)) return undefined;
  const rows = pieces.map((piece) => {
    const { part, row: item, points: given = "", after = "" } = SPOKEN.exec(piece)?.groups ?? {};
    const row = rowOf(rules, part, item);
    const points = row && readPoints(given.replace("幺", "一"), row.maxPoints);
    return row && !row.knocksOut && points !== undefined
      ? `${row.id} ${points} ${after.replace(TRAILS, "")}`.trim()
      : undefined;
  });
  if (rows.some((row) => row === undefined)) return undefined;
  const lines = rows.map((row) => readScoreLine(rules, row ?? ""));
  const entries = lines.flatMap((line) => (line.kind === "points" ? line.entries : []));
  const wrong = lines.flatMap((line) => (line.kind === "retry" ? line.sentence : []));
  if (entries.length === 0 || new Set(entries.map(({ row }) => row)).size < entries.length) return undefined;
  const read = showEntries(entries);
  if (wrong.length > 0) return { sentence: phrases.someRunTogether(said, wrong.join(""), read), readings: [read] };
  return doubtOfReading(said, rest === undefined ? read : `${read}；${scorePhrases.rest()}`);
}
