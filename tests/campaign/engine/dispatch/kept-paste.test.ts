import { describe, expect, test } from "vitest";
import type { PersonContext } from "../../../../src/campaign/engine/context.ts";
import {
  correctKept,
  isSameText,
  keepPaste,
  keptPaste,
  leaveKept,
  offersPaste,
  saidOfKept,
  withKept,
} from "../../../../src/campaign/engine/dispatch/kept-paste.ts";
import type { Command } from "../../../../src/campaign/engine/feature.ts";

const REGISTER = { id: "application.record", words: ["登记意见"] } as unknown as Command;

/** A person with drafts of their own, and what was replied. */
function someone() {
  const drafts: { body: unknown; state?: string }[] = [];
  const replies: string[] = [];
  const context = {
    ...{ place: "direct", person: { staffId: "zhuji-1" }, now: new Date("2023-08-28T09:00:00+08:00") },
    drafts: {
      unfinished: async () => drafts.filter(({ state }) => state !== "done"),
      start: async ({ body }: { body: unknown }) => void drafts.push({ body }),
      save: async (draft: object, change: object) => void Object.assign(draft, change),
    },
    dialogue: { current: async () => undefined, open: async () => undefined },
    contributions: async () => [true],
    reply: async (view: unknown) => void replies.push(JSON.stringify(view)),
  } as unknown as PersonContext;
  return { context, replies };
}

const SAID = "社区 不同意 停车乱 8.26";
async function kept(name = "登记意见 江东花园") {
  const one = someone();
  await keepPaste(one.context, [{ name, typed: `${name} ${SAID}` }], SAID);
  return one;
}
const offers = (context: PersonContext, rest: string) =>
  offersPaste(context, { words: "登记意见", rest, verbatim: rest }, { isChosen: false });

describe("a text that is kept for a case", () => {
  test.each(["江东花园", "江东"])("is offered for it, called %s", async (rest) => {
    const { context, replies } = await kept();
    expect(await offers(context, rest)).toBe(true);
    expect(replies[0]).toContain(`用于登记意见 ${rest}`);
  });

  test("is offered for no other, and stays", async () => {
    const { context, replies } = await kept();
    expect(await offers(context, "浣江锦苑")).toBe(false);
    expect(replies).toEqual([]);
    expect(await keptPaste(context)).toHaveLength(1);
  });

  test("that names none is offered for the one that is named", async () => {
    const { context } = await kept("登记意见");
    expect(await offers(context, "浣江锦苑")).toBe(true);
  });

  test("is taken by what its button says, also later", async () => {
    const { context } = await kept();
    const typed = `登记意见 江东花园 ${SAID}`;
    expect(await saidOfKept(context, "用于登记意见 江东花园", [REGISTER])).toBe(typed);
    expect(await saidOfKept(context, "用于登记意见 浣江锦苑", [REGISTER])).toBe("用于登记意见 浣江锦苑");
    expect(await saidOfKept(context, "用于采购", [REGISTER])).toBe("用于采购");
  });

  test("ends with 不用这段内容, and is named", async () => {
    const { context, replies } = await kept();
    expect(await saidOfKept(context, "不用这段内容", [REGISTER])).toBeUndefined();
    expect(replies.join("")).toContain(SAID);
    expect(await keptPaste(context)).toEqual([]);
    expect(await saidOfKept(context, "不用这段内容", [REGISTER])).toBe("不用这段内容");
  });

  test("ends with 取消; where nothing is kept nothing is said", async () => {
    const { context } = await kept();
    expect((await leaveKept(context)).join("")).toContain("不再保留");
    expect(await leaveKept(context)).toEqual([]);
  });

  test("with its day corrected is taken once: nothing of it waits afterwards", async () => {
    const { context } = await kept();
    const typed = `登记意见 江东花园 ${SAID.replace("8.26", "8.27")}`;
    await correctKept(context, [{ name: "登记意见 江东花园", typed }], { from: "8.26", to: "8.27" });
    const verbatim = typed.replace("登记意见 ", "");
    await offersPaste(context, { words: "登记意见", rest: verbatim, verbatim }, { isChosen: true });
    expect(await keptPaste(context)).toEqual([]);
  });
});

describe("a further text for the same", () => {
  const name = "登记意见 江东花园";
  const further = (said: string, about: readonly string[]) => [
    { name, typed: `${name} ${said}`, joins: true as const, about },
  ];

  test("is gone on with", async () => {
    const { context } = await kept(name);
    const { joined, text } = await withKept(context, further("街道 同意 8.27", ["街道"]), "街道 同意 8.27");
    expect({ joined, text }).toEqual({ joined: SAID, text: `${SAID}\n街道 同意 8.27` });
  });

  test("that speaks of the same office takes the place of the one before", async () => {
    const { context } = await kept(name);
    const anew = further("社区 同意 8.27", ["社区居委会", "社区"]);
    expect(await withKept(context, anew, "社区 同意 8.27")).toEqual({ choices: anew, text: "社区 同意 8.27" });
    expect(await keepPaste(context, anew, "社区 同意 8.27")).toBe(SAID);
  });
});

describe("a text that was registered through a button", () => {
  const table = "单位\t意见\t签字人\t日期\n业委会\t同意申报\t孙国良\t2023.8.20";

  test.each([
    [`登记意见 ${table}`, table],
    [`登记意见 ${table}`, "百悦澜湾花园\t意见\t签字人\t日期\n业委会\t同意申报\t孙国良\t2023.8.20"],
    ["登记意见 雅园 社区 同意申报 孙国良 8月20日", "雅苑 社区 同意申报 孙国良 8月20日"],
    ["登记意见 社区 同意 9月5日", "社区 同意 9月5日"],
  ])("%j waits no more behind %j", (typed, said) => {
    expect(isSameText(typed, said)).toBe(true);
  });

  test.each([
    [`登记意见 ${table}`, "业委会 同意 8月21日"],
    [`登记意见 ${table}`, ""],
    ["登记意见 雅园 同意", "雅苑 同意"],
  ])("%j waits behind %j", (typed, said) => {
    expect(isSameText(typed, said)).toBe(false);
  });
});
