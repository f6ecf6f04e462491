import { z } from "zod";
import { textView, type View } from "../../platform/chat/view.ts";
import { RefusalError } from "../../shared/refusal-error.ts";
import { opinionField, opinionValue } from "../authority/form.ts";
import { readBeside } from "../authority/read-beside.ts";
import { readVersion } from "../authority/read-version.ts";
import { mayMember } from "../directory/member.ts";
import type { PersonContext } from "../engine/context.ts";
import { type CardRenderer, type Command, type CommandRequest, dialogue, redrawOn } from "../engine/feature.ts";
import { type Decision, decideSelection, waitingSelection } from "./decide.ts";
import { selectionChanged } from "./events.ts";
import { approvalPhrases as phrases, selectionRefusals as refusals } from "./phrases.ts";
import { selectionOfCard } from "./store.ts";
import { APPROVE, DECLINE } from "./views.ts";
import { wordsOf } from "./words.ts";

/** Asks the approver for the opinion of 不批准; also the kind of its dialogue. Subject: the version. */
const OPINION = "selection.opinion";
const CAPABILITY = "selection.approve";

const decide = (verdict: Decision["verdict"]): Command => {
  const isApproval = verdict === "approved";
  const label = isApproval ? phrases.approveLabel() : phrases.declineLabel();
  return {
    id: isApproval ? APPROVE : DECLINE,
    words: [label],
    capability: CAPABILITY,
    until: "listSettled",
    effect: "write",
    help: {
      example: label,
      purpose: (definition) => phrases.purpose(isApproval, wordsOf(definition)),
      step: "selection",
    },
    onlyIn: "direct",
    async handle(context, request) {
      const { version, said } = wordsIn(request);
      if (!isApproval && said === "") return askOpinion(context, version);
      return done(context, { verdict, version, ...besideOf(context, verdict, said) });
    },
  };
};

/** Parses 批准 2 经10月8日局长办公会研究同意, 不批准第2版：…. After a press, the subject is the version. */
function wordsIn({ subject, verbatim, values }: CommandRequest): { version: number | undefined; said: string } {
  const { version, rest } = readVersion(subject ?? verbatim);
  return { version, said: subject === undefined ? rest : opinionValue(values) };
}

/** @throws {RefusalError} if the words beside the decision cannot be read, or 不批准 has no opinion among them */
function besideOf({ now }: PersonContext, verdict: Decision["verdict"], said: string): Partial<Decision> {
  const read = readBeside(said, now);
  if (!read.ok) throw new RefusalError("selection.beside", read.retry);
  const { authority, opinion } = read;
  if (verdict === "declined" && opinion === undefined) {
    throw new RefusalError("selection.no-opinion", refusals.noOpinion());
  }
  return { ...(authority ? { authority } : {}), ...(opinion === undefined ? {} : { opinion }) };
}

async function done(context: PersonContext, decision: Decision) {
  const { version } = await decideSelection(context, decision);
  await context.dialogue.close(OPINION);
  const words = wordsOf(context.campaign.definition);
  const isApproval = decision.verdict === "approved";
  const said = isApproval ? phrases.approvedToast(version) : phrases.declinedToast(version, words);
  const label = isApproval ? phrases.approveLabel() : phrases.declineLabel();
  return { reply: textView(label, said, { tone: "done" }), toast: said, changed: true };
}

async function askOpinion(context: PersonContext, asked: number | undefined) {
  const { version } = await waitingSelection(context, asked);
  await context.dialogue.open(OPINION, { version });
  await context.cards.show(context.chat, { kind: OPINION, subject: String(version) });
  return { toast: phrases.opinionToast() };
}

const opinionView = (version: number): View =>
  textView(phrases.opinionTitle(version), phrases.opinionQuestion(), { tone: "near" });

const opinionRenderer: CardRenderer = {
  kind: OPINION,
  redrawOn: [redrawOn(selectionChanged, ({ version }) => String(version))],
  async render(context, { subject }) {
    const { version, state } = await selectionOfCard(context.tx, context.campaign.id, subject);
    const view = opinionView(version);
    if (state !== "proposed") return textView(view.title, phrases.opinionClosed(phrases[state]()), { tone: "closed" });
    if (!context.cards.interactive) return view;
    const submitLabel = phrases.returnLabel();
    return { ...view, form: { id: "opinion", action: DECLINE, subject, submitLabel, fields: [opinionField()] } };
  },
};

/** The opinion typed as an answer. */
const opinionDialogue = dialogue({
  kind: OPINION,
  until: "listSettled",
  state: z.object({ version: z.int() }),
  async handle(context, { state: { version }, text, files }) {
    if (files.length > 0 || !mayMember(context.campaign.definition, context.person, CAPABILITY)) return false;
    const decision = { verdict: "declined", version, ...besideOf(context, "declined", text) } as const;
    await context.reply((await done(context, decision)).reply);
    return true;
  },
});

export const decisionCommands: readonly Command[] = [decide("approved"), decide("declined")];
export const decisionRenderers: readonly CardRenderer[] = [opinionRenderer];
export const decisionDialogues = [opinionDialogue];
