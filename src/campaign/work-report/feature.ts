import { z } from "zod";
import type { View } from "../../platform/chat/view.ts";
import { RefusalError } from "../../shared/refusal-error.ts";
import type { Definition } from "../definition/definition.ts";
import { districtName } from "../definition/districts.ts";
import type { PersonContext } from "../engine/context.ts";
import { type Command, dialogue, extend, type Feature } from "../engine/feature.ts";
import { organizerActions } from "../ruling/extension-points.ts";
import { officialCardPart, receivedFrom } from "../stage/extension-points.ts";
import { handInReport } from "./hand-in.ts";
import { workReportPhrases } from "./phrases.ts";
import { type Received, receiveFile, receiveText } from "./receive.ts";
import { reportingDistricts, reportOf } from "./rules.ts";
import { seeReports } from "./see.ts";
import { reportsInForce, workReportTable } from "./store.ts";
import { askView, receivedView, reportPart, reportsAction } from "./views.ts";

const DIALOGUE = "work-report.content";
/** Minimum length, in characters, of text after the command to count as the report itself. */
const AT_ONCE = 30;

const offeredWhen = (definition: Definition): boolean => reportOf(definition) !== undefined;

const open: Command = {
  id: "work-report.open",
  words: [workReportPhrases.word(), "work-report"],
  capability: "workReport.see",
  effect: "read",
  help: {
    example: workReportPhrases.word(),
    purpose: workReportPhrases.purpose,
    step: "report",
  },
  offeredWhen,
  onlyIn: "direct",
  async handle(context, { words, verbatim, subject = words }) {
    const { tx, campaign, person } = context;
    if (reportingDistricts(campaign.definition, person).length === 0) {
      await seeReports(context, subject);
      return {};
    }
    const district = ownDistrict(context, subject);
    if (words.length >= AT_ONCE) return handIn(context, district, receiveText(verbatim));
    await context.dialogue.open(DIALOGUE, { district });
    await context.reply(askView(context, district, (await reportsInForce(tx, campaign.id)).get(district)));
    return {};
  },
};

/** District of the report; people with several districts name one. */
function ownDistrict(context: PersonContext, words: string): string {
  const own = reportingDistricts(context.campaign.definition, context.person);
  const named = own.find((id) => words === id || words.startsWith(districtName(context.campaign.definition, id)));
  const [only, second] = own;
  if (named ?? (second ? undefined : only)) return named ?? only ?? "";
  const names = own.map((id) => districtName(context.campaign.definition, id));
  throw new RefusalError(
    "work-report.which-district",
    workReportPhrases.whichDistrict(context.campaign.definition, names),
  );
}

const formValues = z.object({ text: z.string().optional().catch(undefined) });

const submit: Command = {
  id: "work-report.hand-in",
  words: [workReportPhrases.submit()],
  capability: "workReport.submit",
  effect: "write",
  offeredWhen,
  onlyIn: "direct",
  async handle(context, request) {
    const { words, verbatim, subject, values } = request;
    const { text = words === "" ? undefined : verbatim } = formValues.parse(values);
    if (text === undefined) return open.handle(context, request);
    return handIn(context, subject ?? ownDistrict(context, words), receiveText(text));
  },
};

const contentDialogue = dialogue({
  kind: DIALOGUE,
  state: z.object({ district: z.string() }),
  async handle(context, { state: { district }, text, files: [file] }) {
    if (!file && text.trim() === "") return false;
    const received = file ? await receiveFile(context, file) : receiveText(text);
    await context.reply((await handIn(context, district, received)).reply);
    return true;
  },
});

async function handIn(
  context: PersonContext,
  district: string,
  received: Received,
): Promise<{ reply: View; toast: string; changed: boolean }> {
  const report = await handInReport(context, { district, content: received.content });
  await context.dialogue.close(DIALOGUE);
  const toast = workReportPhrases.toast(report.version);
  return { reply: receivedView(context, report, received), toast, changed: true };
}

/** 工作报告: districts hand in text or files; the city reads them. */
export const workReportFeature: Feature = {
  commands: [open, submit],
  dialogues: [contentDialogue],
  enforces: ["reportDue"],
  extensions: [
    extend(receivedFrom, async ({ tx, campaign }, { deliverable }) =>
      deliverable === reportOf(campaign.definition)?.id
        ? new Set((await reportsInForce(tx, campaign.id)).keys())
        : undefined,
    ),
    extend(officialCardPart, async (context, { stage, district }) =>
      stage === reportOf(context.campaign.definition)?.stage ? reportPart(context, district) : undefined,
    ),
    extend(organizerActions, async ({ campaign }) => (offeredWhen(campaign.definition) ? reportsAction : undefined)),
  ],
  tables: [workReportTable],
};
