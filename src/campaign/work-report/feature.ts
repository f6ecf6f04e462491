import { z } from "zod";
import type { ReceivedFile } from "../../platform/chat/dispatcher.ts";
import { districtName } from "../definition/districts.ts";
import type { RulingsInForce } from "../definition/rulings-in-force.ts";
import type { Member } from "../directory/member.ts";
import { nounsOf } from "../directory/nouns.ts";
import type { Context } from "../engine/context.ts";
import { type FilePlace, filePlaces, filesInUse } from "../engine/dispatch/file-places.ts";
import { takeOffered } from "../engine/dispatch/offered-files.ts";
import { type Command, extend, type Feature } from "../engine/feature.ts";
import { rulingEffects } from "../ruling/extension-points.ts";
import { followEffects, marksThatStay } from "../ruling/follow-effects.ts";
import { effectPhrases } from "../ruling/phrases-effects.ts";
import { officialCardPart, receivedFrom } from "../stage/extension-points.ts";
import { caseStudyCommands, caseStudyDialogue, caseStudyPlace } from "./case-study/commands.ts";
import { caseStudyTable, filesOfCaseStudies } from "./case-study/store.ts";
import { askAboutWaiting, CONTENT, confirmDialogue, contentDialogue, pendingReport, receiveReport } from "./confirm.ts";
import { partsRenderer } from "./contents/by-parts.ts";
import { contentsCommands } from "./contents/commands.ts";
import { handInParts, partsDialogue } from "./contents/said-parts.ts";
import { stateFrom } from "./contents/state.ts";
import { reportPartTable } from "./contents/store.ts";
import { reportHandedIn, reportTakenBack } from "./events.ts";
import { joinCommand, joinPlace } from "./further-files/commands.ts";
import { reportLookTable } from "./looks.ts";
import { moreDialogue } from "./more.ts";
import { ownDistrict } from "./own-district.ts";
import { pastedReport } from "./pasted-report.ts";
import { workReportPhrases } from "./phrases.ts";
import { receiveFile, receiveText } from "./receive.ts";
import { askForReport, ownView, reportRenderer } from "./report-card.ts";
import { returnCommands, returnRenderers } from "./returning/commands.ts";
import {
  deadlineOfReport,
  hasReport,
  partsOfReport,
  REPORT_TYPES,
  reportingDistricts,
  reportOf,
  typeOf,
} from "./rules.ts";
import { sealOfReport, takeSeal } from "./sealed-copy/commands.ts";
import { seeReports } from "./see.ts";
import { filesOfReports, reportsInForce, workReportTable } from "./store.ts";
import { askedTakesBack, canTakeBack, confirmTakeBack, takeBack } from "./taking-back.ts";
import { heldWords, reportPart, takeFileAction } from "./views.ts";
import { asksForWhole, whole, wholeView } from "./whole.ts";

const open: Command = {
  id: "work-report.open",
  readsCorrections: true,
  words: [workReportPhrases.word(), "work-report"],
  alsoCalled: ["交工作报告", "我要交工作报告", "报工作报告", "写工作报告"],
  capability: "workReport.see",
  effect: "read",
  takesText: true,
  help: {
    example: workReportPhrases.word(),
    purpose: workReportPhrases.purpose,
    step: "report",
  },
  offeredWhen: hasReport,
  onlyIn: "direct",
  async handle(context, { words, verbatim, subject = words }) {
    const { tx, campaign, person } = context;
    if (reportingDistricts(campaign.definition, person).length === 0) {
      await seeReports(context, subject);
      return {};
    }
    const district = ownDistrict(context, subject);
    const text = withoutName(verbatim, districtName(campaign.definition, district));
    if (asksForWhole(text)) return { reply: await wholeView(context, district) };
    if (text !== "") return receiveReport(context, district, receiveText(text));
    const known = (await reportsInForce(tx, campaign.id)).get(district);
    if (campaign.closedAt && known) return { reply: await ownView(context, district, known) };
    if (await askAboutWaiting(context, district)) return {};
    await context.dialogue.open(CONTENT, { district });
    await askForReport(context, district);
    return {};
  },
};

const isIn = async ({ tx, campaign }: Context, district: string): Promise<boolean> =>
  (await reportsInForce(tx, campaign.id)).has(district);

/** 柯桥区：… without the name; 柯桥区工作报告, or the name on a line of its own, heads the paper and stays. */
function withoutName(text: string, name: string): string {
  const rest = text.startsWith(name) ? text.slice(name.length) : text;
  const isNamed = rest === "" || /^[^\S\n]*(?:[:：,，]|[^\S\n]\S)/u.test(rest);
  return (isNamed ? rest : text).replace(/^[\s:：,，]+/u, "").trim();
}

const formValues = z.object({ text: z.string().optional().catch(undefined) });

