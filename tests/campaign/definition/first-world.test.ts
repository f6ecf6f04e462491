import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { firstWorldOf } from "../../../scripts/first-world.ts";
import { seedOf } from "../../../scripts/seed-of.ts";
import { checkDefinition } from "../../../src/campaign/definition/check.ts";
import { brokenFolder, lineOf } from "./support/broken-folder.ts";
import { BEIJING, HOUSEHOLDS } from "./support/campaigns.ts";
import { SHAOXING, shaoxingRoster } from "./support/shaoxing.ts";

const beginning = (...folders: string[]) => firstWorldOf(folders) ?? { seed: undefined, clashes: ["no world"] };

describe("the world that npm start begins with", () => {
  test("is that of the campaign's own roster, the day before its first stage", () => {
    expect(firstWorldOf([SHAOXING])).toEqual({
      seed: seedOf(shaoxingRoster),
      now: "2023-08-09T09:00:00+08:00",
      greeted: "越城区经办人1",
      clashes: [],
    });
    expect(firstWorldOf([HOUSEHOLDS])).toMatchObject({ now: "2024-11-17T09:00:00+08:00", greeted: "上阳村经办人" });
    expect(firstWorldOf([BEIJING])).toMatchObject({ now: "2024-09-22T09:00:00+08:00", greeted: "东城区经办人" });
  });

  test("begins on the eve of a stage that opens in the year before", () => {
    const folder = brokenFolder(
      [
        { file: "campaign.yaml", from: "opensOn: 11-18", to: "opensOn: 2023-12-31" },
        { file: "campaign.yaml", from: "    quote: （一）申报（11月18日—11月29日）。\n", to: "" },
      ],
      HOUSEHOLDS,
    );

    expect(firstWorldOf([folder])?.now).toBe("2023-12-30T09:00:00+08:00");
  });

  test("has the people and groups of all folders, each once, and one robot", () => {
    const { seed } = beginning(HOUSEHOLDS, SHAOXING);

    expect(seed?.users.filter(({ userId }) => ["zhoumin", "maxiaohan", "approver"].includes(userId))).toHaveLength(3);
    expect(seed?.groups.map(({ title }) => title)).toEqual([
      "美丽庭院活动群",
      "美丽庭院镇级工作群",
      "美好家园活动群",
      "美好家园市级工作群",
    ]);
    expect(seed?.apps).toHaveLength(1);
  });

  test("has the people of both in a group that two campaigns share", () => {
    const next = brokenFolder([
      { file: "campaign.yaml", from: "id: shaoxing-2023", to: "id: shaoxing-2024" },
      { file: "campaign.yaml", from: "value: 2023", to: "value: 2024" },
      { file: "roster.yaml", from: "- id: keqiao-2", to: "- id: keqiao-3" },
      { file: "roster.yaml", from: "      - keqiao-2", to: "      - keqiao-3" },
      { file: "roster.yaml", from: '"19900000007"', to: '"19900000099"' },
    ]);

    const { seed, clashes } = beginning(SHAOXING, next);

    const members = seed?.groups.find(({ title }) => title === "美好家园活动群")?.memberIds ?? [];
    expect(members.filter((id) => id.startsWith("keqiao"))).toEqual(["keqiao-1", "keqiao-2", "keqiao-3"]);
    expect(clashes).toEqual([]);
  });

  test("says where rosters contradict each other, and keeps the first folder's people", () => {
    const other = brokenFolder([
      { file: "roster.yaml", from: "name: 马小涵", to: "name: 马大涵" },
      { file: "roster.yaml", from: "title: 美好家园活动群", to: "title: 另一个群" },
      { file: "roster.yaml", from: "- id: outsider", to: "- id: newcomer" },
      { file: "roster.yaml", from: "corpId: ding-demo-corp", to: "corpId: another-corp" },
    ]);

    const { seed, clashes } = beginning(SHAOXING, other);

    const at = join(other, "roster.yaml");
    expect(clashes).toEqual([
      `${at}：corpId 或机器人与前一个活动的名册不一致，模拟器按前者（家园助手）。`,
      `${at}：人员“maxiaohan”与前一个活动的名册不一致，模拟器按前者（马小涵）。`,
      `${at}：“组织外同事”与“组织外同事”的手机号码相同，按号码查找时只会找到后者。`,
      `${at}：群“cidShaoxing/Campaign+==”与前一个活动的名册不一致，模拟器按前者（美好家园活动群）。`,
    ]);
    expect(seed?.users.find(({ userId }) => userId === "maxiaohan")?.name).toBe("马小涵");
  });

  test("is that of the folders that can be used, whatever is wrong with another", () => {
    const broken = brokenFolder([{ file: "roster.yaml", from: "people:", to: "people: [" }]);

    const unknownYear = brokenFolder([{ file: "campaign.yaml", from: "value: 2023", to: "value: 2027" }]);

    expect(firstWorldOf([broken, unknownYear, HOUSEHOLDS])).toEqual(firstWorldOf([HOUSEHOLDS]));
    expect(firstWorldOf([broken])).toBe(undefined);
  });
});

test("a roster that lacks what a world needs is refused by the check, each at its line", () => {
  const folder = brokenFolder([
    { file: "roster.yaml", from: ", clientId: ding-demo-client", to: "" },
    { file: "roster.yaml", from: "name: 副联系人", to: "name: " },
    { file: "roster.yaml", from: '"19900000003"', to: '"1990000000"' },
    { file: "roster.yaml", from: '"19900000005"', to: '"19900000004"' },
    { file: "roster.yaml", from: "      - deputy\n", to: "      - deputi\n" },
  ]);
  const line = (text: string) => lineOf(folder, "roster.yaml", text);

  const found = checkDefinition(folder).map(({ line: at, message }) => [at, message]);

  expect(found).toEqual([
    [line("bot:"), "缺少“clientId”。"],
    [line("name: \n"), "“name”应为文字。"],
    [line('"1990000000"'), "“mobile”的写法不对：“1990000000”。请写11位手机号码，并加引号。"],
    [expect.any(Number), expect.stringContaining("手机号码“19900000004”重复")],
    [line("      - deputi"), "引用了不存在的人员“deputi”。是否指“deputy”？"],
  ]);
});
