import type { Action } from "../../platform/chat/view.ts";
import { readPoints } from "../../platform/conversation/answers/parse-points.ts";
import { saysDrop } from "../../platform/conversation/held.ts";
import { scorePhrases } from "../../platform/conversation/phrases.ts";
import { plainAnswer } from "../../platform/conversation/plain.ts";
import { restSaid } from "../../platform/conversation/rest-words.ts";
import { readScoreLine } from "../../platform/conversation/score-line.ts";
import { notApplicableWhy } from "../../platform/conversation/score-notes.ts";
import { showEntries } from "../../platform/conversation/score-readings.ts";
import { behindPoints, readReasoned } from "../../platform/conversation/score-reason.ts";
import { exampleRow, type ScoreRules } from "../../platform/conversation/score-rules.ts";
import { isValues } from "../../platform/conversation/score-section.ts";
import { readVerdict } from "../../platform/conversation/score-verdict.ts";
import { shareOf } from "../../platform/conversation/shared-work.ts";
import { knockOutRows } from "../definition/rubric-points.ts";
import type { PersonContext } from "../engine/context.ts";
import { askedRows } from "./asked-rows.ts";
import { rowsWithoutAbove } from "./follow-reasons.ts";
import { give, givenIn, givePoints, giveRest, type SheetAnswer, thenRest } from "./give-answer.ts";
import { givenFindings } from "./given-findings.ts";
import { dropHeldRows, withHeldRows, writtenOn } from "./held-rows.ts";
import { asksLeft, leftWords } from "./left-rows.ts";
import {
  askedRow,
  bareFigure,
  besidePoints,
  type Doubt,
  doubtOf,
  doubtOfLast,
  doubtOfNamed,
  doubtOfSame,
  givenTo,
  mayBePart,
  mayHoldPoints,
  ofRowBefore,
  rowOfReason,
  saidOfLast,
  saysReached,
} from "./open-row.ts";
import { aroundReasons, holdsOther, otherInReasons, withoutAskedAgain } from "./other-in-reasons.ts";
import { scoringPhrases as phrases } from "./phrases.ts";
import { givesRows, keepRefused, lastGiven, refusedBy, rowBefore } from "./refused-rows.ts";
import { criteriaOf, criterionById } from "./rubric.ts";
import { runTogether, severalTogether } from "./run-together.ts";
import { reasonsOn } from "./score-values.ts";
import { moveTo, neighbor, nextRow, type ScoringDraft } from "./scoring-draft.ts";
import { draftRules, scoreRules } from "./sheet-rules.ts";
import { BACK, isSheetWord, LEAVE, nothingDone, SKIP, wordIn } from "./sheet-words.ts";
import { behindYes, keepOffered, meantBy, offeredLast } from "./taken-offer.ts";
import { offered } from "./views.ts";

/** Whether the text is a sheet word, a line of points, a number, 不适用, or a verdict in a rubric with knock-out rows. */
export function speaksOfPoints(context: PersonContext, text: string): boolean {
  const behind = behindYes(text);
  if (behind) return speaksOfPoints(context, behind.rest);
  const word = plainAnswer(text);
  if (saysDrop(text) || writtenOn(text) !== text || restSaid(plainAnswer(text)) !== undefined) return true;
  if (asksLeft(text) || nothingDone(text, undefined) || runTogether(scoreRules(context), text)) return true;
  if (askedRows(scoreRules(context), text).length > 0) return true;
  if (isSheetWord(text) || readPoints(bareFigure(word), 0) !== undefined) return true;
  if (notApplicableWhy(word) !== undefined) return true;
  if (readVerdict(word) !== undefined && knockOutRows(context.campaign.definition.rubric).length > 0) return true;
  if (isValues(word) || mayHoldPoints(text) || mayBePart(text)) return true;
  if (saidOfLast(text) !== undefined || saysReached(word) || givesRows(scoreRules(context), text)) return true;
  return readReasoned(text) !== undefined || readScoreLine(scoreRules(context), text).kind !== "none";
}

/**
 * Scores by typed text: a number or verdict answers the open row; one line may score a row or a whole section.
 * @returns undefined if the text is not an answer
 */
