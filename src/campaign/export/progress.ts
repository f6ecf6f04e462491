import type { View } from "../../platform/chat/view.ts";
import { writeWorkbook } from "../../platform/documents/workbook.ts";
import type { CellValue } from "../../platform/documents/workbook-spec.ts";
import { dayOf } from "../../shared/civil-date.ts";
import { applicationsOf } from "../application/store.ts";
import { deliverableById, stageById } from "../definition/deadlines.ts";
import { stageWindow } from "../definition/definition.ts";
import { dayWords } from "../definition/wording.ts";
import type { Context } from "../engine/context.ts";
import { isFinalized } from "../scoring/points.ts";
import { sheetsOf } from "../scoring/store.ts";
import { districtsWith } from "../stage/received.ts";
import { currentStage } from "../stage/rules.ts";
import type { ExportedFile } from "./list-workbook.ts";
import { exportPhrases as phrases } from "./phrases.ts";

const APPLICATION = "application";
const REVIEW = "preliminary-review";
const LIST = "recommendation-list";
const REPORT = "work-report";

/** How far one district is: counts and what was received, never a point. */
export interface DistrictProgress {
  district: string;
  name: string;
  applied: number;
  locked: number;
  listIn: boolean;
  reportIn: boolean;
}

export async function progressOf(context: Context): Promise<readonly DistrictProgress[]> {
  const { tx, campaign } = context;
  const taking = await applicationsOf(tx, campaign.id, { states: ["submitted"] });
  const sheets = await sheetsOf(tx, { campaignId: campaign.id, ledger: "district" });
  const lists = await districtsWith(context, LIST);
  const reports = await districtsWith(context, REPORT);
  return campaign.definition.campaign.districts.map(({ id, name }) => {
    const own = taking.filter(({ district }) => district === id);
    return {
      district: id,
      name,
      applied: own.length,
      locked: own.filter((application) => isFinalized(sheets.get(application.id))).length,
      listIn: lists.has(id),
      reportIn: reports.has(id),
    };
  });
}

const sum = (numbers: readonly number[]): number => numbers.reduce((total, one) => total + one, 0);

/** For a group: sums only, no district by name, and only of what has begun. @param footnote what else readers may do */
export function progressCounts(context: Context, progress: readonly DistrictProgress[], footnote: string): View {
  const { definition } = context.campaign;
  const today = dayOf(context.now);
  const begun = (id: string): boolean => {
    const { stage } = deliverableById(definition, id);
    return stageWindow(definition, stageById(definition, stage)).from <= today;
  };
  const stage = currentStage(context.campaign, today);
  const facts = [
    ...(stage ? [{ label: phrases.stageLabel(), value: phrases.stage(stage.numeral, stage.name) }] : []),
    ...countFacts(context, progress)
      .filter(({ of, count }) => count > 0 || begun(of))
      .map(({ label, value }) => ({ label, value })),
  ];
  return {
    title: phrases.weeklyTitle(),
    tone: "running",
    status: phrases.weeklyStatus(dayWords(today)),
    body: [
      { kind: "facts", facts },
      ...(facts.length > 1 ? [] : [{ kind: "text" as const, text: phrases.nothingYet() }]),
    ],
    actions: [],
    footnote,
  };
}

function countFacts({ campaign: { definition } }: Context, progress: readonly DistrictProgress[]) {
  const applied = sum(progress.map((one) => one.applied));
  const locked = sum(progress.map((one) => one.locked));
  const districts = progress.filter((one) => one.applied > 0).length;
  const lists = progress.filter(({ listIn }) => listIn).length;
  const reports = progress.filter(({ reportIn }) => reportIn).length;
  const received = (of: string, count: number) => ({
    of,
    count,
    label: deliverableById(definition, of).name,
    value: phrases.received(count, progress.length),
  });
  return [
    { of: APPLICATION, count: applied, label: phrases.appliedLabel(), value: phrases.applied(applied, districts) },
    { of: REVIEW, count: locked, label: phrases.lockedLabel(), value: phrases.locked(locked, applied) },
    received(LIST, lists),
    received(REPORT, reports),
  ];
}

/** District by district, with the sums below where it is more than one. */
export async function progressWorkbook(context: Context, progress: readonly DistrictProgress[]): Promise<ExportedFile> {
  const { campaign } = context.campaign.definition;
  const { district, applied, locked, list, report } = phrases.columns;
  const title = phrases.progressTitle(campaign.year.value, campaign.city.name, campaign.name);
  const isWhole = progress.length === campaign.districts.length;
  const bytes = await writeWorkbook({
    author: campaign.city.bureau,
    at: context.now,
    sheets: [
      {
        name: phrases.progressSheet(),
        titles: [title, phrases.progressAsOf(dayWords(dayOf(context.now)))],
        columns: [
          { header: district, width: 14, kind: "text" },
          { header: applied, width: 18, kind: "integer" },
          { header: locked, width: 18, kind: "integer" },
          { header: list, width: 16, kind: "text" },
          { header: report, width: 16, kind: "text" },
        ],
        rows: [...progress.map(rowOf), ...(progress.length > 1 ? [totalRow(progress)] : [])],
        paper: "portrait",
      },
    ],
  });
  return { name: phrases.fileName(title, isWhole ? undefined : progress.map(({ name }) => name).join("、")), bytes };
}

const rowOf = ({ name, applied, locked, listIn, reportIn }: DistrictProgress): CellValue[] => [
  name,
  applied,
  locked,
  listIn ? phrases.handedIn() : phrases.missing(),
  reportIn ? phrases.handedIn() : phrases.missing(),
];

const totalRow = (progress: readonly DistrictProgress[]): CellValue[] => [
  phrases.total(),
  sum(progress.map(({ applied }) => applied)),
  sum(progress.map(({ locked }) => locked)),
  phrases.totalOf(progress.filter(({ listIn }) => listIn).length, progress.length),
  phrases.totalOf(progress.filter(({ reportIn }) => reportIn).length, progress.length),
];
