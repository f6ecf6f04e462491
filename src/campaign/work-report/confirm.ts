import { z } from "zod";
import type { View } from "../../platform/chat/view.ts";
import { affirms } from "../../platform/conversation/answers/affirms.ts";
import { talkIn } from "../../platform/conversation/answers/talk.ts";
import { withoutFillers } from "../../platform/conversation/spoken.ts";
import type { PersonContext } from "../engine/context.ts";
import { isCancelling } from "../engine/dispatch/disarm.ts";
import { dialogue, extend } from "../engine/feature.ts";
import { unfinishedWork } from "../engine/unfinished-work.ts";
import {
  corrects,
  isBeside,
  isOfOther,
  isOtherPaper,
  isProse,
  isScrap,
  ordersElsewhere,
  takesBackLast,
} from "./beside-report.ts";
import { partsSaid } from "./contents/contents.ts";
import { endParts, filledParts } from "./contents/draft.ts";
import { contentsPhrases } from "./contents/phrases.ts";
import { carriedWords, lackingIn, stateOfReport } from "./contents/state.ts";
import { correctionOf } from "./correct.ts";
import { buttonAt, decides, decisionIn } from "./decision-words.ts";
import { doubtView } from "./doubt-view.ts";
import { doubtsAbout, type Sent } from "./doubts.ts";
import { editsIn, isEdit } from "./edit.ts";
import { type Asked, withoutLast, withPart } from "./further.ts";
import { handInReport } from "./hand-in.ts";
import { awaitDecision, CONFIRM, confirmState, decided, pendingOf } from "./pending.ts";
import { workReportPhrases } from "./phrases.ts";
import { type Received, receiveFile, receiveText } from "./receive.ts";
import { askForReport } from "./report-card.ts";
import { partsOfReport } from "./rules.ts";
import { reportsInForce } from "./store.ts";
import { textInForce, textOf } from "./text-in-force.ts";
import { receivedView } from "./views.ts";
import type { WorkReport } from "./work-report.ts";

/** The question for the report. */
export const CONTENT = "work-report.content";
/** What comes soon after a text was handed in. */
export const MORE = "work-report.more";
/** What came of a report: handed in, or asked about. */
interface Outcome {
  reply: View;
  toast: string;
  changed: boolean;
  asked: boolean;
}

/**
 * Hands in a file, and a text whose parts were looked at; any other text is shown as it is split into the parts, and
 * asked about. @param isChecked filled in part by part, or pressed with all parts
 */
export async function receiveReport(
  context: PersonContext,
  district: string,
  report: Received,
  { isChecked = false } = {},
): Promise<Outcome> {
  const { tx, campaign, now } = context;
  const { content } = report;
  const waiting = (await pendingOf(context)).find((one) => one.district === district);
  if (waiting && isFurther(waiting.report, report)) {
    const reply = await askedAbout(context, withPart(context, waiting, report));
    return { reply, toast: workReportPhrases.askedToast(), changed: false, asked: true };
  }
  const before = await textInForce(context, district);
  const doubts = doubtsAbout(campaign.definition, { ...sentOf(district, content), before }, now);
  // What is in already is not handed in twice, which is said at once.
  const isSame = content.kind === "text" && content.text.trim() === before?.trim();
  const isPlain = content.kind === "file" || isChecked || isSame;
  if (doubts.length === 0 && isPlain) return { ...(await handIn(context, district, report)), asked: false };
  await awaitDecision(context, { district, report });
  const known = (await reportsInForce(tx, campaign.id)).get(district);
  const reply = doubtView(context, { district, report, doubts, known, last: undefined });
  return { reply, toast: workReportPhrases.askedToast(), changed: false, asked: true };
}

const sentOf = (district: string, content: Received["content"]): Sent => ({
  ...{ district, text: content.text },
  ...(content.kind === "file" ? { fileName: content.name } : {}),
});

/** What waits is not lost to what is sent later, unless that holds it. */
const isFurther = ({ content: before }: Received, { content }: Received): boolean =>
  before.kind === "text" && content.kind === "text" && !content.text.includes(before.text);

