import ExcelJS from "exceljs";
import { describe, expect, test } from "vitest";
import { checkNumber } from "../../../../src/campaign/application/check-number.ts";
import { noRulings } from "../../../../src/campaign/definition/rulings-in-force.ts";
import { runningCampaign } from "../../../../src/campaign/definition/running-campaign.ts";
import type { Context } from "../../../../src/campaign/engine/context.ts";
import type { ListDraft } from "../../../../src/campaign/recommendation/draft.ts";
import { reasonsForm } from "../../../../src/campaign/recommendation/reasons.ts";
import type { ListCandidate } from "../../../../src/campaign/recommendation/rules.ts";
import { listSheetBytes } from "../../../../src/campaign/recommendation/workbook/make.ts";
import { type ListValues, listPlan, listValues } from "../../../../src/campaign/recommendation/workbook/plan.ts";
import { type ReadListSheet, readListWorkbook } from "../../../../src/campaign/recommendation/workbook/read.ts";
import { workIn } from "../../../../src/platform/conversation/shared-work.ts";
import { readWorkbook } from "../../../../src/platform/documents/read-workbook.ts";
import { applied } from "../../application/support/application.ts";
import { shaoxing, shaoxingPeople } from "../../definition/support/shaoxing.ts";

const now = new Date("2023-09-13T10:00:00+08:00");
const campaign = runningCampaign({
  definition: shaoxing,
  definitionVersion: 1,
  startedAt: new Date("2023-08-09T09:00:00+08:00"),
});
const context = { campaign, rulings: noRulings, people: shaoxingPeople, now } as unknown as Context;

/** In the proposed order: the first two met row 3-2. */
const candidates = (["鉴湖", "柯岩", "轻纺"] as const).map(
  (name, at): ListCandidate => ({
    application: applied(name, { district: "keqiao", compoundName: name }),
    ...{ total: 9000 - at * 100, satisfaction: at < 2 ? 500 : 0, satisfied: at < 2, participation: [0, 0, 0, 0] },
  }),
);

/** The list as it stands, with its order (ids are names here) and reasons by key. */
function listWith(order: readonly string[] = [], answers: Readonly<Record<string, string>> = {}): ListDraft {
  const choice = { district: "keqiao", candidates, order, none: false };
  const form = reasonsForm(context, choice);
  const state = { formId: form.id, formVersion: form.version, answers, skipped: [] };
  return {
    ...choice,
    ...{ draft: {}, barred: [], contradictions: new Map(), gaps: new Map(), change: undefined },
    reasons: order.length === 0 ? undefined : { form, state },
    work: workIn({}),
    viewer: undefined,
  } as unknown as ListDraft;
}

const NUMBER = checkNumber({ caseId: "keqiao", revision: 0, contentHash: "" });

interface Cells {
  places: Readonly<Record<string, string>>;
  reasons?: Readonly<Record<string, string>>;
  hidden?: readonly string[];
  /** Rows of cases that the sheet has. */
  of?: readonly string[];
}

const sheetWith = ({ places, reasons = {}, hidden = [], of = ["鉴湖", "柯岩", "轻纺"] }: Cells): ReadListSheet => ({
  number: NUMBER,
  rows: [...of, "数量说明", "逾期原因"].map((name) => ({
    ...{ name, place: places[name] ?? "", reason: reasons[name] ?? "", unmet: "" },
    ...(hidden.includes(name) ? { isHidden: true } : {}),
  })),
  ...{ lacking: [], doubled: [], formulas: 0 },
});

const planned = (cells: Cells, list = listWith(), given: ListValues = listValues(list)) =>
  listPlan(context, list, { read: sheetWith(cells), given });
const shown = ({ changes }: ReturnType<typeof listPlan>) =>
  changes.map(({ label, kind, now, back }) => [label, kind, now, back]);

describe("a 推荐表 beside the list as it stands", () => {
  test("following the proposed order asks for nothing", () => {
    const plan = planned({ places: { 鉴湖: "1", 柯岩: "2" } });
    expect(shown(plan)).toEqual([["推荐次序", "changed", "", "鉴湖、柯岩"]]);
    expect([plan.missing, plan.unused, plan.defects]).toEqual([[], [], []]);
    expect(plan.order).toEqual(["鉴湖", "柯岩"]);
  });

  test("departing asks for the reason, which the sheet gives; a reason that nobody asks for is named, not lost silently", () => {
    const places = { 轻纺: "1", 鉴湖: "2" };
    const plan = planned({ places, reasons: { 轻纺: "老旧小区改造成效突出", 柯岩: "备选" } });
    expect(shown(plan)).toEqual([
      ["推荐次序", "changed", "", "轻纺、鉴湖"],
      ["轻纺的推荐理由", "changed", "", "老旧小区改造成效突出"],
    ]);
    expect(plan.unused).toEqual(["柯岩"]);
    expect(planned({ places }).missing).toEqual(["轻纺的推荐理由"]);
  });

  test("fewer than two are explained in the row below the cases", () => {
    expect(planned({ places: { 鉴湖: "1" } }).missing).toEqual(["推荐少于2个的理由"]);
    expect(shown(planned({ places: { 鉴湖: "1" }, reasons: { 数量说明: "仅一个小区达到要求" } }))).toEqual([
      ["推荐次序", "changed", "", "鉴湖"],
      ["推荐少于2个的理由", "changed", "", "仅一个小区达到要求"],
    ]);
  });

  test("what is there already is no change", () => {
    const list = listWith(["鉴湖", "柯岩"]);
    expect(planned({ places: { 鉴湖: "1", 柯岩: "2" } }, list).changes).toEqual([]);
  });
});

