import { answerTo, type Reckoned, standingIn } from "./city-oracle.ts";
import { eachState, type JournalLine, type Row, rowsOf, type Tables } from "./journal-fold.ts";

/** A version of what the city decided, reckoned from the journal alone. */
export interface CityVersion {
  kind: "selection" | "notice" | "publication" | "province";
  /** 第几版; of 公示 the version that it shows. */
  version: number;
  /** Compounds that could be chosen, as they stood. */
  compounds: readonly Reckoned[];
  /** Names, in the order of the lists; to the province, in the order of the recommendation. */
  chosen: readonly string[];
  /** 递补对象, the first one first. */
  reserves: readonly string[];
}

export interface CityVersions {
  versions: readonly CityVersion[];
  /** Where a version holds, or is, something else than reckoned. */
  wrong: readonly string[];
}

const TEN = 10;
const THREE = 3;

interface Item extends Row {
  applicationId: string;
  selected: boolean;
  reserve?: number;
  snapshot: string;
}

const itemsOf = (row: Row): Item[] => row.items as Item[];
const chosenOf = (row: Row): string[] => itemsOf(row).flatMap((one) => (one.selected ? [one.applicationId] : []));
const reservesOf = (row: Row): string[] =>
  itemsOf(row)
    .filter(({ reserve }) => reserve !== undefined)
    .sort((a, b) => Number(a.reserve) - Number(b.reserve))
    .map(({ applicationId }) => applicationId);

/** Every version in its order, and what is wrong with any. */
export function cityVersions(lines: readonly JournalLine[]): CityVersions {
  const versions: CityVersion[] = [];
  const wrong: string[] = [];
  const seen = new Set<string>();
  eachState(lines, ({ at, changes }, tables) => {
    for (const { table, after } of changes) {
      const kind = kindOf(table, after);
      if (!after || !kind) continue;
      const version = Number(after.version);
      const name = `${kind} ${version} ${kind === "notice" ? String(after.number) : ""}`;
      if (seen.has(name)) continue;
      seen.add(name);
      const compounds = standingIn(tables, at);
      const shown = kind === "notice" ? selectionOf(tables, version) : after;
      const named = (ids: readonly string[]) => ids.map((id) => nameOf(tables, id));
      const chosen = kind === "province" ? itemsOf(after).map((one) => one.applicationId) : inOrder(shown, compounds);
      const reserves = kind === "province" ? [] : reservesOf(shown);
      versions.push({ ...{ kind, version, compounds }, chosen: named(chosen), reserves: named(reserves) });
      const context = { tables, compounds, at };
      const found = kind === "selection" ? ofSelection(after, context) : [];
      const later =
        kind === "province" ? ofProvince(after, context) : kind === "selection" ? [] : ofList(shown, context);
      wrong.push(...[...found, ...later].map((one) => `${name}: ${one}`));
    }
  });
  return { versions, wrong };
}

function kindOf(table: string, after: Row | null): CityVersion["kind"] | undefined {
  if (table === "public_notice") return "notice";
  if (table === "provincial_recommendation") return "province";
  if (table !== "selection") return undefined;
  return after?.state === "published" ? "publication" : "selection";
}

interface Standing {
  tables: Tables;
  compounds: readonly Reckoned[];
  at: number;
}

const nameOf = (tables: Tables, id: string): string =>
  String(rowsOf(tables, "application").find((one) => one.id === id)?.compound_name);

const selectionOf = (tables: Tables, version: number): Row =>
  rowsOf(tables, "selection").find((one) => one.version === version) ?? {};

/** 序号 follows the lists. */
const inOrder = (row: Row, compounds: readonly Reckoned[]): string[] => {
  const chosen = chosenOf(row);
  const known = compounds.flatMap(({ id }) => (chosen.includes(id) ? [id] : []));
  return [...known, ...chosen.filter((id) => !known.includes(id))];
};

const numberOf = ({ tables, at }: Standing, ruling: string, key: string, otherwise: number): number =>
  Number(answerTo(tables, ruling, at)[key] ?? otherwise);

