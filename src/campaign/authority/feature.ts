import { textView, type View } from "../../platform/chat/view.ts";
import { RefusalError } from "../../shared/refusal-error.ts";
import type { Context } from "../engine/context.ts";
import { type CardRenderer, type Command, type Feature, redrawOn } from "../engine/feature.ts";
import { decisionsChanged } from "./events.ts";
import { decisionsMade, type RecordedDecision } from "./extension-points.ts";
import { authorityFields, authorityIn } from "./form.ts";
import { authorityPhrases as phrases, authorityRefusals as refusals } from "./phrases.ts";
import { type Beside, readBeside } from "./read-beside.ts";
import { decisionNamed } from "./rules.ts";

/** Also the action of a button on a decision's card; its subject is the decision's name. */
export const REGISTER = "authority.register";
/** Form of one decision; subject: its name. */
const FORM_CARD = "authority.form";

/** 登记依据: adds what a decision rests on, or its document's number, after the decision. */
const register: Command = {
  id: REGISTER,
  words: [phrases.registerLabel()],
  capability: "ruling.record",
  effect: "write",
  onlyIn: "direct",
  help: { example: phrases.registerLabel(), purpose: phrases.purpose },
  async handle(context, { subject, verbatim, values }) {
    const decisions = await decisionsIn(context);
    const { decision, rest } = find(decisions, subject ?? verbatim);
    const isEmpty = rest.trim() === "" && Object.keys(values).length === 0;
    if (isEmpty && context.cards.interactive) {
      await context.cards.show(context.chat, { kind: FORM_CARD, subject: decision.name });
      return {};
    }
    const fromForm = authorityIn(values, context.now);
    const read: Beside = fromForm.ok && !fromForm.authority ? readBeside(rest, context.now) : fromForm;
    if (!read.ok) throw new RefusalError("authority.unreadable", read.retry);
    if (!read.authority) throw new RefusalError("authority.nothing-read", refusals.nothingRead());
    await decision.register(context, read.authority);
    context.emit(decisionsChanged, {});
    const said = refusals.registered(decision.name, phrases.words(read.authority, context.now), read.opinion);
    return { reply: textView(phrases.registerLabel(), said, { tone: "done" }), toast: said, changed: true };
  },
};

const decisionsIn = async (context: Context): Promise<readonly RecordedDecision[]> =>
  (await context.contributions(decisionsMade, {})).flat();

/** The decision that is named, or the only one; the rest are the words about it. */
function find(decisions: readonly RecordedDecision[], typed: string): { decision: RecordedDecision; rest: string } {
  const found = decisionNamed(decisions, typed);
  if (found) return found;
  if (decisions.length === 0) throw new RefusalError("authority.nothing-decided", refusals.nothingDecided());
  throw new RefusalError("authority.which", refusals.which(decisions.map(({ name }) => name)), {
    choices: decisions.map(({ name }) => name),
  });
}

const formRenderer: CardRenderer = {
  kind: FORM_CARD,
  redrawOn: [redrawOn(decisionsChanged)],
  async render(context, { subject }): Promise<View> {
    const decision = (await decisionsIn(context)).find(({ name }) => name === subject);
    const title = phrases.registerTitle(subject);
    if (!decision) return textView(title, refusals.nothingDecided(), { tone: "closed" });
    const { authority } = decision;
    const isWhole = authority?.number !== undefined;
    return {
      ...textView(title, authority ? phrases.words(authority, context.now) : phrases.toBeRegistered()),
      tone: isWhole ? "done" : "near",
      form: {
        id: "authority",
        action: REGISTER,
        subject,
        submitLabel: phrases.registerLabel(),
        fields: authorityFields(authority),
      },
    };
  },
};

/** What decisions rest on: 签批, 局长办公会, 局党组会. */
export const authorityFeature: Feature = { commands: [register], renderers: [formRenderer] };