export async function answerSheet(
  context: PersonContext,
  draft: ScoringDraft,
  text: string,
): Promise<SheetAnswer | undefined> {
  const meant = meantBy(draft, writtenOn(text));
  const which =
    meant === undefined ? asked(draft, phrases.whichOffer(plainAnswer(text)), offeredLast(draft)) : undefined;
  const answer =
    which ?? (await dropHeldRows(context, draft, text)) ?? (await answerSaid(context, draft, meant ?? text));
  if (answer?.kind !== "answered") return answer;
  const shown = withHeldRows(answer);
  return { ...shown, draft: await keepOffered(context, shown.draft, shown.offers ?? []) };
}

async function answerSaid(context: PersonContext, draft: ScoringDraft, text: string): Promise<SheetAnswer | undefined> {
  const word = wordIn(text);
  if (LEAVE.includes(word)) return { kind: "left" };
  if (BACK.includes(word)) return show(context, draft, neighbor(context, draft, -1));
  if (SKIP.includes(word)) return show(context, draft, neighbor(context, draft, 1));
  const nothing = nothingDone(text, criterionById(context.campaign.definition.rubric, lastGiven(draft) ?? ""));
  if (nothing !== undefined) return asked(draft, nothing);
  if (asksLeft(text)) return { kind: "answered", draft, said: [leftWords(context.campaign.definition, draft.sheet)] };
  if (draft.sheet.ledger === "city") {
    const rules = draftRules(context, draft);
    const found = givenFindings(context, { draft, rules }, text);
    if (found && "sentence" in found) return { kind: "answered", draft, said: [found.sentence] };
    if (found?.line?.kind === "rest") return thenRest(context, await give(context, draft, found.given));
    if (found?.line) return givePoints(context, draft, { line: found.line, given: found.given });
    if (found) return give(context, draft, found.given);
  }
  const rules = draftRules(context, draft);
  const wordings = askedRows(rules, text).flatMap((id) => criterionById(context.campaign.definition.rubric, id) ?? []);
  if (wordings.length > 1) return { kind: "answered", draft, said: wordings.map((row) => phrases.wording(row)) };
  const shown = wordings[0]?.id ?? askedRow(rules, text);
  if (shown !== undefined) return show(context, draft, shown);
  const line = readScoreLine(rules, text);
  const several = line.kind === "points" ? undefined : severalTogether(rules, text);
  if (several) return asked(draft, several.sentence, several.readings);
  switch (line.kind) {
    case "none":
      return unlessRefused(context, { draft, rules }, { text, answer: await answerOpenRow(context, draft, text) });
    case "retry": {
      const order = criteriaOf(context.campaign.definition.rubric).map(({ id }) => id);
      const refers = rowsWithoutAbove(rules, line, { order, reasons: new Map() }).length > 0;
      const reasons = refers ? await reasonsOn(context, draft.sheet) : undefined;
      const unfollowed = reasons ? rowsWithoutAbove(rules, line, { order, reasons }) : [];
      if (unfollowed.length > 0) return asked(draft, phrases.noneToFollow(unfollowed));
      const around = line.readable ? await aroundReasons(context, draft) : undefined;
      const told = around ? withoutAskedAgain(rules, line, around) : line;
      return {
        kind: "answered",
        draft: await keepRefused(context, draft, refusedBy(rules, told, text)),
        said: [told.sentence],
        offers: offered(told),
      };
    }
    case "row":
      return show(context, draft, line.row);
    case "rest":
      return giveRest(context, draft);
    case "points": {
      const other = await otherInReasons(context, draft, { line, text });
      return other ? asked(draft, ...other) : givePoints(context, draft, { line, given: givenIn(line) });
    }
  }
}

