import type { Action, View } from "../../platform/chat/view.ts";
import { plainAnswer } from "../../platform/conversation/plain.ts";
import { saidOfCases, severalCasesView } from "../application/several-cases.ts";
import { applicationsOf } from "../application/store.ts";
import type { PersonContext } from "../engine/context.ts";
import { dialogue } from "../engine/feature.ts";
import { answerSheet, speaksOfPoints } from "../scoring/answer.ts";
import { speaksOfFindings } from "../scoring/given-findings.ts";
import { pointsByRow, unanswered } from "../scoring/points.ts";
import { readFinding } from "../scoring/read-findings.ts";
import { moveTo } from "../scoring/scoring-draft.ts";
import { behindGoOn, isSheetWord } from "../scoring/sheet-words.ts";
import { declinesOffer, offeredLast, takesOffer } from "../scoring/taken-offer.ts";
import { confirmFinalizing, finalize } from "./finalizing.ts";
import { DIALOGUE, type MemberSheet, openMemberSheet, SHEET_CARD, type SheetName, subjectOf } from "./member-sheet.ts";
import { verificationPhrases as phrases } from "./phrases.ts";
import { isRest, siteAtHead } from "./said-of-site.ts";
import { overtakenBy } from "./sent-order.ts";
import { sentBy } from "./sent-store.ts";
import { sheetState } from "./unanswered.ts";
import { askView, leftView } from "./views.ts";

const said = (text: string): string => plainAnswer(text).replace(/[吧了]$/u, "");
const isCancel = (text: string): boolean => /^(?:取消|cancel)$/iu.test(said(text));
const isFinalizing = (text: string): boolean => /^(?:提交定稿|定稿|核验定稿)$/u.test(said(text));
const isConfirming = (text: string): boolean => /^(?:确认定稿|确认提交定稿|确认核验定稿|确认)$/u.test(said(text));
const asksWhatIsOpen = (text: string): boolean =>
  /^(?:未评分条目|未评分|未答|未打分(?:条目)?|还?[差缺](?:哪些|哪几条|什么|几条)|还有哪些没打)[?？]?$/u.test(
    said(text),
  );

const isOwnWord = (text: string): boolean =>
  isSheetWord(text) || isCancel(text) || isFinalizing(text) || isConfirming(text) || asksWhatIsOpen(text);

const speaksOf = (context: PersonContext, text: string): boolean =>
  isOwnWord(text) ||
  speaksOfPoints(context, text) ||
  readFinding(text) !== undefined ||
  speaksOfFindings(context, text);

/** 核验打分 by typed text. Text other than points and sheet words is handled as a command. */
export const sheetDialogue = dialogue({
  kind: DIALOGUE,
  readsCorrections: true,
  until: "publication",
  state: sheetState,
  claims: (text) => isOwnWord(text) || behindGoOn(text) !== undefined,
  async handle(context, { state, text: typed, files, quoted }) {
    const text = behindGoOn(typed) ?? typed;
    const head = await siteAtHead(context, text, state);
    const isOffer = takesOffer(head.rest) || declinesOffer(head.rest);
    if (files.length > 0 || !(speaksOf(context, head.rest) || isOffer)) return false;
    if (isFinalizing(text)) return replied(context, (await finalize(context, state)).reply);
    if (isConfirming(text)) return replied(context, (await confirmFinalizing(context, state)).reply);
    const before = await openMemberSheet(context, state);
    if (isOffer && !speaksOf(context, head.rest) && offeredLast(before).length === 0) return false;
    if (asksWhatIsOpen(text)) return listOpen(context, before);
    if (isCancel(text)) return cancel(context, before);
    const several = await severalIn(context, before, text);
    if (several) return replied(context, several);
    if (head.name !== undefined && head.name !== before.application.compoundName) {
      await context.reply(phrases.otherSiteReply(before.application.compoundName, head.name));
      return true;
    }
    if (!quoted && (await isOvertaken(context, before, text))) return true;
    const answer = await answerSheet(context, { ...before, at: quoted?.question ?? before.at }, head.rest);
    if (!answer) return false;
    if (answer.kind === "left") return leave(context, before);
    return show(context, { ...before, ...answer.draft }, answer);
  },
});

/** Points that others have overtaken on their way: they never replace what was sent after them. */
async function isOvertaken(context: PersonContext, { application }: MemberSheet, text: string): Promise<boolean> {
  const sent = await sentBy(context);
  const own = sent.at(-1);
  const later = own && overtakenBy(sent, own);
  if (!own || !later || isOwnWord(text) || isRest(context, text)) return false;
  if (later.rows.length === 0 && own.rows.length > 0) return false;
  await context.reply(phrases.overtaken(application.compoundName, { text, later: later.rows }));
  return true;
}

/** Points of several sites in one message: none are recorded; those of the open one are offered, the others to be opened. */
async function severalIn(
  context: PersonContext,
  { application: { compoundName: own } }: MemberSheet,
  text: string,
): Promise<View | undefined> {
  const names = (await applicationsOf(context.tx, context.campaign.id)).map(({ compoundName }) => compoundName);
  const parts = saidOfCases(text, names, own).filter(({ rest }) => speaksOf(context, rest));
  const [only, second] = parts;
  if (only && !second && only.name !== own) return phrases.otherSiteReply(own, only.name);
  if (!second) return undefined;
  return severalCasesView(parts, ({ name, rest }) => (name === own ? rest : `${phrases.word()} ${name}`));
}

async function replied(context: PersonContext, view: Parameters<PersonContext["reply"]>[0] | undefined): Promise<true> {
  if (view) await context.reply(view);
  return true;
}

async function listOpen(context: PersonContext, { application, sheet }: MemberSheet): Promise<true> {
  const open = unanswered(context.campaign.definition.rubric, pointsByRow(sheet));
  await context.reply(phrases.unansweredReply(application.compoundName, open));
  return true;
}

const nameIn = ({ application, memberId }: MemberSheet): SheetName => ({ caseId: application.id, memberId });

/** Replies with the next row. */
async function show(
  context: PersonContext,
  member: MemberSheet,
  { said, offers = [] }: { said: readonly string[]; offers?: readonly Action[] },
): Promise<true> {
  const view = await askView(context, member, said);
  const question = member.at === undefined ? {} : { question: member.at };
  const asks = { kind: DIALOGUE, state: nameIn(member), ...question };
  // Pressed or typed later, it is still for this sheet; one that is entered for somebody else is asked about.
  const word = member.memberId === context.person.staffId ? `${phrases.word()} ` : "";
  const own = offers.map((one) => ({ ...one, typed: `${word}${member.application.compoundName} ${one.typed}` }));
  await context.reply({ ...view, actions: [...own, ...view.actions], asks });
  await context.cards.refreshLater({ kind: SHEET_CARD, subject: subjectOf(nameIn(member)) });
  return true;
}

/** 取消. Stops scoring; points given stay, and it is said. */
async function cancel(context: PersonContext, member: MemberSheet): Promise<true> {
  await stop(context, member);
  await context.reply(phrases.cancelled(member.application.compoundName, member.sheet.scores.size));
  return true;
}

async function leave(context: PersonContext, member: MemberSheet): Promise<true> {
  await stop(context, member);
  await context.reply(leftView(member));
  return true;
}

async function stop(context: PersonContext, member: MemberSheet): Promise<void> {
  await moveTo(context, member, member.at, { step: "left" });
  await context.dialogue.close(DIALOGUE);
  await context.cards.refresh({ kind: SHEET_CARD, subject: subjectOf(nameIn(member)) });
}
