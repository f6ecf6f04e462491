import { readPoints } from "./answers/parse-points.ts";
import { scorePhrases } from "./phrases.ts";
import { doubtPhrases } from "./score-doubt-phrases.ts";
import { saysNothing } from "./score-no-reason.ts";
import { bare, ownReason, reasonAlone } from "./score-reason.ts";
import { type ScoreEntry, type ScoreLine, type ScoreRow, type ScoreRules, unfitPoints } from "./score-rules.ts";
import { COUNTS } from "./score-words.ts";

/** Behind 理由： a number at the end of a reason is none of points. */
const ENDS_APART = /[\s,，:：]\d{1,2}(?:\.\d)?$|[\s,，][零〇一二三四五六七八九十两]$/u;
const ENDS_IN_NUMBER = new RegExp(`\\d$|${ENDS_APART.source}`, "u");

/** Points as they can be sent again: 1-1 4；1-2 3 会议记录不全. */
export const showEntries = (entries: readonly ScoreEntry[]): string =>
  entries
    .map(({ row, points, knockedOut, notApplicable, reason, adds, remark }) => {
      const given = knockedOut === undefined ? points : knockedOut ? "否决" : "通过";
      const noted = remark === undefined ? undefined : `备注 ${remark === "" ? "无" : remark}`;
      const led = given === undefined ? ENDS_IN_NUMBER : ENDS_APART;
      const isLed = !notApplicable && !adds && led.test(reason ?? "");
      const why =
        reason === ""
          ? scorePhrases.reasonAway()
          : adds
            ? `${doubtPhrases.reasonAdded()}${reason}`
            : isLed
              ? `${scorePhrases.reasonLed()}${reason}`
              : reason;
      return [row, notApplicable ? "不适用" : given, why, noted].filter((part) => part !== undefined).join(" ");
    })
    .join("；");

/** Beside others a reading is offered by its own words: the sentence names that button. */
export const asReading = ({ sentence, readable }: Extract<ScoreLine, { kind: "retry" }>): string =>
  readable
    ? sentence.replaceAll(scorePhrases.recordRead(readable.entries), scorePhrases.recordReading(readable.typed))
    : sentence;

interface Reading {
  points: number;
  reason: string;
}

/** Of two readings each that the row can have is offered; the points said last come first. */
export function askEither(rules: ScoreRules, row: ScoreRow, readings: readonly Reading[], sentence: string): ScoreLine {
  const [first, second] = readings.filter(({ points }) => unfitPoints(rules, row, points) === undefined);
  const lead = sentence + readings.map(({ points }) => unfitPoints(rules, row, points) ?? "").join("");
  if (!first) return { kind: "retry", sentence: lead, rows: [row.id] };
  const one = askReading(rules, row, { ...first, sentence: lead });
  if (!second || one.kind !== "retry") return one;
  const other = showEntries([entryOf(row, second)]);
  // Equal words are one button.
  if (other === one.readable?.typed) return one;
  return { ...one, sentence: doubtPhrases.mayMeanEither(lead, one.readable?.typed ?? "", other), readings: [other] };
}

/** 三分…不对四分: both are offered. What was taken back is not, where the row cannot have what was said last. */
export function askCorrected(
  rules: ScoreRules,
  row: ScoreRow,
  { points, reason, later, before }: Reading & { later: string; before: string },
): ScoreLine {
  const said = readPoints(later, row.maxPoints) ?? Number.NaN;
  const why = (given: number) => (given < row.maxPoints ? before : "");
  const sentence = scorePhrases.corrected(row.id, points, reason);
  const unfit = unfitPoints(rules, row, said);
  if (unfit !== undefined) return { kind: "retry", sentence: sentence + unfit, rows: [row.id] };
  const readings = [said, points].map((one) => ({ points: one, reason: why(one) }));
  return askEither(rules, row, readings, sentence);
}