/** What was received and waits is asked about again; false: nothing waits. */
export async function askAboutWaiting(context: PersonContext, district: string): Promise<boolean> {
  const waiting = (await pendingOf(context)).find((one) => one.district === district);
  if (waiting) await askAgain(context, waiting);
  return waiting !== undefined;
}

async function handIn(
  context: PersonContext,
  district: string,
  report: Received,
): Promise<{ reply: View; toast: string; changed: boolean }> {
  const stored = await handInReport(context, { district, content: report.content });
  await decided(context, district);
  if (report.content.kind === "text") await context.dialogue.open(MORE, { district, version: stored.version });
  else await context.dialogue.close();
  const remark = [report.remark ?? "", await leftOutOf(context, stored, report)].join("");
  await endParts(context, district);
  const lacking = lackingIn(context, await stateOfReport(context, stored));
  const toast =
    workReportPhrases.toast(stored.version) + (lacking.length > 0 ? contentsPhrases.lacksToast(lacking) : "");
  return {
    reply: receivedView(context, stored, { received: { ...report, ...(remark === "" ? {} : { remark }) }, lacking }),
    toast,
    changed: true,
  };
}

/** Parts that stand nowhere in what was handed in though they were filled in, and those that come from before: it is said. */
async function leftOutOf(context: PersonContext, stored: WorkReport, { content }: Received): Promise<string> {
  const filled = await filledParts(context, stored.district);
  const left = [...filled].filter(([, said]) => !(content.text ?? "").includes(said.trim()));
  return (left.length === 0 ? "" : contentsPhrases.notIn(left)) + (await carriedWords(context, stored));
}

export const contentDialogue = dialogue({
  kind: CONTENT,
  readsCorrections: true,
  state: z.object({ district: z.string() }),
  claims: isProse,
  async handle(context, { state: { district }, text, files: [file] }) {
    if (!file && (text.trim() === "" || isOtherPaper(text) || ordersElsewhere(text))) return false;
    if (!file && isBeside(text)) {
      await askForReport(context, district);
      return true;
    }
    if (!file && (await correctsHandedIn(context, district, text))) return true;
    if (!file && corrects(text)) return false;
    const report = file ? await receiveFile(context, file) : receiveText(text);
    await context.reply((await receiveReport(context, district, report)).reply);
    return true;
  },
});

/** What is neither yes nor no is a further part; a file takes the place of what came before. */
export const confirmDialogue = dialogue({
  kind: CONFIRM,
  readsCorrections: true,
  state: confirmState,
  claims: (text) => decides(text) || isProse(text),
  async handle(context, { state: { district, report, last, continues }, text: said, files: [file] }) {
    const asked = { district, report, last, continues };
    const text = buttonAt(said, { several: last !== undefined, continues: continues !== undefined }) ?? said;
    if (!file && text.trim() === "") return false;
    const decision = file ? undefined : decisionIn(text, last !== undefined);
    if (decision === "last" && last) {
      await context.reply((await handIn(context, district, last)).reply);
      return true;
    }
    if (decision === "no") {
      await decided(context, district);
      await context.dialogue.close();
      await context.reply(workReportPhrases.notHandedIn());
      return true;
    }
    if (decision === "all") {
      await context.reply((await handIn(context, district, report)).reply);
      return true;
    }
    if (file) await context.reply((await receiveReport(context, district, await receiveFile(context, file))).reply);
    else if (isOtherPaper(text)) return false;
    else if (isCancelling(text)) return false;
    else if (decision === "which") await askAgain(context, asked);
    else if (last && takesBackLast(text)) await dropLast(context, asked);
    else if (isOfOther(text) || ordersElsewhere(text)) await askAgain(context, { ...asked, aside: text });
    else await takeFurther(context, asked, text);
    return true;
  },
});

