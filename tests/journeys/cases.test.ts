import { afterAll, beforeAll, expect } from "vitest";
import { compounds } from "../../demo/compounds.ts";
import { photoOf } from "../platform/documents/support/photo.ts";
import { connect } from "./database.ts";
import { answerIn, cardTexts, read } from "./reading.ts";
import { story } from "./story.ts";
import type { World } from "./world.ts";
import { worldAt } from "./world-at.ts";

const [OFFICER, OTHERS, ORGANIZER] = ["keqiao-1", "yuecheng-1", "maxiaohan"];
const [first = "", second = ""] = compounds.filter(({ district }) => district === "keqiao").map(({ name }) => name);
const elsewhere = compounds.find(({ district }) => district === "yuecheng")?.name ?? "";

const step = story();
let world: World;

beforeAll(async () => {
  world = await worldAt("9月13日");
});
afterAll(() => world.end());

const says = async (person: string, text: string): Promise<string> => read(answerIn(await world.as(person).says(text)));

/** The newest card of a case that a person has. */
const caseCard = async (person: string): Promise<string> =>
  cardTexts(await world.as(person).messages()).findLast((text) => /^(?:柯桥区　(?!推荐名单)|不能查看)/.test(text)) ??
  "";

step("its district opens a case, and each face is a redraw of the same card", async () => {
  await world.as(OFFICER).says(`查看 ${first}`);
  expect(await caseCard(OFFICER)).toContain(`柯桥区　${first} 初评已提交定稿　概况`);
  expect(await caseCard(OFFICER)).toContain("还缺：附件1尚未填报，意见已登记0/4。");
  const before = (await world.as(OFFICER).messages()).length;
  const faces: [string, string][] = [
    ["要求", "8-2　缴费率不低于95%"],
    ["评分", "3-5 环境卫生："],
    ["材料", "第1部分 □□□□□ 各条尚无"],
    ["经过", "柯桥区经办人1提交申报"],
    ["概况", "小区地址："],
  ];
  for (const [face, words] of faces) {
    await world.as(OFFICER).presses(face);
    expect(await caseCard(OFFICER)).toContain(`初评已提交定稿　${face}`);
    expect(await caseCard(OFFICER)).toContain(words);
  }
  expect((await world.as(OFFICER).messages()).length).toBe(before);
});

step("a photo that is filed fills its cell of the strip, on the card, in 进度, and row by row", async () => {
  await world.as(OFFICER).presses("材料");
  await world.as(OFFICER).drops([{ name: "1.jpg", content: await photoOf({ seed: 1 }) }], { text: `${first} 1-5` });
  await world.advanceTo("2023-09-13T09:01:00+08:00");

  expect(await caseCard(OFFICER)).toContain("第1部分 □□□□■ 已有1条，尚缺4条");
  expect(await caseCard(OFFICER)).toContain("1-5 党建活动场所：1份");
  expect(await says(OFFICER, "进度")).toContain(`证明材料1/25条：□□□□■ □□□□ □□□□□□□□□ □□□□□□□（■有□无）`);
});

step("nobody else sees it before 报送, and hears nothing that tells it from one that does not exist", async () => {
  const asked = async (person: string, name: string) => (await says(person, `查看 ${name}`)).replaceAll(name, "");

  for (const person of [OTHERS, ORGANIZER, "approver", "team-lead", "team-1", "administrator"]) {
    expect(await asked(person, first), person).toBe(await asked(person, "无此花园"));
    expect(await asked(person, first), person).not.toContain("小区地址");
  }
  expect(await says(OTHERS, "查看")).not.toContain(first);
});

step("from 报送 on the city sees it, without the whole numbers of persons; other districts still do not", async () => {
  await world.as(OFFICER).says("推荐");
  await world.as(OFFICER).says("1-2");
  await world.as(OFFICER).says("所缺");
  const page = cardTexts(await world.as(OFFICER).messages()).at(-1) ?? "";
  expect(page).toContain("柯桥区　推荐名单所缺");
  expect(page).toContain(`${first}\n- 证明材料缺24条（共25条）\n- 附件1尚未填报`);
  expect(page).toMatch(/- 现场：2-3、3-4/);
  expect(page).toContain(`${second}\n- 证明材料缺25条（共25条）`);
  expect(await says(ORGANIZER, "所缺 柯桥区")).toContain("柯桥区尚未报送推荐名单，报送后可以查看。");
  await world.as(OFFICER).presses("核对无误，报送");
  await world.as(ORGANIZER).says("所缺 柯桥区");
  expect(cardTexts(await world.as(ORGANIZER).messages()).at(-1)).toContain(`${first}\n- 证明材料缺24条（共25条）`);
  expect(await says(OTHERS, "所缺 柯桥区")).not.toContain("证明材料缺");
  await world.as(ORGANIZER).says(`查看 ${first}`);
  const card = await caseCard(ORGANIZER);

  expect(card).toContain(`柯桥区　${first} 推荐名单已报送　概况`);
  expect(card).toMatch(/申报单位负责人电话：\d{3}\*{4}\d{4}/);
  expect(card).toContain("个人信息仅显示部分，完整内容由所属地区掌握。");
  expect(card).toContain("证明材料1/25条");
  await world.as(ORGANIZER).presses("评分");
  expect(await caseCard(ORGANIZER)).toContain("3-5 环境卫生：");
  await world.as(ORGANIZER).presses("经过");
  expect(await caseCard(ORGANIZER)).toContain("报送推荐名单（第1版）");
  expect(await says("approver", "查看")).toContain(second);
  expect(await says(OTHERS, `查看 ${first}`)).toContain(`没有名为“${first}”的已提交的申报`);
  expect(await says(OTHERS, "查看")).toContain(elsewhere);
});

step("a list that is withdrawn takes the sight away again, from the card as well", async () => {
  for (const text of ["撤回名单", "确认撤回"]) await world.as(OFFICER).says(text);

  expect(await caseCard(ORGANIZER)).toContain("不能查看");
  expect(await caseCard(ORGANIZER)).not.toContain("环境卫生");
});

step("looks in a district's place are kept in the journal", async () => {
  await world.as(ORGANIZER).says(`代填 柯桥区 查看 ${first}`);
  expect(await caseCard(ORGANIZER)).toContain("代柯桥区办理");

  const database = await connect(world);
  const looks = await database.query<{ actor: string; reason: string }>(
    "select actor, reason from journal_entry where action = 'case.seen' order by id",
  );
  await database.close();
  expect(looks).toEqual([{ actor: ORGANIZER, reason: "overview" }]);
});