const submit: Command = {
  id: "work-report.hand-in",
  readsCorrections: true,
  words: [workReportPhrases.submit()],
  capability: "workReport.submit",
  effect: "write",
  offeredWhen: hasReport,
  onlyIn: "direct",
  async handle(context, request) {
    const { words, verbatim, subject, values } = request;
    const { text = words === "" ? undefined : verbatim } = formValues.parse(values);
    if (text === undefined)
      return (await handInParts(context, subject ?? ownDistrict(context, ""))) ?? open.handle(context, request);
    const report = receiveText(text);
    const state = stateFrom(partsOfReport(context.campaign.definition), { text, beside: new Map() });
    // Pressed with a heading for each part it is split by these; otherwise it is shown how it would be.
    const isChecked = subject !== undefined && state.parts.every((part) => part.state !== "missing");
    const outcome = await receiveReport(context, subject ?? ownDistrict(context, words), report, { isChecked });
    // A press is not answered with a message; a question is one.
    if (subject !== undefined && outcome.asked) await context.reply(outcome.reply);
    return outcome;
  },
};

const takeOfferedFile: Command = {
  id: "work-report.take-file",
  words: [workReportPhrases.asReport()],
  capability: "workReport.submit",
  effect: "write",
  offeredWhen: hasReport,
  onlyIn: "direct",
  async handle(context, { verbatim }) {
    const district = ownDistrict(context, "");
    return receiveReport(context, district, await receiveFile(context, await takeOffered(context, verbatim)));
  },
};

/** Offered first where a report is owed; says which file would be replaced. */
async function placeOf(
  { tx, campaign }: Context,
  { file, person }: { file: ReceivedFile; person: Member },
): Promise<FilePlace | undefined> {
  const [district] = reportingDistricts(campaign.definition, person);
  if (district === undefined || !hasReport(campaign.definition) || campaign.closedAt) return undefined;
  if (file.size === 0 || !REPORT_TYPES.includes(typeOf(file.name))) return undefined;
  const known = (await reportsInForce(tx, campaign.id)).get(district);
  const action = { ...takeFileAction, typed: `${workReportPhrases.asReport()} ${file.name}` };
  return known ? { action, note: workReportPhrases.wouldReplace(heldWords(known), file.name) } : { action };
}

/** Reports whose mark of lateness would be another one. */
async function dueEffects({ tx, campaign }: Context, after: RulingsInForce): Promise<readonly string[]> {
  const { definition } = campaign;
  const report = reportOf(definition);
  if (!report) return [];
  const handedIn = [...(await reportsInForce(tx, campaign.id)).values()].map(({ district, handedInAt, late }) => ({
    district,
    name: districtName(definition, district),
    at: handedInAt,
    lateness: late ? ("late" as const) : ("inTime" as const),
  }));
  const stay = handedIn
    .filter((one) => marksThatStay([one], deadlineOfReport(campaign, after, one.district)).length > 0)
    .map(({ name }) => name);
  if (stay.length === 0) return [];
  return [effectPhrases.marksStay(report.name, effectPhrases.names(stay, nounsOf(definition).districtMeasure))];
}

/** 工作报告: districts hand in text or files; the city reads them. */
export const workReportFeature: Feature = {
  commands: [
    open,
    whole,
    submit,
    takeOfferedFile,
    takeBack,
    confirmTakeBack,
    takeSeal,
    joinCommand,
    ...contentsCommands,
    ...caseStudyCommands,
    ...returnCommands,
  ],
  renderers: [reportRenderer, partsRenderer, ...returnRenderers],
  dialogues: [contentDialogue, confirmDialogue, moreDialogue, partsDialogue, caseStudyDialogue],
  enforces: ["reportDue"],
  extensions: [
    extend(filePlaces, placeOf),
    joinPlace,
    caseStudyPlace,
    sealOfReport,
    pastedReport,
    canTakeBack,
    askedTakesBack,
    pendingReport,
    extend(filesInUse, async ({ tx }, { hashes }) => [
      ...(await filesOfReports(tx, hashes)),
      ...(await filesOfCaseStudies(tx, hashes)),
    ]),
    extend(receivedFrom, async ({ tx, campaign }, { deliverable }) =>
      deliverable === reportOf(campaign.definition)?.id
        ? new Set((await reportsInForce(tx, campaign.id)).keys())
        : undefined,
    ),
    extend(officialCardPart, async (context, { stage, district }) =>
      stage === reportOf(context.campaign.definition)?.stage
        ? reportPart(context, district, { isIn: await isIn(context, district) })
        : undefined,
    ),
    extend(rulingEffects("reportDue"), dueEffects),
  ],
  listeners: [followEffects(reportHandedIn, ["reportDue"]), followEffects(reportTakenBack, ["reportDue"])],
  tables: [workReportTable, reportPartTable, reportLookTable, caseStudyTable],
};
