import type { Action, Block, View } from "../../platform/chat/view.ts";
import { namedCases, seeCases } from "../application/see-case.ts";
import { nounsOf } from "../directory/nouns.ts";
import type { Context } from "../engine/context.ts";
import { visitPhrases as phrases, visitDay } from "./phrases.ts";
import { prepareItems } from "./prepare.ts";
import { type Site, sitesToVisit } from "./sites.ts";
import { wordsOf } from "./view-words.ts";

/** Buttons of a card. */
const MOST_BUTTONS = 6;

/** Subject: the member's staffId. */
export const MINE = "site-visit.mine";

/** The sites of a member in the order of the days, with what a district was asked to prepare. */
export async function ownView(context: Context, memberId: string): Promise<View> {
  const sites = (await sitesToVisit(context)).filter(({ members }) => members.some(({ id }) => id === memberId));
  const title = phrases.mineTitle();
  if (sites.length === 0) {
    return { title, tone: "running", body: [{ kind: "text", text: phrases.mineNone() }], actions: [] };
  }
  const words = await wordsOf(context, sites, memberId);
  const groups = [...Map.groupBy(sites.toSorted(inOrder), ({ visit }) => visit?.day)];
  const blocks = groups.flatMap(([day, of]): Block[] => [
    { kind: "heading", text: day === undefined ? phrases.mineUndated() : visitDay(day) },
    {
      kind: "list",
      ordered: true,
      items: of.flatMap(({ application: { id } }) => {
        const one = words.get(id);
        return one ? [phrases.mineLine(one)] : [];
      }),
    },
  ]);
  const isWaiting = sites.some(({ visit }) => visit?.state !== "made");
  return {
    title,
    tone: isWaiting ? "running" : "done",
    body: [
      ...blocks,
      ...(isWaiting
        ? [
            { kind: "heading" as const, text: phrases.prepared(nounsOf(context.campaign.definition)) },
            { kind: "list" as const, items: prepareItems(context) },
          ]
        : []),
    ],
    actions: ownActions(context, sites.toSorted(inOrder), memberId),
  };
}

/** Points are given where a site is not made yet; else, and where there are too many, it is looked at. */
function ownActions({ campaign }: Context, sites: readonly Site[], memberId: string): Action[] {
  const waiting = sites.filter(({ visit }) => visit?.state !== "made");
  const named = namedCases((waiting.length > 0 ? waiting : sites).map(({ application }) => application));
  if (waiting.length === 0 || waiting.length > MOST_BUTTONS) return seeCases(campaign.definition, named);
  return named.map(({ id, name }) => ({
    ...{ id: "verification.start", label: phrases.score(name), typed: phrases.score(name), look: "default" },
    subject: `${id} ${memberId}`,
  }));
}

/** By day, those without one last; within a day by car and order. */
export const inOrder = ({ visit: one }: Site, { visit: other }: Site): number => {
  if (!one || !other) return Number(!one) - Number(!other);
  if (one.day !== other.day) return one.day < other.day ? -1 : 1;
  return (one.car ?? 0) - (other.car ?? 0) || one.position - other.position;
};
