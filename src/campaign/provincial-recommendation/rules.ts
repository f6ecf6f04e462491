import { cleanLine } from "../../platform/conversation/plain.ts";
import type { Definition } from "../definition/definition.ts";
import { deliverableFor, offers, publicationFor, quotaFor } from "../definition/purposes.ts";
import { boundsOf } from "../definition/quotas.ts";
import type { ProvincialRecommendation } from "./recommendation.ts";

/** Longest reason in characters. */
export const MOST_REASON = 300;

/** Whether the plan has cases recommended to the province. */
export const hasProvince = (definition: Definition): boolean =>
  offers(definition, "publication") &&
  definition.campaign.city.province !== undefined &&
  deliverableFor(definition, "provinceList") !== undefined;

/** How many are recommended; undefined: the plan names no number. */
export function provincialBounds(definition: Definition): { least: number; most: number } {
  const quota = quotaFor(definition, "province");
  const { least = 1, most = Number.POSITIVE_INFINITY } = quota ? boundsOf(quota) : {};
  return { least, most };
}

/** 省级“美好家园”申报推荐 */
export const provincialName = (definition: Definition): string =>
  (publicationFor(definition, "provinceList") ?? deliverableFor(definition, "provinceList"))?.name ?? "";

/** @param isWhole whether all of them are still on the published list */
export function nextOf(
  { state, sentOn }: Pick<ProvincialRecommendation, "state" | "sentOn">,
  isWhole: boolean,
): "propose" | "decide" | "amend" | "send" | "nothing" {
  if (state === "proposed") return "decide";
  if (state !== "approved") return "propose";
  if (!isWhole) return "amend";
  return sentOn === undefined ? "send" : "nothing";
}

/** The selected cases; all that took part only where the ruling says so in as many words. */
export const recommendable = <Item extends { selected: boolean }>(
  items: readonly Item[],
  onlyFromSelected: unknown,
): Item[] => items.filter(({ selected }) => selected || onlyFromSelected === false);

/** A case and why it is recommended. */
export interface Choice {
  applicationId: string;
  reason: string;
}

/** What is wrong with a choice, in the order in which it is said. */
export type ChoiceProblem =
  | { kind: "twice" | "noReason" | "longReason" | "fallen"; ids: readonly string[] }
  | { kind: "number"; count: number };

/** The first thing that is wrong; undefined if it can be proposed. */
export function choiceProblem(
  choices: readonly Choice[],
  { least, most, fallen }: { least: number; most: number; fallen: ReadonlySet<string> },
): ChoiceProblem | undefined {
  const ids = (which: (choice: Choice, at: number) => boolean): string[] =>
    choices.filter(which).map(({ applicationId }) => applicationId);
  const twice = ids(({ applicationId }, at) => choices.findIndex((one) => one.applicationId === applicationId) !== at);
  if (twice.length > 0) return { kind: "twice", ids: twice };
  if (choices.length < least || choices.length > most) return { kind: "number", count: choices.length };
  const gone = ids(({ applicationId }) => fallen.has(applicationId));
  if (gone.length > 0) return { kind: "fallen", ids: gone };
  const without = ids(({ reason }) => !/[\p{Script=Han}\p{Script=Latin}]/u.test(reason));
  if (without.length > 0) return { kind: "noReason", ids: without };
  const long = ids(({ reason }) => [...reason].length > MOST_REASON);
  return long.length > 0 ? { kind: "longReason", ids: long } : undefined;
}

const DUE = /^(?:报送)?(?:时限|期限|截止|日期)\s*[:：]?\s*(?<due>.+)$/u;

/** 第2版 经10月13日局长办公会研究同意: the version that is named, and the words after it. */
export function namedVersion(typed: string): { asked: number | undefined; rest: string } {
  const found = /^第?\s*(?<version>\d{1,3})\s*版\s*(?<rest>.*)$/su.exec(typed)?.groups;
  return found ? { asked: Number(found.version), rest: found.rest ?? "" } : { asked: undefined, rest: typed };
}

/** What was typed: the cases in their order with their reasons, the day in words, and heads that name no case. */
export interface TypedChoices {
  choices: readonly Choice[];
  due: string | undefined;
  unknown: readonly string[];
}

/**
 * 甲：理由；乙：理由；报送时限：10月20日. What stands between two cases belongs to the reason before it.
 */
export function readChoices(typed: string, cases: readonly { applicationId: string; name: string }[]): TypedChoices {
  const choices: Choice[] = [];
  const unknown: string[] = [];
  let due: string | undefined;
  for (const part of typed.split(/[;；\n]/u).map(cleanLine)) {
    if (part === "") continue;
    const named = DUE.exec(part)?.groups?.due;
    if (named !== undefined) {
      due = named;
      continue;
    }
    const [head = "", ...rest] = part.split(/[:：]/u);
    const found = caseNamed(head, cases);
    const last = choices.at(-1);
    if (found) choices.push({ applicationId: found, reason: cleanLine(rest.join("：")) });
    else if (last && rest.length === 0) last.reason = `${last.reason}；${part}`;
    else unknown.push(head);
  }
  return { choices, due, unknown };
}

/** Also with its place before it: 1. 鉴湖雅园. A part of the name names it where only one has it. */
function caseNamed(head: string, cases: readonly { applicationId: string; name: string }[]): string | undefined {
  const name = cleanLine(head.replace(/^(?:第?\d+[位、.．)）]?|[（(]\d+[)）])\s*/u, ""));
  if (name === "") return undefined;
  const [exact] = cases.filter((one) => one.name === name);
  if (exact) return exact.applicationId;
  const near = [...name].length < 2 ? [] : cases.filter((one) => one.name.includes(name));
  return near.length === 1 ? near[0]?.applicationId : undefined;
}

/** 10月14日；文号：绍建〔2023〕88号；签收：省厅城建处. The day is read by the caller. */
export function readSent(typed: string): { day: string; documentNumber?: string; signedFor?: string } {
  const parts = typed.split(/[;；,，\n]/u).map(cleanLine);
  const labelled = (label: RegExp): string | undefined => {
    const value = parts.find((part) => label.test(part))?.replace(label, "");
    return value === undefined || cleanLine(value) === "" ? undefined : cleanLine(value);
  };
  const documentNumber = labelled(/^文号\s*[:：]?/u);
  const signedFor = labelled(/^签收(?:单位|人)?\s*[:：]?/u);
  return {
    day: parts.filter((part) => !/^(?:文号|签收)/u.test(part)).join(" "),
    ...(documentNumber === undefined ? {} : { documentNumber }),
    ...(signedFor === undefined ? {} : { signedFor }),
  };
}
