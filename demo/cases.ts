import type { Definition } from "../src/campaign/definition/definition.ts";
import { decided, type Form, fieldFor, formFor, quotaFor } from "../src/campaign/definition/purposes.ts";
import { boundsOf } from "../src/campaign/definition/quotas.ts";
import { knockOutRows } from "../src/campaign/definition/rubric-points.ts";
import { noRulings } from "../src/campaign/definition/rulings-in-force.ts";
import { type Applicant, answersOf } from "./answers.ts";
import { daysOf } from "./days.ts";
import { applyingDistricts } from "./districts.ts";

/** A made-up case of the demonstration: what its form says and what it scores. */
export interface Compound {
  district: string;
  name: string;
  /** By the form's labels, as people would type it. What is missing is passed over. */
  answers: Readonly<Record<string, string>>;
  /** Points by row in the plan's order, section by section; empty where nothing is scored. */
  points: readonly (readonly number[])[];
  /** Rows that knock out, by their ids; they take a word instead of points. */
  passes?: readonly string[];
}

/** How many a district puts forward where the plan leaves it open. */
const USUAL = 2;

/** Names that sound like the place, by district; elsewhere they are numbered. */
const NAMES: Readonly<Record<string, readonly string[]>> = {
  yuecheng: ["稽山花园", "鉴湖雅苑"],
  keqiao: ["瓜渚湖畔", "柯岩新村"],
  shangyu: ["曹娥江苑", "舜耕花园"],
  zhuji: ["浣纱名苑", "暨阳新村"],
  shengzhou: ["剡溪花园", "越剧新苑"],
  xinchang: ["南岩雅居", "鼓山新村"],
};

/** No figures stand in a person's name. */
const PERSONS = "甲乙丙丁戊己庚辛壬癸";

const numbered = (form: Form | undefined, at: number): string =>
  (form && fieldFor(form, "name")?.label.endsWith("姓名") && PERSONS[at]) || String(at + 1);

/** What the n-th case loses: another number of points for each. */
const LOSSES = [0, 3, 1, 5, 2, 4, 0, 6, 3, 2, 5, 1];

const lossOf = (index: number): number => LOSSES[index % LOSSES.length] ?? 0;

/** As many as each district may put forward, with their forms filled in and their points given. */
export function casesOf(definition: Definition): Compound[] {
  const form = formFor(definition, "application");
  const on = daysOf(definition).applies;
  const each = numberWithin(definition, 1);
  const passes = knockOutRows(definition.rubric).map(({ id }) => id);
  return applyingDistricts(definition).flatMap((district, place) =>
    Array.from({ length: each }, (_, at) => {
      const number = place * each + at + 1;
      const known = NAMES[district.id]?.[at];
      const applicant: Applicant = {
        name: known ?? `${district.name}${definition.campaign.words.case.noun}${numbered(form, at)}`,
        number,
        on,
      };
      return {
        district: district.id,
        name: applicant.name,
        answers: form ? answersOf(form, applicant) : {},
        points: pointsLosing(definition, lossOf(number - 1)),
        ...(passes.length > 0 ? { passes } : {}),
      };
    }),
  );
}

/** The number that a district of the level recommends: two, or the nearest that the plan allows. */
export function numberWithin(definition: Definition, level: number): number {
  const quota = quotaFor(definition, "perDistrict", { level });
  const { least = 1, most = USUAL } = quota ? boundsOf(quota) : {};
  return Math.max(least, Math.min(USUAL, most));
}

/** Those who lose most come last; of equals the first. */
export const weakestFirst = (cases: readonly Compound[]): Compound[] =>
  cases.toSorted((a, b) => totalOf(a) - totalOf(b));

const totalOf = ({ points }: Compound): number => points.flat().reduce((sum, one) => sum + one, 0);

/**
 * So many points less than full marks, one after the other from the rows of the heaviest section that are worth most and
 * may get any number of points. Of a bonus section only the first row gets its points, and no row knocks out.
 */
function pointsLosing(definition: Definition, loses: number): number[][] {
  const { sections } = definition.rubric;
  const heaviest = sections.reduce(
    (most, { maxPoints }, at) => (maxPoints > (sections[most]?.maxPoints ?? 0) ? at : most),
    0,
  );
  const reducible = reducibleRows(definition, heaviest);
  const lost = (row: number) => {
    const turn = reducible.indexOf(row);
    return turn === -1 ? 0 : Math.ceil(Math.max(0, loses - turn) / reducible.length);
  };
  return sections.map(({ bonus, criteria }, index) =>
    criteria.map(({ maxPoints }, row) => {
      if (bonus) return row === 0 ? maxPoints : 0;
      return index === heaviest ? Math.max(0, maxPoints - lost(row)) : maxPoints;
    }),
  );
}

function reducibleRows(definition: Definition, section: number): number[] {
  const { allOrNothing = [] } = decided(definition, "allOrNothing", noRulings);
  const rows = definition.rubric.sections[section]?.criteria ?? [];
  const free = rows.filter(({ id }) => !(Array.isArray(allOrNothing) && allOrNothing.includes(id)));
  const most = Math.max(...free.map(({ maxPoints }) => maxPoints));
  return rows.flatMap((row, at) => (free.includes(row) && row.maxPoints === most ? [at] : []));
}
