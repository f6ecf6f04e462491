import { type Able, naivePlaces, sumOf } from "../campaign/ranking/support/naive-order.ts";
import { type Row, rowsOf, type Tables } from "./journal-fold.ts";

/**
 * What the city's figures are, from the tables that the journal gives and the words of the plan. Shares nothing with the
 * sources.
 */

/** A compound on a list in force, as it stands. Hundredths of a point. */
export interface Reckoned {
  id: string;
  name: string;
  district: string;
  /** 初评 */
  reviewed: number;
  /** 初评 as the city corrected it, and the city's own; null while there is none. */
  corrected: number | null;
  own: number | null;
  basis: "open" | "district" | "city";
  place: { rank: number; joint: boolean } | null;
  /** Of the points that rank it. */
  rows: Readonly<Record<string, number>>;
}

/** In the plan's order: 序号 of every list follows it. */
const DISTRICTS = ["yuecheng", "keqiao", "shangyu", "zhuji", "shengzhou", "xinchang"];
const ROWS = 25;
const LADDER = ["satisfactionMet", "satisfactionOrComplaints", "1-2+1-4", "joint"];

const text = (value: unknown): string => String(value);
const time = (value: unknown): number => (value === null || value === undefined ? Number.NaN : Date.parse(text(value)));

/** The newest confirmed answer that is in effect. */
export function answerTo(tables: Tables, ruling: string, now: number): Row {
  const [newest] = rowsOf(tables, "ruling_answer")
    .filter((one) => one.ruling === ruling && one.state === "confirmed" && time(one.effective_at) <= now)
    .sort((a, b) => Number(b.version) - Number(a.version));
  return (newest?.value ?? {}) as Row;
}

/** Items of the lists in force, in the plan's order of the districts, each list in its own. */
function listed(tables: Tables): string[] {
  return DISTRICTS.flatMap((district) => {
    const [newest] = rowsOf(tables, "recommendation_list")
      .filter((one) => one.district === district)
      .sort((a, b) => Number(b.version) - Number(a.version));
    if (!newest || newest.withdrawn_at !== null) return [];
    return (newest.items as Row[]).map(({ applicationId }) => text(applicationId));
  });
}

/** Compounds on lists in force that still take part, in the lists' order. */
export function standingIn(tables: Tables, now: number): Reckoned[] {
  if (rowsOf(tables, "reference_list").length > 0) throw new Error("figures of the city's lists are not reckoned here");
  const taking = new Map(
    rowsOf(tables, "application").flatMap((one) => (one.state === "submitted" ? [[text(one.id), one] as const] : [])),
  );
  const { basis = "open" } = answerTo(tables, "R14", now) as { basis?: Reckoned["basis"] };
  const { ladder = LADDER } = answerTo(tables, "R7", now) as { ladder?: string[] };
  const all = listed(tables).flatMap((id) => {
    const application = taking.get(id);
    if (!application) return [];
    const reported = finalRows(tables, { caseId: id, ledger: "district" })[0]?.rows ?? new Map<string, number>();
    const city = cityRows(tables, { caseId: id, reported, now });
    return [{ id, application, reported, city, corrected: new Map([...reported, ...city]) }];
  });
  const able = all.flatMap(({ id, city, corrected }): Able[] => {
    if (basis === "open" || (basis === "city" && city.size < ROWS)) return [];
    return [{ id, rows: basis === "city" ? city : corrected }];
  });
  const places = naivePlaces(able, ladder);
  return all.map(({ id, application, reported, city, corrected }) => {
    const place = places.get(id);
    return {
      ...{ id, name: text(application.compound_name), district: text(application.district), basis },
      reviewed: sumOf(reported),
      corrected: city.size > 0 ? sumOf(corrected) : null,
      own: city.size === ROWS ? sumOf(city) : null,
      place: place ? { rank: place.rank, joint: place.joint } : null,
      rows: Object.fromEntries(able.find((one) => one.id === id)?.rows ?? corrected),
    };
  });
}

interface Sheet {
  scorer: string;
  finalizedAt: number;
  rows: Map<string, number>;
  /** Rows that are said to be as the district has them. */
  same: Set<string>;
}

function finalRows(tables: Tables, of: { caseId: string; ledger: string }): Sheet[] {
  const sheets = rowsOf(tables, "score_sheet").filter(
    (one) => one.case_id === of.caseId && one.ledger === of.ledger && one.state === "finalized",
  );
  return sheets.map(({ scorer, finalized_at }) => {
    const scores = rowsOf(tables, "score").filter(
      (one) => one.case_id === of.caseId && one.ledger === of.ledger && one.scorer === scorer,
    );
    return {
      ...{ scorer: text(scorer), finalizedAt: time(finalized_at) },
      rows: new Map(scores.map(({ criterion, hundredths }) => [text(criterion), Number(hundredths)])),
      same: new Set(scores.filter(({ state }) => state === "asDistrict").map(({ criterion }) => text(criterion))),
    };
  });
}

interface Verified {
  caseId: string;
  reported: ReadonlyMap<string, number>;
  now: number;
}

/** By R26: of the members who verify the case and keep out of nothing; 合议分 goes before their mean while it holds. */
function cityRows(tables: Tables, { caseId, reported, now }: Verified): Map<string, number> {
  const ofCase = (table: string) => rowsOf(tables, table).filter((one) => one.case_id === caseId);
  const recusals = ofCase("recusal").filter(({ state }) => state === "accepted");
  const out = recusals.map(({ member_id }) => member_id);
  const members = ofCase("site_assignment").filter(
    ({ ended_at, member_id }) => ended_at === null && !out.includes(member_id),
  );
  const sheets = finalRows(tables, { caseId, ledger: "city" }).filter(({ scorer }) =>
    members.some(({ member_id }) => member_id === scorer),
  );
  const rule = answerTo(tables, "R26", now) as { combine?: string; decimals?: number; agreedFigureAllowed?: boolean };
  const since = Math.max(
    0,
    ...sheets.map(({ finalizedAt }) => finalizedAt),
    ...recusals.map(({ decided_at }) => time(decided_at)),
  );
  const agreed = new Map<string, Row>();
  for (const one of ofCase("agreed_points").sort((a, b) => Number(a.number) - Number(b.number)))
    agreed.set(text(one.criterion), one);
  const rows = new Map<string, number>();
  for (const id of new Set(sheets.flatMap((sheet) => [...sheet.rows.keys()]))) {
    const given = sheets.flatMap((sheet) => {
      const own = sheet.rows.get(id);
      return own === undefined ? [] : [sheet.same.has(id) ? (reported.get(id) ?? own) : own];
    });
    const figure = agreed.get(id);
    const holds = figure && figure.revoked_at === null && time(figure.recorded_at) >= since;
    const counts = holds && rule.agreedFigureAllowed !== false;
    rows.set(id, counts ? Number(figure.hundredths) : meanOf(given, rule));
  }
  return rows;
}

function meanOf(given: readonly number[], { combine = "mean", decimals = 2 }: { combine?: string; decimals?: number }) {
  const sorted = [...given].sort((a, b) => a - b);
  const counted = combine === "trimmedMean" && sorted.length >= 5 ? sorted.slice(1, -1) : sorted;
  const unit = 10 ** (2 - decimals);
  const mean = counted.reduce((all, one) => all + one, 0) / counted.length;
  return Math.round(mean / unit + 1e-9) * unit;
}
