import type { EmulatorClient } from "dingtalk-emulator/client/client.ts";
import { casesOf } from "../../demo/cases.ts";
import { shaoxing } from "../../demo/demonstration.ts";
import { districtByWords } from "../../demo/district-by-words.ts";
import { persistent } from "../../demo/persistent.ts";

export const DISTRICT = "yuecheng";
export const MEMBERS = ["team-1", "team-2", "team-3"];
export const ORGANIZER = "maxiaohan";
/** Districts score. */
export const BEGINS = "2023-09-05T10:00:00+08:00";
const RECOMMENDS = "2023-09-18T10:00:00+08:00";
const VERIFIES = "2023-09-21T09:00:00+08:00";
/** Points below the most, with facts. */
const FOUND = [
  "3-5 3 东门有垃圾；3-6 3 绿化缺株",
  "3-5 4 东门有垃圾；3-7 2 单元门锁坏",
  "3-6 4 绿化缺株；3-9 2 巡查记录缺两月",
];

/**
 * A district's compounds come as far as the city's ranking: handed in, scored, recommended, and verified by three.
 * @returns the compounds' names
 */
export async function oneVerified(client: EmulatorClient): Promise<string[]> {
  const cases = casesOf(shaoxing().definition).filter(({ district }) => district === DISTRICT);
  const acts = districtByWords(persistent(client, `${DISTRICT}-1`));
  for (const one of cases) {
    await acts.applies(one);
    await acts.reviews(one);
  }
  await client.clock.advanceTo(RECOMMENDS);
  const names = cases.map(({ name }) => name);
  await acts.recommends(names, "居民满意度高，各方参与充分");
  const says = (userId: string, text: string) => persistent(client, userId).says(text);
  await says(ORGANIZER, "口径 R14 以区级初评分为准");
  await says("approver", "确认口径 R14");
  await client.clock.advanceTo(VERIFIES);
  await says(ORGANIZER, "评选工作组 组长 评选工作组组长 成员 评选工作组成员1、评选工作组成员2、评选工作组成员3");
  await says("approver", "批准评选工作组");
  for (const name of names) {
    await says(ORGANIZER, `核验安排 ${name} 成员 评选工作组成员1、评选工作组成员2、评选工作组成员3`);
    for (const [at, member] of MEMBERS.entries())
      for (const text of [`无应回避情形 ${name}`, `核验 ${name}`, `${FOUND[at]}；其余满分`, "提交定稿", "确认定稿"])
        await says(member, text);
  }
  return names;
}
