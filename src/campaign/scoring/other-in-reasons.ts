import { otherPhrases } from "../../platform/conversation/other-phrases.ts";
import { type OtherPart, partsOfOther, type Surroundings } from "../../platform/conversation/parts-of-other.ts";
import { scorePhrases } from "../../platform/conversation/phrases.ts";
import { cleanLine } from "../../platform/conversation/plain.ts";
import { readScoreLine } from "../../platform/conversation/score-line.ts";
import { showEntries } from "../../platform/conversation/score-readings.ts";
import type { ScoreEntry, ScoreLine, ScoreRules } from "../../platform/conversation/score-rules.ts";
import { applicationById, applicationsOf } from "../application/store.ts";
import { surroundingsOf } from "../application/surroundings.ts";
import type { PersonContext } from "../engine/context.ts";
import { scoringPhrases as phrases } from "./phrases.ts";
import type { ScoringDraft } from "./scoring-draft.ts";

/** Rows within a reason, and what it takes back, the sheet reads itself. */
const READ_BY_SHEET = ["points", "correction"] as const;

export async function aroundReasons(context: PersonContext, { sheet }: ScoringDraft): Promise<Surroundings> {
  const { tx, campaign } = context;
  const own = await applicationById(tx, sheet.caseId);
  const all = own ? await applicationsOf(tx, campaign.id, { district: own.district }) : [];
  const cases = all.map(({ compoundName }) => compoundName);
  return surroundingsOf(context, { own: own?.compoundName, what: phrases.reasonName(), cases, may: READ_BY_SHEET });
}

/** 3-4 2 理由：…: it is said that it is one. */
const isLed = (text: string, reason: string): boolean =>
  /(?:理由|原因)\s*[:：]\s*$/u.test(cleanLine(text).split(reason)[0] ?? "") && cleanLine(text).includes(reason);

/** What of a reason is read elsewhere; nothing where it is said to be one. */
export const otherIn = (text: string, reason: string, around: Surroundings): readonly OtherPart[] =>
  reason === "" || isLed(text, reason) ? [] : partsOfOther(reason, around);

export async function holdsOther(
  context: PersonContext,
  draft: ScoringDraft,
  { text, reason }: { text: string; reason: string },
): Promise<boolean> {
  return otherIn(text, reason, await aroundReasons(context, draft)).length > 0;
}

/** Points with a reason that may be none: the sentence, and the readings with it and without it. */
export async function otherInReasons(
  context: PersonContext,
  draft: ScoringDraft,
  said: { text: string; line: Extract<ScoreLine, { kind: "points" }> },
): Promise<[sentence: string, readings: readonly string[]] | undefined> {
  if (said.line.entries.every(({ reason = "" }) => reason === "")) return undefined;
  return askedReasons(said, await aroundReasons(context, draft));
}

/** {@link otherInReasons}, where the names are known. */
export function askedReasons(
  { text, line }: { text: string; line: Extract<ScoreLine, { kind: "points" }> },
  around: Surroundings,
): [sentence: string, readings: readonly string[]] | undefined {
  const { entries, rest } = line;
  const doubts = entries.flatMap((entry) => {
    // 理由补充：… says itself what it is.
    const parts = entry.adds ? [] : otherIn(text, entry.reason ?? "", around);
    return parts.length > 0 ? [{ entry, parts }] : [];
  });
  const [first] = doubts;
  if (!first) return undefined;
  const isDoubtful = (one: ScoreEntry): boolean => doubts.some(({ entry }) => entry === one);
  const without = entries.flatMap((one): ScoreEntry[] => {
    const { reason: _, ...bare } = one;
    if (!isDoubtful(one)) return [one];
    return Object.keys(bare).length > 1 ? [bare] : [];
  });
  const behind = rest ? `；${scorePhrases.rest()}` : "";
  const led = entries.map((one) => (isDoubtful(one) ? showLed(one) : showEntries([one]))).join("；");
  const sentence = otherPhrases.doubt(first.entry.reason ?? "", phrases.reasonOf(first.entry.row), first.parts);
  return [
    sentence + phrases.eitherReading(),
    [led + behind, ...(without.length > 0 ? [showEntries(without) + behind] : [])],
  ];
}

/** What would be asked about once it is pressed is asked about at once. */
export function withoutAskedAgain(rules: ScoreRules, line: Retry, around: Surroundings): Retry {
  const { readable, unread, readings = [], ...rest } = line;
  const said = readable && readScoreLine(rules, readable.typed);
  const asked = said?.kind === "points" ? askedReasons({ text: readable?.typed ?? "", line: said }, around) : undefined;
  if (!readable || !asked) return line;
  const before = unread ?? line.sentence.replace(scorePhrases.mayMean("", readable.typed, readable.entries), "");
  return { ...rest, sentence: before + asked[0], readings: [...readings, ...asked[1]] };
}

type Retry = Extract<ScoreLine, { kind: "retry" }>;

/** 3-4 2 理由：…, so that it is read as one. */
function showLed(entry: ScoreEntry): string {
  const [shown, reason = ""] = [showEntries([entry]), entry.reason];
  const led = `${scorePhrases.reasonLed()}${reason}`;
  return shown.includes(led) ? shown : shown.replace(reason, () => led);
}
