import { z } from "zod";
import { chatOfKey } from "../../../platform/chat/chat-key.ts";
import { textView, type View, type ViewForm } from "../../../platform/chat/view.ts";
import { cleanLine } from "../../../platform/conversation/plain.ts";
import { RefusalError } from "../../../shared/refusal-error.ts";
import { besideFields, besideIn } from "../../authority/form.ts";
import { authorityPhrases } from "../../authority/phrases.ts";
import { momentWords } from "../../definition/wording.ts";
import { mayMember, memberOf } from "../../directory/member.ts";
import { nounsOf } from "../../directory/nouns.ts";
import type { Context, PersonContext } from "../../engine/context.ts";
import { type CardRenderer, type Command, redrawOn } from "../../engine/feature.ts";
import { countOf } from "../../receipt/count-words.ts";
import { receiptsChanged } from "../../receipt/events.ts";
import { nameOf } from "../store.ts";
import { wordsOf } from "../words.ts";
import {
  CORRECTION_CARD,
  type CorrectionDecision,
  correctionMessage,
  decideCorrection,
  proposeCorrection,
} from "./correct.ts";
import { type Correction, correctionsOf } from "./correction.ts";
import { correctionChanged } from "./events.ts";
import { correctionPhrases as phrases, correctionRefusals as refusals } from "./phrases.ts";
import { readCorrection } from "./rules.ts";

const APPROVE = "publication.approve-correction";
const DECLINE = "publication.decline-correction";
const DECIDE = "publication.decide-correction";
const MOST = 200;

const correct: Command = {
  id: "publication.correct",
  readsCorrections: true,
  words: [phrases.label()],
  capability: "publication.publish",
  effect: "write",
  onlyIn: "direct",
  help: {
    example: phrases.example(),
    purpose: (definition) => phrases.purpose(wordsOf(definition)),
    step: "publication",
  },
  async handle(context, { verbatim }) {
    const read = readCorrection(verbatim);
    if (!read) throw new RefusalError("publication.unreadable-correction", refusals.unreadable());
    if ([read.text, read.reason].some((part) => [...part].length > MOST)) {
      throw new RefusalError("publication.correction-too-long", refusals.tooLong(MOST));
    }
    const number = await proposeCorrection(context, read);
    const said = phrases.proposed(number, wordsOf(context.campaign.definition));
    return { reply: textView(phrases.title(number), said), toast: said };
  },
};

const byWords = (verdict: Verdict): Command => ({
  id: verdict === "approved" ? APPROVE : DECLINE,
  words: [verdict === "approved" ? phrases.approveLabel() : phrases.declineLabel()],
  capability: "publication.approve",
  effect: "write",
  step: "publication",
  onlyIn: "direct",
  handle: (context, { verbatim }) =>
    decide(context, verdict, { beside: besideIn({ typed: cleanLine(verbatim), values: {} }, context.now) }),
});

/** The approver's form: the verdict, what it rests on, and the opinion. */
const byForm: Command = {
  id: DECIDE,
  capability: "publication.approve",
  effect: "write",
  step: "publication",
  async handle(context, { subject, values }) {
    const verdict = verdictField.parse(values).verdict;
    if (!verdict) throw new RefusalError("publication.no-verdict", refusals.noVerdict());
    const beside = besideIn({ typed: "", values }, context.now);
    return decide(context, verdict, { beside, asked: Number(subject) });
  },
};

type Verdict = CorrectionDecision["verdict"];
const verdictField = z.object({ verdict: z.enum(["approved", "declined"]).optional().catch(undefined) });

async function decide(
  context: PersonContext,
  verdict: Verdict,
  { beside, asked }: { beside: ReturnType<typeof besideIn>; asked?: number },
) {
  if (verdict === "declined" && beside.opinion === undefined) {
    throw new RefusalError("publication.no-opinion", refusals.noOpinion(nounsOf(context.campaign.definition)));
  }
  const { number } = await decideCorrection(context, { verdict, asked, ...beside });
  const sentence = phrases.decided(number, verdict);
  return { reply: textView(phrases.title(number), sentence, { tone: "done" }), toast: sentence, changed: true };
}

/** One card for approver and organizers: what is corrected, why, and what became of it. */
const renderer: CardRenderer = {
  kind: CORRECTION_CARD,
  redrawOn: [
    redrawOn(correctionChanged, ({ number }) => String(number)),
    redrawOn(receiptsChanged, ({ message }) => /^correction\/(\d+)$/.exec(message)?.[1] ?? []),
  ],
  async render(context, { subject, chat }) {
    const found = (await correctionsOf(context)).find(({ number }) => String(number) === subject);
    if (!found) throw new Error(`no correction ${subject}`);
    const count = isOfOrganizer(context, chat) ? await countOf(context, correctionMessage(found.number)) : undefined;
    return correctionView(context, found, count ? [count] : []);
  },
};

/** Who has not read it is for who may publish. */
function isOfOrganizer({ campaign, people }: Context, chat: string): boolean {
  const place = chatOfKey(chat);
  const member = place.kind === "direct" ? memberOf(people, place.person) : undefined;
  return member !== undefined && mayMember(campaign.definition, member, "publication.publish");
}

const TONES = { proposed: "near", approved: "done", declined: "overdue", superseded: "closed" } as const;

async function correctionView(
  context: Context,
  correction: Correction,
  read: readonly { label: string; value: string }[],
): Promise<View> {
  const { number, text, reason, state, recordedBy, recordedAt, authority, opinion } = correction;
  const by = await nameOf(context.tx, recordedBy);
  const isOpen = state === "proposed";
  return {
    title: phrases.title(number),
    tone: TONES[state],
    status: phrases.states[state],
    body: [
      {
        kind: "facts",
        facts: [
          { label: phrases.textLabel(), value: text },
          { label: phrases.reasonLabel(), value: reason },
          { label: phrases.proposedLabel(), value: phrases.by(by, momentWords(recordedAt)) },
          ...(authority || state === "approved"
            ? [{ label: authorityPhrases.label(), value: authorityWords(context, authority) }]
            : []),
          ...(opinion === undefined ? [] : [{ label: authorityPhrases.opinionField(), value: opinion }]),
          ...read,
        ],
      },
    ],
    actions: [],
    ...(isOpen && context.cards.interactive ? { form: decisionForm(number) } : {}),
    ...(isOpen ? { footnote: phrases.how() } : {}),
  };
}

const authorityWords = ({ now }: Context, authority: Correction["authority"]): string =>
  authority ? authorityPhrases.words(authority, now) : authorityPhrases.toBeRegistered();

const decisionForm = (number: number): ViewForm => ({
  ...{ id: "correction", action: DECIDE, subject: String(number), submitLabel: phrases.submitLabel() },
  fields: [
    {
      ...{ name: "verdict", label: phrases.verdictField(), kind: "select", required: true },
      options: [
        { value: "approved", text: phrases.approveLabel() },
        { value: "declined", text: phrases.declineLabel() },
      ],
    },
    ...besideFields(),
  ],
});

export const correctionCommands: readonly Command[] = [correct, byForm, byWords("approved"), byWords("declined")];
export const correctionRenderer = renderer;
