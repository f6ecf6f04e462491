import type { Block, View } from "../../platform/chat/view.ts";
import type { Definition } from "../definition/definition.ts";
import { districtName } from "../definition/districts.ts";
import { deliverableFor } from "../definition/purposes.ts";
import { nounsOf } from "../directory/nouns.ts";
import { isWithin } from "../directory/scope.ts";
import type { Context } from "../engine/context.ts";
import { duringRestMark } from "../recommendation/lateness.ts";
import { awaitedCounts, awaitedWords } from "./awaited-lists.ts";
import { rankedBy } from "./city-figures.ts";
import { ladderOf } from "./ladder.ts";
import { rankingPhrases as phrases } from "./phrases.ts";
import type { Basis, Place, ScoredCompound } from "./ranking.ts";
import { basisWords, isPublishedIn, ladderWords, proposedWords, remarksOf } from "./reasons.ts";
import { basisOf, competing, inOrder, placesOf, pointsWords } from "./rules.ts";
import type { ListStatement, RankingSummary } from "./summary.ts";

/** 排名 of all districts, for the city. Joint ranks appear only if the ruling on them allows it. */
export function cityView(context: Context, { compounds, unlocked, awaited, statements }: RankingSummary): View {
  const { definition } = context.campaign;
  const nouns = nounsOf(definition);
  const list = deliverableFor(definition, "list");
  return {
    title: phrases.title(nouns),
    tone: "running",
    ...statusOf(definition, compounds),
    body: [
      {
        kind: "facts",
        facts: [
          ...(list ? [{ label: list.name, value: awaitedWords(context, awaited) }] : []),
          { label: phrases.countedLabel(nouns), value: phrases.counted(compounds.length, nouns) },
        ],
      },
      ...texts(statements.map((one) => statementWords(context, one))),
      ...(compounds.length > 0 ? texts(basisWords(context, compounds)) : []),
      ...standings(context, compounds),
      ...(unlocked.length > 0 ? texts([phrases.unlocked(unlocked.length, nouns)]) : []),
    ],
    actions: [],
    footnote: [ladderWords(context), phrases.competing(nouns)].join(""),
  };
}

const texts = (sentences: readonly string[]): Block[] => sentences.map((text) => ({ kind: "text", text }));

export function statementWords(context: Context, { kind, district, reason }: ListStatement): string {
  const name = districtName(context.campaign.definition, district);
  switch (kind) {
    case "nobody":
      return phrases.nobodyReason(name, reason);
    case "late":
      return phrases.lateReport(name, reason);
    case "duringRest":
      return phrases.duringRest(name, duringRestMark(context, district));
  }
}

/** Published, or, in campaigns with 核验, points that are not verified. */
function statusOf(definition: Definition, compounds: readonly ScoredCompound[]): Pick<View, "status"> {
  if (isPublishedIn(compounds)) return { status: phrases.published() };
  if (!nounsOf(definition).verifies) return {};
  const done = competing(compounds).filter(({ verified }) => verified?.isWhole);
  if (done.length === 0) return { status: phrases.unverified() };
  return { status: phrases.verified(done.length, competing(compounds).length) };
}

export interface Standing {
  compound: ScoredCompound;
  /** Undefined without a joint ranking, or outside it. */
  place: Place | undefined;
}

/** All compounds for the city: ranked jointly if the ruling allows it, else by district. */
export function cityStandings({ campaign: { definition }, rulings }: Context, compounds: readonly ScoredCompound[]) {
  const ladder = ladderOf(definition, rulings);
  const basis = basisOf(definition, rulings);
  const able = competing(compounds).flatMap((one) => rankedBy(one, basis) ?? []);
  if (!ranksJointly(basis, able)) {
    return definition.campaign.districts.flatMap(({ id }) =>
      inOrder(
        compounds.filter(({ district }) => district === id),
        ladder,
      ).map((compound): Standing => ({ compound, place: undefined })),
    );
  }
  const ranked = inOrder(able, ladder);
  const places = placesOf(ranked, ladder);
  const others = inOrder(
    compounds.filter(({ applicationId }) => !places.has(applicationId)),
    ladder,
  );
  const isOpen = ({ listing }: ScoredCompound) => listing === "open";
  return [...ranked, ...others.filter((one) => !isOpen(one)), ...others.filter(isOpen)].map(
    (compound): Standing => ({ compound, place: places.get(compound.applicationId) }),
  );
}

/** By the city's own points nothing ranks before some compound has them. */
const ranksJointly = (basis: Basis, able: readonly ScoredCompound[]): boolean =>
  basis === "district" || (basis === "city" && able.length > 0);

function standings(context: Context, compounds: readonly ScoredCompound[]): Block[] {
  const { definition } = context.campaign;
  if (compounds.length === 0) return [{ kind: "text", text: phrases.nothing() }];
  const all = cityStandings(context, compounds);
  const ranked = all.filter(({ place }) => place);
  if (ranked.length === 0 && basisOf(definition, context.rulings) !== "district") return byDistrict(context, all);
  const apart = all.filter(({ compound }) => compound.listing === "open");
  const { rank, district, compound, total, reviewed, remarks } = phrases.columns(nounsOf(definition));
  const isVerified = all.some((one) => one.compound.districtTotal !== undefined);
  const rows = all
    .filter((one) => !apart.includes(one))
    .map(({ compound: one, place }) => [
      place ? phrases.rank(place) : phrases.noRank(),
      districtName(context.campaign.definition, one.district),
      one.name,
      pointsWords(one.total),
      ...(isVerified ? [pointsWords(one.districtTotal ?? one.total)] : []),
      remarksOf(definition, one),
    ]);
  const columns = [rank, district, compound, total, ...(isVerified ? [reviewed] : []), remarks];
  const proposed = proposedWords(
    context,
    ranked.map((one) => one.compound),
  );
  return [
    ...(rows.length > 0 ? [{ kind: "table" as const, columns, rows }] : []),
    ...(proposed === undefined ? [] : texts([proposed])),
    ...(apart.length > 0 ? [...texts([phrases.apart(nounsOf(definition))]), ...byDistrict(context, apart)] : []),
  ];
}

