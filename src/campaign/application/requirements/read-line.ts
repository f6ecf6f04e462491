import type { findDates } from "../../../platform/conversation/answers/find-dates.ts";
import { isSignature } from "../../../platform/conversation/beside-form.ts";
import { simplified } from "../../../platform/conversation/simplified.ts";
import { turned } from "../../../platform/conversation/turned-table.ts";
import type { Definition } from "../../definition/definition.ts";
import { nounsOf } from "../../directory/nouns.ts";
import { withoutWording, writeDottedIds, writeIds } from "./clause-ids.ts";
import type { Entries, List } from "./entries.ts";
import { EntriesRead } from "./entries-read.ts";
import {
  amountsBeside,
  type FigureWord,
  figureAt,
  figureEntries,
  figureWords,
  listedAt,
  percentBeside,
  shareAt,
} from "./figure-words.ts";
import { linesSaid } from "./pasted-lines.ts";
import { requirementPhrases as phrases } from "./phrases.ts";
import { readNumber } from "./read-number.ts";
import { type Part, readRun } from "./read-run.ts";
import { type Note, readRow } from "./read-table.ts";
import type { Figure } from "./requirements.ts";
import { fineAt, restAt, standingAt, standingIn } from "./standing-words.ts";
import { withoutEither } from "./whole-items.ts";

export interface ReadLine {
  entries: Entries;
  /** Something of 附件1 is said, though it may not be recorded as it stands. */
  speaks: boolean;
  problems: readonly string[];
}

type When = Parameters<typeof findDates>[1];

interface Facts {
  definition: Definition;
  figures: readonly FigureWord[];
  when: When;
}

/** What says nothing by itself. */
const SILENT =
  /^(?:[\s、:()]|[和及与]|要求|附件\d+|以上|上述|嗯|呃|那个|就是|然后|还有|另外|请?(?:填|写|记)(?:为|成)?|除(?:了|去|开)(?=[\s\d])|(?:现在|已经?)?(?:查过|核实过?|核对过?|问过|确认过?)(?:了|后|清楚了?)*|就是|(?:不对|错了)?(?:应该是|应当是|应为|改成|改为)|[的有是为都均也])+/u;
const ID = "\\d{1,2}-\\d{1,2}";
const IDS = new RegExp(`^(?:(?<![\\d-])${ID}(?![\\d-])|第\\d{1,2}[项条]|第?\\d{1,2}[项条]?(?=$|[\\s、]))`, "u");
const IDS_WITH_STANDING = new RegExp(`^${ID}(?:[\\s、和及与]+${ID})*[\\s、:]*`, "u");
const ID_ALONE = new RegExp(`^\\s*${ID}\\s*$`, "u");
const NOTHING = /^(?:无|没有|均无|暂无|\/)(?=$|[\s、])/u;

/** 其余均符合，不符合 8-2、9-1，尚不清楚 3-1，应收 120万，实收 114万. Nothing that was written is dropped. */
export function readLine(definition: Definition, typed: string, when: When): ReadLine {
  const facts: Facts = { definition, figures: figureWords(definition), when };
  const into = new EntriesRead(definition);
  const noteOf = (id: string, note: string) => readNote(id, note, facts);
  const either = withoutEither(simplified(typed.normalize("NFKC")));
  into.problems.push(...either.problems);
  for (const line of linesOf(definition, either.problems.length === 0 ? typed : either.text)) {
    if (isSignature(line)) {
      into.problems.push(phrases.problems.notUnderstood(line.replaceAll("\t", " ").trim()));
      continue;
    }
    if (line.includes("\t") && readRow(line, into, { definition, noteOf })) continue;
    for (const segment of line.replaceAll("\t", " ").split(/[,;。]+/)) readSegment(segment, facts, into);
    // Clauses that no standing followed.
    into.problems.push(...into.ahead.splice(0).map(phrases.problems.notUnderstood));
  }
  return {
    entries: into.entries,
    speaks: into.speaks || either.problems.length > 0,
    problems: withoutAgreeing(definition, into),
  };
}

