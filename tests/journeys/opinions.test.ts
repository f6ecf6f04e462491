import { afterAll, beforeAll, describe, expect } from "vitest";
import { compounds } from "../../demo/compounds.ts";
import { checkNumber, checkQr, shownCheckNumber } from "../../src/campaign/application/check-number.ts";
import { opinionPhrases, opinionRefusals } from "../../src/campaign/application/opinions/phrases.ts";
import { scanPhrases } from "../../src/campaign/application/opinions/scans/phrases.ts";
import { pdfOf, pictureOf } from "../platform/documents/support/scan.ts";
import { meaningOf } from "./campaign-state.ts";
import { connect } from "./database.ts";
import { cardTexts, readAll, refusal } from "./reading.ts";
import { nouns } from "./shaoxing-words.ts";
import { story } from "./story.ts";
import type { World } from "./world.ts";
import { worldAt } from "./world-at.ts";

const OFFICER = "keqiao-1";
const [first, second] = compounds.filter(({ district }) => district === "keqiao").map(({ name }) => name);
const name = first ?? "";
const other = second ?? "";

const step = story();
let world: World;

beforeAll(async () => {
  world = await worldAt("9月13日");
});
afterAll(() => world.end());

const says = async (userId: string, text: string): Promise<string> =>
  readAll((await world.as(userId).says(text)).filter(({ kind }) => kind === "markdown")).join("\n");

/** The newest card of a person with this title. */
const card = async (userId: string, title: string): Promise<string> =>
  cardTexts(await world.as(userId).messages()).findLast((text) => text.includes(title)) ?? "";

const drops = async (content: Buffer, file: string): Promise<string> =>
  readAll((await world.as(OFFICER).drops({ name: file, content })).filter(({ kind }) => kind === "markdown")).join(
    "\n",
  );

const opinionsCard = (of = name) => card(OFFICER, opinionPhrases.title("附件3", of));

interface Paper {
  number: string;
  code: string;
}

/** The check number that stands on the paper of a submission. */
async function paperOf(compound: string, revision: number): Promise<Paper> {
  const database = await connect(world);
  const rows = await database.query<{ caseId: string; revision: number; contentHash: string }>(
    `select r.case_id as "caseId", r.revision, r.content_hash as "contentHash" from application_revision r
     join application a on a.id = r.case_id where a.compound_name = '${compound}' order by r.revision`,
  );
  await database.close();
  const row = rows.find((one) => one.revision === revision);
  if (!row) throw new Error(`${compound} has no submission ${revision}`);
  const number = checkNumber(row);
  return { number: shownCheckNumber(number), code: checkQr("form", [number]) };
}

async function changes(...answers: readonly string[]): Promise<void> {
  await world.as(OFFICER).says(`修改申报 ${name}`);
  for (const answer of answers) await world.as(OFFICER).says(answer);
  await world.as(OFFICER).says("提交");
}

describe("opinions, one by one", () => {
  step("the card says whose are missing, and in which order they come", async () => {
    await world.as(OFFICER).says(`意见 ${name}`);

    const shown = await opinionsCard();
    expect(shown).toContain("已登记0/4");
    expect(shown).toContain("属地社区意见");
    expect(shown).toContain("下一项：业委会意见。");
    expect(shown).toContain("市级核验之后，由市级填写");
  });

  step("out of order, without a day, with a day to come: one sentence each, and nothing is recorded", async () => {
    expect(await says(OFFICER, `意见 ${name} 社区 同意 9月5日`)).toBe(
      refusal(opinionRefusals.before("属地社区", "业委会")),
    );
    expect(await says(OFFICER, `意见 ${name} 业委会 同意`)).toContain("没有写明日期，未作任何改动");
    expect(await says(OFFICER, `意见 ${name} 业委会 同意 9月14日`)).toContain("在今天之后");
    expect(await says(OFFICER, `意见 ${name} 业委会 9月5日`)).toContain("没有写明同意或不同意");
    expect(await opinionsCard()).toContain("已登记0/4");
  });

  step("the city's comes after 核验: it is said when that is", async () => {
    expect(await says(OFFICER, `意见 ${name} 市局 同意 9月5日`)).toBe(
      refusal(opinionRefusals.later("市住房和城乡建设局", "（核查推荐阶段，9月21日至10月14日）", nouns)),
    );
  });

  step("by words and by card; the same said twice counts once", async () => {
    expect(await says(OFFICER, `意见 ${name} 业委会 同意申报 9月4日 盖章单位 ${name}业主委员会`)).toContain(
      "已登记业委会意见。",
    );
    expect(await says(OFFICER, `意见 ${name} 业委会 同意申报 9月4日`)).toContain("未重复登记");
    await world.as(OFFICER).submits({ 属地社区意见日期: "2023-09-05" });

    const shown = await opinionsCard();
    expect(shown).toContain("已登记2/4");
    expect(shown).toContain(`同意，9月4日，“同意申报”，盖章：${name}业主委员会，盖章件待补`);
    expect(shown).toContain("下一项：属地街道（乡镇）意见。");
    const { actual } = await meaningOf(world);
    expect(actual.opinion).toHaveLength(2);
  });

  step("the card of the case says what is missing", async () => {
    expect(await card(OFFICER, `${name}`)).toContain("附件3意见已登记2/4，尚未登记：属地街道（乡镇）、区（县、市）");
  });

  step("nobody outside the district sees them before the list is reported", async () => {
    expect(await says("yuecheng-1", `意见 ${name} 街道 同意 9月6日`)).toContain("没有名为");
    expect(await says("maxiaohan", `意见 ${name}`)).toContain("还没有已报送的申报");
  });
});

