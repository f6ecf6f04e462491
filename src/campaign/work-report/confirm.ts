import { z } from "zod";
import type { View } from "../../platform/chat/view.ts";
import type { PersonContext } from "../engine/context.ts";
import { dialogue } from "../engine/feature.ts";
import { doubtsAbout } from "./doubts.ts";
import { handInReport } from "./hand-in.ts";
import { workReportPhrases } from "./phrases.ts";
import { type Received, receiveFile, receiveText } from "./receive.ts";
import { reportsInForce } from "./store.ts";
import { doubtView, receivedView } from "./views.ts";

/** The question for the report, and the one whether what came is the report. */
export const CONTENT = "work-report.content";
const CONFIRM = "work-report.confirm";

const received = z.object({
  content: z.union([
    z.object({ kind: z.literal("text"), text: z.string() }),
    z.object({ kind: z.literal("file"), hash: z.string(), name: z.string() }),
  ]),
  remark: z.string().exactOptional(),
});

const YES = /^(?:仍然报送|确认报送|确认|是|是的|报送)(?:工作报告)?$/u;
const NO = /^(?:不报送|不报|否|不是|取消)(?:工作报告)?$/u;
const bare = (text: string): string => text.replaceAll(/[\s。.！!，,「」“”"]/gu, "");

/** What came of a report: handed in, or asked about. */
interface Outcome {
  reply: View;
  toast: string;
  changed: boolean;
  asked: boolean;
}

/** Hands in what is plainly the report; asks about the rest. */
export async function receiveReport(context: PersonContext, district: string, report: Received): Promise<Outcome> {
  const { tx, campaign, now } = context;
  const { content } = report;
  const said = content.kind === "text" ? { text: content.text } : { fileName: content.name };
  const doubts = doubtsAbout(campaign.definition, said, now);
  if (doubts.length === 0) return { ...(await handIn(context, district, report)), asked: false };
  await context.dialogue.open(CONFIRM, { district, report });
  const known = (await reportsInForce(tx, campaign.id)).get(district);
  const reply = doubtView(context, { district, report, doubts, known });
  return { reply, toast: workReportPhrases.askedToast(), changed: false, asked: true };
}

async function handIn(
  context: PersonContext,
  district: string,
  report: Received,
): Promise<{ reply: View; toast: string; changed: boolean }> {
  const stored = await handInReport(context, { district, content: report.content });
  await context.dialogue.close();
  const toast = workReportPhrases.toast(stored.version);
  return { reply: receivedView(context, stored, report), toast, changed: true };
}

export const contentDialogue = dialogue({
  kind: CONTENT,
  state: z.object({ district: z.string() }),
  claims: isProse,
  async handle(context, { state: { district }, text, files: [file] }) {
    if (!file && text.trim() === "") return false;
    const report = file ? await receiveFile(context, file) : receiveText(text);
    await context.reply((await receiveReport(context, district, report)).reply);
    return true;
  },
});

/** Sentences that only begin like a command are the awaited text. */
function isProse(text: string): boolean {
  const plain = text.trim();
  return /[，。；：,;:\n]\s*\S/u.test(plain) && !/^\s*(?:报送)?工作报告/u.test(plain);
}

/** What is neither yes nor no is asked again, a file or a longer text takes the place of what came before. */
export const confirmDialogue = dialogue({
  kind: CONFIRM,
  state: z.object({ district: z.string(), report: received }),
  claims: (text) => YES.test(bare(text)) || NO.test(bare(text)) || isProse(text),
  async handle(context, { state: { district, report }, text, files: [file] }) {
    if (!file && text.trim() === "") return false;
    if (!file && NO.test(bare(text))) {
      await context.dialogue.close();
      await context.reply(workReportPhrases.notHandedIn());
      return true;
    }
    if (!file && YES.test(bare(text))) {
      await context.reply((await handIn(context, district, report)).reply);
      return true;
    }
    const next = file ? await receiveFile(context, file) : receiveText(text);
    const takesPlace = file !== undefined || isProse(text);
    await context.reply((await receiveReport(context, district, takesPlace ? next : report)).reply);
    return true;
  },
});
