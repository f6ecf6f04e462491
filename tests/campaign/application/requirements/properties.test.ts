import fc from "fast-check";
import { describe, expect, test, vi } from "vitest";
import { lineOf } from "../../../../src/campaign/application/requirements/clause-sheet/read.ts";
import { echoOf } from "../../../../src/campaign/application/requirements/echo.ts";
import { readEntries } from "../../../../src/campaign/application/requirements/read-entries.ts";
import { readTyped } from "../../../../src/campaign/application/requirements/read-typed.ts";
import { clausesOf } from "../../../../src/campaign/application/requirements/requirements.ts";
import { shaoxing } from "../../definition/support/shaoxing.ts";

// On a busy machine a thousand take a while.
vi.setConfig({ testTimeout: 30_000 });

/** The same answers each time. */
const RUNS = { seed: 20_231_101, numRuns: 400 };

const facts = { definition: shaoxing, answering: { today: "2023-09-01", year: 2023 }, before: {} } as const;
const ids = clausesOf(shaoxing)
  .map(({ id }) => id)
  .filter((id) => id !== "10-2" && id !== "7-2");
const CHINESE = "零一二三四五六七八九十";

const spoken = (number: string): string => CHINESE[Number(number)] ?? number;
/** Ways to write the number of a clause. */
const WRITTEN: readonly ((item: string, part: string) => string)[] = [
  (item, part) => `${item}-${part}`,
  (item, part) => `${item}－${part}`.normalize("NFC"),
  (item, part) => `${spoken(item)}之${spoken(part)}`,
  (item, part) => `${spoken(item)}杠${spoken(part)}`,
  (item, part) => `第${spoken(item)}项第${spoken(part)}条`,
  (item, part) => `要求${item}-${part}`,
];
const WORDS = {
  notMet: ["不符合", "不满足", "未达到"],
  unclear: ["尚不清楚", "不清楚", "待核实"],
  met: ["符合"],
} as const;
type Word = keyof typeof WORDS;

interface Said {
  id: string;
  standing: Word;
  word: number;
  written: number;
}

const said: fc.Arbitrary<Said[]> = fc.uniqueArray(
  fc.record({
    id: fc.constantFrom(...ids),
    standing: fc.constantFrom<Word>("notMet", "unclear", "met"),
    word: fc.nat(2),
    written: fc.nat(WRITTEN.length - 1),
  }),
  { selector: ({ id }) => id, minLength: 1, maxLength: 5 },
);

const idOf = ({ id, written }: Said): string => {
  const [item = "", part = ""] = id.split("-");
  return WRITTEN[written]?.(item, part) ?? id;
};
const wordOf = ({ standing, word }: Said): string => WORDS[standing][word % WORDS[standing].length] ?? "";

describe("no part of what is said of 附件1 is dropped or filed elsewhere", () => {
  test.each(["leads", "tails"] as const)("clauses and standings in any spelling, the standing as %s", (order) => {
    const check = fc.property(
      said,
      fc.constantFrom("，", "；", "\n", " ", "。", "、 "),
      fc.constantFrom("", "其余均符合", "其余各条：符合"),
      (all, mark, rest) => {
        const parts = all.map((one) =>
          order === "leads" ? `${wordOf(one)} ${idOf(one)}` : `${idOf(one)}${wordOf(one)}`,
        );
        const { given } = readTyped([...(rest === "" ? [] : [rest]), ...parts].join(mark), facts);

        expect(given).toEqual({
          rest: rest !== "",
          clauses: Object.fromEntries(all.map(({ id, standing }) => [id, standing])),
          ...{ reasons: {}, figures: {}, problems: [] },
        });
      },
    );
    fc.assert(check, RUNS);
  });

  test("what is not understood is named, whatever stands around it", () => {
    const check = fc.property(said, fc.constantFrom("大概吧", "领导说行", "看情况"), fc.nat(5), (all, odd, at) => {
      const parts = all.map((one) => `${idOf(one)}${wordOf(one)}`);
      const typed = [...parts.slice(0, at), odd, ...parts.slice(at)].join("，");
      const { given, readable } = readTyped(typed, facts);

      expect(given?.problems).toEqual([`“${odd}”未能识别`]);
      const again = readTyped(readable.line, facts).given;
      expect(again).toMatchObject({ problems: [], clauses: given?.clauses });
    });
    fc.assert(check, RUNS);
  });

  test("rows of a table with the figures of a clause in its note", () => {
    const amounts = fc.record({
      whole: fc.integer({ min: 1, max: 9_999_999 }),
      part: fc.nat(9_999_999),
      cells: fc.boolean(),
    });
    const check = fc.property(said, amounts, (all, { whole, part, cells }) => {
      const others = all.filter(({ id }) => id !== "8-2");
      const note = [`应收${whole}`, `实收${part}元`].join(cells ? "\t" : "，");
      const rows = others.map((one) => `${one.id}\t内容\t${wordOf(one)}\t`);
      const { given } = readTyped(
        ["序号\t要求\t是否符合\t备注", ...rows, `8-2\t缴费\t符合\t${note}`].join("\n"),
        facts,
      );

      expect(given).toMatchObject({
        clauses: { "8-2": "met", ...Object.fromEntries(others.map(({ id, standing }) => [id, standing])) },
        figures: { "fee-rate": { kind: "ratio", whole, part } },
        problems: [],
      });
    });
    fc.assert(check, RUNS);
  });

  test("clauses of which two standings are said are left out of what is offered, which reads back", () => {
    const check = fc.property(said, fc.nat(4), (all, at) => {
      const twice = all[at % all.length]?.id ?? "";
      const parts = [...all.map((one) => `${one.id}${wordOf(one)}`), `${twice}不符合`, `${twice}尚不清楚`];
      const { given, readable } = readTyped(parts.join("，"), facts);
      const rest = all.filter(({ id }) => id !== twice);

      expect(given?.problems.length).toBeGreaterThan(0);
      expect(readable.count).toBe(rest.length);
      if (rest.length > 0)
        expect(readTyped(readable.line, facts).given).toMatchObject({
          clauses: Object.fromEntries(rest.map(({ id, standing }) => [id, standing])),
          problems: [],
        });
    });
    fc.assert(check, RUNS);
  });

  test("sent back as it is echoed, it is the same", () => {
    const check = fc.property(said, (all) => {
      const clauses = Object.fromEntries(all.map(({ id, standing }) => [id, standing]));
      const echo = echoOf(shaoxing, { clauses, figures: {} });

      expect(readTyped(echo, facts).given).toMatchObject({ clauses, problems: [] });
    });
    fc.assert(check, RUNS);
  });
});

