import { textView } from "../../platform/chat/view.ts";
import { readWhole } from "../../platform/conversation/numerals.ts";
import type { StaffId } from "../../shared/brand.ts";
import { RefusalError } from "../../shared/refusal-error.ts";
import { withdrawable } from "../application/extension-points.ts";
import { districtName } from "../definition/districts.ts";
import type { PersonContext } from "../engine/context.ts";
import { cancelAction } from "../engine/dispatch/disarm.ts";
import { pendingConfirmations } from "../engine/dispatch/extension-points.ts";
import { type Command, type CommandOutcome, extend } from "../engine/feature.ts";
import { ownDistrict } from "./own-district.ts";
import { workReportPhrases as phrases } from "./phrases.ts";
import { hasReport, reportingDistricts } from "./rules.ts";
import { reportsInForce, versionBefore } from "./store.ts";
import { takeBackReport } from "./take-back.ts";
import { heldWords, takenBackView } from "./views.ts";
import type { WorkReport } from "./work-report.ts";

/** Draft that lasts while a person has asked to take a version back and not confirmed it. Subject: {@link subjectOf}. */
const ASKED = "work-report.take-back-asked";

const subjectOf = ({ district, version }: Pick<WorkReport, "district" | "version">): string => `${district} ${version}`;

const askedBy = async ({ drafts }: Pick<PersonContext, "drafts">, person: StaffId) =>
  (await drafts.unfinished({ kind: ASKED })).filter(({ startedBy }) => startedBy === person);

const common = {
  capability: "workReport.submit",
  offeredWhen: hasReport,
  onlyIn: "direct",
  // 撤回工作报告第2版
  joined: true,
} as const;

const VERSION = /第?\s*([\d一二三四五六七八九十]+)\s*版/u;

/**
 * The district's version in force, which is the only one that can be taken back.
 * @throws {RefusalError} if there is none, or another one is named
 */
async function versionToTakeBack(context: PersonContext, words: string): Promise<WorkReport> {
  const named = VERSION.exec(words)?.[1];
  const district = ownDistrict(context, words.replace(VERSION, "").trim());
  const report = (await reportsInForce(context.tx, context.campaign.id)).get(district);
  if (!report) throw new RefusalError("work-report.nothing-to-take-back", phrases.nothingToTakeBack());
  if (named !== undefined && readWhole(named) !== report.version)
    throw new RefusalError("work-report.not-the-last", phrases.onlyTheLast(report.version));
  return report;
}

async function ask(context: PersonContext, report: WorkReport): Promise<CommandOutcome> {
  const { tx, campaign, drafts, person } = context;
  const subject = subjectOf(report);
  const asked = await askedBy(context, person.staffId);
  if (!asked.some((one) => one.subject === subject))
    await drafts.start({ kind: ASKED, subject, startedBy: person.staffId, body: {} });
  const before = await versionBefore(tx, campaign.id, report);
  const then = before ? phrases.thenInForce(before.version, before.handedInAt) : phrases.thenNone();
  const several = reportingDistricts(campaign.definition, person).length > 1;
  const name = districtName(campaign.definition, report.district);
  const typed = phrases.confirmTakeBackOf(several ? name : "");
  const action = { id: "", label: phrases.confirmTakeBack(), typed, look: "default" } as const;
  return {
    reply: textView(phrases.takeBackTitle(name), phrases.takesBack(heldWords(report), then, typed), {
      actions: [action, cancelAction(phrases.keepIt())],
    }),
  };
}

/** Says what would count then; nothing is taken back before it is confirmed. */
export const takeBack: Command = {
  ...common,
  id: "work-report.take-back",
  words: [phrases.takeBack(), "撤回报告"],
  effect: "write",
  help: { example: phrases.takeBack(), purpose: phrases.takeBackPurpose(), step: "report" },
  handle: async (context, { subject, words }) => ask(context, await versionToTakeBack(context, subject ?? words)),
};

export const confirmTakeBack: Command = {
  ...common,
  id: "work-report.confirm-take-back",
  words: [phrases.confirmTakeBack(), "确认撤回报告"],
  effect: "write",
  async handle(context, { words }) {
    const report = await versionToTakeBack(context, words);
    const asked = (await askedBy(context, context.person.staffId)).filter((one) => one.subject === subjectOf(report));
    // After 取消, or unasked, it is shown first.
    if (asked.length === 0) return ask(context, report);
    for (const draft of asked) await context.drafts.save(draft, { state: "done" });
    const { taken, inForce } = await takeBackReport(context, report.district);
    return { reply: takenBackView(context, taken, inForce), toast: phrases.takenBack(taken.version) };
  },
};

/** 取消 ends it. */
export const askedTakesBack = extend(pendingConfirmations, async (context, { person }) => {
  const inForce = await reportsInForce(context.tx, context.campaign.id);
  const current = [...inForce.values()].map((report) => [subjectOf(report), report] as const);
  return (await askedBy(context, person)).flatMap((draft) => {
    const report = current.find(([subject]) => subject === draft.subject)?.[1];
    if (!report) return [];
    const disarm = async () => void (await context.drafts.save(draft, { state: "dropped" }));
    return [{ name: phrases.lastVersion(report.version), typed: phrases.confirmTakeBack(), disarm }];
  });
});

/** The district's last version is what 撤回 may mean. */
export const canTakeBack = extend(withdrawable, async ({ tx, campaign }, { person }) => {
  if (!hasReport(campaign.definition)) return undefined;
  const own = reportingDistricts(campaign.definition, person);
  const reports = await reportsInForce(tx, campaign.id);
  return own.flatMap((district) => {
    const report = reports.get(district);
    const name = own.length > 1 ? ` ${districtName(campaign.definition, district)}` : "";
    return report ? [{ name: phrases.lastVersion(report.version) + name, typed: phrases.takeBack() + name }] : [];
  });
});
