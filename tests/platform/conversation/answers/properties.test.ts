import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Parsed } from "../../../../src/platform/conversation/answer.ts";
import { parseAnswer } from "../../../../src/platform/conversation/answers/parse-answer.ts";
import { readPlacedText, readPlaces } from "../../../../src/platform/conversation/answers/read-places.ts";
import type { Question } from "../../../../src/platform/conversation/field.ts";
import { begin } from "../../../../src/platform/conversation/form-state.ts";
import { step } from "../../../../src/platform/conversation/form-step.ts";
import { cleanLine } from "../../../../src/platform/conversation/plain.ts";
import { readScoreLine } from "../../../../src/platform/conversation/score-line.ts";
import { showEntries } from "../../../../src/platform/conversation/score-readings.ts";
import { accident, form, ownersBody, question, when } from "../support/questions.ts";
import { days, decorated, inChinese, landlines, mobiles, percents, words } from "../support/said.ts";
import { rules } from "../support/sections.ts";

/** The same answers each time: 15,750 here, 4,050 in points-properties.test.ts, 200 in card-and-chat.test.ts: 20,000 in all. */
const RUNS = { seed: 20_231_101, numRuns: 1000 };

const percent = question("percent");
const date = question("date");
const phone = question("phone");

const readAs = (parsed: Parsed) => (parsed.ok ? parsed.value : parsed.retry);

/** Sent back as it was echoed, an answer is the same answer; what is offered can be sent as it stands. */
function expectStable(asked: Question, parsed: Parsed): void {
  if (parsed.ok) expect(parseAnswer(asked, parsed.shown, when)).toEqual(parsed);
  else if (!parsed.pending)
    for (const reading of parsed.readings ?? [])
      expect(parseAnswer(asked, reading, when)).toMatchObject({ ok: true, shown: reading.replace(/^内容：/u, "") });
}