/** A text that waits for 报送 or 不报送 is unfinished, also while something else is asked. */
export const pendingReport = extend(unfinishedWork, async (context, { person }) =>
  (await pendingOf({ ...context, person: { staffId: person } })).map((pending) => ({
    name: workReportPhrases.pending(pending.continues !== undefined),
    dialogue: { kind: CONFIRM, state: pending },
    district: pending.district,
    told: true as const,
    async takeUp(own: PersonContext) {
      await askAgain(own, pending);
      return {};
    },
  })),
);

/** What corrects the report, belongs to it, or is said beside it. */
async function takeFurther(context: PersonContext, asked: Asked, text: string): Promise<void> {
  const correction = correctionOf(asked, text);
  if (correction) return askAgain(context, { ...asked, ...correction });
  if (corrects(text)) return askAgain(context, { ...asked, told: [workReportPhrases.notTaken(text.trim())] });
  if (isBeside(text)) return askAgain(context, talkIn(text) || affirms(text) ? asked : { ...asked, aside: text });
  // 略, 第2个没有: too little for a part, unless it names one.
  const names = partsOfReport(context.campaign.definition);
  if (isScrap(text) && partsSaid(withoutFillers(text), names).size === 0)
    return askAgain(context, { ...asked, told: [workReportPhrases.scrapNotTaken(text.trim())] });
  return addPart(context, { ...asked, last: undefined }, text);
}

/** What corrects the version in force: as it would read then it is asked about, and nothing else is handed in. */
export async function correctInForce(
  context: PersonContext,
  { district, before, said }: { district: string; before: string; said: string },
): Promise<boolean> {
  const report: Received = { content: { kind: "text", text: before } };
  const correction = correctionOf({ report }, said);
  if (!correction) return false;
  if (correction.changed) await askAgain(context, { district, ...correction });
  else await context.reply(workReportPhrases.notCorrectedView(correction.told));
  return true;
}

/** The same while a report is awaited, where there may be none. */
async function correctsHandedIn(context: PersonContext, district: string, said: string): Promise<boolean> {
  const before = await textInForce(context, district);
  if (before !== undefined) return correctInForce(context, { district, before, said });
  const edits = editsIn(said);
  if (!edits || !isEdit(said, edits)) return false;
  await context.reply(workReportPhrases.notCorrectedView([workReportPhrases.nothingToCorrect(said.trim())]));
  return true;
}

/** Without it nothing may be left that was not handed in. */
async function dropLast(context: PersonContext, asked: Asked): Promise<void> {
  const { district, continues } = asked;
  const rest = withoutLast(asked);
  const before = continues === undefined ? undefined : await textOf(context, { district, version: continues });
  const { content } = rest.report;
  if (continues === undefined || content.kind !== "text" || content.text.trim() !== before?.trim())
    return askAgain(context, rest);
  await decided(context, district);
  await context.dialogue.open(MORE, { district, version: continues });
  await context.reply(workReportPhrases.lastDropped(continues));
}

async function addPart(context: PersonContext, asked: Asked, text: string): Promise<void> {
  const last = receiveText(withoutFillers(text));
  if (asked.report.content.kind === "file")
    await context.reply((await receiveReport(context, asked.district, last)).reply);
  else await askAgain(context, withPart(context, asked, last));
}

export const askAgain = async (context: PersonContext, asked: Asked): Promise<void> =>
  context.reply(await askedAbout(context, asked));

/** Keeps what is asked about; the question. */
async function askedAbout(
  context: PersonContext,
  { district, report, last, continues, told = [], aside }: Asked,
): Promise<View> {
  const { tx, campaign, now } = context;
  await awaitDecision(context, {
    ...{ district, report },
    ...(last ? { last } : {}),
    ...(continues === undefined ? {} : { continues }),
  });
  const { content } = report;
  const doubts = doubtsAbout(campaign.definition, sentOf(district, content), now);
  const known = (await reportsInForce(tx, campaign.id)).get(district);
  const view = doubtView(context, { district, report, doubts, known, last, continues });
  const besides = aside === undefined ? [] : [workReportPhrases.asideNotTaken(aside.trim())];
  const words = [...told, ...besides].map((text) => ({ kind: "text" as const, text }));
  return { ...view, body: [...words, ...view.body] };
}
