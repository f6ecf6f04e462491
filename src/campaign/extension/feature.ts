import { textView } from "../../platform/chat/view.ts";
import { RefusalError } from "../../shared/refusal-error.ts";
import { dayWordsIn } from "../definition/wording.ts";
import { nounsOf } from "../directory/nouns.ts";
import { districtScope, isWithin } from "../directory/scope.ts";
import type { PersonContext } from "../engine/context.ts";
import {
  type CardRenderer,
  type Command,
  type CommandOutcome,
  type CommandRequest,
  type Feature,
  redrawOn,
} from "../engine/feature.ts";
import { countdownChanged, deadlinesMoved, deliveryChanged, receivedChanged } from "../stage/events.ts";
import { askExtension, giveExtension, whyNot } from "./ask.ts";
import {
  approveExtension,
  declineExtension,
  followNewDay,
  grantExtension,
  putInForce,
  tellDistrict,
} from "./decide.ts";
import { extensionChanged } from "./events.ts";
import { APPROVER_CARD, CITY_CARD, type Extended, OWN_CARD, ofSubject, subjectOf } from "./extension.ts";
import { extensionPhrases as phrases } from "./phrases.ts";
import { readSaid, type Said } from "./read-words.ts";
import { extensionsOf, extensionTable } from "./store.ts";
import { APPROVE, ASK, DECLINE, DISAPPROVE, extensionView, GRANT, namesOf, type Reader } from "./views.ts";

const day = ({ campaign }: PersonContext, until: Parameters<typeof dayWordsIn>[1]): string =>
  dayWordsIn(campaign.definition, until);

const said = (context: PersonContext, of: Extended, sentence: string) => ({
  reply: textView(phrases.title(namesOf(context, of)), sentence, { tone: "done" }),
  toast: sentence,
  changed: true,
});

/** 申请延期 推荐名单 10月11日 正在盖章 */
const ask: Command = {
  id: ASK,
  words: [phrases.askWord(), "延期申请", "申请延迟", "延长期限"],
  capability: "recommendation.submit",
  or: "workReport.submit",
  effect: "write",
  help: { example: phrases.askWord(), purpose: phrases.askPurpose() },
  onlyIn: "direct",
  async handle(context, request) {
    const wish = readSaid(context, request);
    const { until } = wish;
    if (until === undefined) {
      const closed = await whyNot(context, wish, { isAsked: false });
      if (closed) throw new RefusalError(`extension.${closed.code}`, closed.sentence);
      await context.cards.show(context.person.staffId, { kind: OWN_CARD, subject: subjectOf(wish) });
      return {};
    }
    await askExtension(context, { ...wish, until });
    const { definition } = context.campaign;
    const sentence = phrases.asked(namesOf(context, wish), day(context, until), nounsOf(definition));
    await context.cards.refresh({ kind: OWN_CARD, subject: subjectOf(wish) });
    return said(context, wish, sentence);
  },
};

/** 准予延期 柯桥区 推荐名单: what waits; with a day and a reason, without having been asked. */
const grant: Command = {
  id: GRANT,
  words: [phrases.grantWord(), "同意延期申请"],
  capability: "extension.grant",
  effect: "write",
  help: { example: phrases.grantWord(), purpose: phrases.grantPurpose() },
  onlyIn: "direct",
  async handle(context, request) {
    const wish = readSaid(context, request);
    const state = await give(context, wish);
    const last = (await extensionsOf(context.tx, context.campaign.id, only(wish))).at(-1);
    const until = last ? day(context, last.until) : "";
    const sentence = phrases.decided(state, namesOf(context, wish), until, nounsOf(context.campaign.definition));
    return said(context, wish, sentence);
  },
};

const only = ({ deliverable, district }: Extended): Extended => ({ deliverable, district });

async function give(context: PersonContext, wish: Said): Promise<"granted" | "proposed"> {
  const { until } = wish;
  if (until === undefined) return grantExtension(context, only(wish));
  const state = await giveExtension(context, { ...wish, until });
  if (state === "granted") {
    await putInForce(context);
    await followNewDay(context, only(wish), until);
    await tellDistrict(context, only(wish));
  }
  return state;
}

async function refuse(
  context: PersonContext,
  request: CommandRequest,
  waits: "asked" | "proposed",
): Promise<CommandOutcome> {
  const of = readSaid(context, request);
  const opinion = request.subject === undefined ? opinionIn(context, of, request.verbatim) : "";
  await declineExtension(context, only(of), { waits, opinion });
  return said(context, of, phrases.refused(namesOf(context, of)));
}

/** What follows the names: 不予延期 柯桥区 推荐名单 已多次提醒. */
function opinionIn(context: PersonContext, of: Extended, typed: string): string {
  const { district, name } = namesOf(context, of);
  const at = typed.lastIndexOf(name);
  const rest = at < 0 ? typed.replace(district, "") : typed.slice(at + name.length);
  return rest.replace(/^[\s，,：:。]+/u, "").trim();
}

const decline: Command = {
  id: DECLINE,
  words: [phrases.declineWord()],
  capability: "extension.grant",
  effect: "write",
  onlyIn: "direct",
  handle: (context, request) => refuse(context, request, "asked"),
};

const disapprove: Command = {
  id: DISAPPROVE,
  words: [phrases.disapproveWord()],
  capability: "ruling.answer",
  effect: "write",
  onlyIn: "direct",
  handle: (context, request) => refuse(context, request, "proposed"),
};

const approve: Command = {
  id: APPROVE,
  words: [phrases.approveWord()],
  capability: "ruling.answer",
  effect: "write",
  onlyIn: "direct",
  async handle(context, request) {
    const of = only(readSaid(context, request));
    await approveExtension(context, of);
    return said(context, of, phrases.approved(namesOf(context, of)));
  },
};

/** 延期情况: of every district in sight. */
const list: Command = {
  id: "extension.list",
  words: [phrases.listWord()],
  capability: "progress.see",
  effect: "read",
  onlyIn: "direct",
  async handle(context) {
    const { tx, campaign, person } = context;
    const scope = districtScope(campaign.definition, person, "progress.see");
    const all = (await extensionsOf(tx, campaign.id)).filter(
      ({ state, district }) => state !== "replaced" && isWithin(scope, district),
    );
    const items = all.map((one) => phrases.line(namesOf(context, one), day(context, one.until), one.state));
    if (items.length === 0) return { reply: textView(phrases.listWord(), phrases.none()) };
    return { reply: { ...textView(phrases.listWord(), ""), body: [{ kind: "list", items }] } };
  },
};

const renderer = (kind: string, reader: Reader): CardRenderer => ({
  kind,
  redrawOn: [
    redrawOn(extensionChanged, subjectOf),
    redrawOn(deadlinesMoved),
    redrawOn(countdownChanged),
    redrawOn(receivedChanged, subjectOf),
    redrawOn(deliveryChanged),
  ],
  district: async (_, { subject }) => ofSubject(subject).district,
  render: (context, { subject }) => extensionView(context, subject, reader),
});

/** 延期: asked for by a district, granted by the organizer, a day of the plan also by the approver. */
export const extensionFeature: Feature = {
  commands: [ask, grant, decline, approve, disapprove, list],
  renderers: [renderer(OWN_CARD, "own"), renderer(CITY_CARD, "city"), renderer(APPROVER_CARD, "approver")],
  tables: [extensionTable],
};
