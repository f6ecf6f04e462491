import { z } from "zod";
import { chatOfKey } from "../../platform/chat/chat-key.ts";
import { textView, type View } from "../../platform/chat/view.ts";
import { RefusalError } from "../../shared/refusal-error.ts";
import { consequenceOf } from "../application/consequences.ts";
import { caseStepChanged } from "../application/events.ts";
import { hasRecommendation } from "../application/offered.ts";
import { ownDistricts, workDistrict } from "../application/work-district.ts";
import { districtName, lowerDistricts } from "../definition/districts.ts";
import { nounsOf } from "../directory/nouns.ts";
import type { Context, PersonContext } from "../engine/context.ts";
import { cancelAction } from "../engine/dispatch/disarm.ts";
import { plainText } from "../engine/dispatch/match-command.ts";
import { type CardRenderer, type Command, type CommandRequest, dialogue, redrawOn } from "../engine/feature.ts";
import { followBinding } from "./binds-points.ts";
import { LIST_CARD } from "./draft.ts";
import { listConfirmed, listHoldChanged } from "./events.ts";
import { assertNotHeld, heldBy } from "./held.ts";
import { recommendingDistricts } from "./levels.ts";
import { assertChangeable, isFrozen, stepOfList } from "./list-step.ts";
import { listWords } from "./list-words.ts";
import { TAKE_BACK, takeBackAction, WITHDRAW } from "./reported-view.ts";
import { listVersion, newestList, type RecommendationList, recommendsNobody, versionNames } from "./store.ts";
import { takeBackList, withdrawList } from "./withdraw.ts";
import {
  askListWithdrawal,
  endAsked,
  isListWithdrawalAsked,
  named,
  subjectOf,
  WITHDRAWAL,
} from "./withdrawal-asked.ts";
import { withdrawalPhrases as phrases } from "./withdrawal-phrases.ts";

const CONFIRM = "recommendation.confirm-withdrawal";

const submit = {
  capability: "recommendation.submit",
  step: "recommendation",
  offeredWhen: hasRecommendation,
  until: "publication",
} as const;

const versionsOf = async ({ district }: { district: string }, { tx, campaign }: Context): Promise<string[]> =>
  versionNames(district, await newestList(tx, campaign.id, district));

/** What a withdrawal affects; afterwards what became of it. */
export const withdrawalRenderer: CardRenderer = {
  kind: WITHDRAWAL,
  district: async (_, { subject }) => subject.split("/")[0],
  redrawOn: [redrawOn(listConfirmed, versionsOf), redrawOn(listHoldChanged, versionsOf)],
  async render(context, { subject, chat }) {
    const { district, version } = named(subject);
    const { tx, campaign } = context;
    const list = await listVersion(tx, { campaignId: campaign.id, district, version });
    const place = chatOfKey(chat);
    const isAsked = place.kind !== "direct" || (await isListWithdrawalAsked(context, place.person, subject));
    const isNewest = (await newestList(tx, campaign.id, district))?.version === version;
    return withdrawalView(context, list, { isNewest, isAsked });
  },
};

/**
 * What a withdrawal affects depends on how far the cases have come. Redraws its cards; for changes that are themselves
 * the effect of others.
 */
export const followListedCases = ({ cards }: Pick<Context, "cards">): Promise<void> =>
  cards.refresh({ kind: WITHDRAWAL });

/** Redraws lists and the points that they bind, which close with 公布. */
export async function followPublication(context: Context): Promise<void> {
  await context.cards.refresh({ kind: LIST_CARD });
  await followBinding(context);
  context.emit(caseStepChanged, {});
}

/** @param isAsked false after 取消, and after 恢复名单 */
async function withdrawalView(
  context: Context,
  list: RecommendationList,
  { isNewest, isAsked }: { isNewest: boolean; isAsked: boolean },
): Promise<View> {
  const { definition } = context.campaign;
  const { district, version } = list;
  const title = phrases.title(districtName(definition, district));
  if (!isNewest) {
    const isWithdrawn = list.withdrawnAt !== null;
    const status = isWithdrawn ? phrases.withdrawn() : phrases.settled();
    return textView(title, phrases.superseded(version, isWithdrawn), { tone: "closed", status });
  }
  const nouns = nounsOf(definition);
  if (await isFrozen(context, list)) {
    const isWithdrawn = list.withdrawnAt !== null;
    const status = isWithdrawn ? phrases.withdrawn() : phrases.settled();
    return textView(title, phrases.frozen(version, isWithdrawn, nouns), { tone: "closed", status });
  }
  if (list.withdrawnAt) {
    const actions = [takeBackAction(list)];
    return textView(title, phrases.done(version, nouns), { tone: "closed", status: phrases.withdrawn(), actions });
  }
  const held = await heldBy(context, list);
  if (held !== undefined)
    return textView(title, phrases.held(held, nouns), { tone: "closed", status: phrases.settled() });
  if (!isAsked) return textView(title, phrases.kept(version), { tone: "closed", status: phrases.settled() });
  const words = listWords(definition, district);
  const lead = recommendsNobody(list)
    ? phrases.leadNone(version, words)
    : phrases.lead(version, words.cases(list.items.length), words);
  const { blocked } = consequenceOf("listWithdrawn", await stepOfList(context, list));
  return textView(title, lead + (blocked.length > 0 ? phrases.reopens(nouns) : phrases.tells(nouns)), {
    tone: "near",
    status: phrases.asking(),
    actions: [
      {
        id: CONFIRM,
        label: phrases.confirm(),
        typed: phrases.confirmTyped(),
        look: "primary",
        subject: subjectOf(list),
      },
      cancelAction(phrases.keep()),
    ],
  });
}

