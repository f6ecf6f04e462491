import { describe, expect, test } from "vitest";
import { readEntry } from "../../../../src/campaign/application/received-form/read-entry.ts";
import { type Recognised, recognise } from "../../../../src/campaign/application/received-form/recognise.ts";
import { loadDefinition } from "../../../../src/campaign/definition/load.ts";
import { formFor } from "../../../../src/campaign/definition/purposes.ts";
import { begin } from "../../../../src/platform/conversation/form-state.ts";
import { readWord } from "../../../../src/platform/documents/word/read-word.ts";
import { civilDate } from "../../../../src/shared/civil-date.ts";
import { wordOf } from "../../../platform/documents/support/word.ts";
import { FORMS, NO_FORM, OTHER_CAMPAIGN, OTHER_CITY, OTHER_YEAR, SAID, TWO_FORMS } from "./word-forms.ts";

const definition = loadDefinition("campaigns/shaoxing-2023");
const form = applicationFormOf();

function applicationFormOf() {
  const found = formFor(definition, "application");
  if (!found) throw new Error("the campaign has no form");
  return found;
}

const recogniseWord = async (children: (typeof FORMS)[string]): Promise<Recognised | undefined> =>
  recognise({ kind: "word", document: readWord(await wordOf(children)) }, definition, form);

const context = { today: civilDate("2023-09-01"), year: 2023 };

async function read(children: (typeof FORMS)[string]) {
  const found = await recogniseWord(children);
  if (found?.kind !== "form") throw new Error(`read as ${JSON.stringify(found)}`);
  const { values, seen, disagrees, pictures } = found.reading;
  const entry = readEntry(form, begin(form), { values, present: [...seen.keys()], context });
  return { entry, disagrees, pictures };
}

/** Only the printed fields of the plan; what else the campaign asks for stands on no paper of the plan's. */
const printed = new Set(["compoundName", ...(form.paper?.rows.flat() ?? [])]);

/** What was read and what was asked, beside what the compound says. Nothing named: all ten fields, nothing asked. */
const table: readonly (readonly [
  string,
  { read?: object; asked?: string[]; empty?: string[]; pictures?: number; disagrees?: string[]; long?: number },
])[] = [
  ["the plan's layout", {}],
  ["without its cover", {}],
  ["blanks inside the labels", {}],
  ["answers under the labels", {}],
  ["label and answer in one cell", {}],
  ["merged cells", { read: { statement: "小区党建引领，\n物业服务规范。" } }],
  ["its table lost, one paragraph a cell", {}],
  ["its table lost, a tab between the cells", {}],
  ["a list of numbered lines", {}],
  ["photos in the statement", { pictures: 3 }],
  ["full-width digits and blanks in the numbers", {}],
  ["a statement of 801 字", { read: { statement: "字".repeat(801) }, long: 801 }],
  ["a statement of 800 字", { read: { statement: "字".repeat(800) } }],
  [
    "fields left empty and a wrong number",
    {
      read: {
        compoundAddress: undefined,
        applicantHeadPhone: undefined,
        ownersCommitteeChair: undefined,
        ownersCommitteeChairPhone: undefined,
        statement: undefined,
      },
      asked: ["申报单位负责人电话"],
      empty: ["小区地址", "业委会主任", "业委会主任电话", "申报材料"],
    },
  ],
  ["the head of a 物管会", { read: { ownersBodyKind: "propertyManagementCommittee" } }],
  ["another name on the cover", { disagrees: ["compoundName"] }],
  [
    "a statement that names labels",
    { read: { statement: "一、基本情况\n小区地址：位于胜利东路，共12幢。\n二、主要做法" } },
  ],
];

describe("a Word form as people make it", () => {
  test("the table names every form", () => {
    expect(table.map(([name]) => name)).toEqual(Object.keys(FORMS));
  });

  test.each(table)("%s", async (name, expected) => {
    const { entry, disagrees, pictures } = await read(FORMS[name] ?? []);

    const answers = Object.fromEntries(Object.entries({ ...SAID, ...expected.read }).filter(([, value]) => value));
    expect(entry.state.answers).toEqual(answers);
    expect(entry.unread.map(({ label }) => label)).toEqual(expected.asked ?? []);
    const open = [...entry.empty, ...entry.leftOpen.map(({ label }) => label)];
    const empty = form.fields.filter(({ key, label }) => printed.has(key) && open.includes(label));
    expect(empty.map(({ label }) => label).filter((label) => label !== "备注")).toEqual(expected.empty ?? []);
    expect(pictures).toBe(expected.pictures ?? 0);
    expect(disagrees).toEqual(expected.disagrees ?? []);
    expect(entry.long?.words).toBe(expected.long);
  });
});

describe("what is not read", () => {
  test.each([
    ["two forms in one file", TWO_FORMS, { kind: "problem", problem: "twoForms" }],
    ["the form of another campaign", OTHER_CAMPAIGN, { kind: "problem", problem: "otherCampaign" }],
    ["the form of another city", OTHER_CITY, { kind: "problem", problem: "otherCampaign" }],
    ["the form of another year", OTHER_YEAR, { kind: "problem", problem: "otherYear" }],
    ["a document that is no form", NO_FORM, undefined],
  ])("%s", async (_what, children, found) => {
    expect(await recogniseWord(children)).toEqual(found);
  });
});
