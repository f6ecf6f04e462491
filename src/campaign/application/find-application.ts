import { distance as editDistance } from "fastest-levenshtein";
import type { Application } from "./application.ts";

/** Match of a typed case name against the applications visible to a person. */
export type Found =
  | { kind: "one"; application: Application }
  | { kind: "none"; nearest: string[] }
  | { kind: "several"; names: string[] };

/** Words besides the name for telling cases apart. */
export interface FindWords {
  /** 小区, 农户: an optional suffix of a name. */
  noun: string;
  /** By application id. Required to tell apart cases with the same name. */
  addresses?: ReadonlyMap<string, string>;
}

const NEAREST = 3;

/**
 * Matches the whole name first, then a part of a name, then a name with address. Without a match, returns the nearest
 * names. An empty name matches only a single application.
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
    applications.filter(({ compoundName }) => plain(compoundName).includes(wanted)),
    applications.filter((one) => isNameWithAddress(one, wanted, words)),
  ].filter((found) => found.length > 0);
  const [first] = candidates;
  if (first && candidates.length === 1) return { kind: "one", application: first };
  if (candidates.length > 1) return { kind: "several", names: namesOf(candidates, words) };
  const nearest = [...applications]
    .sort((a, b) => editDistance(plain(a.compoundName), wanted) - editDistance(plain(b.compoundName), wanted))
    .map(({ compoundName }) => compoundName);
  return { kind: "none", nearest: nearest.slice(0, NEAREST) };
}

function plainName(text: string, noun: string): string {
  const plain = text
    .normalize("NFKC")
    .replace(/[\s“”"'《》]/g, "")
    .toLowerCase();
  return plain.endsWith(noun) ? plain.slice(0, -noun.length) : plain;
}

/** 张三 3号 */
function isNameWithAddress({ id, compoundName }: Application, wanted: string, { noun, addresses }: FindWords): boolean {
  const name = plainName(compoundName, noun);
  const rest = wanted.startsWith(name) ? wanted.slice(name.length) : "";
  return rest !== "" && plainName(addresses?.get(id) ?? "", noun).includes(rest);
}

/** Names for a list. Duplicate names get their address. */
function namesOf(applications: readonly Application[], { addresses }: FindWords): string[] {
  return applications.map(({ id, compoundName }) => {
    const shared = applications.some((other) => other.id !== id && other.compoundName === compoundName);
    const address = shared ? addresses?.get(id) : undefined;
    return address === undefined ? compoundName : `${compoundName} ${address}`;
  });
}
