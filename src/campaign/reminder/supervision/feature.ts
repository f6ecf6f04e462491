import { textView, type View } from "../../../platform/chat/view.ts";
import { dayOf } from "../../../shared/civil-date.ts";
import { dueWordsOf } from "../../definition/wording.ts";
import { nounsOf } from "../../directory/nouns.ts";
import type { Context, PersonContext } from "../../engine/context.ts";
import { type CardRenderer, type Command, type CommandRequest, type Feature, redrawOn } from "../../engine/feature.ts";
import { whyNot } from "../../extension/ask.ts";
import { type Extended, ofSubject, subjectOf } from "../../extension/extension.ts";
import { readSaid } from "../../extension/read-words.ts";
import { deadlineFor } from "../../extension/rules.ts";
import { namesOf } from "../../extension/views.ts";
import { deadlinesMoved, deliveryChanged, receivedChanged } from "../../stage/events.ts";
import { taskActions } from "../../tasks/actions.ts";
import { reachOfDistricts } from "../../tasks/reach.ts";
import { readState } from "../../tasks/read-state.ts";
import { owed } from "../../tasks/rules.ts";
import { supervisionPhrases as phrases } from "./phrases.ts";
import { SUPERVISION_CARD, supervisable, supervise, supervisionsOf } from "./supervise.ts";

const CONFIRM = "reminder.confirm-supervision";

const asked = (context: PersonContext, request: CommandRequest): Extended => {
  const { deliverable, district } = readSaid(context, request);
  return { deliverable, district };
};

/** 督办 柯桥区 推荐名单: what would be sent to whom. */
const preview: Command = {
  id: "reminder.supervise",
  words: [phrases.word()],
  capability: "reminder.send",
  effect: "read",
  help: { example: phrases.word(), purpose: phrases.purpose() },
  onlyIn: "direct",
  async handle(context, request) {
    const of = asked(context, request);
    const { to, nth } = await supervisable(context, of);
    const names = namesOf(context, of);
    const people = to.map(({ name }) => name);
    const text = phrases.preview(names, people, nth);
    const typed = `${phrases.confirmWord()} ${names.district} ${names.name}`;
    const confirm = {
      id: CONFIRM,
      label: phrases.confirmWord(),
      typed,
      look: "danger" as const,
      subject: subjectOf(of),
    };
    const shown = textView(phrases.previewTitle(), text, { tone: "near", status: phrases.previewStatus() });
    return { reply: { ...shown, actions: [confirm] } };
  },
};

/** Sent twice it is refused: the first was too recent. */
const confirm: Command = {
  id: CONFIRM,
  words: [phrases.confirmWord()],
  capability: "reminder.send",
  effect: "write",
  onlyIn: "direct",
  async handle(context, request) {
    const of = asked(context, request);
    const sentence = phrases.sent(namesOf(context, of), await supervise(context, of));
    return { reply: textView(phrases.word(), sentence, { tone: "done" }), toast: sentence, changed: true };
  },
};

const renderer: CardRenderer = {
  kind: SUPERVISION_CARD,
  redrawOn: [redrawOn(receivedChanged, subjectOf), redrawOn(deliveryChanged), redrawOn(deadlinesMoved)],
  district: async (_, { subject }) => ofSubject(subject).district,
  render: (context, { subject }) => supervisedView(context, ofSubject(subject)),
};

async function supervisedView(context: Context, of: Extended): Promise<View> {
  const { campaign, now } = context;
  const { definition, calendar } = campaign;
  const names = namesOf(context, of);
  const closed = await whyNot(context, of, { isAsked: true });
  if (closed) return textView(phrases.title(names), closed.sentence, { tone: "done", status: phrases.done() });
  const deadline = deadlineFor(context, of);
  const sentAt = (await supervisionsOf(context, of)).at(-1)?.sentAt ?? now;
  const late = calendar.workingDaysFrom(dayOf(deadline.lateFrom), dayOf(sentAt));
  const state = await readState(context, reachOfDistricts(definition, [of.district]));
  const own = owed(state, now).filter(
    ({ about, waitsFor }) =>
      waitsFor === undefined && about.deliverable === of.deliverable && about.district === of.district,
  );
  const { name, phone } = definition.campaign.contact;
  return {
    title: phrases.title(names),
    tone: "overdue",
    status: phrases.status(),
    body: [{ kind: "text", text: phrases.text(names, dueWordsOf(definition, deadline), late, nounsOf(definition)) }],
    actions: taskActions(state, own),
    footnote: phrases.contact(name, phone),
  };
}

/** 督办, by the organizer only. */
export const supervisionFeature: Feature = { commands: [preview, confirm], renderers: [renderer] };
