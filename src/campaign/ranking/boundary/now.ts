import { standingsOf } from "../../application/requirements/standing.ts";
import { applicationsOf } from "../../application/store.ts";
import { findingsSeenBy } from "../../consultation/case-replies.ts";
import { rulingDeciding } from "../../definition/purposes.ts";
import type { Decision } from "../../definition/schema/decisions.ts";
import type { RulingValue } from "../../definition/schema/rulings.ts";
import type { Context } from "../../engine/context.ts";
import { provedRows } from "../../evidence/coverage.ts";
import { evidenceRows, takesEvidence } from "../../evidence/rules.ts";
import { pointRulesIn } from "../../scoring/points.ts";
import { type CityStanding, cityStanding } from "../../verification/ledger.ts";
import { TRIMMED_FROM } from "../../verification/verification.ts";
import { type JointRanking, jointRanking, numberSelected } from "../joint-ranking.ts";
import type { ScoredCompound } from "../ranking.ts";
import { scoredCompounds } from "../summary.ts";
import {
  type Field,
  type Side,
  type Swing,
  sideOf,
  sidesChanged,
  sidesOf,
  swingsIn,
  without,
  withRow,
} from "./rules.ts";

/** 入围临界情况: what alone would change who is among the selected. */
export interface BoundaryNow {
  joint: JointRanking;
  selected: number;
  sides: ReadonlyMap<string, Side>;
  swings: readonly Swing[];
  disputes: readonly Dispute[];
  unproved: readonly Unproved[];
  blocked: readonly Blocked[];
  rulings: readonly OpenRuling[];
}

/** A row on which not all are of one figure, and another of them changes the side. */
export interface Dispute extends Swing {
  /** Members are apart, or the city and the district. */
  kind: "apart" | "district";
}

/** Rows without proof; not counting any one of them puts the compound on another side. */
export interface Unproved {
  applicationId: string;
  criteria: readonly string[];
}

/** A compound about which something is open; without it others come in. */
export interface Blocked {
  compound: ScoredCompound;
  /** Clauses of 附件1 that are not met or not clear. */
  clauses: readonly string[];
  comesIn: readonly string[];
}

/** A ruling that nobody has answered yet, under whose other answer others are in. */
export interface OpenRuling {
  decision: Decision;
  /** Its id. */
  ruling: string;
  changed: ReturnType<typeof sidesChanged>;
  /** Of the compounds, by application id. */
  names: ReadonlyMap<string, string>;
}

/** Undefined where the campaign does not say how many are selected. */
export async function boundaryNow(context: Context): Promise<BoundaryNow | undefined> {
  const selected = numberSelected(context);
  if (selected === undefined) return undefined;
  const { definition } = context.campaign;
  const joint = jointRanking(context, await scoredCompounds(context));
  const field: Field = { compounds: joint.ranked, ladder: joint.ladder, selected };
  const standing = await cityStanding(context);
  return {
    joint,
    selected,
    sides: sidesOf(field),
    swings: swingsIn(field, { rubric: definition.rubric, rules: pointRulesIn(definition, context.rulings) }),
    disputes: disputesIn(context, field, standing),
    unproved: await unprovedIn(context, field),
    blocked: await blockedIn(context, field),
    rulings: await rulingsOn(context, field, standing),
  };
}

function disputesIn({ campaign: { definition } }: Context, field: Field, { ledger }: CityStanding): Dispute[] {
  return field.compounds.flatMap((one) => {
    const side = sideOf(one, field);
    const verified = ledger.get(one.applicationId);
    return [...(verified?.rows.values() ?? [])].flatMap(({ criterion, hundredths, from, least, most }): Dispute[] => {
      const isApart = from === "mean" && most > least;
      const others = isApart ? [least, most] : [verified?.district.get(criterion) ?? hundredths];
      const kind = isApart ? "apart" : "district";
      return others.flatMap((to): Dispute[] => {
        const then = sideOf(withRow(definition.rubric, one, criterion, to), field);
        const { applicationId } = one;
        return then === side ? [] : [{ applicationId, criterion, kind, from: hundredths, to, side: then }];
      });
    });
  });
}

async function unprovedIn(context: Context, field: Field): Promise<Unproved[]> {
  const { definition } = context.campaign;
  if (!takesEvidence(definition)) return [];
  const proved = await provedRows(
    context,
    field.compounds.map(({ applicationId }) => applicationId),
  );
  return field.compounds.flatMap((one) => {
    const { applicationId } = one;
    const side = sideOf(one, field);
    const open = evidenceRows(definition.rubric).filter(({ id }) => !proved.get(applicationId)?.has(id));
    const deciding = open.filter(({ id }) => sideOf(withRow(definition.rubric, one, id, 0), field) !== side);
    return deciding.length > 0 ? [{ applicationId, criteria: deciding.map(({ id }) => id) }] : [];
  });
}

async function blockedIn(context: Context, field: Field): Promise<Blocked[]> {
  const applications = await applicationsOf(context.tx, context.campaign.id, { states: ["submitted"] });
  const standings = await standingsOf(context, applications, { findings: findingsSeenBy(context) });
  return field.compounds.flatMap((compound): Blocked[] => {
    const { applicationId, declaration } = compound;
    const { excluding = [], unmet = [], unclear = [] } = standings.get(applicationId)?.gate ?? {};
    const clauses = [...excluding, ...unmet, ...unclear].map(({ id }) => id);
    const isOpen = clauses.length > 0 || declaration === "unclear";
    if (!isOpen || sideOf(compound, field) === "out") return [];
    const comesIn = sidesChanged(field, without(field, applicationId)).filter(
      (one) => one.applicationId !== applicationId,
    );
    return [{ compound, clauses, comesIn: comesIn.map((one) => one.applicationId) }];
  });
}

async function rulingsOn(context: Context, field: Field, { ledger }: CityStanding): Promise<OpenRuling[]> {
  const found: OpenRuling[] = [];
  const names = new Map((await scoredCompounds(context)).map(({ applicationId, name }) => [applicationId, name]));
  const add = (decision: Decision, changed: OpenRuling["changed"]): void => {
    const ruling = rulingDeciding(context.campaign.definition, decision)?.id;
    if (ruling !== undefined && !context.rulings.has(ruling) && changed.length > 0)
      found.push({ decision, ruling, changed, names });
  };
  const under = (decision: Decision, value: RulingValue) => fieldUnder(context, field.selected, { decision, value });
  const [district, city] = [
    await under("rankingBasis", { basis: "district" }),
    await under("rankingBasis", { basis: "city" }),
  ];
  if (city.compounds.length === district.compounds.length) add("rankingBasis", sidesChanged(district, city));
  add("tieLadder", sidesChanged(field, { ...field, ladder: [] }));
  if ([...ledger.values()].some(({ rows }) => [...rows.values()].some(({ members }) => members >= TRIMMED_FROM)))
    add("teamScore", sidesChanged(field, await under("teamScore", { combine: "trimmedMean" })));
  return found;
}

/** The field as if a ruling were answered so. */
async function fieldUnder(
  context: Context,
  selected: number,
  { decision, value }: { decision: Decision; value: RulingValue },
): Promise<Field> {
  const id = rulingDeciding(context.campaign.definition, decision)?.id ?? "";
  const rulings = new Map([...context.rulings, [id, { text: "", value }] as const]);
  const under = { ...context, rulings };
  const { ranked, ladder } = jointRanking(under, await scoredCompounds(under));
  return { compounds: ranked, ladder, selected };
}
