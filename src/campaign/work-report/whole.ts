import { type Block, textView, type View } from "../../platform/chat/view.ts";
import { plainAnswer } from "../../platform/conversation/plain.ts";
import { districtName } from "../definition/districts.ts";
import type { PersonContext } from "../engine/context.ts";
import type { Command } from "../engine/feature.ts";
import { filledParts } from "./contents/draft.ts";
import { contentsPhrases } from "./contents/phrases.ts";
import { carriedIn, reportTexts } from "./contents/state.ts";
import { ownDistrict } from "./own-district.ts";
import { pendingOf } from "./pending.ts";
import { workReportPhrases as phrases } from "./phrases.ts";
import { hasReport, partsOfReport, reportingDistricts } from "./rules.ts";
import { seeReports } from "./see.ts";
import { reportsInForce } from "./store.ts";

/** 工作报告 全文, 工作报告 发我看看 */
export const asksForWhole = (text: string): boolean =>
  /^(?:看|查看)?(?:的)?(?:全文|原文|内容)?(?:发我)?(?:看看|看一下)?$/u.test(plainAnswer(text)) &&
  plainAnswer(text) !== "";

/** What the district has handed in, what waits for its word and what is filled in so far, word for word. */
export async function wholeView(context: PersonContext, district: string): Promise<View> {
  const { tx, campaign } = context;
  const title = phrases.askTitle(districtName(campaign.definition, district));
  const report = (await reportsInForce(tx, campaign.id)).get(district);
  const waiting = (await pendingOf(context)).find((one) => one.district === district)?.report.content;
  const filled = [...(await filledParts(context, district))];
  const body: Block[] = [];
  if (report) {
    const texts = await reportTexts(context, report);
    const { text, beside } = texts;
    const carried = carriedIn(partsOfReport(campaign.definition), texts);
    const name = report.content.kind === "file" ? [phrases.file(report.content.name)] : [];
    body.push(headed(phrases.known(report.version, report.handedInAt)));
    for (const words of [...name, text ?? (name.length === 0 ? phrases.erased() : "")])
      if (words !== "") body.push({ kind: "text", text: words });
    for (const [part, given] of beside) {
      const from = carried.get(part);
      if (!given.isOfThis && from === undefined) continue;
      const heading = contentsPhrases.besideHeading(contentsPhrases.name(part), from);
      body.push(headed(heading), { kind: "text", text: given.text });
    }
  }
  if (waiting?.kind === "text") body.push(headed(phrases.waitingWhole()), { kind: "text", text: waiting.text });
  for (const [part, words] of filled)
    body.push(headed(phrases.filledWhole(contentsPhrases.name(part))), { kind: "text", text: words });
  return body.length === 0 ? textView(title, phrases.noneInForce()) : { title, tone: "running", body, actions: [] };
}

const headed = (text: string): Block => ({ kind: "heading", text });

/** 工作报告全文: a district reads its own; the city those of all. */
export const whole: Command = {
  id: "work-report.whole",
  words: [phrases.wholeWord(), "查看工作报告", "看工作报告"],
  capability: "workReport.see",
  effect: "read",
  offeredWhen: hasReport,
  onlyIn: "direct",
  async handle(context, { words }) {
    if (reportingDistricts(context.campaign.definition, context.person).length === 0) {
      await seeReports(context, words);
      return {};
    }
    return { reply: await wholeView(context, ownDistrict(context, words)) };
  },
};
