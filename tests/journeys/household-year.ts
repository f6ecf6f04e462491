import { afterAll, beforeAll, describe, expect } from "vitest";
import { playTo, scenesOf } from "../../demo/play.ts";
import { loadCampaignFolder } from "../../src/campaign/definition/load.ts";
import { playersIn } from "./campaign-state.ts";
import { connect } from "./database.ts";
import { readAll } from "./reading.ts";
import { everythingShown, foreignIn, rowsExported } from "./shown.ts";
import { story } from "./story.ts";
import { startWorld, type World } from "./world.ts";

const FOLDER = "campaigns/example-households";
const campaign = loadCampaignFolder(FOLDER);

/** What only other campaigns say, and what nobody should ever read. */
const FOREIGN = [
  /小区|地区|区（县、市）|物业|业主|社区|街道/,
  /绍兴|马小涵|85082235|美好家园/,
  /实施方案|附件[4-9]|25条/,
  /市级(?!以上荣誉|荣誉)|区级|市建设|省(?!略)/,
  /核验|工作报告|典型案例/,
  /R([7-9]|\d\d)/,
  /系统繁忙|undefined|\[object/,
];

/** @param isShort only until the villages have given their points; `npm run simulate` plays the whole year */
export function householdYear({ isShort }: { isShort: boolean }): void {
  const step = story();
  let world: World;
  beforeAll(async () => {
    world = await startWorld({ environment: { CAMPAIGN: FOLDER } });
  });
  afterAll(() => world.end());

  const asks = async (userId: string, text: string): Promise<string> =>
    readAll(await world.as(userId).says(text)).join("\n");
  const playUntil = (day: string) => {
    const players = playersIn(world);
    return playTo(players, { scenes: scenesOf(players, "mixed", campaign), to: `${day}T18:00:00+08:00` });
  };
  const EVERYBODY = ["zhoumin", "approver", "shangyang-1", "administrator", "auditor"];
  /** What people look up at any time. */
  const WORDS = ["帮助", "进度", "口径", "依据 L8", "依据 附件2", "工作台", "排名"];

  async function everybodyLooks(): Promise<void> {
    for (const userId of EVERYBODY) for (const word of WORDS) await world.as(userId).says(word);
  }

  describe("a town's campaign for households, written as a folder only", () => {
    step("begins with its own people, the day before its first stage, and says whom to begin as", async () => {
      expect(await world.emulator.clock.now()).toBe("2024-11-17T09:00:00+08:00");
      expect(world.output()).toContain("在「上阳村经办人」的窗口中发送：帮助");
      expect(await asks("shangyang-1", "帮助")).toContain("您的身份是村经办人");
      await everybodyLooks();
    });

    step("the stage's card says what each village owes, in its own words", async () => {
      await world.advanceTo("2024-11-18T09:00:00+08:00");

      const card = await world.as("shangyang-1").latestCard();
      expect(card?.text).toContain("请为上阳村参评的农户填写申报表");
      expect(card?.text).toContain("依据：通知“一、评选安排”第（一）项");
    });

    step("villages fill in forms and give points, halves and a bonus too", async () => {
      await playUntil("2024-11-23");

      await everybodyLooks();
      expect(await asks("zhoumin", "进度")).toContain("打分**：已提交定稿");
      expect(await asks("shangyang-1", "排名")).toMatch(/上阳村农户甲[^\n]*105/);
    });

    if (!isShort) {
      step("a village recommends its households", async () => {
        await playUntil("2024-12-09");

        await everybodyLooks();
        const [annex, title, ...rows] = await rowsExported(world, "zhoumin", "附件3");
        expect([annex?.[0], title?.[0]]).toEqual(["附件3", "清溪镇2024年度“美丽庭院”示范户推荐名单"]);
        expect(rows.at(-1)?.[0]).toMatch(/^校验号：\d{5}-\d{5}（上阳村第1次报送，2024年12月9日）、/);
        expect(rows.at(-3)?.[0]).toBe("（盖章）　　　　　　年　　月　　日　　");
        expect(rows.slice(0, -3).map((row) => row.slice(0, 5))).toEqual([
          ["序号", "村", "户主姓名", "门牌号", "得分"],
          [1, "上阳村", "上阳村农户乙", "示范路20号", 102],
          [2, "上阳村", "上阳村农户甲", "示范路10号", 105],
          [3, "下阳村", "下阳村农户乙", "示范路40号", 100],
          [4, "下阳村", "下阳村农户甲", "示范路30号", 104],
          [5, "石桥村", "石桥村农户乙", "示范路60号", 101],
          [6, "石桥村", "石桥村农户甲", "示范路50号", 103],
        ]);
      });

      step("the town selects and publishes after New Year", async () => {
        await playUntil("2025-01-09");

        const group = await world.groupId("美丽庭院活动群");
        const texts = readAll(await world.as("zhoumin").messages(group));
        const published = texts.filter((text) => text.includes("上阳村农户甲"));
        expect(published).toHaveLength(1);
        expect(published[0]).toContain("“美丽庭院”示范户名单");
        await everybodyLooks();
      });

      step("what the campaign does not have is refused in a sentence, and stands in nobody's 帮助", async () => {
        const help = await asks("shangyang-1", "帮助");

        expect(help).not.toMatch(/工作报告|核验/);
        expect(await asks("shangyang-1", "工作报告")).toContain("本活动没有「工作报告」这一事项，未作任何改动。");
      });

      step("the last reminders and the end come and go", async () => {
        await world.advanceTo("2025-01-13T09:00:00+08:00");
        await everybodyLooks();
      });
    }

    step("nobody was ever shown a foreign word", async () => {
      // Answers to what is not offered may repeat the word that was typed.
      const shown = (await everythingShown(world)).filter(({ text }) => !/本活动没有/.test(text));

      expect(shown.length).toBeGreaterThan(isShort ? 100 : 200);
      expect(foreignIn(shown, FOREIGN)).toEqual([]);
    });

    step("the journal replayed gives the same tables", async () => {
      const database = await connect(world);
      const { replayed, actual } = await database.replay();
      await database.close();

      expect(replayed).toEqual(actual);
    });
  });
}
