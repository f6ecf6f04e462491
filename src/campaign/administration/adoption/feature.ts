import { type Action, textView, type View } from "../../../platform/chat/view.ts";
import { applicationSubmitted } from "../../application/events.ts";
import { compareDefinitions, type Difference } from "../../definition/compare.ts";
import type { Context } from "../../engine/context.ts";
import { type CardRenderer, type Command, type Feature, on, redrawOn } from "../../engine/feature.ts";
import { definitionFound } from "../../engine/start/events.ts";
import { compoundsByRow } from "../../scoring/compounds-by-row.ts";
import { scoresGiven } from "../../scoring/events.ts";
import { decideProposal, onlyProposal, type ProposalVerdict } from "./decide.ts";
import { proposalClosed } from "./events.ts";
import { adoptionPhrases, SHORT } from "./phrases.ts";
import { PROPOSAL_CARD, proposeDefinition } from "./propose.ts";
import { definitionProposalTable, openProposals, proposalOf, proposedDefinition } from "./store.ts";

const SEE_ALL = "definition.differences";

const closed = {
  adopted: { tone: "done", status: adoptionPhrases.adopted, lead: adoptionPhrases.adoptedLead },
  declined: { tone: "closed", status: adoptionPhrases.declined, lead: adoptionPhrases.declinedLead },
  gone: { tone: "closed", status: adoptionPhrases.gone, lead: adoptionPhrases.goneLead },
} as const;

const proposalRenderer: CardRenderer = {
  kind: PROPOSAL_CARD,
  redrawOn: [redrawOn(proposalClosed, ({ hash }) => hash)],
  async render(context, { subject }) {
    const proposal = await proposalOf(context, subject);
    if (!proposal) throw new Error(`proposed definition ${subject} not found`);
    const state = proposal.state as keyof typeof closed | "open";
    if (state === "open") return openView(context, subject);
    const { tone, status, lead } = closed[state];
    return textView(adoptionPhrases.title(), lead(), { tone, status: status() });
  },
};

/** As many as a card surely holds, in UTF-16 units; the others are looked up. */
const CARD_TEXT = 1500;

function differencesOnCard(differences: readonly Difference[]): readonly Difference[] {
  let left = CARD_TEXT;
  const tooMany = differences.findIndex(({ text }) => {
    left -= text.length;
    return left < 0;
  });
  return tooMany < 0 ? differences : differences.slice(0, tooMany);
}

async function openView(context: Context, hash: string): Promise<View> {
  const { definition } = context.campaign;
  const { noun } = definition.campaign.words.case;
  const differences = compareDefinitions(definition, await proposedDefinition(context, hash));
  const shown = differencesOnCard(differences);
  const isWhole = shown.length === differences.length;
  const scored = await compoundsByRow(context, [...new Set(differences.flatMap(({ criteria }) => criteria))]);
  return {
    title: adoptionPhrases.title(),
    tone: "near",
    status: adoptionPhrases.open(),
    body: [
      { kind: "text", text: adoptionPhrases.lead(definition.campaign.title) },
      { kind: "list", ordered: true, items: shown.map(({ text }) => text) },
      ...(isWhole ? [] : [{ kind: "text" as const, text: adoptionPhrases.more(differences.length, shown.length) }]),
      ...(scored.length > 0
        ? [{ kind: "list" as const, items: scored.map((one) => adoptionPhrases.pointsUnder(noun, one)) }]
        : []),
    ],
    actions: [...decisions(hash), ...(isWhole ? [] : [seeAllAction(hash)])],
    footnote: adoptionPhrases.footnote(),
  };
}

const decisions = (hash: string): Action[] => [
  { ...action("adopted"), typed: `采用 ${hash.slice(0, SHORT)}`, look: "primary", subject: hash },
  { ...action("declined"), typed: `不采用 ${hash.slice(0, SHORT)}`, look: "default", subject: hash },
];

const seeAllAction = (hash: string): Action => ({
  id: SEE_ALL,
  label: adoptionPhrases.seeAll(),
  typed: `${adoptionPhrases.seeAll()} ${hash.slice(0, SHORT)}`,
  look: "default",
  subject: hash,
});

const action = (verdict: ProposalVerdict) =>
  verdict === "adopted"
    ? { id: "definition.adopt", label: adoptionPhrases.adoptLabel() }
    : { id: "definition.decline", label: adoptionPhrases.declineLabel() };

function decision(verdict: ProposalVerdict): Command {
  const { id, label } = action(verdict);
  return {
    id,
    words: [label],
    capability: "definition.decide",
    effect: "write",
    async handle(context, { words, subject }) {
      await decideProposal(context, subject ?? words, verdict);
      const done = adoptionPhrases.done(verdict);
      return { reply: adoptionPhrases.reply(done), toast: done, changed: true };
    },
  };
}

/** All differences of an open proposal, for whoever decides. */
const seeAll: Command = {
  id: SEE_ALL,
  words: [adoptionPhrases.seeAll(), "设置差异"],
  capability: "definition.decide",
  effect: "read",
  onlyIn: "direct",
  help: { example: adoptionPhrases.seeAll(), purpose: adoptionPhrases.seeAllPurpose() },
  async handle(context, { words, subject }) {
    const { hash } = await onlyProposal(context, subject ?? words);
    const all = compareDefinitions(context.campaign.definition, await proposedDefinition(context, hash));
    return {
      reply: {
        ...textView(adoptionPhrases.allTitle(), adoptionPhrases.count(all.length), { tone: "near" }),
        body: [
          { kind: "text", text: adoptionPhrases.count(all.length) },
          { kind: "list", ordered: true, items: all.map(({ text }) => text) },
        ],
        actions: decisions(hash),
      },
    };
  },
};

/** Redraws open proposals, which list compounds with points. Skips closed ones: each redraw is a billed call. */
async function refreshOpenProposals(context: Context): Promise<void> {
  for (const { hash } of await openProposals(context)) {
    await context.cards.refresh({ kind: PROPOSAL_CARD, subject: hash });
  }
}

/** Proposes a changed definition to the organizers for adoption. */
export const adoptionFeature: Feature = {
  commands: [decision("adopted"), decision("declined"), seeAll],
  renderers: [proposalRenderer],
  listeners: [
    on(definitionFound, (context, { hash }) => proposeDefinition(context, hash)),
    on(scoresGiven, refreshOpenProposals),
    // A new revision may change the name of the compound.
    on(applicationSubmitted, refreshOpenProposals),
  ],
  tables: [definitionProposalTable],
};
