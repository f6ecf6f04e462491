import { distance as editDistance } from "fastest-levenshtein";
import type { Application } from "./application.ts";

/** What a typed name of a compound means among the applications a person may see. */
export type Found =
  | { kind: "one"; application: Application }
  | { kind: "none"; nearest: string[] }
  | { kind: "several"; names: string[] };

const NEAREST = 3;
const plain = (name: string): string =>
  name
    .normalize("NFKC")
    .replace(/[\s“”"'《》]/g, "")
    .replace(/小区$/, "")
    .toLowerCase();

/** By the whole name, else by a part of it that only one has; otherwise the nearest names. An empty name means the only one. */
export function findApplication(applications: readonly Application[], name: string): Found {
  const wanted = plain(name);
  const [only] = applications;
  if (wanted === "") {
    if (only && applications.length === 1) return { kind: "one", application: only };
    return { kind: "several", names: applications.map(({ compoundName }) => compoundName) };
  }
  const exact = applications.filter(({ compoundName }) => plain(compoundName) === wanted);
  const candidates =
    exact.length > 0 ? exact : applications.filter(({ compoundName }) => plain(compoundName).includes(wanted));
  const [first] = candidates;
  if (first && candidates.length === 1) return { kind: "one", application: first };
  if (candidates.length > 1) return { kind: "several", names: candidates.map(({ compoundName }) => compoundName) };
  const nearest = [...applications]
    .sort((a, b) => editDistance(plain(a.compoundName), wanted) - editDistance(plain(b.compoundName), wanted))
    .map(({ compoundName }) => compoundName);
  return { kind: "none", nearest: nearest.slice(0, NEAREST) };
}
