import type { Action, Block, Tone, View, ViewForm } from "../../platform/chat/view.ts";
import { authorityPhrases } from "../authority/phrases.ts";
import { deliverableById } from "../definition/deadlines.ts";
import { districtName } from "../definition/districts.ts";
import { sourceWords } from "../definition/source-words.ts";
import { dayWordsIn, dueWordsOf } from "../definition/wording.ts";
import { nounsOf } from "../directory/nouns.ts";
import type { Context } from "../engine/context.ts";
import { whyNot } from "./ask.ts";
import { decisionForm } from "./decision-form.ts";
import {
  type DeadlineExtension,
  type Decider,
  type Extended,
  type ExtensionState,
  ofSubject,
  subjectOf,
} from "./extension.ts";
import { extensionPhrases as phrases } from "./phrases.ts";
import { deadlineFor, needsApprover } from "./rules.ts";
import { extensionsOf, isOpen } from "./store.ts";

export const ASK = "extension.ask";
export const GRANT = "extension.grant";
export const DECLINE = "extension.decline";
export const APPROVE = "extension.approve";
export const DISAPPROVE = "extension.disapprove";

export type Reader = "own" | "city" | "approver";

/** 申请延期 on a card about the deliverable. @param district named in the typed word; left out: the only one */
export const askAction = (of: Extended, name: string, district = ""): Action => ({
  id: ASK,
  label: phrases.askWord(),
  typed: [phrases.askWord(), district, name].filter((word) => word !== "").join(" "),
  look: "default",
  subject: subjectOf(of),
});

/** 柯桥区, 推荐名单 */
export const namesOf = ({ campaign: { definition } }: Context, { deliverable, district }: Extended) => ({
  district: districtName(definition, district),
  name: deliverableById(definition, deliverable).name,
});

const TONES = {
  asked: "near",
  proposed: "near",
  granted: "done",
  declined: "closed",
  replaced: "closed",
} as const satisfies Record<ExtensionState, Tone>;

/** The newest extension of the district and deliverable, as the reader may decide on it. */
export async function extensionView(context: Context, subject: string, reader: Reader): Promise<View> {
  const of = ofSubject(subject);
  const { definition } = context.campaign;
  const last = (await extensionsOf(context.tx, context.campaign.id, of)).at(-1);
  const names = namesOf(context, of);
  const isOver = context.campaign.closedAt !== undefined;
  const isAsking = !isOver && reader === "own" && (last === undefined || !isOpen(last));
  const isWaiting = last !== undefined && isOpen(last);
  const closed = isAsking || isWaiting ? await whyNot(context, of, { isAsked: isWaiting }) : undefined;
  const mayDecide = last !== undefined && !closed && !isOver;
  const decider = mayDecide ? deciderOf(last, reader) : undefined;
  const form =
    !context.cards.interactive || closed
      ? undefined
      : decider
        ? decisionForm(of, decider)
        : isAsking
          ? askForm(of)
          : undefined;
  return {
    title: phrases.title(names),
    tone: isWaiting && closed ? "closed" : last ? TONES[last.state] : "running",
    status: isWaiting && closed ? phrases.lapsed() : phrases.status(last?.state),
    body: [
      ...(!(isWaiting && closed) && (last || reader !== "own") ? await stateBlocks(context, of, { last, reader }) : []),
      ...((last === undefined || isWaiting) && closed ? [text(closed.sentence)] : []),
      ...(isAsking && !closed ? askBlocks(context, of, last === undefined) : []),
      ...(form && decider ? [text(phrases.decisionHint(names, decider))] : []),
    ],
    actions: last && mayDecide && !form ? decisionsOn(of, names, { last, reader }) : [],
    ...(form ? { form } : {}),
    footnote: phrases.footnote(sourceWords(definition, deliverableById(definition, of.deliverable).line)),
  };
}

const text = (words: string): Block => ({ kind: "text", text: words });

