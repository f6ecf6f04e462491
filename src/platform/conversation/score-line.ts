import { readPoints } from "./answers/parse-points.ts";
import { scorePhrases } from "./phrases.ts";
import { plainAnswer } from "./plain.ts";
import { addedReason } from "./score-added.ts";
import { keepsReason, readAround, withoutItsName } from "./score-around.ts";
import { withCorrections } from "./score-corrected.ts";
import { countedAsked } from "./score-counted.ts";
import { countedTable } from "./score-counted-table.ts";
import { doubtPhrases } from "./score-doubt-phrases.ts";
import { fullAsked } from "./score-full.ts";
import { withMergedCells } from "./score-merged-cells.ts";
import { withoutItsWords } from "./score-named.ts";
import { takesNothingOff } from "./score-no-reason.ts";
import { isRemarkAlone, notApplicableWhy, rowFirst, withoutRemark, withRemark } from "./score-notes.ts";
import { againstTaken, pointsOfMost } from "./score-of-most.ts";
import { pointsOfOpen } from "./score-of-open.ts";
import { otherRowIn } from "./score-other-row.ts";
import { askCorrected, askDeducted, askEither, askEnding, askReading, showEntries } from "./score-readings.ts";
import { bare, behindPoints, ownReason, reasonAlone, reasonFirst } from "./score-reason.ts";
import { restOfPart } from "./score-rest-of-part.ts";
import {
  exampleRow,
  rowIdOf,
  type ScoreEntry,
  type ScoreLine,
  type ScoreRow,
  type ScoreRules,
  unfitPoints,
} from "./score-rules.ts";
import { pointsAsBefore, wholeInDoubt } from "./score-same.ts";
import { readSection } from "./score-section.ts";
import { scoreSegments } from "./score-segments.ts";
import { readShared } from "./score-shared.ts";
import { rowIn } from "./score-table.ts";
import { shown, together } from "./score-together.ts";
import { eitherOf, endsInPoints, saysUnmet, takesBack } from "./score-turn.ts";
import { readVerdictOf } from "./score-verdict.ts";
import { DECIMAL, GIVES, ID, POINTS, SAID_POINTS } from "./score-words.ts";
import { type WrittenScores, writtenScores } from "./score-written.ts";
import { withoutBetween } from "./spoken.ts";

const REST = /^(?:其余|其他|其它|剩下|剩余)(?:的|条目|各项)*(?:都|均|全部|全|给|打|为|是)*(?:满分?|mf)[吧了啊]*$/i;
const ROW =
  /^(\d{1,2}|[一二三四五六七八九十]{1,3})\s*[-－‐‑‒–—―−]\s*(\d{1,2}|[一二三四五六七八九十]{1,3})(?![\d年月－-])(?:[\s,，;；:：、.]|—{2}|-{2})*/;
/**
 * Parses typed points: `一 4 4 4 5 3`, `3-5 4`, `1-2 3 理由`, `其余满分`, also several of them in one message, spoken or
 * pasted: all are recorded or none. Never throws.
 */
export function readScoreLine(rules: ScoreRules, written: string): ScoreLine {
  const typed = withMergedCells(rules, written);
  const counted = countedTable(rules, typed);
  if (counted !== undefined) return typeof counted === "string" ? readMessage(rules, counted) : counted;
  return withCorrections(typed, (text) => readMessage(rules, text)) ?? readMessage(rules, typed);
}

function readMessage(rules: ScoreRules, typed: string): ScoreLine {
  const written = writtenScores(rules, typed);
  const line = restOfPart(rules, typed, readWritten(rules, written));
  return line.kind === "points" && written.beside.length > 0 ? { ...line, beside: written.beside } : line;
}

