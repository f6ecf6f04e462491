import { readPoints } from "../../platform/conversation/answers/parse-points.ts";
import { plainAnswer } from "../../platform/conversation/plain.ts";
import { readScoreLine, type ScoreLine, type ScoreRules } from "../../platform/conversation/score-line.ts";
import type { PersonTurn, Talk } from "../engine/feature.ts";
import { totalPoints, unanswered } from "../scoring/points.ts";
import { criteriaOf, criterionById } from "../scoring/rubric.ts";
import { type Given, givePoints, openReview } from "./give-points.ts";
import { reviewPhrases as phrases } from "./phrases.ts";
import { pointRulesIn, pointsByRow, reducedWithoutReason } from "./rules.ts";
import { moveTo, nextRow, openSheet, type Sheet } from "./sheet.ts";
import { reviewOf } from "./store.ts";
import { askBlocks } from "./views.ts";

export const TALK = "preliminary-review.sheet";
export const SHEET_CARD = "preliminary-review.sheet";

const BACK = ["上一步", "上一条"];
const SKIP = ["跳过", "下一步", "下一条"];
const LEAVE = ["保存退出", "保存", "退出"];

/** Scoring as a conversation: a bare number answers the open row; rows and sections are scored in one line. */
export const reviewTalk: Talk = {
  kind: TALK,
  owns: (text) => OWN.includes(plainAnswer(text)),
  async hear(turn, { state, text, files }) {
    const word = plainAnswer(text);
    if (files.length > 0 || !speaksOfPoints(turn, word)) return false;
    const { applicationId } = state as { applicationId: string };
    const sheet = await openSheet(turn, await openReview(turn, applicationId));
    if (LEAVE.includes(word)) return leave(turn, sheet);
    if (BACK.includes(word)) return ask(turn, await moveTo(turn, sheet, neighbor(turn, sheet, -1)), []);
    if (SKIP.includes(word)) return ask(turn, await moveTo(turn, sheet, neighbor(turn, sheet, 1)), []);
    return scored(turn, sheet, text);
  },
};

const OWN = [...BACK, ...SKIP, ...LEAVE];

/** Words of the sheet, a line of points, or a bare number; anything else is looked at as a command. */
const speaksOfPoints = (turn: PersonTurn, word: string): boolean =>
  OWN.includes(word) || readScoreLine(scoreRules(turn), word).kind !== "none" || readPoints(word, 0) !== undefined;

async function scored(turn: PersonTurn, sheet: Sheet, text: string): Promise<boolean> {
  const line = readScoreLine(scoreRules(turn), text);
  const bare = line.kind === "none" ? bareNumber(turn, sheet, text) : undefined;
  if (bare) return give(turn, sheet, [bare]);
  switch (line.kind) {
    case "none":
      return false;
    case "retry":
      return ask(turn, sheet, [line.sentence]);
    case "row":
      return ask(turn, await moveTo(turn, sheet, line.row), []);
    case "rest":
      return give(turn, sheet, restOf(turn, sheet));
    case "points":
      return give(turn, sheet, givenIn(line));
  }
}

const givenIn = ({ entries }: Extract<ScoreLine, { kind: "points" }>): Given[] =>
  entries.map(({ row, points, reason }) => ({ criterion: row, points, ...(reason === undefined ? {} : { reason }) }));

function bareNumber(turn: PersonTurn, { at }: Sheet, text: string): Given | undefined {
  const row = at === undefined ? undefined : criterionById(turn.campaign.definition.rubric, at);
  const points = row && readPoints(plainAnswer(text), row.maxPoints);
  return row && points !== undefined ? { criterion: row.id, points } : undefined;
}

function restOf({ campaign }: PersonTurn, { review }: Sheet): Given[] {
  const open = unanswered(campaign.definition.rubric, pointsByRow(review));
  return criteriaOf(campaign.definition.rubric)
    .filter(({ id }) => open.includes(id))
    .map(({ id, maxPoints }) => ({ criterion: id, points: maxPoints }));
}

async function give(turn: PersonTurn, sheet: Sheet, given: readonly Given[]): Promise<boolean> {
  const { saved, problems } = await givePoints(turn, sheet.application.id, given);
  const review = (await reviewOf(turn.tx, sheet.application.id)) ?? sheet.review;
  const last = saved.at(-1)?.id;
  const at = problems.length > 0 && last === undefined ? sheet.at : nextRow(turn, review, last ?? sheet.at);
  const { rubric } = turn.campaign.definition;
  const rows = criteriaOf(rubric).filter(({ id }) => saved.some((one) => one.id === id));
  const reduced = reducedWithoutReason(rows, review).map(({ id }) => id);
  const total = phrases.total(totalPoints(rubric, pointsByRow(review)), rubric.totalPoints);
  const said = [
    ...problems,
    ...(saved.length > 0 ? [`${phrases.saved(saved)}${phrases.totalLabel()}${total}。`] : []),
    ...(reduced.length > 0 ? [phrases.reasonAsk(reduced)] : []),
  ];
  return ask(turn, await moveTo(turn, { ...sheet, review }, at), said);
}

async function ask(turn: PersonTurn, sheet: Sheet, said: readonly string[]): Promise<boolean> {
  const { application, at } = sheet;
  const done = unanswered(turn.campaign.definition.rubric, pointsByRow(sheet.review)).length === 0;
  const name = application.compoundName;
  await turn.reply({
    title: phrases.title(name),
    tone: "running",
    status: phrases.scoring(),
    body: askBlocks(turn, sheet, said),
    actions: [
      ...(done && at === undefined
        ? [{ id: "preliminary-review.lock", label: phrases.lock(), typed: `锁定 ${name}`, look: "primary" as const }]
        : []),
      { id: "", label: phrases.listUnanswered(), typed: `未答 ${name}`, look: "default" },
      { id: "", label: phrases.leave(), typed: phrases.leave(), look: "default" },
    ],
  });
  const subject = { campaignId: turn.campaign.id, kind: SHEET_CARD, subject: application.id };
  await turn.cards.outdate(turn.tx, subject);
  return true;
}

async function leave(turn: PersonTurn, { application }: Sheet): Promise<boolean> {
  await turn.dialogues.close(turn.tx, turn.person.staffId, TALK);
  const name = application.compoundName;
  await turn.reply({
    title: phrases.title(name),
    tone: "running",
    body: [{ kind: "text", text: phrases.leftLead() }],
    actions: [{ id: "", label: phrases.goOn(), typed: `初评 ${name}`, look: "primary" }],
  });
  return true;
}

/** The row before or after the open one, whether it has points or not. */
function neighbor({ campaign }: PersonTurn, { at }: Sheet, step: 1 | -1): string | undefined {
  const order = criteriaOf(campaign.definition.rubric).map(({ id }) => id);
  const here = at === undefined ? order.length : order.indexOf(at);
  return order[Math.max(0, here + step)];
}

const scoreRules = ({ campaign, rulings }: PersonTurn): ScoreRules => ({
  sections: campaign.definition.rubric.sections.map(({ id, numeral, criteria }) => ({ id, numeral, rows: criteria })),
  step: pointRulesIn(campaign.definition, rulings).step,
});
