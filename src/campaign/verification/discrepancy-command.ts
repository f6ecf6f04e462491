import type { Action, View } from "../../platform/chat/view.ts";
import { decided, quotaFor, rulingDeciding } from "../definition/purposes.ts";
import { boundsOf } from "../definition/quotas.ts";
import { type Member, mayMember } from "../directory/member.ts";
import { type Nouns, nounsOf } from "../directory/nouns.ts";
import type { Context } from "../engine/context.ts";
import type { Command } from "../engine/feature.ts";
import { sheetsOf } from "../scoring/store.ts";
import { ON_LEDGER } from "./city-case.ts";
import { cityPhrases, discrepancyPhrases as phrases } from "./city-phrases.ts";
import { SEE } from "./city-view.ts";
import { type Boundary, type ComparedCase, type Discrepancy, discrepanciesIn } from "./discrepancies.ts";
import { journalLook } from "./journal-look.ts";
import { type CityStanding, cityStanding, pointsIn } from "./ledger.ts";
import { maySeeOthers } from "./rules.ts";

export const DISCREPANCIES = "verification.discrepancies";
const MOST = 15;
const MOST_BUTTONS = 4;

/** For who leads the team, and who decides. */
export const ON_DISCREPANCIES = {
  capability: "selection.approve",
  or: ["selection.propose", "verification.agree", "journal.see"],
  whenClosed: true,
} as const satisfies Pick<Command, "capability" | "or" | "whenClosed">;

const list: Command = {
  ...ON_LEDGER,
  id: DISCREPANCIES,
  words: phrases.words,
  ...ON_DISCREPANCIES,
  effect: "read",
  onlyIn: "direct",
  help: {
    example: phrases.word(),
    purpose: (definition) => phrases.purpose(nounsOf(definition)),
    step: "verification",
  },
  async handle(context) {
    await journalLook(context, "verification.discrepancies-seen");
    return { reply: await discrepancyView(context, context.person) };
  },
};

export const discrepancyCommands: readonly Command[] = [list];

/** Where the last place is shows how the cases rank: to who scores only once all points are final. */
function boundaryFor(
  { campaign: { definition }, rulings }: Context,
  person: Member,
  { isComplete }: CityStanding,
): Boundary | undefined {
  if (!isComplete && mayMember(definition, person, "verification.score")) return undefined;
  const { basis } = decided(definition, "rankingBasis", rulings);
  const { count } = decided(definition, "numberSelected", rulings);
  const quota = quotaFor(definition, "selected");
  const selected = typeof count === "number" ? count : quota && boundsOf(quota).most;
  const by = rulingDeciding(definition, "rankingBasis") ? basis : "district";
  return selected !== undefined && (by === "district" || by === "city") ? { basis: by, selected } : undefined;
}

/** All that compete; of those that nobody has verified the district's points alone. */
async function comparedCases(context: Context, { ledger, listed }: CityStanding): Promise<ComparedCase[]> {
  const district = await sheetsOf(context.tx, { campaignId: context.campaign.id, ledger: "district" });
  return listed.map(({ id: caseId }) => {
    const one = ledger.get(caseId);
    return { caseId, rows: one?.rows ?? new Map(), district: one?.district ?? pointsIn(district.get(caseId)) };
  });
}

async function discrepancyView(context: Context, person: Member): Promise<View> {
  const standing = await cityStanding(context);
  const boundary = boundaryFor(context, person, standing);
  const all = discrepanciesIn(context.campaign.definition.rubric, await comparedCases(context, standing), boundary);
  // What others gave is not for a member whose own points of the case are open.
  const found = all.filter(({ caseId }) => {
    const one = standing.ledger.get(caseId);
    return one !== undefined && maySeeOthers(one, person.staffId);
  });
  const names = new Map(standing.listed.map(({ id, compoundName }) => [id, compoundName]));
  const shown = found.slice(0, MOST);
  const title = phrases.title();
  const nouns = nounsOf(context.campaign.definition);
  if (found.length === 0) return { title, tone: "done", body: [{ kind: "text", text: phrases.none() }], actions: [] };
  return {
    title,
    tone: "near",
    body: [
      { kind: "text", text: phrases.lead(boundary?.selected, nouns) },
      { kind: "list", ordered: true, items: shown.map((one) => lineOf(one, { names, nouns })) },
      ...(found.length > MOST ? [{ kind: "text" as const, text: phrases.more(found.length - MOST) }] : []),
    ],
    actions: [...new Set(shown.map(({ caseId }) => caseId))].slice(0, MOST_BUTTONS).map((caseId): Action => {
      const typed = cityPhrases.typed(names.get(caseId) ?? "");
      return { id: SEE, label: typed, typed, look: "default", subject: caseId };
    }),
  };
}

function lineOf(
  { caseId, criterion, kind, least, most, decides, distance }: Discrepancy,
  { names, nouns }: { names: ReadonlyMap<string, string>; nouns: Nouns },
): string {
  const line = phrases.line({ name: names.get(caseId) ?? "", id: criterion, kind, least, most }, nouns);
  const effects = [
    ...(decides ? [phrases.decides()] : []),
    ...(distance === undefined ? [] : [phrases.distance(distance)]),
  ];
  return effects.length === 0 ? line : `${line}（${effects.join("，")}）`;
}
