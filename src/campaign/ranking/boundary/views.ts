import type { Block, View } from "../../../platform/chat/view.ts";
import { type Nouns, nounsOf } from "../../directory/nouns.ts";
import type { Context } from "../../engine/context.ts";
import { pendingWords } from "../pending.ts";
import type { ScoredCompound } from "../ranking.ts";
import { basisWords, ladderWords } from "../reasons.ts";
import type { BoundaryNow, OpenRuling } from "./now.ts";
import { boundaryPhrases as phrases } from "./phrases.ts";
import type { Swing } from "./rules.ts";

/** Compounds in the list of single rows. */
const MOST = 8;

const text = (words: string): Block => ({ kind: "text", text: words });
const under = (heading: string, items: readonly string[]): Block[] =>
  items.length === 0
    ? []
    : [
        { kind: "heading", text: heading },
        { kind: "list", items },
      ];

/** 入围临界情况, for who decides; actions are added by the command. @param now undefined: no number is to be selected */
export function boundaryView(context: Context, now: BoundaryNow | undefined): View {
  const nouns = nounsOf(context.campaign.definition);
  const footnote = phrases.footnote(nouns);
  const view = { title: phrases.title(), tone: "near" as const, actions: [], footnote };
  if (!now) return { ...view, body: [text(phrases.noNumber(nouns))] };
  const { ranked } = now.joint;
  const rulings = now.rulings.map((one) => rulingLine(one, nouns));
  const onRulings = under(phrases.rulingsHeading(), rulings);
  if (ranked.length === 0) return { ...view, body: [text(phrases.notRanked(nouns)), ...onRulings] };
  const basis = basisWords(context, ranked).map(text);
  if (ranked.length <= now.selected)
    return { ...view, body: [...basis, text(phrases.none(now.selected, nouns)), ...onRulings] };
  const open = [
    ...disputeBlocks(now, nouns),
    ...unprovedBlocks(now, nouns),
    ...blockedBlocks(context, now),
    ...onRulings,
  ];
  return {
    ...view,
    body: [
      ...basis,
      ...edgeBlocks(context, now, nouns),
      ...swingBlocks(now, nouns),
      ...(open.length === 0 ? [text(phrases.noneOpen())] : open),
    ],
  };
}

function edgeBlocks(context: Context, { joint, selected, sides }: BoundaryNow, nouns: Nouns): Block[] {
  const [last, next] = [joint.ranked[selected - 1], joint.ranked[selected]];
  if (!last || !next) return [];
  const tied = joint.ranked.filter(({ applicationId }) => sides.get(applicationId) === "tied");
  const names = tied.map(({ name }) => name);
  return [
    text(phrases.edge({ last: placedIn(joint, last), next: placedIn(joint, next), selected })),
    text(tied.length === 0 ? phrases.notTied(selected) : phrases.tied(names, selected, nouns) + ladderWords(context)),
  ];
}

const placedIn = ({ places }: BoundaryNow["joint"], { applicationId, name, total }: ScoredCompound) => ({
  ...{ name, total, place: places.get(applicationId) },
});

/** Of each compound the rows that need the least change, the nearest compounds first. */
function swingBlocks({ joint, swings, selected }: BoundaryNow, nouns: Nouns): Block[] {
  const size = ({ from, to }: Swing) => Math.abs(to - from);
  const nearest = [...Map.groupBy(swings, ({ applicationId }) => applicationId).values()]
    .map((of) => of.filter((one) => size(one) === Math.min(...of.map(size))))
    .toSorted(([a], [b]) => (a && b ? size(a) - size(b) : 0));
  const lines = nearest.flatMap((of) => {
    const one = joint.ranked.find(({ applicationId }) => applicationId === of[0]?.applicationId);
    if (!one) return [];
    // One that is tied leaves by less and comes in by more: both stand in its one line.
    const ways = [...Map.groupBy(of, ({ from, to, side }) => `${to - from}/${side}`).values()].flatMap((alike) => {
      const [first] = alike;
      if (!first) return [];
      const rows = alike.map(({ criterion }) => criterion);
      return [{ rows, change: first.to - first.from, side: first.side, selected }];
    });
    return [
      phrases.swing(
        placedIn(joint, one),
        ways.toSorted((a, b) => b.change - a.change),
      ),
    ];
  });
  if (lines.length === 0) return [text(phrases.noSwing())];
  const more = lines.length - MOST;
  return [
    ...under(phrases.swingsHeading(), lines.slice(0, MOST)),
    ...(more > 0 ? [text(phrases.moreSwings(more, nouns))] : []),
  ];
}

const nameIn = ({ joint }: BoundaryNow, id: string): string =>
  joint.ranked.find(({ applicationId }) => applicationId === id)?.name ?? "";

function disputeBlocks(now: BoundaryNow, nouns: Nouns): Block[] {
  const lines = now.disputes.map(({ applicationId, criterion: id, kind, from, to, side }) =>
    phrases.dispute(nameIn(now, applicationId), { id, kind, from, to, side, selected: now.selected, nouns }),
  );
  return under(phrases.disputesHeading(), lines);
}

/** Those nearest to the last place first. */
function unprovedBlocks({ unproved, joint, selected }: BoundaryNow, nouns: Nouns): Block[] {
  const last = joint.ranked[selected - 1]?.total ?? 0;
  const near = unproved
    .flatMap(({ applicationId, criteria }) => {
      const one = joint.ranked.find((other) => other.applicationId === applicationId);
      return one ? [{ one, criteria }] : [];
    })
    .toSorted((a, b) => Math.abs(a.one.total - last) - Math.abs(b.one.total - last));
  const lines = near.map(({ one, criteria }) => phrases.unproved(placedIn(joint, one), criteria));
  return [
    ...under(phrases.unprovedHeading(), lines.slice(0, MOST)),
    ...(lines.length > MOST ? [text(phrases.more(lines.length - MOST, nouns))] : []),
  ];
}

function blockedBlocks({ campaign: { definition } }: Context, now: BoundaryNow): Block[] {
  const lines = now.blocked.map(({ compound, clauses, comesIn }) =>
    phrases.blocked(compound.name, {
      why: [
        ...(compound.declaration === "unclear" ? [pendingWords(definition)] : []),
        ...(clauses.length > 0 ? [phrases.clauses(clauses, nounsOf(definition))] : []),
      ],
      comesIn: comesIn.map((id) => nameIn(now, id)),
    }),
  );
  return under(phrases.blockedHeading(), lines);
}

function rulingLine({ decision, ruling, changed, names }: OpenRuling, nouns: Nouns): string {
  const of = changed.flatMap(({ applicationId }) => names.get(applicationId) ?? []);
  if (decision === "tieLadder") return phrases.ruling.tieLadder(ruling, of);
  if (decision === "teamScore") return phrases.ruling.teamScore(ruling, of);
  return phrases.ruling.rankingBasis(ruling, of, nouns);
}
