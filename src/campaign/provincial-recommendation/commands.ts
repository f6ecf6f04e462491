import { z } from "zod";
import { textView } from "../../platform/chat/view.ts";
import { cleanLine } from "../../platform/conversation/plain.ts";
import { RefusalError } from "../../shared/refusal-error.ts";
import { besideIn } from "../authority/form.ts";
import { nounsOf } from "../directory/nouns.ts";
import type { PersonContext } from "../engine/context.ts";
import type { Command, CommandOutcome } from "../engine/feature.ts";
import { daysIn } from "../public-notice/form.ts";
import { journalLook } from "../verification/journal-look.ts";
import { provincialCandidates } from "./candidates.ts";
import { decideProvincial, type ProvincialDecision } from "./decide.ts";
import { choicesIn, DECIDE_FORM, dayValue, PROPOSE_FORM } from "./form.ts";
import { provincialPhrases as phrases, provincialRefusals as refusals } from "./phrases.ts";
import { PROVINCIAL_CARD, proposeProvincial } from "./propose.ts";
import { hasProvince, namedVersion, readChoices } from "./rules.ts";
import { provincialVersions } from "./store.ts";
import { DRAFT, draftView, versionView } from "./views.ts";

const part = { onlyIn: "direct", step: "publication", offeredWhen: hasProvince } as const;

/** 向省推荐: the newest version; 向省推荐 另拟, or without one, where it is drawn up. */
const see: Command = {
  ...part,
  id: "provincial-recommendation.see",
  words: [phrases.word()],
  capability: "publication.publish",
  or: ["publication.approve", "journal.see"],
  effect: "read",
  whenClosed: true,
  help: {
    example: phrases.word(),
    purpose: (definition) => phrases.purpose(nounsOf(definition)),
    step: "publication",
  },
  async handle(context, { verbatim }) {
    await journalLook(context, "provincial-recommendation.seen");
    const latest = (await provincialVersions(context.tx, context.campaign.id)).at(-1);
    return show(context, latest && !/^另拟/u.test(cleanLine(verbatim)) ? latest.version : 0);
  },
};

const draft: Command = {
  ...part,
  id: DRAFT,
  capability: "publication.publish",
  effect: "read",
  handle: (context) => show(context, 0),
};

async function show(context: PersonContext, version: number): Promise<CommandOutcome> {
  if (context.cards.interactive) {
    await context.cards.show(context.chat, { kind: PROVINCIAL_CARD, subject: String(version) });
    return {};
  }
  const found = (await provincialVersions(context.tx, context.campaign.id)).find((one) => one.version === version);
  return {
    reply: found ? await versionView(context, found, context.person) : await draftView(context, context.person),
  };
}

const said = (version: number, sentence: string): CommandOutcome => ({
  reply: textView(phrases.title(version), sentence, { tone: "done" }),
  toast: sentence,
  changed: true,
});

/** 报批向省推荐 甲：理由；乙：理由；丙：理由；报送时限：10月20日 */
const proposeByWords: Command = {
  ...part,
  id: "provincial-recommendation.propose",
  words: [phrases.proposeWord()],
  capability: "publication.publish",
  effect: "write",
  takesText: true,
  help: {
    example: phrases.proposeExample(),
    purpose: (definition) => phrases.proposePurpose(nounsOf(definition)),
    ...{ step: "publication", withoutButton: true },
  },
  async handle(context, { verbatim }) {
    const { cases } = await provincialCandidates(context);
    const { choices, due, unknown } = readChoices(verbatim, cases);
    if (unknown.length > 0) throw new RefusalError("provincial-recommendation.unknown", refusals.unknown(unknown));
    if (choices.length === 0) throw new RefusalError("provincial-recommendation.unreadable", refusals.unreadable());
    const [dueOn] = due === undefined ? [] : daysIn(context, due);
    if (due !== undefined && !dueOn) throw new RefusalError("provincial-recommendation.no-due", refusals.noDue(due));
    const version = await proposeProvincial(context, { choices, dueOn });
    return said(version, phrases.proposed(version, nounsOf(context.campaign.definition)));
  },
};

const proposeByForm: Command = {
  ...part,
  id: PROPOSE_FORM,
  capability: "publication.publish",
  effect: "write",
  async handle(context, { values }) {
    const { cases, fallen } = await provincialCandidates(context);
    const standing = cases.filter(({ applicationId }) => !fallen.has(applicationId));
    const choices = choicesIn(values, standing);
    if (!choices) throw new RefusalError("provincial-recommendation.no-numbers", refusals.noNumbers(standing.length));
    const version = await proposeProvincial(context, { choices, dueOn: dayValue(values, "dueOn") });
    return said(version, phrases.proposed(version, nounsOf(context.campaign.definition)));
  },
};

const decideByWords = (verdict: ProvincialDecision["verdict"]): Command => ({
  ...part,
  id: verdict === "approved" ? "provincial-recommendation.approve" : "provincial-recommendation.decline",
  words: [verdict === "approved" ? phrases.approveWord() : phrases.declineWord()],
  capability: "publication.approve",
  effect: "write",
  async handle(context, { verbatim }) {
    const { asked, rest } = namedVersion(cleanLine(verbatim));
    const beside = besideIn({ typed: rest, values: {} }, context.now);
    const version = await decideProvincial(context, { verdict, asked, byWords: true, ...beside });
    return said(version, phrases.decided(version, verdict, nounsOf(context.campaign.definition)));
  },
});

const verdictField = z.object({ verdict: z.enum(["approved", "declined"]).optional().catch(undefined) });

const decideByForm: Command = {
  ...part,
  id: DECIDE_FORM,
  capability: "publication.approve",
  effect: "write",
  async handle(context, { subject, values }) {
    const { verdict } = verdictField.parse(values);
    if (!verdict) throw new RefusalError("provincial-recommendation.no-verdict", refusals.noVerdict());
    const beside = besideIn({ typed: "", values }, context.now);
    const version = await decideProvincial(context, { verdict, asked: Number(subject), ...beside });
    return said(version, phrases.decided(version, verdict, nounsOf(context.campaign.definition)));
  },
};

export const provincialCommands: readonly Command[] = [
  see,
  draft,
  proposeByWords,
  proposeByForm,
  decideByWords("approved"),
  decideByWords("declined"),
  decideByForm,
];
