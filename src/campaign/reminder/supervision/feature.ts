import { textView } from "../../../platform/chat/view.ts";
import type { PersonContext } from "../../engine/context.ts";
import { type CardRenderer, type Command, type CommandRequest, type Feature, redrawOn } from "../../engine/feature.ts";
import { type Extended, ofSubject, subjectOf } from "../../extension/extension.ts";
import { readSaid } from "../../extension/read-words.ts";
import { namesOf } from "../../extension/views.ts";
import { deadlinesMoved, deliveryChanged, receivedChanged } from "../../stage/events.ts";
import { supervisionPhrases as phrases } from "./phrases.ts";
import { SUPERVISION_CARD, supervisable, supervise, supervisionsOf } from "./supervise.ts";
import { supervisedView } from "./views.ts";

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
  help: { example: phrases.word(), purpose: phrases.purpose(), withoutButton: true },
  onlyIn: "direct",
  async handle(context, request) {
    const of = asked(context, request);
    const { to, nth } = await supervisable(context, of);
    const names = namesOf(context, of);
    const people = to.map(({ name }) => name);
    const text = phrases.preview(names, people, { nth, isDing: context.outbox.sendDing !== undefined });
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
  async render(context, { subject }) {
    const of = ofSubject(subject);
    const sentAt = (await supervisionsOf(context, of)).at(-1)?.sentAt ?? context.now;
    return supervisedView(context, of, sentAt);
  },
};

/** 督办, by the organizer only. */
export const supervisionFeature: Feature = { commands: [preview, confirm], renderers: [renderer] };
