import { textView } from "../../platform/chat/view.ts";
import { RefusalError } from "../../shared/refusal-error.ts";
import { besideIn, requirePlainReason } from "../application/reason-gate.ts";
import { ownDistricts } from "../application/work-district.ts";
import { decisionsMade } from "../authority/extension-points.ts";
import { dayWordsIn } from "../definition/wording.ts";
import { nounsOf } from "../directory/nouns.ts";
import { districtScope, isWithin } from "../directory/scope.ts";
import { awaitChoice } from "../engine/choice.ts";
import type { PersonContext } from "../engine/context.ts";
import { type CardRenderer, type Command, extend, type Feature, redrawOn } from "../engine/feature.ts";
import { countdownChanged, deadlinesMoved, deliveryChanged, receivedChanged } from "../stage/events.ts";
import { askExtension, closedFor, whyNot } from "./ask.ts";
import { registrable } from "./decide.ts";
import { decisionCommands, said } from "./decision-commands.ts";
import { extensionChanged } from "./events.ts";
import { APPROVER_CARD, CITY_CARD, OWN_CARD, ofSubject, subjectOf } from "./extension.ts";
import { asksToPutOff } from "./meant.ts";
import { extensionPhrases as phrases } from "./phrases.ts";
import { usualInAsking } from "./phrases-usual.ts";
import { asksRunOn, readSaid } from "./read-words.ts";
import { extensionsOf, extensionTable, isOpen } from "./store.ts";
import { ASK, extensionView, namesOf, type Reader } from "./views.ts";

/** 申请延期 推荐名单 10月11日 正在盖章 */
const ask: Command = {
  id: ASK,
  takesText: true,
  words: [phrases.askWord(), "延期申请", "申请延迟", "延长期限"],
  capability: "recommendation.submit",
  or: "workReport.submit",
  effect: "write",
  help: { example: phrases.askWord(), purpose: phrases.askPurpose(), usual: usualInAsking },
  onlyIn: "direct",
  recognises: ({ campaign }, text) =>
    asksRunOn(
      text,
      campaign.definition.campaign.deliverables.flatMap(({ name, aliases = [] }) => [name, ...aliases]),
    ),
  async handle(context, request) {
    const closed = await closedFor(context, { isAsked: false });
    const wish = readSaid(context, request, (of) => !closed.has(subjectOf(of)));
    const { until } = wish;
    const left = phrases.notRecorded(wish.beside);
    if (until === undefined) {
      const why = await whyNot(context, wish, { isAsked: false });
      if (why) throw new RefusalError(`extension.${why.code}`, why.sentence);
      // What was said of the reason is not dropped for an empty card.
      if (wish.reason !== "" && request.subject === undefined)
        throw new RefusalError("extension.no-day", phrases.noDayYet(namesOf(context, wish).name, wish.reason) + left, {
          lacks: "day",
        });
      await context.cards.show(context.person.staffId, { kind: OWN_CARD, subject: subjectOf(wish) });
      // What the card asks for may be said as well.
      const typed = phrases.askExample(namesOf(context, wish).name);
      if (request.subject === undefined) await awaitChoice(context, [{ name: typed, typed, lacks: "day" }]);
      return left === "" ? {} : { reply: textView(phrases.askWord(), left) };
    }
    const { definition } = context.campaign;
    const day = dayWordsIn(definition, until);
    const why = wish.isLetter ? await whyNot(context, wish, { isAsked: false }) : undefined;
    if (why) throw new RefusalError(`extension.${why.code}`, why.sentence);
    if (wish.isLetter) throw shownFirst(namesOf(context, wish).name, day, { reason: wish.reason, left });
    if (request.subject === undefined && (!wish.isLed || besideIn(wish.reason)))
      requireOwn(context, namesOf(context, wish).name, day, wish.reason);
    await askExtension(context, { ...wish, until });
    const sentence = phrases.asked(namesOf(context, wish), { day, reason: wish.reason }, nounsOf(definition));
    await context.cards.refresh({ kind: OWN_CARD, subject: subjectOf(wish) });
    return said(context, wish, sentence + left);
  },
};

/** Cases may be why, and a day is asked for; there is somebody to call. */
const MAY = ["case", "phone"] as const;

/** @throws {RefusalError} if the reason holds what is read elsewhere: it is sent with 理由： before it where it is one */
function requireOwn(context: PersonContext, name: string, day: string, reason: string): void {
  if (reason === "") return;
  const asIs = (own: string): string => phrases.typed(name, day, own);
  requirePlainReason(context, reason, { what: phrases.reasonName(), may: MAY, asIs });
}

/** How a letter was read, to be sent as it is shown. */
function shownFirst(name: string, day: string, { reason, left }: { reason: string; left: string }): RefusalError {
  if (reason === "") return new RefusalError("extension.no-reason", phrases.letterWithoutReason(name, day) + left);
  const typed = phrases.typed(name, day, reason);
  const offer = { typed: [typed], labels: [phrases.submit()] };
  return new RefusalError("extension.shown-first", phrases.letter(name, day, reason) + left, { asks: offer });
}

/** 撤回延期: cannot be done; who can be asked and what can be sent instead is said. */
const takeBack: Command = {
  id: "extension.take-back",
  words: phrases.takeBackWords(),
  capability: "recommendation.submit",
  or: "workReport.submit",
  effect: "read",
  onlyIn: "direct",
  async handle(context) {
    const { tx, campaign } = context;
    const own = (await extensionsOf(tx, campaign.id)).filter(({ district }) =>
      ownDistricts(context).includes(district),
    );
    const nouns = nounsOf(campaign.definition);
    const open = own.filter(isOpen).map((one) => {
      const { name } = namesOf(context, one);
      return phrases.standing(name, dayWordsIn(campaign.definition, one.until));
    });
    const granted = own.some(({ state }) => state === "granted");
    const sentence = open.length > 0 ? phrases.noTakingBack(open, nouns) : phrases.noneToTakeBack(granted);
    return { reply: textView(phrases.askWord(), sentence, { tone: "near" }) };
  },
};

/** 延期批了吗 */
const ASKS_WHETHER =
  /^(?:请问|那个|我们?的?|名单|推荐名单|工作报告|[，,\s])*(?:申请的?)?延期(?:申请)?的?(?:事|情况)?(?:批|准|同意|通过|办|有(?:消息|结果|回复))[^，,。]{0,4}(?:吗|没有?|呢|么|[?？])[?？。]*$/u;

/** 延期情况: of every district in sight. */
const list: Command = {
  id: "extension.list",
  words: [phrases.listWord()],
  recognises: (_, text) => ASKS_WHETHER.test(text.trim()),
  capability: "progress.see",
  effect: "read",
  onlyIn: "direct",
  async handle(context) {
    const { tx, campaign, person } = context;
    const scope = districtScope(campaign.definition, person, "progress.see");
    const all = (await extensionsOf(tx, campaign.id)).filter(
      ({ state, district }) => state !== "replaced" && isWithin(scope, district),
    );
    const items = all.map((one) =>
      phrases.line(namesOf(context, one), dayWordsIn(campaign.definition, one.until), one.state),
    );
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
  commands: [ask, takeBack, ...decisionCommands, list],
  renderers: [renderer(OWN_CARD, "own"), renderer(CITY_CARD, "city"), renderer(APPROVER_CARD, "approver")],
  tables: [extensionTable],
  extensions: [extend(decisionsMade, registrable), asksToPutOff],
};
