import type { Action } from "../../platform/chat/view.ts";
import { readPoints } from "../../platform/conversation/answers/parse-points.ts";
import { saysDrop } from "../../platform/conversation/held.ts";
import { scorePhrases } from "../../platform/conversation/phrases.ts";
import { plainAnswer } from "../../platform/conversation/plain.ts";
import { readScoreLine } from "../../platform/conversation/score-line.ts";
import { notApplicableWhy } from "../../platform/conversation/score-notes.ts";
import { showEntries } from "../../platform/conversation/score-readings.ts";
import { behindPoints, readReasoned } from "../../platform/conversation/score-reason.ts";
import { exampleRow, type ScoreLine, type ScoreRules } from "../../platform/conversation/score-rules.ts";
import { isValues } from "../../platform/conversation/score-section.ts";
import { readVerdict } from "../../platform/conversation/score-verdict.ts";
import { type Refused, shareOf, shownTo } from "../../platform/conversation/shared-work.ts";
import { changeLines } from "../application/colleagues.ts";
import { knockOutRows } from "../definition/rubric-points.ts";
import type { PersonContext } from "../engine/context.ts";
import { withAdded } from "./added-reasons.ts";
import { giveShared } from "./give-shared.ts";
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
import { holdsOther, otherInReasons } from "./other-in-reasons.ts";
import { scoringPhrases as phrases } from "./phrases.ts";
import { bonusPoints, pointsByRow, reducedWithoutReason, totalPoints } from "./points.ts";
import { givesRows, keepRefused, lastGiven, refusedBy, rowBefore } from "./refused-rows.ts";
import { restRows } from "./rest-rows.ts";
import { criteriaOf, criterionById } from "./rubric.ts";
import { runTogether, severalTogether } from "./run-together.ts";
import { withTexts } from "./saved-texts.ts";
import type { GivenScore } from "./score-sheet.ts";
import { reasonsOn, shownScores } from "./score-values.ts";
import { moveTo, neighbor, nextRow, type ScoringDraft } from "./scoring-draft.ts";
import { draftRules, scoreRules } from "./sheet-rules.ts";
import { BACK, isSheetWord, LEAVE, nothingDone, SKIP, wordIn } from "./sheet-words.ts";
import { besideLines } from "./totals-said.ts";
import { offered } from "./views.ts";

type SheetAnswer =
  | { kind: "left" }
  /** The saved draft. `said`: feedback to show before the next question. */
  | {
      kind: "answered";
      draft: ScoringDraft;
      said: readonly string[];
      /** What may be sent on its own: what could be read of a message, or what may be meant. */
      offers?: readonly Action[];
    };

