import { z } from "zod";
import type { Action, View } from "../../platform/chat/view.ts";
import { affirms } from "../../platform/conversation/answers/affirms.ts";
import { talkIn } from "../../platform/conversation/answers/talk.ts";
import { plainAnswer } from "../../platform/conversation/plain.ts";
import { REST_WORDS, UNCHANGED } from "../../platform/conversation/score-words.ts";
import { shareOf } from "../../platform/conversation/shared-work.ts";
import type { Application } from "../application/application.ts";
import { caseAtHead } from "../application/case-at-head.ts";
import { applicationPhrases } from "../application/phrases.ts";
import { readOpenSide, readSide } from "../application/settle.ts";
import { saidOfCases, severalCasesView } from "../application/several-cases.ts";
import { applicationById, applicationsOf } from "../application/store.ts";
import { nounsOf } from "../directory/nouns.ts";
import type { PersonContext } from "../engine/context.ts";
import { disarm, pendingOf } from "../engine/dispatch/disarm.ts";
import { dispatchPhrases } from "../engine/dispatch/phrases.ts";
import { hasBeenLeft } from "../engine/dispatch/step-aside.ts";
import { asksForNext } from "../engine/dispatch/what-waits.ts";
import { dialogue } from "../engine/feature.ts";
import { answerSheet, speaksOfPoints } from "../scoring/answer.ts";
import { leftWords } from "../scoring/left-rows.ts";
import { isFinalized } from "../scoring/points.ts";
import { moveTo } from "../scoring/scoring-draft.ts";
import { behindGoOn, isSheetWord, takesBackLast } from "../scoring/sheet-words.ts";
import { sheetOf } from "../scoring/store.ts";
import { declinesOffer, takesOffer } from "../scoring/taken-offer.ts";
import { calledCase, strangeCase } from "./called-case.ts";
import { figuresAskedFor } from "./figures-asked.ts";
import { reviewPhrases } from "./phrases.ts";
import { DIALOGUE, openReviewDraft, type ReviewDraft, SHEET_CARD, sheetOwner } from "./review.ts";
import { settleConflicts } from "./settle.ts";
import { askView, conflictView, isDone, leftView } from "./views.ts";

export const reviewState = z.object({ applicationId: z.string() });

const isCancel = (text: string): boolean => /^(?:取消|cancel)$/i.test(plainAnswer(text));

/** 初评 by typed text. Text other than points and sheet words is handled as a command. */
export const reviewDialogue = dialogue({
  kind: DIALOGUE,
  readsCorrections: true,
  until: "publication",
  state: reviewState,
  claims: (text) =>
    isSheetWord(text) || readSide(text) !== undefined || isCancel(text) || behindGoOn(text) !== undefined,
  async handle(context, { state: { applicationId }, text: typed, files, quoted }) {
    const text = behindGoOn(typed) ?? typed;
    if (files.length === 0 && isCancel(text)) return cancel(context, applicationId);
    if (files.length === 0 && takesBackLast(text) && (await endConfirming(context))) return true;
    const side = readOpenSide(text);
    const called = files.length > 0 ? undefined : await calledIn(context, applicationId, text);
    const isTalk = !speaksOfPoints(context, called?.rest ?? text) && !(await isHandIn(context, applicationId, text));
    const isOthers = isTalk && files.length === 0 && HEADED.test(text);
    const several = isOthers ? await ofOtherCase(context, applicationId, text) : undefined;
    const isAside = side === undefined && isTalk && !several && !(await isAskedFor(context, applicationId, text));
    if (files.length > 0 || isAside) return false;
    const elsewhere = several ?? (await ofOtherCase(context, applicationId, text));
    if (elsewhere) {
      await context.reply(elsewhere);
      return true;
    }
    const before = await openReviewDraft(context, applicationId);
    // While it is asked whose points count, nothing else is scored.
    if (hasConflicts(before)) {
      return show(context, side ? await settleConflicts(context, before, () => side) : before, { said: [] });
    }
    if (readSide(text)) {
      await context.reply(applicationPhrases.nothingToSettle());
      return show(context, before, { said: [] });
    }
    const names = await namesIn(context, before.application);
    const head = caseAtHead(withoutLead(text, names), names) ?? called;

    const at = quoted?.question ?? before.at;
    const answer = await answerSheet(context, { ...before, at }, head && head.rest !== "" ? head.rest : text);
    if (!answer && (affirms(text) || handsIn(text)) && isDone(context, before.sheet))
      return show(context, before, { said: [reviewPhrases.notYetFinal()] });
    if (!answer && handsIn(text))
      return show(context, before, { said: [leftWords(context.campaign.definition, before.sheet)] });
    if (!answer) return false;
    if (answer.kind === "left") return leave(context, before);
    const strange = head ? undefined : strangeIn(context, names, text);
    // Whose points they are is not known: none are offered for this one.
    if (strange && answer.said.some((sentence) => sentence.includes(`「${strange.called}`))) {
      const sentence = reviewPhrases.strangeCase(strange, before.application.compoundName, nounsIn(context));
      return show(context, { ...before, ...answer.draft }, { said: [sentence] });
    }
    const review = { ...before, ...answer.draft };
    const figures = await figuresAskedFor(context, review, text);
    if (!figures) return show(context, review, answer);
    return show(context, review, { ...answer, said: [...answer.said, figures.said] }, figures.action);
  },
});

