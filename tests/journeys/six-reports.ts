import { line, wordOf } from "../platform/documents/support/word.ts";
import { answerIn, read, readAll } from "./reading.ts";
import { fileIn, type Opened } from "./second-reader.ts";
import type { World } from "./world.ts";

export const PARTS = ["活动开展情况", "主要做法成效", "存在问题", "下一步工作建议"] as const;
export const REPORTING = {
  越城区: "yuecheng",
  柯桥区: "keqiao",
  上虞区: "shangyu",
  诸暨市: "zhuji",
  嵊州市: "shengzhou",
  新昌县: "xinchang",
} as const;
export type Reporting = keyof typeof REPORTING;

/** What a district says of a part; nobody else says it. */
export const wordsOf = (district: Reporting, part: string): string =>
  `${district}的${part}：各街道逐个小区走访，问题清单逐项销号。`;

const headed = (district: Reporting, parts: readonly string[], first = 0): string[] =>
  parts.flatMap((part, at) => [`${"一二三四"[first + at]}、${part}`, wordsOf(district, part)]);

const whole = (district: Reporting): string[] => [
  `${district}工作报告`,
  ...headed(district, PARTS),
  `${district}的经验做法已在辖区内推广实施。`,
];

/** What districts asked of the city; one is not closed. */
export const OPEN = { about: "瓜渚湖畔", content: "充电桩用电增容", answer: "已商供电公司，十月底前完成。" };
export const CLOSED = { about: "浣纱名苑", content: "老旧管网改造" };
export const CASE_STUDY = "“红色管家”党建联建案例：推行三方联席会议，解决停车难等问题二十三件。";

/** Each district hands in its report in another way. */
export interface SixReports {
  /** Answers to what each of them did last. */
  handIn(): Promise<Record<Reporting, string>>;
  /** The organizer's draft of the summary. */
  summary(): Promise<{ said: string; file: Opened }>;
  /** All reports at once. */
  zips(): Promise<Opened[]>;
}

export function sixReports(world: World): SixReports {
  const of = (district: Reporting) => world.as(`${REPORTING[district]}-1`);
  const says = async (district: Reporting, text: string): Promise<string> =>
    readAll(await of(district).says(text)).join("\n");
  const drops = async (district: Reporting, name: string, lines: readonly string[]): Promise<string> =>
    readAll(await of(district).drops({ name, content: await wordOf(lines.map(line)) })).join("\n");
  const ways: Record<Reporting, () => Promise<string>> = {
    async 越城区() {
      await says("越城区", "工作报告");
      return drops("越城区", "越城区工作报告.docx", whole("越城区"));
    },
    async 柯桥区() {
      await says("柯桥区", "工作报告");
      const { toast = "" } = await of("柯桥区").submits({ text: whole("柯桥区").join("\n") }, { form: "report" });
      return toast;
    },
    async 上虞区() {
      for (const part of PARTS) await says("上虞区", `补充工作报告 ${part}：${wordsOf("上虞区", part)}`);
      await says("上虞区", "补充工作报告 推广实施：上虞区的经验做法已在辖区内推广实施。");
      return says("上虞区", "报送工作报告");
    },
    async 诸暨市() {
      const [first, second] = [PARTS.slice(0, 2), PARTS.slice(2)];
      await says("诸暨市", "工作报告");
      await drops("诸暨市", "诸暨市工作报告（上）.docx", ["诸暨市工作报告", ...headed("诸暨市", first)]);
      await drops("诸暨市", "诸暨市工作报告（下）.docx", [
        ...headed("诸暨市", second, 2),
        "诸暨市的经验做法已在辖区内推广实施。",
      ]);
      return says("诸暨市", "并入工作报告 诸暨市工作报告（下）.docx");
    },
    async 嵊州市() {
      const thin = whole("嵊州市").filter((text) => text !== wordsOf("嵊州市", "存在问题"));
      await says("嵊州市", `/工作报告 ${thin.join("\n")}`);
      await says("嵊州市", "确认报送");
      await world.as("maxiaohan").says("退回工作报告 嵊州市 10月20日 存在问题没有内容");
      await says("嵊州市", `/工作报告 ${whole("嵊州市").join("\n")}`);
      return says("嵊州市", "确认报送");
    },
    async 新昌县() {
      await world.advanceTo("2023-10-23T10:00:00+08:00");
      await says("新昌县", `/工作报告 ${whole("新昌县").join("\n")}`);
      return says("新昌县", "确认报送");
    },
  };
  async function besides(): Promise<void> {
    await says("柯桥区", `申请支持 ${OPEN.about}：${OPEN.content}`);
    await world.as("maxiaohan").says(`答复支持 1 ${OPEN.answer}`);
    await says("诸暨市", `申请支持 ${CLOSED.about}：${CLOSED.content}`);
    await says("诸暨市", "办结支持 2 已列入计划");
    await says("上虞区", `典型案例 ${CASE_STUDY}`);
  }

  return {
    async handIn() {
      await world.advanceTo("2023-10-18T10:00:00+08:00");
      await besides();
      const answers: [string, string][] = [];
      for (const [district, way] of Object.entries(ways)) answers.push([district, await way()]);
      return Object.fromEntries(answers) as Record<Reporting, string>;
    },
    async summary() {
      const messages = await world.as("maxiaohan").says("活动总结");
      const file = messages.find((message) => message.file);
      if (!file) throw new Error("no summary came");
      return { said: read(answerIn(messages)), file: await fileIn(world, file) };
    },
    async zips() {
      const messages = await world.as("maxiaohan").says("导出 工作报告");
      return Promise.all(messages.filter(({ file }) => file).map((message) => fileIn(world, message)));
    },
  };
}