function readWritten(rules: ScoreRules, { text, problems }: Pick<WrittenScores, "text" | "problems">): ScoreLine {
  const segments = scoreSegments(text, (written) => rowOf(rules, written) !== undefined);
  const lines: ScoreLine[] = [];
  for (const segment of segments)
    lines.push(pointsAsBefore(rules, segment, lines.at(-1)) ?? readSegment(rules, segment));
  const ofOpen =
    lines[0]?.kind === "none"
      ? pointsOfOpen(rules, segments, (one) => readWritten(rules, { text: one, problems: [] }))
      : undefined;
  if (ofOpen) lines[0] = ofOpen;
  const [only, second] = lines;
  if (problems.length === 0) {
    if (only === undefined) return { kind: "none" };
    if (second === undefined) return only.kind === "retry" ? shown([only], only.good ?? []) : only;
    if (lines.every(({ kind }) => kind === "none")) return { kind: "none" };
  }
  const refused = problems.map(
    ({ sentence, rows, choices = [] }): ScoreLine => ({
      ...{ kind: "retry", sentence, rows },
      choices: choices.flatMap(({ label, typed }) => {
        const line = readScoreLine(rules, typed);
        const shown = line.kind === "points" ? showEntries(line.entries) : "";
        return shown === "" ? [] : [{ label: label || scorePhrases.recordReading(shown), typed: shown }];
      }),
    }),
  );
  const readings = problems.flatMap(({ reading }) => reading ?? []);
  if (readings.length > 0 && readings.length === problems.length && lines.every(({ kind }) => kind === "points"))
    return asked(rules, refused, [...readings, ...segments].join("；"));
  const line = together(rules, [...problems.map(() => ""), ...segments], [...refused, ...lines]);
  return problems.length === 0 ? (wholeInDoubt(rules, lines) ?? line) : line;
}

/** Every part was read, and of some it is not sure that they are points: asked, with that reading on a button. */
function asked(rules: ScoreRules, refused: readonly ScoreLine[], reading: string): ScoreLine {
  const line = readScoreLine(rules, reading);
  if (line.kind !== "points") return line;
  const typed = showEntries(line.entries) + (line.rest ? `；${scorePhrases.rest()}` : "");
  const [first] = refused;
  const rows = line.entries.map(({ row }) => row);
  const sentence = first?.kind === "retry" ? first.sentence : "";
  const entries = rows.length + (line.rest ? 1 : 0);
  const readable = { entries, typed, doubtful: true as const };
  return { kind: "retry", sentence: scorePhrases.mayMean(sentence, typed, entries), readable, rows };
}

function readSegment(rules: ScoreRules, line: string): ScoreLine {
  const plain = plainAnswer(line);
  const compact = plain.replaceAll(" ", "");
  if (REST.test(compact)) return { kind: "rest" };
  const full = fullAsked(rules, plain) ?? countedAsked(rules, plain);
  if (full) return full;
  if (isRemarkAlone(line)) return { kind: "retry", sentence: scorePhrases.remarkOfWhich(exampleRow(rules).id) };
  const written = rowFirst(line);
  const row = ROW.exec(written);
  return row ? readRow(rules, row, written.slice(row[0].length)) : readSection(rules, plain);
}

const rowOf = (rules: ScoreRules, written: string): ScoreRow | undefined => rowIn(rules, rowIdOf(written));

function readRow(rules: ScoreRules, match: RegExpExecArray, rest: string): ScoreLine {
  const id = rowIdOf(`${match[1]}-${match[2]}`);
  const row = rowOf(rules, id);
  if (!row) return unknownRow(rules, id, rest);
  if (rest === "") return { kind: "row", row: id };
  const noted = withoutRemark(rest);
  if (noted.remark === undefined) return readGiven(rules, row, rest);
  return withRemark(noted.rest.trim() === "" ? undefined : readGiven(rules, row, noted.rest), id, noted.remark);
}