/** The newest list of the person's district, or of the pressed card. @throws {RefusalError} if there is none */
async function requested(
  context: PersonContext,
  { subject, words, ...rest }: CommandRequest,
): Promise<RecommendationList> {
  const { tx, campaign } = context;
  const work = { word: phrases.word(), among: recommendingDistricts(context) };
  const pressed = subject === undefined ? undefined : named(subject).district;
  const district = pressed ?? workDistrict(context, { words, ...rest }, work);
  const list = ownDistricts(context).includes(district) ? await newestList(tx, campaign.id, district) : undefined;
  if (list) return list;
  throw new RefusalError("recommendation.no-list", phrases.noneInForce(districtName(campaign.definition, district)));
}

/** 撤回名单␤原因：…: a withdrawal keeps none, which is said. */
const reasonSaid = (typed: string): string | undefined =>
  /(?:理由|原因)\s*(?:[:：是为]\s*)?(?<reason>\S[\s\S]*)$/u.exec(typed)?.groups?.reason?.trim();

/** 撤回名单. Shows what it affects; {@link confirm} does it. */
const ask: Command = {
  ...submit,
  id: WITHDRAW,
  words: phrases.words,
  effect: "read",
  help: {
    example: phrases.word(),
    purpose: (definition) => phrases.purpose(listWords(definition, lowerDistricts(definition)[0]?.id ?? "")),
    step: "recommendation",
  },
  async handle(context, request) {
    const list = await requested(context, request);
    if (list.withdrawnAt) {
      const name = districtName(context.campaign.definition, list.district);
      throw new RefusalError("recommendation.no-list-in-force", phrases.noneInForce(name));
    }
    await assertNotHeld(context, list.district, "listWithdrawn");
    await assertChangeable(context, "listWithdrawn", list);
    await askListWithdrawal(context, list);
    await context.dialogue.open(WITHDRAWAL, { subject: subjectOf(list) });
    await context.cards.show(context.person.staffId, { kind: WITHDRAWAL, subject: subjectOf(list) });
    const said = reasonSaid(request.verbatim);
    if (said === undefined) return {};
    const title = phrases.title(districtName(context.campaign.definition, list.district));
    return { reply: textView(title, phrases.reasonNotKept(said), { tone: "near" }) };
  },
};

async function withdraw(context: PersonContext, subject: string): Promise<void> {
  const { district, version } = named(subject);
  if (!ownDistricts(context).includes(district)) {
    const name = districtName(context.campaign.definition, district);
    throw new RefusalError("recommendation.not-own", phrases.noneInForce(name));
  }
  await withdrawList(context, district, version);
  await endAsked(context, subject);
  await context.dialogue.close(WITHDRAWAL);
}

async function shownAfter(context: PersonContext, subject: string): Promise<View> {
  const list = await listVersion(context.tx, { campaignId: context.campaign.id, ...named(subject) });
  return withdrawalView(context, list, { isNewest: true, isAsked: false });
}

const confirm: Command = {
  ...submit,
  id: CONFIRM,
  words: phrases.confirmWords,
  effect: "write",
  async handle(context, request) {
    const subject = request.subject ?? subjectOf(await requested(context, request));
    const isAsked = await isListWithdrawalAsked(context, context.person.staffId, subject);
    // After 取消, or unasked, it is shown first.
    if (request.subject === undefined && !isAsked) return ask.handle(context, request);
    await withdraw(context, subject);
    return { reply: await shownAfter(context, subject), toast: phrases.confirmedToast(), changed: true };
  },
};

const takeBack: Command = {
  ...submit,
  id: TAKE_BACK,
  words: phrases.takeBackWords,
  effect: "write",
  async handle(context, request) {
    const { district, version } = await requested(context, request);
    await takeBackList(context, district, version);
    const title = phrases.title(districtName(context.campaign.definition, district));
    return {
      reply: textView(title, phrases.takenBack(version), { tone: "done" }),
      toast: phrases.takenBackToast(),
      changed: true,
    };
  },
};

export const withdrawalCommands: readonly Command[] = [ask, confirm, takeBack];

const CONFIRMS = /^(?:嗯|呃|好的?|对|是的?|那就?|[,，\s])*(?:(?:(?:确认)?撤回|确认)[吧了]?[，,\s]*){1,3}$/u;

/** Also 嗯撤回, 确认: the question is open. 撤回名单 asks it anew. */
export const isConfirmation = (text: string): boolean => CONFIRMS.test(plainText(text));

/** 确认撤回 typed after 撤回名单. */
export const withdrawalDialogue = dialogue({
  kind: WITHDRAWAL,
  readsCorrections: true,
  until: "publication",
  state: z.object({ subject: z.string() }),
  claims: isConfirmation,
  async handle(context, { state: { subject }, text }) {
    if (!isConfirmation(text)) return false;
    await withdraw(context, subject);
    await context.reply(await shownAfter(context, subject));
    return true;
  },
});