describe("a stamped scan", () => {
  step("is known by its code, filed, and ticked for all offices on it", async () => {
    const { number, code } = await paperOf(name, 1);
    const offered = await drops(await pictureOf(code), "图片.png");

    expect(offered).toContain(`收到盖章件：${name}`);
    expect(offered).toContain(`按校验号${number}识别，为第1次提交的申报表，即现行的一次`);
    await world.as(OFFICER).says(`申报表盖章件 ${number}`);
    await world.as(OFFICER).submits({
      业委会意见日期: "2023-09-04",
      属地社区意见日期: "2023-09-05",
      "属地街道（乡镇）意见日期": "2023-09-08",
    });

    expect(await card(OFFICER, `附件3盖章件：${name}`)).toContain(
      "据此登记的意见：业委会、属地社区、属地街道（乡镇）。",
    );
    const shown = await opinionsCard();
    expect(shown).toContain("已登记3/4");
    expect(shown).toContain("同意，9月8日，见盖章件1");
  });

  step("sent twice it is filed once", async () => {
    const { number, code } = await paperOf(name, 1);
    await drops(await pictureOf(code), "图片.png");

    expect(await says(OFFICER, `申报表盖章件 ${number}`)).toContain("同一文件此前已归档，未重复归档。");
    expect((await meaningOf(world)).actual.attachment).toHaveLength(1);
  });

  step("without a readable code the number is asked for, and a mistyped one is refused", async () => {
    const { number } = await paperOf(name, 1);
    expect(await drops(pdfOf(undefined), "扫描件.pdf")).toContain("[附件3盖章件]");
    expect(await says(OFFICER, "申报表盖章件 扫描件.pdf")).toContain("请回复页脚的校验号（10位数字）");
    const wrong = `${number.slice(0, -1)}${(Number(number.at(-1)) + 1) % 10}`;

    expect(await says(OFFICER, wrong)).toBe(refusal(scanPhrases.wrongNumber(wrong)));
    await world.as(OFFICER).says(number);
    expect(await card(OFFICER, `附件3盖章件：${name}`)).toContain("为第1次提交的申报表");
    await world.as(OFFICER).submits({ "区（县、市）住房和城乡建设局意见日期": "2023-09-11" });
    expect(await opinionsCard()).toContain("已登记4/4");
  });

  step("of another district's case it is not known", async () => {
    const [elsewhere] = compounds.filter(({ district }) => district === "yuecheng");
    const { code, number } = await paperOf(elsewhere?.name ?? "", 1);

    expect(await drops(await pictureOf(code), "图片.png")).toContain(scanPhrases.foreign(number));
  });
});