/** Everybody is decided on, as many as ruled are taken, and each is kept with its figures of then. */
function ofSelection(row: Row, standing: Standing): string[] {
  const { tables, compounds } = standing;
  const items = itemsOf(row);
  const ids = items.map(({ applicationId }) => applicationId);
  const open = compounds.filter(({ id }) => !ids.includes(id)).map(({ name }) => `${name} is not decided on`);
  const gone = ids.filter((id) => !compounds.some((one) => one.id === id)).map((id) => `${nameOf(tables, id)} is gone`);
  const [ten, spare] = [numberOf(standing, "R9", "count", TEN), numberOf(standing, "R22", "reserves", 0)];
  const published = rowsOf(tables, "selection").some((one) => one.published_at !== null);
  // After 公布 only what fell out is replaced, and only by a reserve.
  const [taken, left] = [chosenOf(row).length, reservesOf(row).length];
  const count = (published ? taken > ten : taken !== ten) ? [`${taken} are taken instead of ${ten}`] : [];
  const reserves = left > spare ? [`${left} reserves instead of ${spare}`] : [];
  const strangers = published ? notReplaced(row, standing) : [];
  const figures = items.flatMap(({ applicationId, snapshot }) => {
    const reckoned = compounds.find(({ id }) => id === applicationId);
    const kept = keptIn(tables, snapshot);
    const expected = reckoned && expectedOf(reckoned);
    return JSON.stringify(kept) === JSON.stringify(expected)
      ? []
      : [`${reckoned?.name} is kept as ${JSON.stringify(kept)} instead of ${JSON.stringify(expected)}`];
  });
  return [...open, ...gone, ...count, ...reserves, ...strangers, ...figures];
}

/** Against the newest published list: who stays in, and who follows. */
function notReplaced(row: Row, { tables, compounds }: Standing): string[] {
  const last = rowsOf(tables, "selection")
    .filter((one) => one.published_at !== null && Number(one.version) < Number(row.version))
    .sort((a, b) => Number(b.version) - Number(a.version))[0];
  if (!last) return [];
  const takesPart = (id: string) => compounds.some((one) => one.id === id) && !isRemoved(tables, id);
  const [before, now] = [chosenOf(last), chosenOf(row)];
  const dropped = before
    .filter((id) => takesPart(id) && !now.includes(id))
    .map((id) => `${nameOf(tables, id)} left out`);
  const added = now.filter((id) => !before.includes(id));
  const next = reservesOf(last).filter(takesPart).slice(0, added.length);
  const strangers = added
    .filter((id) => !next.includes(id))
    .map((id) => `${nameOf(tables, id)} is not the next reserve`);
  return [...dropped, ...strangers];
}

const isRemoved = (tables: Tables, id: string): boolean =>
  rowsOf(tables, "objection").some(
    ({ case_id, state, effect }) => case_id === id && state === "upheld" && effect === "removed",
  );

/** On a list that is shown or published stands nobody who is out. */
function ofList(row: Row, { tables, compounds }: Standing): string[] {
  return chosenOf(row)
    .filter((id) => isRemoved(tables, id) || !compounds.some((one) => one.id === id))
    .map((id) => `${nameOf(tables, id)} stands on it`);
}

/** Three of the published ones, as they were published. */
function ofProvince(row: Row, { tables }: Standing): string[] {
  const published = rowsOf(tables, "selection").filter(({ state }) => state === "published");
  const from = published.find(({ version }) => version === row.selection_version);
  const kept = new Map(from ? itemsOf(from).map((one) => [one.applicationId, one] as const) : []);
  const items = itemsOf(row);
  const strangers = items
    .filter(({ applicationId, snapshot }) => {
      const one = kept.get(applicationId);
      return !one?.selected || one.snapshot !== snapshot;
    })
    .map(({ applicationId }) => `${nameOf(tables, applicationId)} is not on the published list`);
  return [...(from ? [] : ["from no published list"]), ...(items.length === THREE ? [] : ["not three"]), ...strangers];
}

const sorted = (rows: Readonly<Record<string, unknown>>) => Object.entries(rows).sort(([a], [b]) => (a < b ? -1 : 1));

/** The figures of a snapshot. */
function keptIn(tables: Tables, id: string): unknown {
  const row = rowsOf(tables, "snapshot").find((one) => one.id === id);
  const sections = (row?.sections ?? {}) as Record<string, { content: Row }>;
  const { identity, points, standing } = sections;
  const { basis, place, corrected, own, rows } = standing?.content ?? {};
  const { rank, joint } = (place ?? {}) as { rank?: number; joint?: boolean };
  return {
    ...{ name: identity?.content.name, district: identity?.content.district, reviewed: points?.content.total },
    ...{ basis, place: place ? { rank, joint } : null, corrected, own, rows: sorted((rows ?? {}) as Row) },
  };
}

const expectedOf = ({ name, district, reviewed, basis, place, corrected, own, rows }: Reckoned): unknown => ({
  ...{ name, district, reviewed, basis, place, corrected, own, rows: sorted(rows) },
});
