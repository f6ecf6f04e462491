import { z } from "zod";
import type { ViewField } from "../../platform/chat/view.ts";
import { cleanLine } from "../../platform/conversation/plain.ts";
import { dayOf, isCivilDate } from "../../shared/civil-date.ts";
import { RefusalError } from "../../shared/refusal-error.ts";
import { AUTHORITY_KINDS, type Authority } from "./authority.ts";
import { authorityPhrases as phrases, authorityRefusals as refusals } from "./phrases.ts";
import { readBeside, takeNumber } from "./read-beside.ts";

/** Longest document number that is stored as typed. */
const MOST_NUMBER = 40;

/**
 * Fields of a card for the authority of a decision, with what is already recorded.
 * @param required false beside a decision: it can be registered later
 */
export const authorityFields = (recorded?: Authority, { required = true } = {}): ViewField[] => [
  {
    name: "authorityKind",
    label: phrases.kindField(),
    kind: "select",
    required,
    placeholder: required ? phrases.kindHolder() : phrases.laterHolder(),
    ...(recorded ? { value: recorded.kind } : {}),
    options: AUTHORITY_KINDS.map((value) => ({ value, text: phrases.kind(value) })),
  },
  {
    name: "authorityOn",
    label: phrases.onField(),
    kind: "date",
    required,
    ...(recorded ? { value: recorded.on } : {}),
  },
  {
    name: "authorityNumber",
    label: phrases.numberField(),
    kind: "text",
    required: false,
    placeholder: phrases.numberHolder(),
    ...(recorded?.number === undefined ? {} : { value: recorded.number }),
  },
];

/** Fields beside a decision on a card: what it rests on, and an opinion; all of them can be left empty. */
export const besideFields = (): ViewField[] => [
  ...authorityFields(undefined, { required: false }),
  { ...opinionField(), required: false },
];

/** Field for an opinion on a card. */
export const opinionField = (): ViewField => ({
  name: "opinion",
  label: phrases.opinionField(),
  kind: "textArea",
  required: true,
  placeholder: phrases.opinionHolder(),
});

const text = z.string().trim().optional().catch(undefined);
const authorityValues = z.object({ authorityKind: text, authorityOn: text, authorityNumber: text });

/** The opinion as submitted; empty if there is none. */
export const opinionValue = (values: Readonly<Record<string, unknown>>): string =>
  z.object({ opinion: text }).parse(values).opinion ?? "";

/**
 * What stands beside a decision: the fields of the card, or else the words.
 * @throws {RefusalError} if it cannot be read
 */
export function besideIn(
  { typed, values }: { typed: string; values: Readonly<Record<string, unknown>> },
  now: Date,
): { authority?: Authority; opinion?: string } {
  const filled = authorityIn(values, now);
  if (!filled.ok) throw new RefusalError("authority.unreadable", filled.retry);
  const opinion = opinionValue(values);
  const read = readBeside(opinion === "" ? typed : opinion, now);
  if (!read.ok) throw new RefusalError("authority.unreadable", read.retry);
  const authority = filled.authority ?? read.authority;
  return { ...(authority ? { authority } : {}), ...(read.opinion === undefined ? {} : { opinion: read.opinion }) };
}

/** Reads the submitted fields; nothing filled in is no authority. */
export function authorityIn(
  values: Readonly<Record<string, unknown>>,
  now: Date,
): { ok: true; authority?: Authority } | { ok: false; retry: string } {
  const { authorityKind = "", authorityOn = "", authorityNumber = "" } = authorityValues.parse(values);
  if (`${authorityKind}${authorityOn}${authorityNumber}` === "") return { ok: true };
  const kind = AUTHORITY_KINDS.find((one) => one === authorityKind);
  if (!kind) return { ok: false, retry: refusals.noKind() };
  const on = authorityOn.slice(0, 10);
  if (!isCivilDate(on)) return { ok: false, retry: refusals.noDate() };
  if (on > dayOf(now)) return { ok: false, retry: refusals.future(on) };
  const typed = [...cleanLine(authorityNumber)].slice(0, MOST_NUMBER).join("");
  const number = takeNumber(typed)?.number ?? typed;
  return { ok: true, authority: { kind, on, ...(number === "" ? {} : { number }) } };
}