/** No such row; 1-14分, as a telephone writes down 一杠一四分, may be 1-1 with 4. */
function unknownRow(rules: ScoreRules, id: string, rest: string): ScoreLine {
  const ranges = rules.sections.map((section) => `${section.rows[0]?.id}至${section.rows.at(-1)?.id}`);
  const sentence = scorePhrases.unknownRow(id, ranges.join("、"));
  const row = /-\d\d$/.test(id) && rest.startsWith("分") ? rowOf(rules, id.slice(0, -1)) : undefined;
  const line = row && readGiven(rules, row, `${id.slice(-1)}${rest}`);
  if (line?.kind !== "points") return { kind: "retry", sentence };
  const typed = showEntries(line.entries);
  return {
    ...{ kind: "retry", sentence: scorePhrases.mayMean(sentence, typed, 1), rows: line.entries.map((one) => one.row) },
    readable: { entries: 1, typed, doubtful: true },
  };
}

function readGiven(rules: ScoreRules, row: ScoreRow, given: string): ScoreLine {
  const { id } = row;
  const rest = pointsOfMost(rules, row, withoutItsName(row, withoutItsWords(row, withoutBetween(given))));
  if (typeof rest === "object") return rest;
  const why = notApplicableWhy(rest);
  if (why !== undefined) {
    const unfit = rules.notNone?.(id);
    if (unfit !== undefined) return { kind: "retry", sentence: unfit, rows: [id] };
    return { kind: "points", entries: [{ row: id, notApplicable: true, ...(why === "" ? {} : { reason: why }) }] };
  }
  const either = eitherOf(rest);
  if (either && !row.knocksOut && either.every((points) => unfitPoints(rules, row, points) === undefined)) {
    const readings = either.map((points) => ({ points, reason: "" }));
    return askEither(rules, row, readings, doubtPhrases.whichPoints(id, rest));
  }
  const shared = readShared(rules, { first: id, said: rest }, (one) => readSegment(rules, one));
  if (shared) return shared;
  if (row.knocksOut) return readVerdictOf(id, rest);
  const deducted = askDeducted(rules, row, rest);
  if (deducted) return deducted;
  const [, number = "", after = ""] =
    POINTS.exec(rest.replace(RECORDED_AS, "$1").replace(SCORED, "").replace(GIVEN, "").replace(DECIMAL, "$1.$2")) ?? [];
  const points = readPoints(number, row.maxPoints);
  const reason = bare(after).replace(/^[吧了啊呀的]+$/u, "");
  if (REST_BEHIND.test(reason)) return { kind: "retry", sentence: scorePhrases.noRow(reason), rows: [id] };
  const ending = points === undefined ? endsInPoints(rest, row.maxPoints) : undefined;
  if (ending) return askEnding(rules, row, { ...ending, said: rest });
  const added = points === undefined ? addedReason(rest) : undefined;
  const more = added === undefined ? undefined : reasonAlone(rules, id, added);
  if (more) return { kind: "points", entries: [{ row: id, reason: more, adds: true }] };
  const around = points === undefined ? readAround(rules, row, rest) : undefined;
  if (around) return around;
  const alone = points === undefined ? reasonAlone(rules, id, rest) : undefined;
  if (alone !== undefined) return { kind: "points", entries: [{ row: id, reason: alone }] };
  const first = points === undefined ? reasonFirst(rest, row.maxPoints) : undefined;
  if (first) return askReading(rules, row, { ...first, sentence: scorePhrases.reasonFirst(id, rest) });
  // 1-3 4 1-4: of the row behind it no points are said.
  const next = points === undefined ? undefined : rowOf(rules, NEXT_ALONE.exec(reason)?.[0] ?? "");
  if (points !== undefined && next && next.id !== id && unfitPoints(rules, row, points) === undefined) {
    const good = [{ row: id, points }];
    return { kind: "retry", sentence: scorePhrases.noPoints(next.id), rows: [id, next.id], good };
  }
  if (BY_FIGURES.test(rest)) return { kind: "retry", sentence: scorePhrases.noPoints(id), rows: [id] };
  if (points === undefined || (reason !== "" && !/[\p{L}%％]/u.test(reason)))
    return { kind: "retry", sentence: scorePhrases.notPoints(rest, row), rows: [id] };
  const unfit = unfitPoints(rules, row, points);
  if (unfit !== undefined) {
    // 三分…不对…四分: what is said last may be what the row can have.
    const last = withReason(rules, row, { points, after, reason });
    if (last.kind === "retry" && last.readable?.doubtful) return last;
    const { other } = ownReason(rules, id, reason);
    const beside = other === undefined ? "" : scorePhrases.noReason(id, other);
    return { kind: "retry", sentence: unfit + beside, rows: [id] };
  }
  const other = otherRowIn(rules, id, reason);
  if (other !== undefined) return { kind: "retry", sentence: scorePhrases.otherRow(id, other), rows: [id] };
  return withReason(rules, row, { points, after, reason });
}

