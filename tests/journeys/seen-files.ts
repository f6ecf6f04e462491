import { districtByCards } from "../../demo/district-by-cards.ts";
import { persistent } from "../../demo/persistent.ts";
import { playersIn } from "./campaign-state.ts";
import { asPlayed } from "./reviewed.ts";
import { fileIn, type Opened } from "./second-reader.ts";
import { ASKERS, type Asker, type Place, type Seen, whoSees } from "./who-sees.ts";
import type { World } from "./world.ts";

const FILES = ["附件4", "排名", "进度", "评审底稿", "回执", "工作报告", "名册", "口径"];
const IN_GROUPS = ["附件4", "排名", "进度"];
const PLANTED_AT = "绿苑人家";
const SITES = ["稽山花园", "鉴湖雅苑", PLANTED_AT, "瓜渚湖畔"];
/** Nobody else has such a name or number: wherever it stands, it came from what is typed here. */
export const PLANTED: Readonly<Record<string, string>> = {
  申报单位负责人: "欧阳植树",
  申报单位负责人电话: "13870010001",
  业委会主任: "诸葛栽花",
  业委会主任电话: "13870010002",
  党支部书记: "司马种草",
  党支部书记电话: "13870010003",
};

/** A file of a group, with the day on which it came. */
export type Came = Opened & { on: string };

/** Plays the season of the lists and the city's points in a world, and looks at each moment who gets which file. */
export interface SeenFiles {
  /** Every file that stood in a group, by itself or on asking. */
  stood: Came[];
  plant(): Promise<void>;
  recommend(): Promise<void>;
  beginToVerify(): Promise<void>;
  finishPoints(): Promise<void>;
  /** What came to the groups by itself since they were last looked at. */
  came(): Promise<{ campaign: Came[]; city: Came[] }>;
  /** Who gets what on asking now. */
  asked(): Promise<Seen>;
}

export async function seenFiles(world: World): Promise<SeenFiles> {
  const groups = {
    campaign: await world.groupId("美好家园活动群"),
    city: await world.groupId("美好家园市级工作群"),
  };
  const stood: Came[] = [];
  const known = new Set<string>();
  const says = async (userId: string, text: string): Promise<void> => void (await world.as(userId).says(text));

  const districtOf = (district: string) => districtByCards(persistent(playersIn(world), `${district}-1`));

  async function newIn(group: keyof typeof groups): Promise<Came[]> {
    const messages = await world.as("maxiaohan").messages(groups[group]);
    const news = messages.filter(({ id, file }) => file && !known.has(id));
    const files = await Promise.all(
      news.map(async (message) => ({ ...(await fileIn(world, message)), on: message.at.slice(0, 10) })),
    );
    for (const { id } of news) known.add(id);
    stood.push(...files);
    return files;
  }

  async function verify(member: string, site: string): Promise<void> {
    for (const text of [`无应回避情形 ${site}`, `核验 ${site}`, "3-5 3 东门有垃圾；其余满分", "提交定稿", "确认定稿"])
      await says(member, text);
  }

  return {
    stood,
    async plant() {
      const compound = asPlayed({ district: "keqiao", name: PLANTED_AT, less: { "3-6": 5 } });
      const acts = districtOf("keqiao");
      const planted = { ...compound, answers: { ...compound.answers, ...PLANTED } };
      await acts.applies(planted);
      await acts.reviews(planted);
    },
    async recommend() {
      await world.advanceTo("2023-09-18T10:00:00+08:00");
      const reason = "居民满意度高，各方参与充分";
      await districtOf("yuecheng").recommends(SITES.slice(0, 2), reason);
      await districtOf("keqiao").recommends(SITES.slice(2), reason);
      for (const district of ["shangyu", "zhuji", "shengzhou", "xinchang"])
        for (const text of ["无推荐 今年没有合适的小区", "报送"]) await says(`${district}-1`, text);
    },
    async beginToVerify() {
      await says("maxiaohan", "口径 R14 以核验修正后的区级初评分为准");
      await says("approver", "确认口径 R14");
      await says("maxiaohan", "评选工作组 组长 评选工作组组长 成员 评选工作组成员1、评选工作组成员2");
      await says("approver", "批准评选工作组");
      await says("maxiaohan", `核验安排 ${SITES.join("、")} 成员 评选工作组成员1、评选工作组成员2`);
      await world.advanceTo("2023-09-21T10:00:00+08:00");
      for (const site of SITES.slice(1)) await verify("team-1", site);
    },
    async finishPoints() {
      await verify("team-1", SITES[0] ?? "");
      for (const site of SITES) await verify("team-2", site);
    },
    came: async () => ({ campaign: await newIn("campaign"), city: await newIn("city") }),
    async asked() {
      const places: Place[] = [
        { name: "活动群", group: groups.campaign, askers: ["活动联系人", "审批领导", "经办人"] },
        { name: "市级工作群", group: groups.city, askers: ["活动联系人", "审批领导", "组长", "成员"] },
      ];
      const everybody = Object.keys(ASKERS) as Asker[];
      const alone = await whoSees(world, FILES, [{ name: "单聊", askers: everybody }]);
      const inGroups = await whoSees(world, IN_GROUPS, places);
      // What was asked for there has not come by itself.
      for (const group of ["campaign", "city"] as const) await newIn(group);
      return new Map([...alone, ...inGroups]);
    },
  };
}
