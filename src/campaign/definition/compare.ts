import { isMap } from "./checks/query.ts";
import { attributeNames, changePhrases, partNames } from "./compare-phrases.ts";
import { type Definition, type DefinitionKey, definitionKeys } from "./definition.ts";
import { canonicalJson } from "./hash.ts";
import type { Capability } from "./schema/roles.ts";
import { capabilityNames, valueName } from "./value-names.ts";

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
  return [{ place, text: changePhrases.changed(wordsOf(place), wordsAt(place, before), wordsAt(place, after)) }];
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

const keyWords = (key: string): string =>
  attributeNames[key] ?? (key in capabilityNames ? capabilityNames[key as Capability] : key);

const wordsOf = ({ part, subject, attributes }: Place): string =>
  [partNames[part], subject, ...attributes.map(keyWords)].filter((word) => word !== "").join(" ");

/** A value in words: items of a list by their names, what belongs together in brackets, templates without their signs. */
const wordsAt = ({ attributes }: Place, value: unknown): string => valueWords(value, attributes);

function valueWords(value: unknown, keys: readonly string[] = []): string {
  if (isEmpty(value) || value === "") return changePhrases.nothing;
  if (typeof value === "boolean") return value ? changePhrases.yes : changePhrases.no;
  if (typeof value === "string") return dateWords(keys, value) ?? readable(valueName(keys, value));
  if (Array.isArray(value)) return value.map((item) => valueWords(item, keys)).join(value.some(isMap) ? "；" : "、");
  if (!isMap(value)) return String(value);
  return mapWords(value, keys);
}

/** By its name, with what else is said of it in brackets: 有（后果：不得参与）. */
function mapWords(value: Item, keys: readonly string[]): string {
  const head = HEAD_KEYS.find((key) => typeof value[key] === "string" && value[key] !== "");
  const hidden = head === undefined ? SOURCE_KEYS : [...SOURCE_KEYS, ...ID_KEYS, "value", "purpose", head];
  const parts = Object.entries(value).filter(([key, part]) => {
    const isScalar = typeof part !== "object";
    return !(hidden.includes(key) && (isScalar || SOURCE_KEYS.includes(key))) && !isEmpty(part);
  });
  const [only] = parts;
  if (head === undefined && only && parts.length === 1) return valueWords(only[1], [...keys, only[0]]);
  const words = parts.map(([key, part]) => changePhrases.part(keyWords(key), valueWords(part, [...keys, key])));
  if (head === undefined) return words.join("，");
  const name = valueWords(value[head]);
  return words.length === 0 ? name : changePhrases.named(name, words.join("，"));
}

const HEAD_KEYS = ["label", "name", "title", "text"];

const isEmpty = (part: unknown): boolean => part === undefined || (Array.isArray(part) && part.length === 0);

/** Where a thing comes from is compared by itself; inside a value it is left out. */
const SOURCE_KEYS = ["line", "mark", "quote", "rulings"];

const DATE_KEYS = ["on", "opensOn", "closesOn", "answerBefore", "day", "from", "until"];
const DATE = /^(?:(?<year>\d{4})-)?(?<month>\d{2})-(?<day>\d{2})$/;

/** 09-21 as 9月21日, where the key is of a date. */
function dateWords(keys: readonly string[], value: string): string | undefined {
  const { year, month, day } = DATE.exec(value)?.groups ?? {};
  if (!DATE_KEYS.includes(keys.at(-1) ?? "") || month === undefined) return undefined;
  return `${year === undefined ? "" : `${year}年`}${Number(month)}月${Number(day)}日`;
}

/** A template with words in place of its variables; both sides of a condition stand beside each other. */
const readable = (text: string): string =>
  text
    .replace(/\{%-?\s*(?:else|elsif)[^%]*%\}/g, changePhrases.otherwise)
    .replace(/\{%[^%]*%\}/g, "")
    .replace(/\{\{\s*([\w.-]+)\s*\}\}/g, (_, name: string) => changePhrases.variable(name));