/** Unnumbered lists, because there are no places yet. */
const byDistrict = (context: Context, all: readonly Standing[]): Block[] =>
  context.campaign.definition.campaign.districts.flatMap(({ id, name }): Block[] => {
    const own = all.filter(({ compound }) => compound.district === id);
    const items = own.map(({ compound }) =>
      phrases.line(compound.name, pointsWords(compound.total), remarksOf(context.campaign.definition, compound)),
    );
    return own.length > 0
      ? [
          { kind: "heading", text: name },
          { kind: "list", items },
        ]
      : [];
  });

/** 排名 for a district: its own compounds, ranked among themselves. */
export function ownView(
  context: Context,
  own: readonly string[],
  { compounds, unlocked }: Pick<RankingSummary, "compounds" | "unlocked">,
): View {
  const { definition } = context.campaign;
  const nouns = nounsOf(definition);
  const open = unlocked.filter(({ district }) => isWithin(own, district)).map(({ name }) => name);
  const tables = own.flatMap((id) => ownTable(context, id, compounds));
  return {
    title: phrases.ownTitle(own.map((id) => districtName(context.campaign.definition, id)).join("、")),
    tone: "running",
    ...statusOf(definition, compounds),
    body: [
      ...(tables.length > 0 ? tables : texts([phrases.nothingOwn(nouns)])),
      ...(open.length > 0 ? texts([phrases.unlockedOwn(open, nouns)]) : []),
    ],
    actions: [],
    footnote: phrases.ownFootnote(nouns) + ladderWords(context),
  };
}

function ownTable(context: Context, id: string, compounds: readonly ScoredCompound[]): Block[] {
  const { definition } = context.campaign;
  const nouns = nounsOf(definition);
  const { compound, total, remarks } = phrases.columns(nouns);
  const rows = districtStandings(context, compounds, id).map(({ compound: one, place }) => [
    place ? phrases.rank(place) : phrases.noRank(),
    one.name,
    pointsWords(one.total),
    remarksOf(definition, one),
  ]);
  return rows.length > 0 ? [{ kind: "table", columns: [phrases.ownRank(nouns), compound, total, remarks], rows }] : [];
}

/** Compounds of one district, ranked among themselves. Barred ones follow, unranked. */
export function districtStandings(context: Context, compounds: readonly ScoredCompound[], id: string): Standing[] {
  const ladder = ladderOf(context.campaign.definition, context.rulings);
  // What the city found is not the district's to see.
  const mine = compounds.filter(({ district }) => district === id).map(({ verified: _, ...one }) => one);
  const able = mine.filter(({ barred }) => barred === undefined);
  const places = placesOf(able, ladder);
  return [
    ...inOrder(able, ladder),
    ...inOrder(
      mine.filter(({ barred }) => barred !== undefined),
      ladder,
    ),
  ].map((compound) => ({ compound, place: places.get(compound.applicationId) }));
}

/** 排名 for groups with all districts: counts only. */
export function countsView(context: Context, { compounds, awaited }: RankingSummary): View {
  const nouns = nounsOf(context.campaign.definition);
  const counts = { locked: compounds.length, lists: awaitedCounts(context, awaited) };
  return {
    title: phrases.groupTitle(),
    tone: "running",
    body: texts([phrases.groupCounts(counts, nouns)]),
    actions: [],
    footnote: phrases.groupFootnote(nouns),
  };
}

/** 排名 for all districts: places and totals. Undefined without a joint ranking. */
export function openView(context: Context, compounds: readonly ScoredCompound[]): View | undefined {
  // After 公布 districts see what they were told: the city's points are not among it.
  const shown = isPublishedIn(compounds) ? compounds.map(({ verified: _, ...one }) => one) : compounds;
  const ranked = cityStandings(context, shown).flatMap(({ compound, place }) => (place ? [{ compound, place }] : []));
  if (ranked.length === 0) return undefined;
  const { definition } = context.campaign;
  const { rank, district, compound, total, outcome } = phrases.columns(nounsOf(definition));
  const hasResults = isPublishedIn(compounds);
  const rows = ranked.map(({ compound: one, place }) => [
    phrases.rank(place),
    districtName(context.campaign.definition, one.district),
    one.name,
    pointsWords(one.total),
    ...(hasResults && one.publishedAs ? [phrases.results[one.publishedAs]()] : []),
  ]);
  const columns = [rank, district, compound, total, ...(hasResults ? [outcome] : [])];
  return {
    title: phrases.groupTitle(),
    tone: "running",
    ...statusOf(definition, compounds),
    body: [...texts(basisWords(context, compounds)), { kind: "table", columns, rows }],
    actions: [],
    footnote: ladderWords(context),
  };
}
