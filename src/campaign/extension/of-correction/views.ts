import type { Block, Tone, View, ViewForm } from "../../../platform/chat/view.ts";
import type { Application } from "../../application/application.ts";
import { opinionField } from "../../authority/form.ts";
import { openReturn } from "../../correction/store.ts";
import { districtName } from "../../definition/districts.ts";
import { dayWordsIn } from "../../definition/wording.ts";
import { nounsOf } from "../../directory/nouns.ts";
import { isAcceptanceOver } from "../../engine/acceptance.ts";
import type { Context } from "../../engine/context.ts";
import { extensionPhrases } from "../phrases.ts";
import { ASK, DECIDE, moreTimeDecisions } from "./actions.ts";
import { returnExtensionPhrases as phrases } from "./phrases.ts";
import type { ReturnExtension, ReturnExtensionState } from "./return-extension.ts";
import { returnExtensionsOf } from "./store.ts";

/** The district's card: the form, then what became of it. Subject of both: the case. */
export const OWN_CARD = "correction.time-own";
/** The organizers'. */
export const CITY_CARD = "correction.time-city";

export type Reader = "own" | "city";

const TONES = {
  asked: "near",
  granted: "done",
  declined: "closed",
  replaced: "closed",
} as const satisfies Record<ReturnExtensionState, Tone>;

const text = (words: string): Block => ({ kind: "text", text: words });

/** The newest request of the case, as the reader may decide on it. */
export async function moreTimeView(context: Context, application: Application, reader: Reader): Promise<View> {
  const { tx, campaign, cards } = context;
  const { id, compoundName: name } = application;
  const last = (await returnExtensionsOf(tx, id)).at(-1);
  const found = await openReturn(tx, id);
  const isOpen = found !== undefined && !campaign.closedAt && !(await isAcceptanceOver(context));
  const isWaiting = last?.state === "asked";
  const isOfThis = last !== undefined && last.returnNumber === found?.number;
  const mayAsk = isOpen && reader === "own" && !(isWaiting && isOfThis);
  const shown = last !== undefined && (isOfThis || !mayAsk) ? last : undefined;
  const isLapsed = isWaiting && !(isOpen && isOfThis);
  const mayDecide = reader === "city" && isWaiting && !isLapsed;
  return {
    title: phrases.title(name),
    tone: isLapsed ? "closed" : shown ? TONES[shown.state] : "running",
    status: isLapsed ? phrases.lapsed() : phrases.status(shown?.state),
    body: [
      ...(shown && !isLapsed ? await stateBlocks(context, application, { shown, reader }) : []),
      ...(mayAsk ? askBlocks(context, name, { dueOn: found.dueOn, isFirst: shown === undefined }) : []),
      ...(mayDecide && cards.interactive ? [text(phrases.decisionHint(name))] : []),
      ...(!isOpen && (shown === undefined || isLapsed) ? [text(phrases.notOpen(name))] : []),
    ],
    actions: mayDecide && !cards.interactive ? moreTimeDecisions(id, name) : [],
    ...(cards.interactive && (mayAsk || mayDecide) ? { form: mayAsk ? askForm(id) : verdictForm(id) } : {}),
    footnote: phrases.footnote(),
  };
}

async function stateBlocks(
  { campaign, personal }: Context,
  { district, compoundName: name }: Application,
  { shown, reader }: { shown: ReturnExtension; reader: Reader },
): Promise<Block[]> {
  const { definition } = campaign;
  const dueOn = dayWordsIn(definition, shown.dueOn);
  const until = dayWordsIn(definition, shown.until);
  const said = await personal.read([shown.reason, shown.opinion]);
  const reason = said.get(shown.reason?.personal ?? "");
  const opinion = said.get(shown.opinion?.personal ?? "");
  const asks = phrases.asks(districtName(definition, district), name, { dueOn, until });
  const head = {
    asked: asks,
    granted: phrases.granted(name, until),
    declined: phrases.declined(name, dueOn),
    replaced: asks,
  };
  return [
    text(head[shown.state]),
    ...(reason === undefined ? [] : [text(phrases.reason(reason))]),
    ...(opinion === undefined ? [] : [text(phrases.opinion(opinion))]),
    ...(shown.state === "asked" && reader === "own" ? [text(phrases.waits(nounsOf(definition)))] : []),
  ];
}

function askBlocks(
  { campaign }: Context,
  name: string,
  { dueOn, isFirst }: { dueOn: ReturnExtension["dueOn"]; isFirst: boolean },
): Block[] {
  const { definition, calendar } = campaign;
  const next = dayWordsIn(definition, calendar.addWorkingDays(dueOn, 1));
  return [
    text(isFirst ? phrases.due(name, dayWordsIn(definition, dueOn)) : phrases.again()),
    text(phrases.fill(nounsOf(definition))),
    text(phrases.typedHint(name, next)),
  ];
}

const askForm = (subject: string): ViewForm => ({
  ...{ id: "more-time", action: ASK, subject, submitLabel: phrases.submit() },
  fields: [
    { name: "until", label: phrases.dayField(), kind: "date", required: true },
    { name: "reason", label: phrases.reasonField(), kind: "textArea", required: true },
  ],
});

/** A decision with the words beside it; a refusal needs them. */
const verdictForm = (subject: string): ViewForm => ({
  ...{ id: "more-time-decision", action: DECIDE, subject, submitLabel: extensionPhrases.submitDecision() },
  fields: [
    {
      ...{ name: "verdict", label: extensionPhrases.verdictField("city"), kind: "select", required: true },
      placeholder: extensionPhrases.choose(),
      options: [
        { value: "yes", text: phrases.grantWord() },
        { value: "no", text: phrases.declineWord() },
      ],
    },
    {
      ...{ ...opinionField(), label: extensionPhrases.opinionField(), required: false },
      placeholder: extensionPhrases.opinionHolder(),
    },
  ],
});
