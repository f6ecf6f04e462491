import type { CityHands } from "./city-decision.ts";
import type { Reckoned } from "./city-oracle.ts";
import type { CityVersion } from "./city-versions.ts";
import { read } from "./reading.ts";
import type { World } from "./world.ts";

/** What people read of the versions, beside what anybody would reckon. */

const pointsWords = (hundredths: number): string => String(hundredths / 100);

/** 第10名，核验后93.5分，初评95分 */
const figureWords = ({ place, corrected, reviewed }: Reckoned): string =>
  [
    ...(place ? [`${place.joint ? "并列" : ""}第${place.rank}名`] : []),
    ...(corrected === null ? [] : [`核验后${pointsWords(corrected)}分`]),
    `初评${pointsWords(reviewed)}分`,
  ].join("，");

/** The figures on the approver's card of each version, by name; and the same as they were reckoned. */
export async function figuresOf(hands: CityHands, versions: readonly CityVersion[]) {
  const shown: Record<string, Record<string, string>> = {};
  const reckoned: Record<string, Record<string, string>> = {};
  for (const { kind, version, compounds } of versions) {
    if (kind !== "selection") continue;
    const card = await hands.cardOf("approver", `市级名单（第${version}版）`);
    const lines = [...card.matchAll(/^(?:\d+\.|-) (.+?)（.+?，.+?，((?:并列)?第\d+名，.*?初评[\d.]+分)，/gmu)];
    shown[version] = Object.fromEntries(lines.map(([, name = "", figures = ""]) => [name, figures]));
    reckoned[version] = Object.fromEntries(compounds.map((one) => [one.name, figureWords(one)]));
  }
  return { shown, reckoned };
}

/** The one list in the group that no later one has replaced: names by their 序号. */
export async function publishedList(world: World): Promise<string[]> {
  const group = await world.groupId("美好家园活动群");
  const texts = (await world.as("keqiao-1").messages(group)).map(read);
  const lists = texts.filter((text) => text.startsWith("2023年度绍兴市“美好家园”小区名单"));
  const [list = "", ...others] = lists.filter((text) => !text.split("\n")[0]?.includes("已更正"));
  if (others.length > 0) throw new Error(`${others.length + 1} lists stand in the group`);
  return [...list.matchAll(/^\d+ \| .+? \| (.+)$/gmu)].map(([, name = ""]) => name);
}

/** Names on a card of 向省推荐, in its order. */
export const recommendedOn = (card: string): string[] =>
  [...card.matchAll(/^\d+\. (.+?)（/gmu)].map(([, name = ""]) => name);
