import { textView } from "../../platform/chat/view.ts";
import { RefusalError } from "../../shared/refusal-error.ts";
import { authorityPhrases } from "../authority/phrases.ts";
import { opinionIn } from "../authority/read-beside.ts";
import { dayWordsIn } from "../definition/wording.ts";
import { nounsOf } from "../directory/nouns.ts";
import type { PersonContext } from "../engine/context.ts";
import type { Command, CommandOutcome, CommandRequest } from "../engine/feature.ts";
import { giveExtension } from "./ask.ts";
import {
  approveExtension,
  declineExtension,
  followNewDay,
  grantExtension,
  putInForce,
  tellDistrict,
} from "./decide.ts";
import { APPROVE_FORM, GRANT_FORM, verdictIn } from "./decision-form.ts";
import { APPROVER_CARD, CITY_CARD, type Decider, type Extended, subjectOf } from "./extension.ts";
import { extensionPhrases as phrases } from "./phrases.ts";
import { type Beside, namesNewDay, readDecision, readWords, withoutDay } from "./read-decision.ts";
import { readSaid } from "./read-words.ts";
import { extensionsOf } from "./store.ts";
import { APPROVE, DECLINE, DISAPPROVE, GRANT, namesOf } from "./views.ts";

/** Tells who decided what is so now. */
export const said = (context: PersonContext, of: Extended, sentence: string): CommandOutcome => ({
  reply: textView(phrases.title(namesOf(context, of)), sentence, { tone: "done" }),
  toast: sentence,
  changed: true,
});

const lastOf = async ({ tx, campaign }: PersonContext, of: Extended) =>
  (await extensionsOf(tx, campaign.id, of)).at(-1);

/** What waits, granted in a press or in words. */
async function granted(context: PersonContext, { of, opinion = "" }: Beside): Promise<CommandOutcome> {
  return toldGranted(context, of, await grantExtension(context, of, opinion));
}

async function toldGranted(context: PersonContext, of: Extended, state: "granted" | "proposed") {
  const { definition } = context.campaign;
  const last = await lastOf(context, of);
  const until = last ? dayWordsIn(definition, last.until) : "";
  return said(context, of, phrases.decided(state, namesOf(context, of), until, nounsOf(definition)));
}

/** Given with a day and a reason, without having been asked. */
async function given(context: PersonContext, request: CommandRequest): Promise<CommandOutcome | undefined> {
  const { until, reason, ...of } = readSaid(context, request);
  if (until === undefined) return undefined;
  const state = await giveExtension(context, { ...of, until, reason });
  if (state === "granted") {
    await putInForce(context);
    await followNewDay(context, of, until);
    await tellDistrict(context, of);
  }
  return toldGranted(context, of, state);
}

async function approved(context: PersonContext, { of, authority, opinion = "" }: Beside): Promise<CommandOutcome> {
  await approveExtension(context, of, { authority, opinion: await withoutDay(context, of, opinion) });
  const restsOn = authority ? authorityPhrases.words(authority, context.now) : undefined;
  return said(context, of, phrases.approved(namesOf(context, of), restsOn, nounsOf(context.campaign.definition)));
}

/** A refusal has its reason: a press without one opens the card on which it is written. */
async function refused(
  context: PersonContext,
  { of, opinion }: Beside,
  { by, isPressed }: { by: Decider; isPressed: boolean },
): Promise<CommandOutcome> {
  if (opinion === undefined && isPressed && context.cards.interactive) {
    const kind = by === "city" ? CITY_CARD : APPROVER_CARD;
    await context.cards.show(context.person.staffId, { kind, subject: subjectOf(of) });
    return { toast: phrases.opinionToast() };
  }
  if (opinion === undefined)
    throw new RefusalError("extension.no-opinion", phrases.noOpinion(namesOf(context, of), by));
  await declineExtension(context, of, { waits: by === "city" ? "asked" : "proposed", opinion });
  return said(context, of, phrases.refused(namesOf(context, of)));
}

/** 准予延期 柯桥区 推荐名单: what waits; with a day and a reason, without having been asked. */
const grant: Command = {
  id: GRANT,
  words: [phrases.grantWord(), "同意延期申请"],
  capability: "extension.grant",
  effect: "write",
  help: { example: phrases.grantWord(), purpose: phrases.grantPurpose() },
  onlyIn: "direct",
  async handle(context, request) {
    const { of, rest } = await readWords(context, request, "asked");
    const without = namesNewDay(rest, context.now) ? await given(context, request) : undefined;
    if (without) return without;
    // 经10月8日局长办公会研究同意: kept as it was said, for the day is the approver's to consent to.
    const read = opinionIn(rest);
    if (!read.ok) throw new RefusalError("extension.opinion", read.retry);
    return granted(context, { of, ...(read.opinion === undefined ? {} : { opinion: read.opinion }) });
  },
};

const decline: Command = {
  id: DECLINE,
  words: [phrases.declineWord()],
  capability: "extension.grant",
  effect: "write",
  onlyIn: "direct",
  handle: async (context, request) => refusedIn(context, request, "city"),
};

const disapprove: Command = {
  id: DISAPPROVE,
  words: [phrases.disapproveWord()],
  capability: "ruling.answer",
  effect: "write",
  onlyIn: "direct",
  handle: async (context, request) => refusedIn(context, request, "approver"),
};

async function refusedIn(context: PersonContext, request: CommandRequest, by: Decider): Promise<CommandOutcome> {
  const beside = await readDecision(context, request, by === "city" ? "asked" : "proposed");
  return refused(context, beside, { by, isPressed: request.subject !== undefined });
}

const approve: Command = {
  id: APPROVE,
  words: [phrases.approveWord()],
  capability: "ruling.answer",
  effect: "write",
  onlyIn: "direct",
  handle: async (context, request) => approved(context, await readDecision(context, request, "proposed")),
};

const byForm = (by: Decider): Command => ({
  id: by === "city" ? GRANT_FORM : APPROVE_FORM,
  words: [],
  capability: by === "city" ? "extension.grant" : "ruling.answer",
  effect: "write",
  onlyIn: "direct",
  async handle(context, request) {
    const verdict = verdictIn(request.values);
    if (!verdict) throw new RefusalError("extension.no-verdict", phrases.noVerdict(by));
    const beside = await readDecision(context, request, by === "city" ? "asked" : "proposed");
    if (verdict === "no") return refused(context, beside, { by, isPressed: false });
    return by === "city" ? granted(context, beside) : approved(context, beside);
  },
});

export const decisionCommands: readonly Command[] = [
  grant,
  decline,
  approve,
  disapprove,
  byForm("city"),
  byForm("approver"),
];
