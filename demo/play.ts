import type { EmulatorClient } from "dingtalk-emulator/client/client.ts";
import type { CityActs } from "./city-acts.ts";
import { cityByCards } from "./city-by-cards.ts";
import { cityByWords } from "./city-by-words.ts";
import { compounds } from "./compounds.ts";
import type { DistrictActs } from "./district-acts.ts";
import { districtByCards } from "./district-by-cards.ts";
import { districtByWords } from "./district-by-words.ts";
import { persistent } from "./persistent.ts";

/** How people do it: only typing, only pressing, or some districts so and some so. */
export type Style = "words" | "cards" | "mixed";

export interface Scene {
  /** Campaign time, ISO 8601 with offset. */
  at: string;
  /** For whoever watches. */
  title: string;
  act(): Promise<void>;
}

const DISTRICTS = ["yuecheng", "keqiao", "shangyu", "zhuji", "shengzhou", "xinchang"];
/** Hands its report in only when it is reminded on the last day. */
const LATE = "shengzhou";
const PASSED_OVER = ["柯岩新村", "暨阳新村"];
const REASON = "居民满意度高，各方参与充分";

const REPORT =
  "活动开展情况：辖区内广泛宣传发动，组织小区申报。主要做法成效：党建引领，多方联动。存在问题：个别小区设施老旧。下一步工作建议：总结经验，持续推进。";

/** The campaign of 2023 from the first form to the last report, scene by scene. */
export function scenesOf(client: EmulatorClient, style: Style): Scene[] {
  const district = (id: string): DistrictActs => {
    const person = persistent(client, `${id}-1`);
    const typing = style === "words" || (style === "mixed" && DISTRICTS.indexOf(id) % 2 === 1);
    return typing ? districtByWords(person) : districtByCards(person);
  };
  const people = { organizer: persistent(client, "maxiaohan"), approver: persistent(client, "approver") };
  const city: CityActs = style === "words" ? cityByWords(people) : cityByCards(people);
  const own = (id: string) => compounds.filter((compound) => compound.district === id);
  const each = (ids: readonly string[], act: (id: string) => Promise<void>) => async () => {
    for (const id of ids) await act(id);
  };
  return [
    {
      at: "2023-08-22T10:00:00+08:00",
      title: "六个地区各申报第一个小区",
      act: each(DISTRICTS, (id) => applies(district(id), own(id).slice(0, 1))),
    },
    {
      at: "2023-09-05T10:00:00+08:00",
      title: "六个地区各申报并初评",
      act: each(DISTRICTS, (id) => reviewsAll(district(id), own(id))),
    },
    {
      at: "2023-09-26T10:00:00+08:00",
      title: "六个地区确认推荐名单",
      act: each(DISTRICTS, (id) =>
        district(id).recommends(
          [...own(id)].reverse().map(({ name }) => name),
          REASON,
        ),
      ),
    },
    {
      at: "2023-09-27T10:00:00+08:00",
      title: "审批领导答复口径R14",
      act: () => city.answers("R14", "以区级初评分为准"),
    },
    { at: "2023-09-27T11:00:00+08:00", title: "审批领导答复口径R10", act: () => city.answers("R10", "不公示") },
    { at: "2023-10-12T10:00:00+08:00", title: "择优并批准", act: () => city.selectsAllBut(PASSED_OVER, REASON) },
    { at: "2023-10-13T10:00:00+08:00", title: "公布", act: () => city.publishes() },
    {
      at: "2023-10-18T10:00:00+08:00",
      title: "五个地区报送工作报告",
      act: each(
        DISTRICTS.filter((id) => id !== LATE),
        (id) => district(id).reports(REPORT),
      ),
    },
    { at: "2023-10-20T10:00:00+08:00", title: "最后一个地区报送工作报告", act: () => district(LATE).reports(REPORT) },
  ];
}

type Own = typeof compounds;

async function applies(acts: DistrictActs, own: Own): Promise<void> {
  for (const compound of own) await acts.applies(compound);
}

/** The second compound is handed in, then both are scored. */
async function reviewsAll(acts: DistrictActs, [first, ...others]: Own): Promise<void> {
  if (first) await acts.reviews(first);
  for (const compound of others) {
    await acts.applies(compound);
    await acts.reviews(compound);
  }
}

/** Plays every scene up to the moment, moving the clock from scene to scene, and stops there. */
export async function playTo(
  client: EmulatorClient,
  { scenes, to, before }: { scenes: readonly Scene[]; to: string; before?: (scene: Scene) => void | Promise<void> },
): Promise<void> {
  const now = await client.clock.now();
  for (const scene of scenes.filter(({ at }) => at >= now && at <= to)) {
    await client.clock.advanceTo(scene.at);
    await before?.(scene);
    await scene.act();
  }
  if (to > now) await client.clock.advanceTo(to);
}