/** 【锦江名都】4-5 1分: names of cases above or before their lines. */
const HEADED = /[【《「“[（(]\p{Script=Han}{2,20}[】》」”\])）]/u;
const LEAD = /^(?:[嗯呃额哦啊那，,\s]|[那这]个|对了|还有|另外|再?[把将给对]|请|初评|评分|打分)+/u;

/** 初评浣江铭都三杠三零分: what stands before the name. */
function withoutLead(text: string, names: readonly string[]): string {
  const rest = text.replace(LEAD, "");
  return names.some((name) => name !== "" && rest.startsWith(name)) ? rest : text;
}

const CONFIRMS = /^确认[吧了啊]?$/u;
/** 其余不变, 剩下不变 提交定稿 */
const REST_STAYS = new RegExp(
  `^${REST_WORDS}(?:的|条目)?(?:都|均|全部?)?(?:${UNCHANGED})[了吧]?(?:提交|定稿|提交定稿)?[了吧]?$`,
  "u",
);
const handsIn = (text: string): boolean => {
  const word = plainAnswer(text).replaceAll(/[\s，,]/gu, "");
  // 我要交初评
  return (
    asksForNext(text) ||
    asksForNext(word.replace(reviewPhrases.word(), "")) ||
    CONFIRMS.test(word) ||
    REST_STAYS.test(word)
  );
};

/** 交, 下一个, while the sheet is the open one. */
async function isHandIn(context: PersonContext, applicationId: string, text: string): Promise<boolean> {
  if (!handsIn(text)) return false;
  const open = await context.dialogue.current();
  const sheet = await sheetOf(context.tx, sheetOwner(applicationId));
  if (CONFIRMS.test(plainAnswer(text)) && (await pendingOf(context)).length > 0) return false;
  return open !== undefined && !hasBeenLeft(open, context.now) && sheet !== undefined && !isFinalized(sheet);
}

/** Talk is for the open row: somebody is asked for its points, and nothing else waits for a word. */
async function isAskedFor(context: PersonContext, applicationId: string, text: string): Promise<boolean> {
  if (talkIn(text) === undefined && !takesOffer(text) && !declinesOffer(text)) return false;
  const open = await context.dialogue.current();
  const sheet = await sheetOf(context.tx, sheetOwner(applicationId));
  if ((open && hasBeenLeft(open, context.now)) || !sheet || isFinalized(sheet)) return false;
  return (await pendingOf(context)).length === 0;
}

/** Points of several cases, or of another one: none are recorded, each part is offered with its name. */
async function severalIn(context: PersonContext, text: string, own: string): Promise<View | undefined> {
  const names = (await applicationsOf(context.tx, context.campaign.id)).map(({ compoundName }) => compoundName);
  const parts = saidOfCases(text, names, own).filter(({ rest }) => speaksOfPoints(context, rest));
  if (parts.length >= 2) return severalCasesView(parts, ({ name, rest }) => `${reviewPhrases.word()} ${name} ${rest}`);
  const [only] = parts;
  return only && only.name !== own ? otherCaseReply(context, own, { name: only.name }) : undefined;
}

/** Points of another case, or of several: also once this one's are final. Undefined: they are of this one. */
async function ofOtherCase(context: PersonContext, id: string, text: string): Promise<View | undefined> {
  const application = await applicationById(context.tx, id);
  if (!application) return undefined;
  const own = application.compoundName;
  const several = await severalIn(context, text, own);
  if (several) return several;
  const names = await namesIn(context, application);
  const head = caseAtHead(withoutLead(text, names), names) ?? (await calledIn(context, id, text));
  return head && head.name !== own ? otherCaseReply(context, own, head) : undefined;
}