/** What is said without a row is for the open one; talk leaves it open. */
async function answerOpenRow(
  context: PersonContext,
  draft: ScoringDraft,
  text: string,
): Promise<SheetAnswer | undefined> {
  const ofLast = doubtOfLast(draftRules(context, draft), lastGiven(draft), text);
  if (ofLast) return asked(draft, ofLast.sentence, ofLast.readings);
  const same = draft.at === undefined ? undefined : sameAsLast(context, draft, text);
  if (same) return asked(draft, same.sentence, same.readings);
  const named = doubtOfNamed(scoreRules(context), text);
  if (named) return asked(draft, named.sentence, named.readings);
  const { rubric } = context.campaign.definition;
  const row = draft.at === undefined ? undefined : criterionById(rubric, draft.at);
  const together = runTogether(scoreRules(context), text);
  if (together && (!row || readPoints(bareFigure(plainAnswer(text)), row.maxPoints) === undefined))
    return asked(draft, together.sentence, together.readings);
  if (!row) {
    const word = plainAnswer(text);
    const isFigure =
      readPoints(bareFigure(word), 0) !== undefined || isValues(word) || readReasoned(text) !== undefined;
    const last = criteriaOf(rubric).at(-1);
    return (isFigure || mayHoldPoints(text) || mayBePart(text)) && last
      ? asked(draft, phrases.allScored(word, last))
      : undefined;
  }
  const said = row.knockOut ? undefined : readReasoned(text);
  const rules = scoreRules(context, row.id);
  const isReason = said && behindPoints(rules, row.id, { after: said.reason, reason: said.reason }).kind === "reason";
  const line = said && `${row.id} ${said.points} ${said.reason}`;
  if (line !== undefined && (!isReason || (await holdsOther(context, draft, { text, reason: said?.reason ?? "" }))))
    return answerSaid(context, draft, line);
  const earlier = said && rowOfReason(shareOf(draft.work, draft.viewer).refused, said.reason);
  if (said && earlier !== undefined && earlier !== row.id) {
    const readings = [earlier, row.id].map((id) => `${id} ${said.points} ${said.reason}`);
    return asked(draft, phrases.whichOfTwo(plainAnswer(text), earlier, row.id), readings);
  }
  const given = givenTo(row, text);
  // A number alone once every row has its points: nothing is asked for.
  if (given && nextRow(context, draft.sheet, undefined) === undefined) {
    const reading = showEntries([{ ...given, row: given.criterion }]);
    return asked(draft, phrases.whichToChange(plainAnswer(text), reading), [reading]);
  }
  const before = given && rowBefore(draft, row.id);
  if (given && before !== undefined)
    return asked(draft, ...ofRowBefore(rules, { said: plainAnswer(text), before, given }));
  if (given) return give(context, draft, [given]);
  const doubt = doubtOf({ row, rules }, text);
  const sentence =
    doubt?.sentence ?? besidePoints(row, text) ?? (mayBePart(text) ? phrases.partUnread(row.id) : undefined);
  if (sentence === undefined) return undefined;
  return asked(draft, sentence, doubt?.readings);
}

function sameAsLast(context: PersonContext, draft: ScoringDraft, text: string): Doubt | undefined {
  const { rubric } = context.campaign.definition;
  const row = criterionById(rubric, draft.at ?? "");
  const last = draft.sheet.scores.get(lastGiven(draft) ?? "");
  return row && doubtOfSame({ row, rules: scoreRules(context) }, last, text);
}

/** Each reading is a button. */
const asked = (draft: ScoringDraft, sentence: string, readings: readonly string[] = []): SheetAnswer => ({
  ...{ kind: "answered", draft, said: [sentence] },
  offers: readings.map(
    (typed): Action => ({ id: "", label: scorePhrases.recordReading(typed), typed, look: "primary" }),
  ),
});

const show = async (context: PersonContext, draft: ScoringDraft, at: string | undefined): Promise<SheetAnswer> => ({
  kind: "answered",
  draft: await moveTo(context, draft, at),
  said: [],
});

/** What is said of rows and was not recorded is kept, for 其余满分. */
async function unlessRefused(
  context: PersonContext,
  { draft, rules }: { draft: ScoringDraft; rules: ScoreRules },
  { text, answer }: { text: string; answer: SheetAnswer | undefined },
): Promise<SheetAnswer | undefined> {
  if (answer?.kind === "left" || (answer && answer.draft !== draft)) return answer;
  if (!givesRows(rules, text)) return answer;
  const unread = answer ?? asked(draft, phrases.partUnread(draft.at ?? exampleRow(rules).id));
  if (unread.kind === "left") return unread;
  const sentence = unread.said.join("");
  return { ...unread, draft: await keepRefused(context, draft, refusedBy(rules, { sentence }, text)) };
}