/** 收缴率98.5% beside 应收 and 实收 that make it says nothing more. */
function withoutAgreeing({ requirements }: Definition, { entries, shares, problems }: EntriesRead): readonly string[] {
  const [ratio] = requirements.figures.filter((figure) => figure.kind === "ratio" && figure.unit === "yuan");
  if (ratio?.kind !== "ratio" || shares.length === 0) return problems;
  const [whole, part] = [ratio.whole.key, ratio.part.key].map((key) => readNumber(entries[key] ?? "", { decimals: 2 }));
  if (!whole || part === undefined) return problems;
  const agreeing = shares.filter(({ text }) => {
    const [, share = "", decimals = ""] = /(\d+(?:\.(\d+))?)(?:%|$)/u.exec(text.trim()) ?? [];
    return share !== "" && Math.abs(Number(share) - (part / whole) * 100) < 10 ** -decimals.length;
  });
  return problems.filter((problem) => !agreeing.some((one) => one.problem === problem));
}

/** 1-1 x, 7-2 ?, 10-1 待: a sign behind a clause, as people fill tables. */
const SIGNED = /(?<=^|[\s,;。、])(\d{1,2}-\d{1,2})[ :]*([xXnN?yYvV]|否|是|待)(?=$|[\s,;。、])/gmu;
const standingOfSign = (sign: string): List => {
  if (/[xXnN否]/u.test(sign)) return "notMet";
  return /[?待]/u.test(sign) ? "unclear" : "met";
};

/** In half width, the numbers of clauses written out. Commas within a number part nothing: 1,200,000. */
function linesOf(definition: Definition, typed: string): string[] {
  const lines = simplified(linesSaid(typed).join("\n").normalize("NFKC"))
    .replaceAll(/(?<=\d),(?=\d{3}(?!\d))/g, "")
    .replaceAll(SIGNED, (_, id: string, sign: string) => `${id} ${phrases.standings[standingOfSign(sign)]}`)
    .split("\n");
  const isId = (cell: string): boolean => ID_ALONE.test(writeDottedIds(definition, writeIds(definition, cell)));
  return turned(lines, { isId, isValue: (cell) => standingIn(cell) !== undefined })
    .map((line) => (line.includes("\t") ? line.split("\t") : [line]))
    .map((cells) => cells.map((cell) => withoutWording(definition, writeIds(definition, cell))).join("\t"));
}

function readSegment(segment: string, facts: Facts, into: EntriesRead): void {
  let run: Part[] = [];
  const close = (): void => {
    const [first, second, third] = run;
    const isBeside = first?.kind === "ids" && second?.kind === "text" && !third;
    const amounts = isBeside ? amountsBeside(facts.figures, first.text.trim(), second.text) : undefined;
    if (amounts) into.addAll(amounts);
    else readRun(run, into);
    run = [];
  };
  for (const part of partsOf(segment, facts)) {
    if (part.kind === "rest") {
      close();
      into.addRest();
    } else if (part.kind === "figure" || part.kind === "share") {
      const { clauses } = part.kind === "figure" ? part.word.figure : part;
      // 8-2 应收…: the clause says what the figure is for.
      into.ahead = into.ahead.filter((id) => !clauses.includes(id.trim()));
      if (run.every((one) => one.kind === "ids" && clauses.includes(one.text.trim()))) run = [];
      close();
      if (part.kind === "share") into.addShare(part.problem, part.text);
      else into.addAll(figureEntries(part.word, part.text, facts.when));
    } else run.push(part);
  }
  close();
}

type Ratio = Extract<Figure, { kind: "ratio" }>;
const shareProblem = ({ figure, text }: { figure: Ratio; text: string }): string =>
  phrases.problems.share(text, figure.whole.label, figure.part.label);

/** The note beside a clause: 应收120万，实收118万. */
function readNote(id: string, note: string, facts: Facts): Note {
  const beside = percentBeside(facts.figures, id, note);
  if (beside?.figure.kind === "ratio")
    return { entries: {}, problems: [shareProblem({ figure: beside.figure, text: note })], settles: true };
  if (beside) return { entries: { [beside.key]: note }, problems: [], settles: true };
  const amounts = amountsBeside(facts.figures, id, note);
  if (amounts) return { entries: amounts, problems: [], settles: true };
  const parts = note.split(/[,;。]+/).flatMap((segment) => partsOf(segment, facts));
  const problems = parts.flatMap((part) => shareIn(part, id, facts));
  const figures = parts.flatMap((part) => (part.kind === "figure" ? [part] : []));
  if (figures.length + problems.length < parts.length) return { entries: undefined, problems: [], settles: false };
  const entries = Object.assign({}, ...figures.map(({ word, text }) => figureEntries(word, text, facts.when)));
  return { entries, problems, settles: figures.some(({ word }) => word.figure.clauses.includes(id)) };
}