/** Whether the text is a sheet word, a line of points, a number, 不适用, or a verdict in a rubric with knock-out rows. */
export function speaksOfPoints(context: PersonContext, text: string): boolean {
  const word = plainAnswer(text);
  if (saysDrop(text) || writtenOn(text) !== text) return true;
  if (asksLeft(text) || nothingDone(text, undefined) || runTogether(scoreRules(context), text)) return true;
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
  const answer = (await dropHeldRows(context, draft, text)) ?? (await answerSaid(context, draft, writtenOn(text)));
  return answer?.kind === "answered" ? withHeldRows(answer) : answer;
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
  const shown = askedRow(rules, text);
  if (shown !== undefined) return show(context, draft, shown);
  const line = readScoreLine(rules, text);
  const several = line.kind === "points" ? undefined : severalTogether(rules, text);
  if (several) return asked(draft, several.sentence, several.readings);
  switch (line.kind) {
    case "none":
      return unlessRefused(context, { draft, rules }, { text, answer: await answerOpenRow(context, draft, text) });
    case "retry":
      return {
        kind: "answered",
        draft: await keepRefused(context, draft, refusedBy(rules, line, text)),
        said: [line.sentence],
        offers: offered(line),
      };
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

async function givePoints(
  context: PersonContext,
  draft: ScoringDraft,
  { line, given }: { line: Extract<ScoreLine, { kind: "points" }>; given: readonly GivenScore[] },
): Promise<SheetAnswer> {
  const first = await give(context, draft, given);
  const answer = line.rest ? await thenRest(context, first) : first;
  if (answer.kind === "left" || !line.beside) return answer;
  const beside = besideLines(context.campaign.definition, answer.draft.sheet, line.beside);
  return { ...answer, said: [...answer.said, ...beside] };
}

/** 1-2 3 会议记录不全；其余满分: after what was given with it. The total is said once. */
async function thenRest(context: PersonContext, first: SheetAnswer): Promise<SheetAnswer> {
  if (first.kind === "left") return first;
  const rest = await giveRest(context, first.draft);
  const said = first.said.map((sentence) => sentence.split(phrases.totalLabel())[0] ?? sentence);
  return rest.kind === "left" ? rest : { ...rest, said: [...said, ...rest.said] };
}

const show = async (context: PersonContext, draft: ScoringDraft, at: string | undefined): Promise<SheetAnswer> => ({
  kind: "answered",
  draft: await moveTo(context, draft, at),
  said: [],
});

const givenIn = ({ entries }: Extract<ScoreLine, { kind: "points" }>): GivenScore[] =>
  entries.map(({ row, ...given }) => ({ criterion: row, ...given }));

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

/** 其余满分 skips bonus and knock-out rows, which need an answer each, and rows that were just refused. */
export async function giveRest(context: PersonContext, draft: ScoringDraft): Promise<SheetAnswer> {
  const { given, asked, refused } = restRows(context.campaign.definition, draft);
  const answer = await give(
    context,
    draft,
    given.map(({ id, maxPoints }) => ({ criterion: id, points: maxPoints })),
  );
  if (answer.kind === "left") return answer;
  const said = [
    ...(asked.length > 0 ? [phrases.restLeft(asked.map(({ id }) => id))] : []),
    ...(refused.length > 0 ? [phrases.restRefused(refused.map(({ id }) => id))] : []),
  ];
  return { ...answer, said: [...answer.said, ...said] };
}

async function give(context: PersonContext, draft: ScoringDraft, said: readonly GivenScore[]): Promise<SheetAnswer> {
  const before = await reasonsOn(context, draft.sheet);
  const given = withAdded(said, before);
  const outcome = await giveShared(context, draft, given);
  const after = await reasonsOn(context, outcome.draft.sheet);
  const { saved, problems, conflicts } = outcome;
  const { sheet } = outcome.draft;
  const last = saved.at(-1)?.id;
  // What saves nothing moves nothing.
  const at = last === undefined ? draft.at : nextRow(context, sheet, last);
  const { rubric } = context.campaign.definition;
  const rows = criteriaOf(rubric).filter(({ id }) => saved.some((one) => one.id === id));
  const reduced = reducedWithoutReason(rows, sheet);
  const points = pointsByRow(sheet);
  const total = phrases.total(totalPoints(rubric, points), rubric.totalPoints, bonusPoints(rubric, points));
  const refused = problems.map(({ criterion: key, sentence }): Refused => {
    const typed = given.find(({ criterion }) => criterion === key)?.points;
    return { key, label: key, sentence, typed: typed === undefined ? "" : String(typed) };
  });
  const earlier = outcome.refused.filter(({ key }) => !refused.some((one) => one.key === key));
  const moved = await moveTo(context, outcome.draft, at, { refused: [...earlier, ...refused], conflicts });
  const sentences = [
    ...changeLines(context, shownTo(moved.work, moved.viewer), shownScores),
    ...problems.map(({ sentence }) => sentence),
    ...(saved.length > 0
      ? [`${phrases.saved(withTexts(saved, { given, before, after }))}${phrases.totalLabel()}${total}。`]
      : []),
    ...(reduced.length > 0 ? [phrases.reasonAsk(reduced)] : []),
  ];
  return { kind: "answered", draft: moved, said: sentences };
}