const NEXT_ALONE = new RegExp(`^${ID}$`, "u");

/** The words behind the points: a reason, none, or something that is asked about. */
function withReason(
  rules: ScoreRules,
  row: ScoreRow,
  { points, after, reason }: { points: number; after: string; reason: string },
): ScoreLine {
  const { id } = row;
  if (points === row.maxPoints ? takesNothingOff(reason) : keepsReason(after))
    return { kind: "points", entries: [{ row: id, points }] };
  const added = addedReason(after);
  if (added !== undefined) {
    const more = withReason(rules, row, { points, after: added, reason: bare(added) });
    return more.kind === "points"
      ? { ...more, entries: more.entries.map((one): ScoreEntry => ({ ...one, adds: true })) }
      : more;
  }
  if (row.allOrNothing && points === row.maxPoints && saysUnmet(reason)) {
    const readings = [
      { points: 0, reason },
      { points, reason: "" },
    ];
    return askEither(rules, row, readings, doubtPhrases.unmet(id, points, reason));
  }
  const ending = points === row.maxPoints ? endsInPoints(after, row.maxPoints) : undefined;
  if (ending?.apart && ending.points < points && unfitPoints(rules, row, ending.points) === undefined)
    return askEither(rules, row, [ending, { points, reason }], scorePhrases.corrected(id, points, reason));
  const taken = againstTaken(rules, row, { points, reason });
  if (taken) return taken;
  const behind = behindPoints(rules, id, { after, reason });
  switch (behind.kind) {
    case "reason":
      return { kind: "points", entries: [{ row: id, points, ...(reason === "" ? {} : { reason }) }] };
    case "takenAway":
      return { kind: "points", entries: [{ row: id, points, reason: "" }] };
    case "corrected":
      return askCorrected(rules, row, { points, reason, later: behind.points, before: behind.before });
    case "reworded":
      return askReading(rules, row, { points, reason: behind.last, sentence: doubtPhrases.reworded(id, behind.said) });
    case "noReason": {
      const sentence = scorePhrases.noReason(id, behind.said);
      // 三分 不对不对两点五: what is taken back is not offered.
      if (takesBack(behind.said)) return { kind: "retry", sentence, rows: [id] };
      const before = /\p{L}/u.test(behind.before) ? behind.before : "";
      const good = [{ row: id, points, ...(before === "" ? {} : { reason: before }) }];
      return { kind: "retry", sentence, rows: [id], good };
    }
  }
}

/** 3-3 按数据: an order, with no points. */
const BY_FIGURES = /^[就也都先]*按(?:照)?(?:已填|市级|填报)?的?数据(?:评分|打分|记分|[评打记算给来])?[吧了。]*$/u;
/** 按4分记 */
const RECORDED_AS = new RegExp(
  `^就?按\\s*(\\d{1,2}(?:\\.\\d)?分?|${SAID_POINTS}|满分)(?:来)?(?:记录?|打|给|算|评)[了吧]*(?=$|[\\s,，。；;])`,
  "u",
);
/** 4-7，得分2 */
const SCORED = /^(?:得分|评分|分数|初评分?)[:：\s]*(?=[\d零〇一二三四五六七八九十两满])/u;
/** 1-1得4分, 1-1改为3 */
const GIVEN = new RegExp(`^${GIVES}\\s*`, "u");
/** 1-1满分其余0 */
const REST_BEHIND = /^(?:其余|其他|其它|剩下|剩余)[都均全各的]{0,2}\s*(?:满分|零分?|\d)/u;
