import type { Block, View } from "../../platform/chat/view.ts";
import { type Member, mayMember } from "../directory/member.ts";
import { nounsOf } from "../directory/nouns.ts";
import type { Context } from "../engine/context.ts";
import { DECIDE_REPLY } from "./actions.ts";
import type { Reply } from "./consultation.ts";
import { pendingReplies, type ReplyKey } from "./decide.ts";
import { decisionFields } from "./form.ts";
import { wordsOf } from "./lines.ts";
import { consultationPhrases as phrases } from "./phrases.ts";

const paragraph = (text: string): Block => ({ kind: "text", text });

/** Those that the card lists at once. */
const MOST_LISTED = 8;

/** A reply in the subject of a form. */
export const keyOf = ({ caseId, department, version }: ReplyKey): string => `${caseId}/${department}/${version}`;

/** @returns undefined for something else */
export function keyIn(subject: string): ReplyKey | undefined {
  const [caseId = "", department = "", version = ""] = subject.split("/");
  return /^\d+$/u.test(version) ? { caseId, department, version: Number(version) } : undefined;
}

/** What waits for the approver, with the form for the first: it decides exactly the version that it shows. */
export async function openView(context: Context, viewer: Member): Promise<View> {
  const { definition } = context.campaign;
  const open = mayMember(definition, viewer, "consultation.decide") ? await pendingReplies(context) : [];
  const shown = await wordsOf(context, open.slice(0, MOST_LISTED));
  const [first] = shown;
  const title = phrases.openTitle();
  const status = phrases.openStatus(open.length);
  if (!first) return { title, tone: "done", status, body: [paragraph(phrases.nothingOpen())], actions: [] };
  const items = shown.map((words) => phrases.of(words, phrases.by(words.department, words.line)));
  return {
    ...{ title, tone: "near", status },
    body: [
      paragraph(phrases.openIntro(nounsOf(definition))),
      { kind: "list", ordered: items.length > 1, items },
      ...(items.length > 1 ? [paragraph(phrases.decidesFirst(first.caseName, first.department))] : []),
    ],
    ...(context.cards.interactive ? { form: formOf(first.reply) } : {}),
    actions: [],
  };
}

const formOf = (reply: Reply): NonNullable<View["form"]> => ({
  ...{ id: "decision", action: DECIDE_REPLY, subject: keyOf(reply), submitLabel: phrases.submitDecision() },
  fields: decisionFields(),
});