function askBlocks(context: Context, of: Extended, isFirst: boolean): Block[] {
  const { campaign } = context;
  const names = namesOf(context, of);
  const deadline = deadlineFor(context, of);
  const next = campaign.calendar.addWorkingDays(deadline.statedOn, 1);
  return [
    ...(isFirst ? [text(phrases.due(names, dueWordsOf(campaign.definition, deadline)))] : [text(phrases.again())]),
    text(phrases.fill(nounsOf(campaign.definition), needsApprover(deadline))),
    text(phrases.typedHint(names.name, dayWordsIn(campaign.definition, next))),
  ];
}

const askForm = (of: Extended): ViewForm => ({
  id: "extension",
  action: ASK,
  subject: subjectOf(of),
  submitLabel: phrases.submit(),
  fields: [
    { name: "until", label: phrases.dayField(), kind: "date", required: true },
    { name: "reason", label: phrases.reasonField(), kind: "textArea", required: true },
  ],
});

interface Shown {
  last: DeadlineExtension | undefined;
  reader: Reader;
}

async function stateBlocks(context: Context, of: Extended, { last, reader }: Shown): Promise<Block[]> {
  if (!last) return [text(phrases.none())];
  const { definition } = context.campaign;
  const nouns = nounsOf(definition);
  const names = namesOf(context, of);
  const deadline = deadlineFor(context, of);
  const by = dueWordsOf(definition, deadline);
  const until = dayWordsIn(definition, last.until);
  const said = await context.personal.read([last.reason, last.opinion, last.approvalOpinion]);
  const reason = said.get(last.reason?.personal ?? "");
  const opinion = said.get(last.opinion?.personal ?? "");
  const approval = said.get(last.approvalOpinion?.personal ?? "");
  const head = {
    asked: phrases.asks(names, by, until),
    proposed: phrases.given(names, by, until, nouns),
    granted: phrases.granted(names, until),
    declined: phrases.declined(names, by),
    replaced: phrases.asks(names, by, until),
  }[last.state];
  const waits = last.state === "asked" || last.state === "proposed" ? last.state : undefined;
  const isForReader = deciderOf(last, reader) !== undefined;
  return [
    text(head),
    ...(reason === undefined ? [] : [text(phrases.reason(reason))]),
    ...(opinion === undefined ? [] : [text(phrases.opinion(opinion))]),
    ...(approval === undefined ? [] : [text(authorityPhrases.opinion(approval))]),
    // What the bureau's decision rests on is for the bureau.
    ...(reader !== "own" && last.state === "granted" && last.approvedAt
      ? [text(phrases.restsOn(restsOn(context, last)))]
      : []),
    ...(waits && !isForReader ? [text(phrases.waitsFor(waits, nouns))] : []),
    ...(reader === "city" && waits === "asked" && needsApprover(deadline) ? [text(phrases.approverToo(nouns))] : []),
  ];
}

const restsOn = ({ now }: Context, { authority }: DeadlineExtension): string =>
  authority ? authorityPhrases.words(authority, now) : authorityPhrases.toBeRegistered();

/** The reader as the one who decides now; undefined if another does, or nobody. */
function deciderOf({ state }: Pick<DeadlineExtension, "state">, reader: Reader): Decider | undefined {
  if (reader === "city" && state === "asked") return reader;
  return reader === "approver" && state === "proposed" ? reader : undefined;
}

/** Who has to decide has both answers. */
export function decisionsOn(
  of: Extended,
  { district, name }: { district: string; name: string },
  { last, reader }: { last: Pick<DeadlineExtension, "state">; reader: Reader },
): Action[] {
  const subject = subjectOf(of);
  const pair = (yes: [string, string], no: [string, string]): Action[] => [
    { id: yes[0], label: yes[1], typed: `${yes[1]} ${district} ${name}`, look: "primary", subject },
    { id: no[0], label: no[1], typed: `${no[1]} ${district} ${name}`, look: "danger", subject },
  ];
  const decider = deciderOf(last, reader);
  if (decider === "city") return pair([GRANT, phrases.grantWord()], [DECLINE, phrases.declineWord()]);
  if (decider === "approver") return pair([APPROVE, phrases.approveWord()], [DISAPPROVE, phrases.disapproveWord()]);
  return [];
}
