import { textView, type View } from "../../../platform/chat/view.ts";
import { cleanParagraphs } from "../../../platform/conversation/plain.ts";
import { dayOf } from "../../../shared/civil-date.ts";
import { RefusalError } from "../../../shared/refusal-error.ts";
import { deliverableById } from "../../definition/deadlines.ts";
import type { Definition } from "../../definition/definition.ts";
import { districtName } from "../../definition/districts.ts";
import { nounsOf } from "../../directory/nouns.ts";
import type { PersonContext } from "../../engine/context.ts";
import { type CardRenderer, type Command, type CommandOutcome, type Feature, redrawOn } from "../../engine/feature.ts";
import { receiptsChanged } from "../../receipt/events.ts";
import { agreedChanged, remindersRun } from "../../reminder/events.ts";
import { onTasks } from "../../tasks/feature.ts";
import { agreeOnCard, agreeRenderer, openAgreeForm } from "./agree-card.ts";
import {
  currentNudges,
  NUDGE,
  nudgeOf,
  settleNudge,
  startNudge,
  unsentNudge,
  waitingNudge,
  whyNotNow,
} from "./nudge.ts";
import { nudgePhrases as phrases } from "./phrases.ts";
import { readLeading, readNamed, saysRemind } from "./read-words.ts";
import type { Named } from "./rules.ts";
import { sendNudge } from "./send.ts";
import { CONFIRM, DROP, heldBlocks, nudgeCardView, sentWords } from "./views.ts";

/** Characters of a reminder in words of one's own. */
const MAX_WORDS = 500;

const firstDistrict = (definition: Definition): string => definition.campaign.districts[0]?.name ?? "";
const remindExample = (definition: Definition): string => phrases.remindExample(firstDistrict(definition));

/** 催办, 催办 推荐名单, 催办 柯桥区: who would get what; nothing is sent yet. */
const preview: Command = {
  id: "nudge.preview",
  words: [phrases.word(), ...phrases.otherWords()],
  capability: "reminder.send",
  effect: "read",
  help: { example: phrases.word(), purpose: phrases.purpose() },
  onlyIn: "direct",
  recognises: ({ campaign, now }, text) =>
    text.includes("催") && readNamed(campaign.definition, text, dayOf(now)).rest === "",
  async handle(context, { verbatim, subject }) {
    const { definition } = context.campaign;
    // A button without a subject sends an empty one.
    if (subject) return show(context, { deliverable: subject });
    const { rest, ...named } = readNamed(definition, verbatim, dayOf(context.now));
    if (rest !== "") {
      const example = `${phrases.word()} ${firstDistrict(definition)}`;
      throw new RefusalError("nudge.unclear", phrases.unclear(verbatim.slice(0, 40), example));
    }
    return show(context, named);
  },
};

/** 提醒 柯桥区 请尽快报送: the same in words of one's own. */
const remindDistrict: Command = {
  id: "nudge.remind",
  words: [phrases.remindWord()],
  capability: "reminder.send",
  effect: "read",
  takesText: true,
  help: {
    example: remindExample,
    purpose: (definition) => phrases.remindPurpose(nounsOf(definition)),
  },
  onlyIn: "direct",
  recognises: ({ campaign, now }, text) =>
    saysRemind(text) && readLeading(campaign.definition, text, dayOf(now)).districts.length > 0,
  async handle(context, { verbatim }) {
    const { definition } = context.campaign;
    const { districts, rest } = readLeading(definition, verbatim, dayOf(context.now));
    if (districts.length === 0) {
      const sentence = phrases.whichDistrict(nounsOf(definition), remindExample(definition));
      throw new RefusalError("nudge.which-district", sentence);
    }
    const text = cleanParagraphs(rest);
    if (text.length > MAX_WORDS) throw new RefusalError("nudge.too-long", phrases.tooLong(text.length, MAX_WORDS));
    return show(context, { districts }, text === "" ? undefined : text);
  },
};

async function show(context: PersonContext, named: Named, text?: string): Promise<CommandOutcome> {
  const notNow = whyNotNow(context);
  if (notNow !== undefined) return say(context, textView(phrases.nobodyTitle(), notNow));
  const { nudges } = await currentNudges(context, named);
  if (nudges.to.length === 0) {
    return say(context, nobodyView(context, named, heldBlocks(context, nudges)));
  }
  const draft = await startNudge(context, {
    ...(named.districts ? { districts: [...named.districts] } : {}),
    ...(named.deliverable === undefined ? {} : { deliverable: named.deliverable }),
    ...(text === undefined ? {} : { text }),
    at: context.now.toISOString(),
    persons: nudges.to.map(({ reminder }) => reminder.person),
  });
  await context.cards.show(context.person.staffId, { kind: NUDGE, subject: draft.id });
  return {};
}

/** Below, also after a press. */
async function say(context: PersonContext, view: View): Promise<CommandOutcome> {
  await context.reply(view);
  return {};
}

function nobodyView({ campaign: { definition } }: PersonContext, named: Named, held: View["body"]): View {
  const nouns = nounsOf(definition);
  const done =
    named.districts !== undefined
      ? phrases.districtDone(named.districts.map((id) => districtName(definition, id)).join("、"))
      : named.deliverable !== undefined
        ? phrases.allDone(deliverableById(definition, named.deliverable).name, nouns)
        : phrases.nonePressing(nouns);
  const text = held.length > 0 ? phrases.allHeld() : done;
  return { ...textView(phrases.nobodyTitle(), text), body: [{ kind: "text", text }, ...held] };
}

/** Sent twice it is refused. */
const confirm: Command = {
  id: CONFIRM,
  words: [phrases.confirmWord()],
  capability: "reminder.send",
  effect: "write",
  onlyIn: "direct",
  async handle(context, { subject }) {
    const draft = await waitingNudge(context, subject);
    const notNow = whyNotNow(context, nudgeOf(draft));
    if (notNow !== undefined) return { reply: textView(phrases.nobodyTitle(), notNow), toast: notNow };
    const sentence = sentWords(context, await sendNudge(context, draft));
    return { reply: textView(phrases.sentTitle(), sentence, { tone: "done" }), toast: sentence, changed: true };
  },
};

const drop: Command = {
  id: DROP,
  words: [phrases.dropWord()],
  capability: "reminder.send",
  effect: "write",
  onlyIn: "direct",
  async handle(context, { subject }) {
    await settleNudge(context, await waitingNudge(context, subject), { state: "dropped" });
    const sentence = phrases.dropped();
    return { reply: textView(phrases.droppedTitle(), sentence, { tone: "closed" }), toast: sentence, changed: true };
  },
};

const renderer: CardRenderer = {
  kind: NUDGE,
  redrawOn: [...onTasks, redrawOn(remindersRun), redrawOn(agreedChanged), redrawOn(receiptsChanged)],
  async render(context, { subject }) {
    const draft = await context.drafts.read(subject);
    return draft ? nudgeCardView(context, draft) : textView(phrases.droppedTitle(), phrases.dropped());
  },
};

/** 催办 and 提醒 by the organizer: previewed, then sent to those who are left. */
export const nudgeFeature: Feature = {
  commands: [preview, remindDistrict, confirm, drop, openAgreeForm, agreeOnCard],
  renderers: [renderer, agreeRenderer],
  extensions: [unsentNudge],
};
