import type { View } from "../../../platform/chat/view.ts";
import { compareDefinitions } from "../../definition/compare.ts";
import { parseDefinition } from "../../definition/definition.ts";
import type { CardFace, Command, Feature, Turn } from "../../engine/feature.ts";
import { type DecideDeps, decideProposal, type Verdict } from "./decide.ts";
import { adoptionPhrases, SHORT } from "./phrases.ts";
import { PROPOSAL_CARD } from "./propose.ts";

const states = {
  open: { tone: "near", status: adoptionPhrases.open },
  adopted: { tone: "done", status: adoptionPhrases.adopted },
  declined: { tone: "closed", status: adoptionPhrases.declined },
  gone: { tone: "closed", status: adoptionPhrases.gone },
} as const;

export interface AdoptionDeps extends DecideDeps {
  /** What has points under these rows of the rubric, by row; answered by the stages that give points. */
  pointsUnder: PointsUnder;
}

type PointsUnder = (turn: Turn, criteria: readonly string[]) => Promise<{ criterion: string; compounds: string[] }[]>;

export const adoptionFeature = (deps: AdoptionDeps): Feature => ({
  faces: [proposalFace(deps)],
  commands: [decision("adopted", deps), decision("declined", deps)],
});

const proposalFace = ({ pointsUnder }: AdoptionDeps): CardFace => ({
  kind: PROPOSAL_CARD,
  async draw(turn, { subject }) {
    const proposal = await turn.tx.definitionProposal.findUniqueOrThrow({
      where: { campaignId_hash: { campaignId: turn.campaign.id, hash: subject } },
    });
    const state = proposal.state as keyof typeof states;
    const { tone, status } = states[state];
    return {
      title: adoptionPhrases.title(),
      tone,
      status: status(),
      ...(await bodyOf(turn, { state, hash: subject, pointsUnder })),
    };
  },
});

async function bodyOf(
  turn: Turn,
  { state, hash, pointsUnder }: { state: keyof typeof states; hash: string; pointsUnder: PointsUnder },
): Promise<Pick<View, "body" | "actions" | "footnote">> {
  if (state === "adopted") return plain(adoptionPhrases.adoptedLead());
  if (state === "declined") return plain(adoptionPhrases.declinedLead());
  if (state === "gone") return plain(adoptionPhrases.goneLead());
  const { content } = await turn.tx.definitionContent.findUniqueOrThrow({ where: { hash } });
  const differences = compareDefinitions(turn.campaign.definition, parseDefinition(content));
  const touched = await pointsUnder(turn, [...new Set(differences.flatMap(({ criteria }) => criteria))]);
  return {
    body: [
      { kind: "text", text: adoptionPhrases.lead(turn.campaign.definition.campaign.title) },
      { kind: "list", ordered: true, items: differences.map(({ text }) => text) },
      ...(touched.length > 0 ? [{ kind: "list" as const, items: touched.map(adoptionPhrases.pointsUnder) }] : []),
    ],
    actions: [
      { ...action("adopted"), typed: `采用 ${hash.slice(0, SHORT)}`, look: "primary", subject: hash },
      { ...action("declined"), typed: `不采用 ${hash.slice(0, SHORT)}`, look: "default", subject: hash },
    ],
    footnote: adoptionPhrases.footnote(),
  };
}

const plain = (text: string) => ({ body: [{ kind: "text" as const, text }], actions: [] });

const action = (verdict: Verdict) =>
  verdict === "adopted"
    ? { id: "definition.adopt", label: adoptionPhrases.adoptLabel() }
    : { id: "definition.decline", label: adoptionPhrases.declineLabel() };

function decision(verdict: Verdict, deps: DecideDeps): Command {
  const { id, label } = action(verdict);
  return {
    id,
    words: [label],
    capability: "definition.decide",
    effect: "change",
    example: label,
    purpose: verdict === "adopted" ? "采用有变化的活动方案配置" : "不采用有变化的活动方案配置",
    offered: false,
    async run(turn, asked) {
      const hash = asked.by === "press" ? asked.subject : asked.rest;
      const pressed = asked.by === "press" ? { pressed: asked.card.id } : {};
      await decideProposal(turn, { hash, verdict, ...pressed }, deps);
      if (asked.by === "words") await turn.reply(adoptionPhrases.reply(adoptionPhrases.done(verdict)));
      return { changed: true, toast: adoptionPhrases.done(verdict) };
    },
  };
}
