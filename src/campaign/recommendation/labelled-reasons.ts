import type { Form, Question } from "../../platform/conversation/field.ts";
import { visibleText } from "../../shared/visible-text.ts";

export interface LabelledReason {
  question: Question;
  text: string;
}

/** `which`: a name that has several reasons to give. */
export type LabelledReasons = { kind: "given"; reasons: readonly LabelledReason[] } | { kind: "which"; name: string };

const BEHIND = /^\s*(?:[:：\t]|[是为](?=.)|\s+)\s*/u;

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
  for (const line of linesOf(fields, visibleText(typed))) {
    const found = labelOf(line, { fields, names, open });
    if (found && "name" in found) return { kind: "which", name: found.name };
    if (found) {
      isLabelled = true;
      reasons.push({ question: found.question, lines: [line.slice(found.length).trim()] });
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

/** ； before a label ends a line as well. */
const linesOf = (fields: readonly Question[], text: string): string[] =>
  text.split("\n").flatMap((line) =>
    line.split(/(?<=[；;])/u).reduce<string[]>((lines, piece) => {
      const last = lines.at(-1);
      const begins = fields.some(({ label }) => piece.trimStart().startsWith(label));
      if (last === undefined) return [piece];
      return begins
        ? [...lines.slice(0, -1), last.replace(/[；;]$/u, ""), piece]
        : [...lines.slice(0, -1), last + piece];
    }, []),
  );

interface Labels {
  fields: readonly Question[];
  names: readonly string[];
  open: Question | undefined;
}

function labelOf(
  line: string,
  { fields, names, open }: Labels,
): { question: Question; length: number } | { name: string } | undefined {
  const start = /^\s*(?:\d{1,2}\s*[.、．)）]\s*)?/u.exec(line)?.[0].length ?? 0;
  const rest = line.slice(start);
  const question = fields.find(({ label }) => rest.startsWith(label) && BEHIND.test(rest.slice(label.length)));
  if (question) {
    const length = start + question.label.length;
    return { question, length: length + (BEHIND.exec(line.slice(length))?.[0].length ?? 0) };
  }
  const name = names.find((one) => rest.startsWith(one) && /^\s*[:：\t]/u.test(rest.slice(one.length)));
  if (name === undefined) return undefined;
  const own = fields.filter(({ label }) => label.startsWith(name));
  const [only] = own.length === 1 ? own : own.filter((one) => one === open && names.length === 1);
  if (!only) return own.length === 0 ? undefined : { name };
  const length = start + name.length;
  return { question: only, length: length + (BEHIND.exec(line.slice(length))?.[0].length ?? 0) };
}