describe("a change of the form", () => {
  step("of a phone number leaves all opinions as they are", async () => {
    await changes("改 申报单位负责人电话 0575-84000001");

    expect(await opinionsCard()).toContain("已登记4/4");
  });

  step("of the address asks for them to be confirmed, and erases nothing", async () => {
    await changes("改 小区地址 新安路9号");

    const shown = await opinionsCard();
    expect(shown).toContain("4项须重新确认");
    expect(shown).toContain("须重新确认（9月8日同意，其后改动了小区地址）");
    expect((await meaningOf(world)).actual.opinion).toHaveLength(6);
    expect(await says(OFFICER, "进度")).toContain("，申报表改动前的意见须重新确认");
    await world.as(OFFICER).says("待办");
    expect(await card(OFFICER, "待办")).toContain(`${name}：申报表改动前的意见须重新确认`);
  });

  step("a scan of the paper of before says so", async () => {
    const { code } = await paperOf(name, 1);
    const offered = await drops(pdfOf(code), "旧件.pdf");

    expect(offered).toContain("为第1次提交的申报表，现行的是第3次提交，其后改动了小区地址，据此登记的意见须重新确认");
  });

  step("更正笔误 keeps them; taken back they wait again; 确认原意见 ends it", async () => {
    expect(await says(OFFICER, `更正笔误 ${name}`)).toContain(opinionPhrases.slipMarked(["小区地址"], nouns));
    expect(await opinionsCard()).toContain("第3次提交的改动标为更正笔误");
    expect(await opinionsCard()).toContain("已登记4/4");
    expect(await says(OFFICER, `撤销笔误 ${name}`)).toContain(opinionPhrases.slipRemoved());
    expect(await opinionsCard()).toContain("4项须重新确认");
    expect(await says(OFFICER, `确认原意见 ${name} 社区`)).toContain("已确认属地社区仍为原意见。");
    expect(await opinionsCard()).toContain("3项须重新确认");
    await world.as(OFFICER).says(`确认原意见 ${name}`);

    const shown = await opinionsCard();
    expect(shown).toContain("已登记4/4");
    expect(shown).toContain("9月13日确认改动后仍有效");
  });

  step("a recording that was wrong is taken back, and the one before counts again", async () => {
    expect(await says(OFFICER, `撤回意见 ${name} 区局`)).toContain("已撤回登记的区（县、市）住房和城乡建设局意见");
    expect(await opinionsCard()).toContain("1项须重新确认");
    await world.as(OFFICER).says(`确认原意见 ${name}`);
  });

  step("a scan is taken back with a trace", async () => {
    expect(await says(OFFICER, `撤回盖章件 ${name}`)).toContain(`已撤回盖章件：${name}`);
    const filed = (await meaningOf(world)).actual.attachment as { state: string }[];
    expect(filed.map(({ state }) => state)).toEqual(expect.arrayContaining(["filed", "withdrawn"]));
    expect(await opinionsCard()).toContain("盖章件待补");
  });
});

describe("the papers", () => {
  step("the district says which copy is where", async () => {
    expect(await says(OFFICER, `纸质件 ${name} 第1份、第2份 区局 9月12日`)).toContain(
      "已登记：第1份、第2份在区（县、市）",
    );
    await world.as(OFFICER).says(`纸质件 ${name}`);
    await world.as(OFFICER).submits({ 哪几份: ["3"], 现在何处: "applicant", 自哪一天起: "2023-09-12" });

    expect(await card(OFFICER, `附件3纸质件：${name}`)).toContain("已登记3/3份");
    expect(await says(OFFICER, `纸质件 ${name} 第4份 区局 9月12日`)).toContain("没有第4份");
  });

  step("once the list is reported, the city sees opinions and scans, and ticks off what came", async () => {
    expect(await says(OFFICER, `意见 ${name} 区局 不同意 9月12日`)).toMatch(
      /替代此前登记的区（县、市）住房和城乡建设局同意（9月\d+日），原登记留存。/,
    );
    await world.as(OFFICER).says("推荐");
    const against = `以下意见为不同意，不影响报送，请研究：\n- ${name}：区（县、市）`;
    expect(await card(OFFICER, "柯桥区　推荐名单")).toContain(against);
    await world.as(OFFICER).says("1、2");
    expect(await card(OFFICER, "柯桥区　推荐名单")).toContain(against);
    await world.as(OFFICER).says("报送");
    expect(await card(OFFICER, "柯桥区　推荐名单")).toContain(against);
    await world.as("maxiaohan").says(`意见 ${name}`);
    const seen = await card("maxiaohan", opinionPhrases.title("附件3", name));

    expect(seen).toContain("已登记4/4");
    expect(seen).not.toContain("在下方填写");
    expect(await says("maxiaohan", `意见 ${name} 社区 同意 9月5日`)).toContain("由柯桥区经办人登记");
    const files = await world.as("maxiaohan").says(`查看盖章件 ${name}`);
    expect(files.map(({ kind }) => kind)).toContain("image");
    await world.as("maxiaohan").says("纸质件");
    expect(await card("maxiaohan", "附件3纸质件")).toContain(other);
    expect(await says("maxiaohan", `收到纸质件 ${name}`)).toContain(`已登记收到${name}的纸质件`);
    expect(await says(OFFICER, `纸质件 ${name} 第1份 社区 9月12日`)).toContain("市级已登记收到");
  });

  step("the journal replays to the same", async () => {
    const database = await connect(world);
    const { replayed, actual, verified } = await database.replay();
    await database.close();

    expect(replayed).toEqual(actual);
    expect(verified.broken).toBeUndefined();
  });
});
