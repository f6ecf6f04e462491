import { textView } from "../../platform/chat/view.ts";
import { RefusalError } from "../../shared/refusal-error.ts";
import type { Context } from "../engine/context.ts";
import type { Command, Feature } from "../engine/feature.ts";
import { decisionsMade, type RecordedDecision } from "./extension-points.ts";
import { authorityIn } from "./form.ts";
import { authorityPhrases as phrases, authorityRefusals as refusals } from "./phrases.ts";
import { readBeside } from "./read-beside.ts";
import { decisionNamed } from "./rules.ts";

export const REGISTER = "authority.register";

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
    const fromForm = authorityIn(values, context.now);
    if (!fromForm.ok) throw new RefusalError("authority.unreadable", fromForm.retry);
    const read = fromForm.authority ? fromForm : readBeside(rest, context.now);
    if (!read.ok) throw new RefusalError("authority.unreadable", read.retry);
    if (!read.authority) throw new RefusalError("authority.nothing-read", refusals.nothingRead());
    await decision.register(context, read.authority);
    const said = refusals.registered(decision.name, phrases.words(read.authority, context.now));
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
  throw new RefusalError("authority.which", refusals.which(decisions.map(({ name }) => name)));
}

/** What decisions rest on: 签批, 局长办公会, 局党组会. */
export const authorityFeature: Feature = { commands: [register] };
