import type { Block, View } from "../../platform/chat/view.ts";
import { readingOf } from "../definition/rulings-in-force.ts";
import { isWithin } from "../directory/scope.ts";
import type { Context } from "../engine/context.ts";
import { rankingPhrases as phrases } from "./phrases.ts";
import type { Place, ScoredCompound } from "./ranking.ts";
import { BASIS, basisOf, competing, inOrder, ladderOf, placesOf, pointsWords } from "./rules.ts";
import type { RankingSummary } from "./summary.ts";

/** 排名 for the city: all districts. Without joint ranks where R14 does not allow them yet. */
export function cityView(context: Context, { compounds, unlocked, awaited }: RankingSummary): View {
  const { definition } = context.campaign;
  const name = (id: string): string => districtName(context, id);
  const missing = awaited.missing.length > 0 ? phrases.listsMissing(awaited.missing.map(name)) : "";
  const lists = phrases.lists(awaited.confirmed.length, awaited.expected.length) + missing;
  return {
    title: phrases.title(),
    tone: "running",
    status: phrases.unverified(),
    body: [
      {
        kind: "facts",
        facts: [
          { label: phrases.listsLabel(), value: lists + (awaited.named ? phrases.named() : "") },
          { label: phrases.countedLabel(), value: phrases.counted(compounds.length) },
        ],
      },
      ...(compounds.length > 0 ? [{ kind: "text" as const, text: basisWords(context) }] : []),
      ...standings(context, compounds),
      ...(unlocked.length > 0 ? [{ kind: "text" as const, text: phrases.unlocked(unlocked.length) }] : []),
    ],
    actions: [],
    footnote: [phrases.ladder(ladderOf(definition, context.rulings)), phrases.competing()].join(""),
  };
}

export function basisWords({ campaign: { definition }, rulings }: Context): string {
  switch (basisOf(definition, rulings)) {
    case "open":
      return phrases.basisOpen(readingOf(definition, BASIS, rulings).question.replace(/？$/u, ""));
    case "city":
      return phrases.basisCity();
    case "district":
      return phrases.basisDistrict();
  }
}

export interface Standing {
  compound: ScoredCompound;
  /** Missing where there is no joint ranking, or the compound takes no part in it. */
  place: Place | undefined;
}

/** All compounds as they are shown to the city: ranked together where R14 allows it, else by district. */
export function cityStandings({ campaign: { definition }, rulings }: Context, compounds: readonly ScoredCompound[]) {
  const ladder = ladderOf(definition, rulings);
  if (basisOf(definition, rulings) !== "district") {
    return definition.campaign.districts.flatMap(({ id }) =>
      inOrder(
        compounds.filter(({ district }) => district === id),
        ladder,
      ).map((compound): Standing => ({ compound, place: undefined })),
    );
  }
  const ranked = inOrder(competing(compounds), ladder);
  const places = placesOf(ranked, ladder);
  const others = compounds.filter((compound) => !ranked.includes(compound));
  return [...ranked, ...inOrder(others, ladder)].map(
    (compound): Standing => ({ compound, place: places.get(compound.applicationId) }),
  );
}

function standings(context: Context, compounds: readonly ScoredCompound[]): Block[] {
  if (compounds.length === 0) return [{ kind: "text", text: phrases.nothing() }];
  const all = cityStandings(context, compounds);
  if (basisOf(context.campaign.definition, context.rulings) !== "district") return byDistrict(context, all);
  const { rank, district, compound, total, remarks } = phrases.columns;
  const rows = all.map(({ compound: one, place }) => [
    place ? phrases.rank(place) : phrases.noRank(),
    districtName(context, one.district),
    one.name,
    pointsWords(one.total),
    remarksOf(one),
  ]);
  return [{ kind: "table", columns: [rank, district, compound, total, remarks], rows }];
}

/** Without numbers before the names: none of them has a place yet. */
const byDistrict = (context: Context, all: readonly Standing[]): Block[] =>
  context.campaign.definition.campaign.districts.flatMap(({ id, name }): Block[] => {
    const own = all.filter(({ compound }) => compound.district === id);
    const items = own.map(({ compound }) =>
      phrases.line(compound.name, pointsWords(compound.total), remarksOf(compound)),
    );
    return own.length > 0
      ? [
          { kind: "text", text: `**${name}**` },
          { kind: "list", items },
        ]
      : [];
  });

/** 排名 for a district: its own compounds and their places among themselves. */
export function ownView(
  context: Context,
  own: readonly string[],
  { compounds, unlocked }: Pick<RankingSummary, "compounds" | "unlocked">,
): View {
  const open = unlocked.filter(({ district }) => isWithin(own, district)).map(({ name }) => name);
  const ladder = ladderOf(context.campaign.definition, context.rulings);
  const { compound, total, remarks } = phrases.columns;
  const tables = own.flatMap((id): Block[] => {
    const mine = inOrder(
      compounds.filter(({ district }) => district === id),
      ladder,
    );
    const places = placesOf(mine, ladder);
    const rows = mine.map((one) => [
      phrases.rank(places.get(one.applicationId) ?? { rank: 0, joint: false }),
      one.name,
      pointsWords(one.total),
      remarksOf(one),
    ]);
    return rows.length > 0
      ? [{ kind: "table", columns: [phrases.ownColumns.rank, compound, total, remarks], rows }]
      : [];
  });
  return {
    title: phrases.ownTitle(own.map((id) => districtName(context, id)).join("、")),
    tone: "running",
    status: phrases.unverified(),
    body: [
      ...(tables.length > 0 ? tables : [{ kind: "text" as const, text: phrases.nothingOwn() }]),
      ...(open.length > 0 ? [{ kind: "text" as const, text: phrases.unlockedOwn(open) }] : []),
    ],
    actions: [],
    footnote: phrases.ownFootnote() + phrases.ladder(ladder),
  };
}

/** 排名 where all districts read: counts only. */
export const countsView = ({ compounds, awaited }: RankingSummary): View => ({
  title: phrases.groupTitle(),
  tone: "running",
  body: [
    {
      kind: "text",
      text: phrases.groupCounts(compounds.length, awaited.confirmed.length, awaited.expected.length),
    },
  ],
  actions: [],
  footnote: phrases.groupFootnote(),
});

/** 排名 for all districts, once they may see it: places and totals, nothing that is not settled. */
export function openView(context: Context, compounds: readonly ScoredCompound[]): View | undefined {
  const ranked = cityStandings(context, compounds).flatMap(({ compound, place }) =>
    place ? [{ compound, place }] : [],
  );
  if (ranked.length === 0) return undefined;
  const { rank, district, compound, total } = phrases.columns;
  const rows = ranked.map(({ compound: one, place }) => [
    phrases.rank(place),
    districtName(context, one.district),
    one.name,
    pointsWords(one.total),
  ]);
  return {
    title: phrases.groupTitle(),
    tone: "running",
    status: phrases.unverified(),
    body: [
      { kind: "text", text: basisWords(context) },
      { kind: "table", columns: [rank, district, compound, total], rows },
    ],
    actions: [],
    footnote: phrases.ladder(ladderOf(context.campaign.definition, context.rulings)),
  };
}

export const remarksOf = ({ listing, declaration }: ScoredCompound): string =>
  [phrases.listing[listing](), ...(declaration === "unclear" ? [phrases.pending()] : [])].join("，");

export const districtName = ({ campaign }: Pick<Context, "campaign">, id: string): string =>
  campaign.definition.campaign.districts.find((district) => district.id === id)?.name ?? id;