test("the same 200 rows give the same in the workbook, pasted, in the chat and on the card", () => {
  const standings = fc.constantFrom(
    ...[
      "符合",
      "不符合",
      "尚不清楚",
      "待核实",
      "√",
      "×",
      "？",
      "是",
      "否",
      "fh",
      "bfh",
      "没问题",
      "未达标",
      "大概",
      "见备注",
    ],
  );
  const row = fc.record({ id: fc.constantFrom(...ids), standing: standings });
  const check = fc.property(fc.uniqueArray(row, { selector: ({ id }) => id, minLength: 1, maxLength: 6 }), (rows) => {
    const bySheet = readTyped(
      rows.map(({ id, standing }) => lineOf({ clause: id, standing, note: "" })).join("\n"),
      facts,
    );
    const pasted = readTyped(rows.map(({ id, standing }) => `${id}\t${standing}\t`).join("\n"), facts);
    const said = rows.filter(({ standing }) => !["？", "是", "否"].includes(standing));
    const byChat = readTyped(said.map(({ id, standing }) => `${id} ${standing}`).join("；"), facts);
    const meant = Object.fromEntries(
      rows.flatMap(({ id, standing }) => (MEANT[standing] ? [[id, MEANT[standing]]] : [])),
    );

    expect(pasted.given).toEqual(bySheet.given);
    expect(bySheet.given?.clauses ?? {}).toEqual(meant);
    expect(bySheet.given?.problems.length ?? rows.length).toBe(rows.length - Object.keys(meant).length);
    const spoken = Object.fromEntries(Object.entries(meant).filter(([id]) => said.some((one) => one.id === id)));
    expect(byChat.given?.clauses ?? {}).toEqual(spoken);
    const byCard = readEntries(
      Object.fromEntries(
        (["met", "notMet", "unclear"] as const).map((list) => [
          list,
          Object.keys(meant)
            .filter((id) => meant[id] === list)
            .join("、"),
        ]),
      ),
      facts,
    );
    expect(byCard.clauses).toEqual(meant);
  });
  fc.assert(check, { seed: 20_231_101, numRuns: 200 });
});

const MEANT: Readonly<Record<string, string>> = {
  ...{ 符合: "met", "√": "met", 是: "met", fh: "met", 没问题: "met" },
  ...{ 不符合: "notMet", "×": "notMet", 否: "notMet", bfh: "notMet", 未达标: "notMet" },
  ...{ 尚不清楚: "unclear", 待核实: "unclear", "？": "unclear" },
};

test("the same 200 lists give the same by card and by chat", () => {
  const lists = fc.array(
    fc.oneof(
      said.map((all) => all.map(idOf).join("、")),
      fc.constantFrom("8", "11-1", "环境卫生", "8-1至8-3", "8.2", "无"),
    ),
    { minLength: 1, maxLength: 2 },
  );
  const check = fc.property(lists, (all) => {
    const text = all.join("、");
    const byCard = readEntries({ notMet: text }, facts);
    const byChat = readTyped(`不符合 ${text}`, facts).given;

    expect(byChat?.clauses).toEqual(byCard.clauses);
    expect(byChat?.problems.length === 0).toBe(byCard.problems.length === 0);
  });
  fc.assert(check, { seed: 20_231_101, numRuns: 200 });
});