describe("what colleagues changed since it was made", () => {
  const BEFORE = { order: "鉴湖、柯岩" };
  const list = listWith(["柯岩", "鉴湖"]);

  test("and the sheet did not, stays", () => {
    const plan = planned({ places: { 鉴湖: "1", 柯岩: "2" } }, list, BEFORE);
    expect([plan.changes, plan.kept, plan.order]).toEqual([[], ["推荐次序"], ["柯岩", "鉴湖"]]);
  });

  test("and the sheet did otherwise, is contested", () => {
    const plan = planned({ places: { 轻纺: "2", 鉴湖: "1" }, reasons: { 轻纺: "改造成效突出" } }, list, BEFORE);
    expect(shown(plan)[0]).toEqual(["推荐次序", "conflict", "柯岩、鉴湖", "鉴湖、轻纺"]);
  });

  test("so is a reason", () => {
    const order = ["轻纺", "鉴湖"];
    const plan = planned(
      { places: { 轻纺: "1", 鉴湖: "2" }, reasons: { 轻纺: "改造成效突出" } },
      listWith(order, { 轻纺: "群众参与度高" }),
      { order: "轻纺、鉴湖", 轻纺: "党建引领扎实" },
    );
    expect(shown(plan)).toEqual([["轻纺的推荐理由", "conflict", "群众参与度高", "改造成效突出"]]);
  });

  test("a case that joined since is named: the sheet says nothing of it", () => {
    const plan = planned({ places: { 鉴湖: "1", 柯岩: "2" }, of: ["鉴湖", "柯岩"] });
    expect(plan.joined).toEqual(["轻纺"]);
  });
});

describe("a 推荐表 that is not taken", () => {
  const sentences = (cells: Cells) => planned(cells).defects.map(({ sentence }) => sentence);

  test.each<[string, Cells, string[]]>([
    [
      "a withdrawn compound with a place",
      { places: { 鉴湖: "1", 别院: "2" }, of: ["鉴湖", "柯岩", "轻纺", "别院"] },
      ["“别院”不是可推荐的小区（未定稿、已撤回或不得推荐），请清空其次序。"],
    ],
    [
      "a hidden row that says something",
      { places: { 鉴湖: "1", 柯岩: "2" }, hidden: ["柯岩"] },
      ["“柯岩”在隐藏的行或工作表中，所填与现有不同，请取消隐藏、核对后重新发送。"],
    ],
    ["a place as text that is none", { places: { 鉴湖: "头名" } }, ["“鉴湖”的次序“头名”不是序号，请填写1、2、3……。"]],
    ["4.999 as a place", { places: { 鉴湖: "4.999" } }, ["“鉴湖”的次序“4.999”不是序号，请填写1、2、3……。"]],
    [
      "a doubled row",
      { places: { 鉴湖: "1" }, of: ["鉴湖", "鉴湖", "柯岩", "轻纺"] },
      ["“鉴湖”有不止一行，请只留一行。", "鉴湖、鉴湖的次序都是1，请改正。", "鉴湖、鉴湖的次序都是1，请改正。"],
    ],
    [
      "a reason that is too long",
      { places: { 轻纺: "1", 鉴湖: "2" }, reasons: { 轻纺: "长".repeat(201) } },
      ["轻纺的推荐理由：请控制在200字以内。"],
    ],
  ])("%s: said, and nothing is written", (_what, cells, said) => {
    expect(sentences(cells)).toEqual(said);
  });

  test("comes back with what was written and what is wrong in its cells, and reads back as it was", async () => {
    const read = sheetWith({ places: { 鉴湖: "头名", 柯岩: "2" }, reasons: { 柯岩: "整洁" } });
    const list = listWith();
    const { defects } = listPlan(context, list, { read, given: listValues(list) });
    const bytes = await listSheetBytes(context, list, { number: read.number ?? "", read, defects });
    const book = new ExcelJS.Workbook();
    await book.xlsx.load(Uint8Array.from(bytes).buffer);
    const sheet = book.worksheets[0];
    const noted: string[] = [];
    sheet?.eachRow((row) =>
      row.eachCell((cell) => void (cell.note && noted.push(`${cell.text} ${String(cell.note)}`))),
    );

    expect(noted).toEqual(["头名 “鉴湖”的次序“头名”不是序号，请填写1、2、3……。"]);
    const [again] = readListWorkbook(await readWorkbook(bytes));
    expect(again?.number).toBe(read.number);
    expect(again?.rows.filter(({ place, reason }) => place + reason !== "")).toEqual(
      read.rows.filter(({ place, reason }) => place + reason !== ""),
    );
  });
});