describe("no part of an answer is dropped or filed elsewhere", () => {
  test("percentages are read as they were meant", () => {
    const check = fc.property(percents, ({ typed, value }) => {
      const parsed = parseAnswer(percent, typed, when);
      expect(readAs(parsed)).toBe(value);
      expectStable(percent, parsed);
    });
    fc.assert(check, RUNS);
  });

  test("dates are read as they were meant", () => {
    const check = fc.property(days, ({ typed, value }) => {
      const parsed = parseAnswer(date, typed, when);
      expect(readAs(parsed)).toBe(value);
      expectStable(date, parsed);
    });
    fc.assert(check, RUNS);
  });

  test("telephone numbers are read as they were meant, two as two", () => {
    const numbers = fc.oneof(mobiles, landlines);
    const check = fc.property(numbers, fc.option(numbers), ({ typed, value }, other) => {
      const parsed = parseAnswer(phone, other ? `${typed}；${other.typed}` : typed, when);
      const both = other && other.value !== value ? `${value}、${other.value}` : value;
      expect(readAs(parsed)).toBe(both);
      expectStable(phone, parsed);
    });
    fc.assert(check, RUNS);
  });

  test("a value with words beside it is never recorded as if they had not been said", () => {
    const beside = fc.constantFrom("约", "左右", "以上", "王建国", "其中二期", "有待核对", "怎么填");
    const values = fc.oneof(
      percents.map((one) => ({ ...one, asked: percent })),
      days.map((one) => ({ ...one, asked: date })),
      mobiles.map((one) => ({ ...one, asked: phone })),
    );
    const check = fc.property(values, beside, fc.boolean(), ({ typed, asked }, more, before) => {
      const parsed = parseAnswer(asked, before ? `${more}${typed}` : `${typed}${more}`, when);
      expect(parsed.ok).toBe(false);
      expectStable(asked, parsed);
    });
    fc.assert(check, RUNS);
  });

  test("words that say nothing leave no remainder around a value", () => {
    const before = fc.constantFrom("嗯", "嗯那个", "就是", "是", "应该是", "就填");
    const after = fc.constantFrom("", "吧", "了", "呢");
    const values = fc.oneof(
      percents.map((one) => ({ ...one, asked: percent })),
      days.map((one) => ({ ...one, asked: date })),
      mobiles.map((one) => ({ ...one, asked: phone })),
    );
    const check = fc.property(values, before, after, ({ typed, value, asked }, lead, end) => {
      const parsed = parseAnswer(asked, `${lead}${typed}${end}`, when);
      expect([value, false]).toContain(parsed.ok ? parsed.value : false);
      expectStable(asked, parsed);
    });
    fc.assert(check, RUNS);
  });

  test("day and month are never guessed", () => {
    const number = fc.integer({ min: 1, max: 12 });
    const check = fc.property(number, number, fc.constantFrom("/", "-", "."), (first, second, mark) => {
      fc.pre(first !== second);
      const parsed = parseAnswer(date, [first, second, 2020].join(mark), when);
      expect(parsed).toMatchObject({ ok: false, readings: { length: 2 } });
      expectStable(date, parsed);
    });
    fc.assert(check, RUNS);
  });

  test("a declaration keeps its day and all of its words", () => {
    const check = fc.property(days, words, fc.constantFrom("，", " ", "；"), (day, more, mark) => {
      fc.pre(!/20\d\d年/.test(more));
      const said = cleanLine(day.typed).replace(/^截至/, "");
      const parsed = parseAnswer(accident, `有${mark}${said}${mark}${more}`, when);
      expect(parsed).toMatchObject({ ok: true, value: { details: { happenedOn: day.value, accidentKind: more } } });
      expectStable(accident, parsed);
    });
    fc.assert(check, RUNS);
  });

  test("a choice is found by its sign, number or name", () => {
    const check = fc.property(fc.nat(3), fc.nat(6), (at, form) => {
      const option = ownersBody.options?.[at];
      const text = option?.text ?? "";
      const number = at + 1;
      const forms = [
        text,
        `${number}`,
        `${number}\ufe0f\u20e3`,
        `（${number}）`,
        `${number} ${text}`,
        `第${inChinese(number)}个`,
      ];
      const parsed = parseAnswer(ownersBody, forms[form] ?? `${number}.${text}。`, when);
      expect(readAs(parsed)).toBe(option?.value);
      expectStable(ownersBody, parsed);
    });
    fc.assert(check, RUNS);
  });

  test("a text is kept whole, with the commands, dates and quotes in it", () => {
    const check = fc.property(decorated(words), (typed) => {
      const parsed = parseAnswer(question("text"), typed, when);
      expect(readAs(parsed)).toBe(cleanLine(typed));
      expectStable(question("text"), parsed);
    });
    fc.assert(check, RUNS);
  });

  test("fillers, the own label and what was taken back are no part of an answer", () => {
    const opening = fc.constantFrom("", "嗯 ", "那个，", "嗯 那个 ", "嗯，");
    const behind = fc.constantFrom("是", "：", " ", "应该是", "呢是", "还是", "就是");
    const names = fc.constantFrom(
      "锦绣花园",
      "塔山小区",
      "和平新村",
      "舜江名邸（一期）",
      "3号院",
      "等慈路小区",
      "明天城",
    );
    const end = fc.constantFrom("", "。", " ", "\u200b");
    const taken = fc.option(names, { nil: undefined });
    const asked = question("text", { label: "小区名称" });
    const check = fc.property(opening, behind, names, end, taken, (before, verb, name, after, wrong) => {
      fc.pre(wrong !== name);
      const said = wrong === undefined ? name : `${wrong}，不对，应该是${name}`;
      const parsed = parseAnswer(asked, `${before}小区名称${verb}${said}${after}`, when);
      expect(readAs(parsed)).toBe(name);
      expectStable(asked, parsed);
    });
    fc.assert(check, RUNS);
  });

  test("what stands around paragraphs is none of them, and is never recorded without a question", () => {
    const body = fc.constantFrom(
      "小区由党支部牵头，业委会和物业三方联动，垃圾分类入户宣传到位。",
      "一、建成于2008年。\n二、管理规范，无投诉。",
      "二期于2021年交付，收缴率97.3%，公共收益每季度公示。",
      "本小区共12幢856户，健身场地不对外开放。",
    );
    const lead = fc.constantFrom("", "申报材料是", "申报材料就是", "嗯材料是", "材料写", "申报材料：");
    const around = fc.constantFrom(
      "",
      "\n\n--\n周红英\n0575-87018888",
      "\n\n周红英\n诸暨市住房和城乡建设局物业科\n电话：0575-87018888",
      "\n发自我的iPhone",
      "\n提交\n周红英",
      "\n保存退出",
      "\n诸暨市住房和城乡建设局\n2023年8月28日",
    );
    const asked = question("longText", { label: "申报材料", maxCharacters: 800, overflow: true });
    const check = fc.property(lead, body, around, fc.constantFrom("", "\u200b", " "), (before, text, foot, end) => {
      const parsed = parseAnswer(asked, `${before}${text}${foot}${end}`, when);
      if (foot === "") expect(readAs(parsed)).toBe(text);
      else expect(parsed).toMatchObject({ ok: false, content: text });
      expectStable(asked, parsed);
    });
    fc.assert(check, { ...RUNS, numRuns: 820 });
  });

  test("an assent is no content, and the same message again answers nothing else", () => {
    const assent = fc.constantFrom("y", "嗯", "好", "ok", "对", "行", "是", "好的", "👍");
    const fields = form.fields.filter(({ kind }) => kind === "text" || kind === "longText" || kind === "phone");
    const check = fc.property(
      fc.constantFrom(...fields),
      words,
      assent,
      decorated(assent),
      (field, text, one, other) => {
        const open = { ...begin(form), at: field.key };
        const once = step(form, open, { text, ...when });
        const twice = step(form, once.state, { text: `${text} `, ...when });
        if (Object.keys(once.state.answers).length > 0) expect(twice.state.answers).toEqual(once.state.answers);
        for (const said of [one, other]) expect(step(form, open, { text: said, ...when }).state.answers).toEqual({});
      },
    );
    fc.assert(check, { ...RUNS, numRuns: 500 });
  });

  test("rows of points are all recorded, each with its reason", () => {
    const row = fc.tuple(fc.nat(3), fc.option(words, { nil: undefined }));
    const lines = fc.array(row, { minLength: 1, maxLength: 5 });
    const check = fc.property(lines, fc.constantFrom("\n", "；", ";\n", "，"), (given, mark) => {
      const entries = given.map(([points, reason], at) => ({
        row: `3-${at + 1}`,
        points,
        ...(reason === undefined ? {} : { reason }),
      }));
      const typed = entries
        .map(({ row: id, points, reason }) => `${id} ${points}${reason ? ` ${reason}` : ""}`)
        .join(mark);
      expect(readScoreLine(rules, typed)).toEqual({ kind: "points", entries });
      expect(readScoreLine(rules, showEntries(entries))).toEqual({ kind: "points", entries });
    });
    fc.assert(check, RUNS);
  });

  test("rows of points in any spelling, also as rows of a table", () => {
    const spelt: readonly ((row: number, points: number) => string)[] = [
      (row, points) => `3-${row}：${points}分`,
      (row, points) => `三杠${inChinese(row)}打${points}分`,
      (row, points) => `三之${inChinese(row)} ${points}`,
      (row, points) => `第三部分第${inChinese(row)}项${points}分`,
      (row, points) => `3-${row}改为${points}`,
      (row, points) => `3-${row}\t评选标准\t${most[row - 1] ?? 0}\t${points}`,
      (row, points) => `3-${row}（${most[row - 1] ?? 0}分）：${points}分`,
    ];
    const most = [4, 5, 3, 4, 5, 5, 5, 4, 5];
    const rows = fc.uniqueArray(fc.record({ row: fc.integer({ min: 1, max: 9 }), points: fc.nat(3), as: fc.nat(6) }), {
      selector: ({ row }) => row,
      minLength: 1,
      maxLength: 5,
    });
    const check = fc.property(rows, (given) => {
      const typed = given.map(({ row, points, as }) => spelt[as]?.(row, points) ?? "").join("\n");
      const entries = given.map(({ row, points }) => ({ row: `3-${row}`, points }));
      expect(readScoreLine(rules, typed)).toEqual({ kind: "points", entries });
    });
    fc.assert(check, RUNS);
  });

  test("numbers with a text: no number is lost, no word is cut", () => {
    const check = fc.property(
      fc.uniqueArray(fc.integer({ min: 1, max: 30 }), { minLength: 1, maxLength: 4 }),
      words,
      (numbers, text) => {
        const list = numbers.join("、");
        expect(readPlaces(list)).toMatchObject({ kind: "read", value: numbers });
        expect(readPlacedText(`${list} ${text}`)).toMatchObject({ kind: "read", value: { numbers, text } });
      },
    );
    fc.assert(check, RUNS);
  });
});

