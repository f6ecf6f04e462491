import { isMap } from "./checks/query.ts";
import { attributeNames, changePhrases, partNames } from "./compare-phrases.ts";
import { type Definition, type DefinitionKey, definitionKeys } from "./definition.ts";
import { canonicalJson } from "./hash.ts";

/** A difference between two definitions of a campaign. */
export interface Difference {
  in: DefinitionKey | "planLines";
  /** Display text: `评选标准 3-2 分值：5 → 4`. Names items by number if they have one, otherwise by name. */
  text: string;
  /** Rubric rows whose scoring rules changed. */
  criteria: readonly string[];
}

/** Differences between the pinned and the found definition, in file order. */
export function compareDefinitions(pinned: Definition, found: Definition): Difference[] {
  const parts = definitionKeys.flatMap((key) => {
    const at: Place = { part: key, subject: "", attributes: [] };
    return changes(at, pinned[key], found[key]).map((change) => ({
      in: key,
      text: change.text,
      criteria: touchedBy(change.place, [pinned, found]),
    }));
  });
  return [...parts, ...planChanges(pinned, found)];
}

/** Position in a file during the comparison. */
interface Place {
  part: DefinitionKey;
  /** Id or name of the innermost item that has one. */
  subject: string;
  /** Id of that item. */
  id?: string;
  /** Keys from that item to the value. */
  attributes: readonly string[];
}

interface Change {
  place: Place;
  text: string;
}

function changes(place: Place, before: unknown, after: unknown): Change[] {
  if (canonicalJson(before) === canonicalJson(after)) return [];
  if (isItems(before) && isItems(after)) return itemChanges(place, before, after);
  if (isMap(before) && isMap(after))
    return [...new Set([...Object.keys(before), ...Object.keys(after)])].flatMap((key) =>
      changes({ ...place, attributes: [...place.attributes, key] }, before[key], after[key]),
    );
  return [{ place, text: changePhrases.changed(wordsOf(place), valueWords(before), valueWords(after)) }];
}

function itemChanges(place: Place, before: readonly Item[], after: readonly Item[]): Change[] {
  const within = (item: Item): Place => ({ ...place, subject: subjectOf(item), id: idOf(item), attributes: [] });
  const removed = before.filter((item) => !find(after, item));
  const added = after.filter((item) => !find(before, item));
  const kept = before.flatMap((item) => {
    const now = find(after, item);
    return now ? changes(within(item), item, now) : [];
  });
  const order = (list: readonly Item[], other: readonly Item[]) =>
    list
      .filter((item) => find(other, item))
      .map(idOf)
      .join();
  return [
    ...removed.map((item) => ({ place: within(item), text: changePhrases.removed(wordsOf(within(item))) })),
    ...kept,
    ...added.map((item) => ({ place: within(item), text: changePhrases.added(wordsOf(within(item))) })),
    ...(order(before, after) === order(after, before)
      ? []
      : [{ place, text: changePhrases.reordered(wordsOf(place)) }]),
  ];
}

function planChanges({ campaign, planLines: before }: Definition, { planLines: after }: Definition): Difference[] {
  const length = Math.max(before.length, after.length);
  return Array.from({ length }, (_, index) => index).flatMap((index) => {
    if (before[index] === after[index]) return [];
    const words = changePhrases.changed(
      changePhrases.planLine(campaign.words.plan, index + 1),
      valueWords(before[index]),
      valueWords(after[index]),
    );
    return [{ in: "planLines" as const, text: words, criteria: [] }];
  });
}

/** Rubric rows affected: a changed row, rows with a changed threshold, rows under a changed ruling. */
function touchedBy({ part, id }: Place, definitions: readonly Definition[]): string[] {
  const rows = definitions.flatMap(({ rubric }) => rubric.sections.flatMap(({ criteria }) => criteria));
  const touched = {
    rubric: () => rows.filter((row) => row.id === id).map((row) => row.id),
    datePhrases: () => rows.filter((row) => id !== undefined && row.threshold.includes(id)).map((row) => row.id),
    rulings: () =>
      definitions.flatMap(({ rulings }) => rulings.filter((item) => item.id === id).flatMap((r) => r.affects.criteria)),
  };
  if (part !== "rubric" && part !== "datePhrases" && part !== "rulings") return [];
  return [...new Set(touched[part]())];
}

type Item = Readonly<Record<string, unknown>>;

/** True for lists whose items have ids. */
const isItems = (value: unknown): value is readonly Item[] =>
  Array.isArray(value) && value.every((item) => isMap(item) && idOf(item) !== "");

const ID_KEYS = ["id", "key", "day", "stage", "name"];
const NAME_KEYS = ["name", "label", "phrase"];

const idOf = (item: Item): string => firstText(item, ID_KEYS);

const find = (items: readonly Item[], wanted: Item): Item | undefined =>
  items.find((item) => idOf(item) === idOf(wanted));

/** Number of an item, otherwise its name. */
function subjectOf(item: Item): string {
  const id = idOf(item);
  return /^R?\d/.test(id) ? id : firstText(item, NAME_KEYS) || id;
}

function firstText(item: Item, keys: readonly string[]): string {
  return keys.map((key) => item[key]).find((value) => typeof value === "string") ?? "";
}

const wordsOf = ({ part, subject, attributes }: Place): string =>
  [partNames[part], subject, ...attributes.map((key) => attributeNames[key] ?? key)]
    .filter((word) => word !== "")
    .join(" ");

function valueWords(value: unknown): string {
  if (value === undefined || value === "" || (Array.isArray(value) && value.length === 0)) return changePhrases.nothing;
  if (typeof value === "boolean") return value ? changePhrases.yes : changePhrases.no;
  if (typeof value === "string" || typeof value === "number") return String(value);
  if (Array.isArray(value) && value.every((item) => !isMap(item))) return value.map(String).join("、");
  return JSON.stringify(value);
}
