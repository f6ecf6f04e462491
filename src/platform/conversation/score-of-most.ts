import { doubtPhrases } from "./score-doubt-phrases.ts";
import { askEither, askReading } from "./score-readings.ts";
import { bare } from "./score-reason.ts";
import type { ScoreLine, ScoreRow, ScoreRules } from "./score-rules.ts";
import { COUNTS } from "./score-words.ts";

/** 3/4 车位公示不全 */
const OF = new RegExp(
  `^(?<points>\\d{1,2}(?:\\.\\d)?)\\s*分?\\s*[/／]\\s*(?<most>\\d{1,2})(?![\\d.－-])(?<counts>${COUNTS.replace("分", "")})?分?(?<after>.*)$`,
  "su",
);

/** 4-6 按满分计 */
const FULLY = /^按满分(?:计(?:算|分)?|给|打)?(?=$|[\s，,。；;])/u;

/**
 * 3/5 车位公示不全: points of the row's maximum, written as the points alone; of another maximum it is asked. Other
 * words stay as they are.
 */
export function pointsOfMost(rules: ScoreRules, row: ScoreRow, said: string): string | ScoreLine {
  if (row.knocksOut) return said;
  const { points = "", most = "", counts, after = "" } = OF.exec(said)?.groups ?? {};
  if (points === "") return said.replace(FULLY, "满分");
  if (counts === undefined && Number(most) === row.maxPoints) return `${points} ${after.trim()}`.trim();
  const sentence = doubtPhrases.otherMost(row.id, `${points}/${most}${counts ?? ""}`, row.maxPoints);
  if (counts !== undefined || Number(points) > row.maxPoints) return { kind: "retry", sentence, rows: [row.id] };
  return askReading(rules, row, { points: Number(points), reason: bare(after), sentence });
}

const TAKEN_OFF = /^[（(]?[扣减](?:去|掉|了)?(?<off>\d{1,2}(?:\.\d)?)分/u;

/** 2（扣1分，监控坏了）: what is taken off does not agree with what is given. Undefined: it does. */
export function againstTaken(
  rules: ScoreRules,
  row: ScoreRow,
  { points, reason }: { points: number; reason: string },
): ScoreLine | undefined {
  const off = TAKEN_OFF.exec(reason)?.groups?.off;
  const left = row.maxPoints - Number(off);
  if (off === undefined || left === points || left < 0) return undefined;
  const why = reason.replace(TAKEN_OFF, "").replace(/^[\s，,：:。；;]+/u, "");
  const readings = [points, left].map((one) => ({ points: one, reason: why }));
  return askEither(rules, row, readings, doubtPhrases.takenOff(row.id, points, `扣${off}分`, left));
}