const pieces = fc.constantFrom(
  ..."0123456789.%-／／（），。；年月日号分成点十百二五九有无没待定第个 \n\u0000",
  ..."😀a１\ud800",
  "2022年5月1日",
  "附页",
  "满分",
  "人员伤亡",
  "业主",
  "138",
);
/** Any sign there is; drawn by its number, since a list of all of them takes a second to make. */
const signs = fc.array(fc.integer({ min: 0, max: 0x10ffff }).map((code) => String.fromCodePoint(code)));
const wild = fc.oneof(
  fc.array(pieces, { maxLength: 12 }).map((parts) => parts.join("")),
  fc.oneof({ weight: 9, arbitrary: signs.map((all) => all.join("")) }, fc.constantFrom("__proto__", "toString", "key")),
);

const questions = [...form.fields, date, question("points", { max: 6 })];

test.each(questions.map((one) => [one.label, one.kind, one] as const))(
  "%s (%s): whatever is typed is read, echoed the same or answered with a sentence",
  (_label, _kind, asked) => {
    const check = fc.property(wild, (typed) => {
      const parsed = parseAnswer(asked, typed, when);
      expect(parsed.ok ? parsed.shown : parsed.retry).not.toBe("");
      expectStable(asked, parsed);
    });
    fc.assert(check, { seed: RUNS.seed, numRuns: 130 });
  },
);