/** Where the other one's points are final, its sheet is opened again first. */
async function otherCaseReply(context: PersonContext, own: string, { name, rest }: { name: string; rest?: string }) {
  const called = await applicationsOf(context.tx, context.campaign.id);
  const ids = called.filter(({ compoundName }) => compoundName === name).map(({ id }) => id);
  const sheets = await Promise.all(ids.map((id) => sheetOf(context.tx, sheetOwner(id))));
  const isFinal = sheets.length > 0 && sheets.every((sheet) => sheet !== undefined && isFinalized(sheet));
  return reviewPhrases.otherCaseReply(own, name, { ...(rest === undefined ? {} : { rest }), isFinal });
}

/** 鹿山1-1 4: the case by a part of its name. */
async function calledIn(context: PersonContext, id: string, text: string) {
  const application = await applicationById(context.tx, id);
  if (!application) return undefined;
  const { definition } = context.campaign;
  const said = calledCase(text.replace(LEAD, ""), {
    names: await namesIn(context, application),
    parts: definition.rubric.sections.map(({ name }) => name),
    noun: nounsOf(definition).case,
  });
  return said && speaksOfPoints(context, said.rest) ? said : undefined;
}

/** 鹿山1-1 4, where there is no such case. */
function strangeIn(context: PersonContext, names: readonly string[], text: string) {
  const { rubric } = context.campaign.definition;
  const words = rubric.sections.flatMap(({ name, criteria }) => [name, ...criteria.map((row) => row.text)]);
  const said = strangeCase(text.replace(LEAD, ""), { names, words, noun: nounsIn(context).case });
  return said && speaksOfPoints(context, said.rest) ? said : undefined;
}

const nounsIn = ({ campaign: { definition } }: PersonContext) => nounsOf(definition);

async function namesIn({ tx, campaign }: PersonContext, { district }: Application): Promise<string[]> {
  const all = await applicationsOf(tx, campaign.id, { district });
  return all.filter(({ state }) => state !== "withdrawn").map(({ compoundName }) => compoundName);
}

const hasConflicts = ({ work, viewer }: ReviewDraft): boolean => shareOf(work, viewer).conflicts.length > 0;

/** Replies with the next row; a conflict with a colleague's points is asked about first. */
async function show(
  context: PersonContext,
  review: ReviewDraft,
  { said, offers = [] }: { said: readonly string[]; offers?: readonly Action[] },
  command?: Action,
): Promise<boolean> {
  const view = hasConflicts(review) ? await conflictView(context, review) : await askView(context, review, said);
  const { id: applicationId } = review.application;
  const question = review.at === undefined ? {} : { question: review.at };
  const asks = { kind: DIALOGUE, state: { applicationId }, ...question };
  // Pressed later, when another sheet is open, it is still for this one.
  const own = offers.map((one) => ({
    ...one,
    typed: `${reviewPhrases.word()} ${review.application.compoundName} ${one.typed}`,
  }));
  const others = view.actions.filter(({ typed }) => typed !== command?.typed);
  await context.reply({ ...view, actions: [...own, ...(command ? [command] : []), ...others], asks });
  const card = { kind: SHEET_CARD, subject: review.application.id };
  // Once nothing is open the way on stands on the card, too, at once.
  if (isDone(context, review.sheet)) await context.cards.refresh(card);
  else await context.cards.refreshLater(card);
  return true;
}

/** 撤, while something waits for its confirmation: what was asked of a sheet is not done; of other things it is asked. */
async function endConfirming(context: PersonContext): Promise<boolean> {
  const pending = await pendingOf(context);
  if (pending.length === 0) return false;
  const isOfSheets = pending.every(({ typed }) => typed.startsWith(reviewPhrases.confirmFinalize()));
  await context.reply(
    isOfSheets ? dispatchPhrases.cancelled(await disarm(context)) : dispatchPhrases.toConfirm(pending),
  );
  return true;
}

/** 取消. Stops scoring; points given stay, and it is said. At a final sheet nothing is stopped: it is for what else waits. */
async function cancel(context: PersonContext, applicationId: string): Promise<boolean> {
  const sheet = await sheetOf(context.tx, sheetOwner(applicationId));
  if (sheet && isFinalized(sheet)) {
    await context.dialogue.close(DIALOGUE);
    return false;
  }
  const review = await openReviewDraft(context, applicationId);
  await moveTo(context, review, review.at, { step: "left" });
  await context.dialogue.close(DIALOGUE);
  await context.reply(reviewPhrases.cancelled(review.application.compoundName, review.sheet.scores.size));
  await context.cards.refresh({ kind: SHEET_CARD, subject: review.application.id });
  return true;
}

async function leave(context: PersonContext, review: ReviewDraft): Promise<boolean> {
  const { application } = review;
  await moveTo(context, review, review.at, { step: "left" });
  await context.dialogue.close(DIALOGUE);
  await context.reply(leftView(application.compoundName, review.sheet));
  await context.cards.refresh({ kind: SHEET_CARD, subject: application.id });
  return true;
}
