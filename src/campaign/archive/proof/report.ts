import { fullMomentWords } from "../../definition/wording.ts";
import { actWords } from "../contents/acts.ts";
import { ARCHIVE_VERSION } from "./manifest.ts";
import type { ComparedPaper } from "./paper.ts";
import { proofPhrases as phrases } from "./phrases.ts";
import type { Verified } from "./verify.ts";

/** What the comparison of a printed paper has found, and which entry its foot names. */
export function paperLines({ verdict, entry }: ComparedPaper, number: number): string[] {
  const said = phrases.paper[verdict](number);
  if (verdict !== "same") return [said];
  return [
    said,
    entry ? phrases.paper.entry(fullMomentWords(entry.at), actWords(entry.action)) : phrases.paper.listed(),
  ];
}

/** What a check has found, as Chinese lines. */
export function reportLines(verified: Verified): string[] {
  switch (verified.kind) {
    case "none":
      return [phrases.none()];
    case "unreadable":
      return [phrases.unreadable()];
    case "otherVersion":
      return [phrases.otherVersion(verified.version, ARCHIVE_VERSION)];
    case "checked":
      return checkedLines(verified);
  }
}

function checkedLines({
  manifest,
  hash,
  findings,
  chain,
  repacked,
  intact,
}: Extract<Verified, { kind: "checked" }>): string[] {
  const erased = findings.filter(({ kind }) => kind === "erased").length;
  const hasOwnHead = chain.head === manifest.journal.head;
  const chainFault = chain.brokenAt === undefined ? phrases.otherHead() : phrases.broken(chain.brokenAt);
  const isSound = chain.brokenAt === undefined && hasOwnHead;
  return [
    phrases.about(manifest),
    ...findings.map(phrases.finding),
    ...(chain.missing.length > 0 ? [phrases.missing(chain.missing)] : []),
    isSound ? phrases.chain(chain) : chainFault,
    ...repacked.map(phrases.repacked),
    phrases.head(manifest.journal.head),
    phrases.manifest(hash),
    intact
      ? phrases.intact(manifest.entries.length - erased, erased)
      : phrases.notIntact(findings.length - erased + (isSound ? 0 : 1)),
    phrases.compare(),
  ];
}