const entryOf = ({ id }: ScoreRow, { points, reason }: Reading): ScoreEntry => ({
  ...{ row: id, points },
  // 四分不变: no reason of the points that are offered.
  ...(reason === "" || (saysNothing(reason) && reason !== "同上") ? {} : { reason }),
});

/** All of it was read, and is offered, not recorded. */
export function inDoubt(sentence: string, typed: string, rows: readonly string[]): ScoreLine {
  const readable = { entries: rows.length, typed, doubtful: true as const };
  return { kind: "retry", sentence: scorePhrases.mayMean(sentence, typed, rows.length), readable, rows };
}

/** What may be meant, where the row can have the points. */
export function askReading(
  rules: ScoreRules,
  row: ScoreRow,
  { points, reason, sentence }: Reading & { sentence: string },
): ScoreLine {
  const rows = [row.id];
  const unfit = unfitPoints(rules, row, points);
  if (unfit !== undefined) return { kind: "retry", sentence: unfit, rows };
  const { own, other } = ownReason(rules, row.id, reason);
  const typed = showEntries([entryOf(row, { points, reason: own })]);
  const readable = { entries: 1, typed, doubtful: true as const };
  const said = other === undefined ? sentence : sentence + scorePhrases.noReason(row.id, other);
  return { kind: "retry", sentence: scorePhrases.mayMean(said, typed, 1), rows, readable };
}

/** 3-5 绿化差 4: the number behind the reason may be the points. */
export function askEnding(
  rules: ScoreRules,
  row: ScoreRow,
  { points, reason, said }: { points: number; reason: string; said: string },
): ScoreLine {
  const asReason = reasonAlone(rules, row.id, `${scorePhrases.reasonLed()}${said}`)
    ? showEntries([{ row: row.id, reason: said }])
    : undefined;
  const unfit = unfitPoints(rules, row, points);
  const sentence = unfit ?? doubtPhrases.endsInPoints(row.id, said);
  const typed = unfit === undefined ? showEntries([{ row: row.id, points, reason }]) : asReason;
  if (typed === undefined) return { kind: "retry", sentence, rows: [row.id] };
  const readable = { entries: 1, typed, doubtful: true as const };
  return asReason === undefined || unfit !== undefined
    ? { kind: "retry", sentence: scorePhrases.mayMean(sentence, typed, 1), rows: [row.id], readable }
    : {
        ...{ kind: "retry", sentence: doubtPhrases.mayMeanEither(sentence, typed, asReason), rows: [row.id] },
        ...{ readable, readings: [asReason] },
      };
}

/** 五分里面扣一分 */
const OF_MOST = /^(\d+|[零〇一二三四五六七八九十两]+)分?(?:里面?|里头|当中|中|的基础上)(?=[扣减])/u;
/** 3-5扣一分 */
const DEDUCTED = new RegExp(
  `^(?:应|需|酌情)?[扣减](?:去|掉|了)?\\s*(\\d+(?:\\.\\d+)?|[零〇一二三四五六七八九十两]+)\\s*(?:分(?!之)|(?=$|[\\s,，。;；:：])|(?=\\p{Script=Han}{2})(?!${COUNTS}))[\\s,，。;；:：]*(.*)$`,
  "su",
);

/** What is taken off, and from what, is asked. Undefined: nothing is. */
export function askDeducted(rules: ScoreRules, row: ScoreRow, given: string): ScoreLine | undefined {
  const [fromMost, most = ""] = OF_MOST.exec(given) ?? [];
  const isOfMost = fromMost !== undefined && readPoints(most, undefined) === row.maxPoints;
  const [said, off = "", after = ""] = DEDUCTED.exec(isOfMost ? given.slice(fromMost.length) : given) ?? [];
  if (said === undefined) return undefined;
  const points = row.maxPoints - (readPoints(off, 0) ?? Number.NaN);
  return askReading(rules, row, {
    ...{ points, reason: bare(after) },
    sentence: scorePhrases.deducted(row.id, `扣${off}分`, points),
  });
}
