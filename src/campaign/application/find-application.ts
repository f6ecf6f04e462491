import { distance as editDistance } from "fastest-levenshtein";
import { simplified } from "../../platform/conversation/simplified.ts";
import { dayOf } from "../../shared/civil-date.ts";
import { visibleText } from "../../shared/visible-text.ts";
import { dayWords, momentWords } from "../definition/wording.ts";
import type { Application } from "./application.ts";
import { isInPinyin, soundsLike } from "./sounds-like.ts";

/** Match of a typed case name against the applications visible to a person. */
export type Found =
  | { kind: "one"; application: Application }
  /** `total`: how many applications there are. */
  | { kind: "none"; nearest: string[]; total: number }
  | { kind: "several"; names: string[] };

/** Words besides the name for telling cases apart. */
export interface FindWords {
  /** 小区, 农户: an optional suffix of a name. */
  noun: string;
  /** By application id. Tell apart cases with the same name; the day of submission does where they are the same. */
  addresses?: ReadonlyMap<string, string>;
}

const NEAREST = 3;
const MIN_NAMED = 2;
/** Blanks, quotes, brackets and other signs, but not between digits: 3-2 is not 32. */
const SIGNS = /(?<!\d)[\s\p{P}\p{S}]+|[\s\p{P}\p{S}]+(?!\d)/gu;

/**
 * Matches the whole name first, in any spelling (blanks, brackets, width, traditional characters), then a part of a name,
 * its pinyin or initials, then a name with what tells it apart. Of cases with the same name, those that were not withdrawn. Without a
 * match, returns the nearest names. An empty name matches only a single application.
 */
export function findApplication(applications: readonly Application[], typed: string, words: FindWords): Found {
  const plain = (text: string) => plainName(text, words.noun);
  const wanted = plain(typed);
  const [only] = applications;
  if (wanted === "") {
    if (only && applications.length === 1) return { kind: "one", application: only };
    return { kind: "several", names: namesOf(applications, words) };
  }
  const [candidates = []] = [
    applications.filter(({ compoundName }) => plain(compoundName) === wanted),
    applications.filter((one) => plain(nameAmong(applications, one, words)) === wanted),
    applications.filter(({ compoundName }) => plain(compoundName).includes(wanted)),
    applications.filter(({ compoundName }) => isSpelt(compoundName, wanted, words.noun)),
    applications.filter((one) => isNameWithMore(one, wanted, { applications, words })),
  ].filter((found) => found.length > 0);
  const live = withoutReplaced(candidates, words);
  const [first] = live;
  if (first && live.length === 1) return { kind: "one", application: first };
  if (live.length > 1) return { kind: "several", names: namesOf(live, words) };
  const nearest = applications
    .map(({ compoundName }) => ({ compoundName, off: distance(plain(compoundName), wanted) }))
    .sort((a, b) => a.off - b.off)
    .map(({ compoundName }) => compoundName);
  return { kind: "none", nearest: nearest.slice(0, NEAREST), total: applications.length };
}

/** In pinyin or by its initials, with the noun or without. */
const isSpelt = (name: string, wanted: string, noun: string): boolean =>
  ["", noun].some((optional) => isInPinyin(plainName(name, optional), wanted));

/** What sounds the same is nearer than what does not. */
const distance = (name: string, wanted: string): number => {
  const off = editDistance(name, wanted);
  return soundsLike(name, wanted) ? off / (off + 1) : off;
};

/** Names that may be what was meant: what was said of another case is not offered for them. */
export const nearTo = (names: readonly string[], typed: string, noun: string): string[] =>
  names.filter((name) => {
    const [plain, wanted] = [plainName(name, noun), plainName(typed, noun)];
    return distance(plain, wanted) * 2 < Math.max(plain.length, wanted.length);
  });

/** A name without the signs and the optional noun that spellings differ in; for comparing, not for showing. */
export function plainName(text: string, noun: string): string {
  const plain = simplified(visibleText(text).normalize("NFKC")).replaceAll(SIGNS, "").toLowerCase();
  return noun !== "" && plain.endsWith(noun) ? plain.slice(0, -noun.length) : plain;
}

/** Whether the words stand for the name or a part of it in any spelling, or for it in pinyin. */
export function isSpeltBy(name: string, typed: string, noun: string): boolean {
  const [plain, wanted] = [plainName(name, noun), plainName(typed, noun)];
  return plain !== "" && wanted !== "" && (plain.includes(wanted) || isSpelt(name, wanted, noun));
}

/** The same, of words that say enough, or that sound like the name. */
export const isNamedBy = (name: string, typed: string, noun: string): boolean =>
  plainName(typed, noun).length >= MIN_NAMED &&
  (isSpeltBy(name, typed, noun) || soundsLike(plainName(name, noun), plainName(typed, noun)));

/** Withdrawn cases step back behind one of the same name that was handed in again. */
const withoutReplaced = (candidates: readonly Application[], { noun }: FindWords): readonly Application[] =>
  candidates.filter(
    ({ state, compoundName }) =>
      state !== "withdrawn" ||
      !candidates.some(
        (other) => other.state !== "withdrawn" && plainName(other.compoundName, noun) === plainName(compoundName, noun),
      ),
  );

/** 张三 3号, 张三 10月8日 */
function isNameWithMore(
  application: Application,
  wanted: string,
  { applications, words }: { applications: readonly Application[]; words: FindWords },
): boolean {
  const { noun, addresses } = words;
  const name = plainName(application.compoundName, noun);
  const after = wanted.startsWith(name) ? wanted.slice(name.length) : "";
  const rest = after.startsWith(noun) ? after.slice(noun.length) : after;
  if (rest === "") return false;
  const more = [addresses?.get(application.id), tellingApart(application, applications, words)];
  return more.some((one) => plainName(one ?? "", noun).includes(rest));
}

const sameName = (one: Application, other: Application, noun: string): boolean =>
  other.id !== one.id && plainName(other.compoundName, noun) === plainName(one.compoundName, noun);

/** The address, or where that is the same or unknown, the day of submission; undefined for a name that is alone. */
function tellingApart(
  application: Application,
  applications: readonly Application[],
  { noun, addresses }: FindWords,
): string | undefined {
  const others = applications.filter((other) => sameName(application, other, noun));
  if (others.length === 0) return undefined;
  const address = addresses?.get(application.id);
  if (address !== undefined && !others.some(({ id }) => addresses?.get(id) === address)) return address;
  const moments = [dayWordsOf, momentWordsOf].map((words) => ({ own: words(application), words }));
  const telling = moments.find(({ own, words }) => !others.some((other) => words(other) === own));
  return (
    telling?.own ??
    ordinalWords(applications.filter((other) => other === application || others.includes(other)).indexOf(application))
  );
}

const dayWordsOf = ({ submittedAt }: Application): string => dayWords(dayOf(submittedAt));
const momentWordsOf = ({ submittedAt }: Application): string => momentWords(submittedAt);

/** Of several handed in within one minute. */
const ordinalWords = (index: number): string => `第${index + 1}份`;

/** The name of one in a list of all; with what tells it apart from others of its name. */
export const nameAmong = (all: readonly Application[], one: Application, words: FindWords): string => {
  const more = tellingApart(one, all, words);
  return more === undefined ? one.compoundName : `${one.compoundName} ${more}`;
};

/** Names for a list. Duplicate names get what tells them apart. */
function namesOf(applications: readonly Application[], words: FindWords): string[] {
  return applications.map((one) => nameAmong(applications, one, words));
}
