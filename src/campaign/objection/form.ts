import { z } from "zod";
import type { ViewField } from "../../platform/chat/view.ts";
import { type CivilDate, dayOf, isCivilDate } from "../../shared/civil-date.ts";
import { authorityFields } from "../authority/form.ts";
import { nounsOf } from "../directory/nouns.ts";
import type { Context } from "../engine/context.ts";
import { EFFECTS, type Objection, REPLY_WAYS, SOURCES, VERDICTS } from "./objection.ts";
import { objectionPhrases as phrases } from "./phrases.ts";
import type { Given } from "./register.ts";

const { fields } = phrases;
const choice = { required: true, placeholder: phrases.choose() };

export const registerFields = (context: Context): ViewField[] => [
  {
    ...{ name: "source", label: fields.source, kind: "select", ...choice },
    options: SOURCES.map((value) => ({ value, text: phrases.sources[value] })),
  },
  {
    ...{ name: "about", label: fields.about, kind: "text", required: true },
    placeholder: phrases.aboutHolder(nounsOf(context.campaign.definition)),
  },
  { name: "receivedOn", label: fields.receivedOn, kind: "date", required: true },
  { name: "content", label: fields.content, kind: "textArea", required: true },
  { name: "objector", label: fields.objector, kind: "text", required: false, placeholder: phrases.objectorHolder() },
  { name: "matter", label: fields.matter, kind: "text", required: false, placeholder: phrases.matterHolder() },
];

export const reportFields = ({ handler, handleBy }: Objection): ViewField[] => [
  {
    ...{ name: "handler", label: fields.handler, kind: "text", required: false },
    ...(handler === undefined ? {} : { value: handler }),
  },
  {
    ...{ name: "handleBy", label: fields.handleBy, kind: "date", required: false },
    ...(handleBy === undefined ? {} : { value: handleBy }),
  },
  {
    ...{ name: "findings", label: fields.findings, kind: "textArea", required: false },
    placeholder: phrases.findingsHolder(),
  },
];

/** What is not in the campaign cannot be taken off its list. */
export const decisionFields = ({ caseId }: Objection): ViewField[] => [
  {
    ...{ name: "verdict", label: fields.verdict, kind: "select", ...choice },
    options: VERDICTS.map((value) => ({ value, text: phrases.verdicts[value] })),
  },
  {
    ...{ name: "effect", label: fields.effect, kind: "select", required: false, placeholder: phrases.effectHolder() },
    options: EFFECTS.filter((one) => one === "kept" || caseId !== undefined).map((value) => ({
      value,
      text: phrases.effects[value],
    })),
  },
  { name: "reason", label: fields.reason, kind: "textArea", required: true },
  ...authorityFields(undefined, { required: false }),
];

export const replyFields = (): ViewField[] => [
  { name: "repliedOn", label: fields.repliedOn, kind: "date", required: true },
  {
    ...{ name: "way", label: fields.way, kind: "select", ...choice },
    options: REPLY_WAYS.map((value) => ({ value, text: phrases.ways[value] })),
  },
  { name: "reply", label: fields.reply, kind: "textArea", required: false },
];

const text = z.string().trim().optional().catch(undefined);
const one = <Value extends string>(values: readonly [Value, ...Value[]]) => z.enum(values).optional().catch(undefined);

const day = (typed: string | undefined): CivilDate | undefined => {
  const on = typed?.slice(0, 10) ?? "";
  return isCivilDate(on) ? on : undefined;
};

/** A filled-in registration. A day that was left out is today. */
export function givenIn({ now }: Pick<Context, "now">, values: Readonly<Record<string, unknown>>): Given {
  const form = z.object({
    ...{ source: one(SOURCES), about: text, receivedOn: text, content: text, objector: text, matter: text },
  });
  const { source, about = "", receivedOn, content = "", objector = "", matter = "" } = form.parse(values);
  return { source, about, receivedOn: day(receivedOn) ?? dayOf(now), content, objector, matter };
}

export function reportIn(values: Readonly<Record<string, unknown>>) {
  const read = z.object({ handler: text, handleBy: text, findings: text }).parse(values);
  return { handler: read.handler ?? "", handleBy: day(read.handleBy), findings: read.findings ?? "" };
}

export function decisionIn(values: Readonly<Record<string, unknown>>) {
  const read = z.object({ verdict: one(VERDICTS), effect: one(EFFECTS), reason: text }).parse(values);
  return { verdict: read.verdict, effect: read.effect, reason: read.reason ?? "" };
}

export function replyIn({ now }: Pick<Context, "now">, values: Readonly<Record<string, unknown>>) {
  const read = z.object({ repliedOn: text, way: one(REPLY_WAYS), reply: text }).parse(values);
  return { on: day(read.repliedOn) ?? dayOf(now), way: read.way, text: read.reply ?? "" };
}
