import { afterAll, beforeAll, describe, expect } from "vitest";
import { answerIn, read } from "./reading.ts";
import { story } from "./story.ts";
import type { Message, World } from "./world.ts";
import { worldAt } from "./world-at.ts";

let world: World;

beforeAll(async () => {
  world = await worldAt("8月21日");
});
afterAll(() => world.end());

const answerTo = (messages: readonly Message[]): Message => answerIn(messages);
const textOf = (messages: readonly Message[]): string => read(answerTo(messages));

describe("a clerk who answers what stands further up", () => {
  const step = story();
  const clerk = () => world.as("keqiao-1");
  const asked: Message[] = [];
  const OPEN = "请填写【审批单位】";

  step("an answer that quotes an earlier question goes to it, and the open one is asked again", async () => {
    await clerk().says("申报");
    asked.push(answerTo(await clerk().says("滨河花园")));
    asked.push(answerTo(await clerk().says("滨河花园业主委员会")));
    await clerk().says("业主组织");
    expect(read(asked[0] ?? never())).toContain("【申报单位】");

    const answer = textOf(await clerk().says("滨河花园业主大会", { quote: asked[0]?.id ?? "" }));

    expect(answer).toContain("已记录　申报单位：滨河花园业主大会");
    expect(answer).toContain(OPEN);
  });

  step("a question left for a day steps aside with a word, and 继续 goes on with it", async () => {
    await world.advanceTo("2023-08-22T12:00:00+08:00");
    const said = (await clerk().says("进度")).map(read);
    expect(said.at(-1)).toContain("“滨河花园”的申报表尚未办完，已暂放");
    expect(textOf(await clerk().says("区建设局"))).toContain("未能识别");
    expect(textOf(await clerk().says("继续"))).toContain(OPEN);
  });

  step("a quoted message that asks nothing takes no answer while a question is open", async () => {
    const [progress] = (await clerk().messages()).filter((message) => read(message).includes("办理进度"));
    const answer = textOf(await clerk().says("柯桥区住房和城乡建设局", { quote: progress?.id ?? "" }));
    expect(answer).toBe(read(answerTo(await clerk().messages())));
    expect(answer).toContain("您引用的消息不等待答复");
  });

  step("after a day a text may be no answer any more, so it is asked about", async () => {
    await world.advanceTo("2023-08-23T13:00:00+08:00");
    expect(textOf(await clerk().says("柯桥区住房和城乡建设局"))).toContain("是对该问题的答复吗");
    expect(textOf(await clerk().says("内容：柯桥区住房和城乡建设局"))).toContain("已记录");
  });

  step("小区地址改为… changes the field of the form that is open, beside its question and outside", async () => {
    expect(textOf(await clerk().says("申报单位改为滨河花园业委会"))).toContain("已记录　申报单位：滨河花园业委会");
    await clerk().says("保存退出");
    expect(textOf(await clerk().says("把滨河花园的小区地址改成滨河路8号"))).toContain("已记录　小区地址：滨河路8号");
  });

  step("the answer to 请选择 goes to no other open question: by number or name, else it is asked again", async () => {
    await clerk().says("另填一份 湖滨小区");
    expect(textOf(await clerk().says("继续填写"))).toContain("请选择接着填写");
    expect(textOf(await clerk().says("知道了，明天弄"))).toContain("请回复序号或名称");
    const shown = (await clerk().says("滨河花园")).map(read).join("\n");
    expect(shown).toContain("滨河花园");
    expect(shown).not.toContain("已记录");
    expect((await clerk().says("继续填写 湖滨")).map(read).join("\n")).toContain("湖滨小区申报表");
    expect(textOf(await clerk().says("同滨河花园"))).toContain("已记录　申报单位：滨河花园业委会");
    await clerk().says("保存退出");
  });

  step("of several open ones 继续 names each", async () => {
    const which = textOf(await clerk().says("继续"));
    expect(which).toContain("“滨河花园”的申报表");
    expect(which).toContain("“湖滨小区”的申报表");
    const change = textOf(await clerk().says("小区地址改为湖滨路1号"));
    expect(change).toContain("请选择修改哪一份");
    expect(textOf(await clerk().says("湖滨小区的小区地址改为湖滨路1号"))).toContain("已记录　小区地址：湖滨路1号");
    expect(textOf(await clerk().says("继续 滨河花园"))).toContain("滨河花园");
  });
});

function never(): never {
  throw new Error("nothing was asked");
}