/** 收缴率96.5%, or 96.5% alone beside the clause whose two amounts make it. */
function shareIn(part: Part, id: string, { figures }: Facts): string[] {
  if (part.kind === "share") return [part.problem];
  const isShare = part.kind === "text" && /^\d+(?:\.\d+)?%$/u.test(part.text);
  const of = figures.find(({ figure: { kind, clauses } }) => kind === "ratio" && clauses.includes(id))?.figure;
  return isShare && of?.kind === "ratio" ? [shareProblem({ figure: of, text: part.text })] : [];
}

function partsOf(segment: string, facts: Facts): Part[] {
  const parts: Part[] = [];
  let rest = writeDots(segment.trim(), facts);
  while (rest !== "") {
    rest = withoutSilent(rest, parts.at(-1), facts);
    if (rest === "") break;
    const { part, length } = partAt(rest, parts.at(-1), facts);
    parts.push(part);
    rest = rest.slice(length);
  }
  return parts;
}

/** 为民办实事 begins with a particle, and is none. */
function withoutSilent(text: string, before: Part | undefined, { figures }: Facts): string {
  const rest = text.replace(/^[\s、:()]+/u, "");
  const isRest = before?.kind !== "ids" && restAt(rest) !== undefined;
  const speaks = figureAt(figures, rest) || shareAt(figures, rest) || isRest;
  return speaks ? rest : rest.slice(SILENT.exec(rest)?.[0].length ?? 0);
}

/** 8.2 is a clause where no figure stands, and at the beginning. */
function writeDots(segment: string, { definition, figures }: Facts): string {
  if (!figures.some(({ word }) => segment.includes(word))) return writeDottedIds(definition, segment);
  return segment.replace(/^\S+(?=\s)/u, (first) => writeDottedIds(definition, first));
}

function partAt(rest: string, before: Part | undefined, facts: Facts): { part: Part; length: number } {
  const met = before?.kind === "ids" ? undefined : restAt(rest);
  if (met !== undefined) return { part: { kind: "rest" }, length: met };
  const standing = standingAt(rest) ?? (before?.kind === "ids" ? fineAt(rest) : undefined);
  if (standing) {
    const { list, length } = standing;
    return { part: { kind: "standing", list, text: rest.slice(0, length) }, length };
  }
  const ids = (IDS.exec(rest) ?? (before?.kind === "standing" ? NOTHING.exec(rest) : undefined))?.[0];
  if (ids !== undefined) return { part: { kind: "ids", text: ids }, length: ids.length };
  const share = unaskedAt(rest, facts);
  if (share) return { part: share, length: share.text.length };
  const figure = figureAt(facts.figures, rest);
  const from = figure?.length ?? 1;
  const length = endOf(rest, from, facts);
  const text = rest.slice(figure?.length ?? 0, length).trim();
  return { part: figure ? { kind: "figure", word: figure, text } : { kind: "text", text }, length };
}

/** 收缴率98%, 满意度95.3 */
function unaskedAt(rest: string, { definition, figures }: Facts): Extract<Part, { kind: "share" }> | undefined {
  const share = shareAt(figures, rest);
  const listed = share ? undefined : listedAt(definition, rest);
  const text = rest.slice(0, (share ?? listed)?.length ?? 0);
  if (share) {
    const { figure } = share;
    return { kind: "share", clauses: figure.clauses, problem: shareProblem({ figure, text }), text };
  }
  const problem = listed && phrases.problems.listed(text, listed.label, nounsOf(definition));
  return problem === undefined ? undefined : { kind: "share", clauses: [], problem, text };
}

/** Where something else begins: a figure, or behind a blank a standing, 其余均符合 or clauses with their standing. */
function endOf(text: string, from: number, { figures }: Facts): number {
  for (let at = from; at < text.length; at += 1) {
    const rest = text.slice(at);
    if (figureAt(figures, rest) || shareAt(figures, rest)) return at;
    if (restAt(rest) !== undefined) return at;
    if (!/[\s、:()]/u.test(text[at - 1] ?? "")) continue;
    if (standingAt(rest)) return at;
    const ids = IDS_WITH_STANDING.exec(rest)?.[0];
    if (ids !== undefined && standingAt(rest.slice(ids.length))) return at;
  }
  return text.length;
}
