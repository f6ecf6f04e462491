import type { Form, Question } from "../../platform/conversation/field.ts";
import { withoutSoundsBefore } from "../../platform/conversation/spoken.ts";
import { visibleText } from "../../shared/visible-text.ts";
import { readOrderRows } from "./order-rows.ts";
import { withHeads } from "./reason-heads.ts";

export interface LabelledReason {
  question: Question;
  text: string;
}

/** `which`: a name that has several reasons to give. `other`: one of a case of which no reason is asked for. */
export type LabelledReasons =
  | { kind: "given"; reasons: readonly LabelledReason[] }
  | { kind: "which" | "other"; name: string };

const BEHIND = /^\s*(?:[:：\t]|[—–-]+|[是为](?=.)|(?:改|更正)(?:成|为|(?=[\s:：]))\s*[:：]?|\s+)\s*/u;
const NUMBERED = /^\s*(?:[（(]?\d{1,2}\s*[.、．)）]\s*)?/u;
/** 推荐理由如下： */
const HEADING = /^\s*(?:推荐)?(?:理由|原因)(?:如下)?\s*[:：]?\s*$/u;
/** The kind of a reason, said in full. */
const OF_KIND = /^的推荐理由(?=\s*[:：])|^要求不符合的理由(?=\s*[:：])/u;
const WITHIN = /^的?(?:推荐)?(?:理由|原因)[里中]/u;
/** Names in a row: 蓝天花园、绿洲名苑 … */
const AND_MORE = /^\s*[、,，和与及]/u;

/**
 * Reads reasons that stand behind the names of their fields, a line or a row each; a line without one goes on with the
 * reason before it. Undefined: no line begins with a field, so the text is one reason.
 * @param names of the cases, which stand for their field where there is one only
 */
export function readLabelledReasons(
  { fields }: Form,
  open: Question | undefined,
  { typed, names }: { typed: string; names: readonly string[] },
): LabelledReasons | undefined {
  const reasons: { question: Question; lines: string[] }[] = [];
  let isLabelled = false;
  const labels = { fields, names: names.toSorted((a, b) => b.length - a.length), open };
  for (const line of linesOf(labels, asLines(withHeads(fields, visibleText(typed), names), names))) {
    if (HEADING.test(line)) continue;
    const found = labelOf(line, labels);
    if (found && "name" in found) return { kind: found.isAsked ? "which" : "other", name: found.name };
    if (found) {
      isLabelled ||= found.isPlain || found.question !== open;
      reasons.push({ question: found.question, lines: [withoutSoundsBefore(line.slice(found.length).trim())] });
    } else if (line.trim() !== "") {
      const last = reasons.at(-1);
      if (last) last.lines.push(line.trim());
      else if (open) reasons.push({ question: open, lines: [line.trim()] });
    }
  }
  if (!isLabelled) return undefined;
  const given = Map.groupBy(reasons, ({ question }) => question);
  const texts = [...given].map(([question, all]) => ({
    question,
    text: all.map(({ lines }) => lines.filter((line) => line !== "").join(" ")).join("；"),
  }));
  return { kind: "given", reasons: texts };
}

/** Rows of a table, with their numbers and headings, as lines. */
function asLines(text: string, names: readonly string[]): string {
  const rows = text.includes("\t") ? readOrderRows(text, names) : undefined;
  return rows && rows.reasons.size > 0
    ? [...rows.reasons].map(([at, reason]) => `${names[at] ?? ""}：${reason}`).join("\n")
    : text;
}

interface Labels {
  fields: readonly Question[];
  /** The longest first. */
  names: readonly string[];
  open: Question | undefined;
}

/** Also where a label with its colon stands behind a blank. */
const breaksAt = (labels: readonly string[]): RegExp => {
  const any = labels.map((one) => one.replaceAll(/[.*+?^${}()|[\]\\]/g, "\\$&")).join("|");
  const numbered = "(?<=[\\s。])(?=\\d{1,2}\\s*[.、．)）]\\s*\\D)";
  return new RegExp(`(?<=[；;])|${numbered}${any === "" ? "" : `|(?<=[\\s，,。])(?=(?:${any})\\s*[:：])`}`, "u");
};

/** ； before a label, and a number before one, end a line as well. */
const linesOf = ({ fields, names }: Labels, text: string): string[] =>
  text.split("\n").flatMap((line) =>
    line.split(breaksAt([...fields.map(({ label }) => label), ...names])).reduce<string[]>((lines, piece) => {
      const last = lines.at(-1);
      const said = piece.replace(NUMBERED, "");
      const begins =
        fields.some(({ label }) => said.startsWith(label)) ||
        names.some((name) => isAt(said, name) && /^\s*[:：\t]/u.test(said.slice(name.length)));
      if (last === undefined) return [piece];
      return begins
        ? [...lines.slice(0, -1), last.replace(/[；;]$/u, ""), piece]
        : [...lines.slice(0, -1), last + piece];
    }, []),
  );

/** Whatever the width of its brackets. */
const isAt = (said: string, name: string): boolean =>
  said.slice(0, name.length).normalize("NFKC") === name.normalize("NFKC");

/** `isPlain`: a sign stands between the label and the text. */
type Found = { question: Question; length: number; isPlain: boolean } | { name: string; isAsked: boolean };

function labelOf(line: string, labels: Labels): Found | undefined {
  const start = NUMBERED.exec(line)?.[0].length ?? 0;
  const rest = line.slice(start);
  const { fields, names } = labels;
  const question = fields.find(({ label }) => rest.startsWith(label) && BEHIND.test(rest.slice(label.length)));
  if (question) {
    const length = start + question.label.length;
    return { question, length: length + (BEHIND.exec(line.slice(length))?.[0].length ?? 0), isPlain: true };
  }
  const name = names.find((one) => isAt(rest, one));
  // 甲的推荐理由里95%改成96%: of what stands there.
  if (name !== undefined && WITHIN.test(rest.slice(name.length))) return undefined;
  const [unasked] = name === undefined ? [] : (OF_KIND.exec(rest.slice(name.length)) ?? []);
  // 甲的推荐理由：, where only its other reason is asked for.
  if (name !== undefined && unasked !== undefined)
    return { name: fields.some(({ label }) => label.startsWith(name)) ? name + unasked : name, isAsked: false };
  return name === undefined ? undefined : named(name, { start, line }, labels);
}

/** The name stands at the head: of the open case's own it may be the first word of the reason. */
function named(
  name: string,
  { start, line }: { start: number; line: string },
  { fields, names, open }: Labels,
): Found | undefined {
  const own = fields.filter(({ label }) => label.startsWith(name));
  const isOpen = open !== undefined && own.includes(open);
  const end = start + name.length;
  const behind = /^\s*(?:[:：\t]|[—–-]+|\s+)\s*/u.exec(line.slice(end))?.[0].length ?? 0;
  if (own.length === 0) return { name, isAsked: false };
  if (AND_MORE.test(line.slice(end))) return isOpen ? undefined : { name, isAsked: true };
  const [only] = own.length === 1 ? own : own.filter((one) => one === open && (names.length === 1 || behind === 0));
  if (!only) return { name, isAsked: true };
  return behind > 0
    ? { question: only, length: end + behind, isPlain: true }
    : { question: only, length: start, isPlain: false };
}
