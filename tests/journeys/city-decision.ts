import { type Reckoned, standingIn } from "./city-oracle.ts";
import { CITY, LEAD, playerOf, type Way } from "./city-story.ts";
import { type CityVersion, cityVersions } from "./city-versions.ts";
import { eachState, journalOf } from "./journal-fold.ts";
import type { World } from "./world.ts";

/** The city's decisions, from points that are there to the archive's eve: by cards, or by words. */

const APPROVER = "approver";
const REASON = "居民满意度高，各方参与充分";

/** What people of the city do, either way; what was answered, as they read it. */
export interface CityHands {
  says(userId: string, text: string): Promise<string>;
  /** The person's newest card with this beginning, as it is now. */
  cardOf(userId: string, beginning: string): Promise<string>;
  /** By the journal alone: how compounds stand now, and every version so far. */
  standing(): Promise<Reckoned[]>;
  versions(): Promise<readonly CityVersion[]>;
  rules(ruling: string, answer: string): Promise<void>;
  /** @param reserves names, the first one first */
  proposes(version: number, chosen: readonly string[], reserves: readonly string[]): Promise<string>;
  approves(version: number): Promise<string>;
  /** 公示 of the approved version; days as 2023-10-16. */
  shows(beginsOn: string, endsOn: string): Promise<string>;
  objects(said: Objecting): Promise<string>;
  publishes(): Promise<string>;
  /** @param names in the order of the recommendation */
  recommends(version: number, names: readonly string[]): Promise<string>;
  sends(on: string, documentNumber: string): Promise<string>;
}

interface Objecting {
  /** 第几件 */
  number: number;
  source: "letter" | "phone" | "website";
  about: string;
  content: string;
  findings: string;
  /** What the approver decides: upheld takes it off the list. */
  isUpheld: boolean;
  reason: string;
}

const SOURCES = { letter: "来信", phone: "来电", website: "网站" } as const;

const dayWords = (day: string): string => `${Number(day.slice(5, 7))}月${Number(day.slice(8, 10))}日`;

export function cityHands(world: World, way: Way): CityHands {
  const { says, person } = playerOf(world);
  const [organizer, approver] = [person(CITY), person(APPROVER)];
  const byCards = way === "cards";
  const standing = async (): Promise<Reckoned[]> => {
    let found: Reckoned[] = [];
    const lines = await journalOf(world);
    eachState(lines, (line, tables) => {
      if (line === lines.at(-1)) found = standingIn(tables, line.at);
    });
    return found;
  };
  const cardOf = async (userId: string, beginning: string): Promise<string> =>
    (await person(userId).latestCard(({ text }) => text.startsWith(beginning)))?.text ?? "";
  const numbersOf = async (names: readonly string[]): Promise<string> => {
    const all = (await standing()).map(({ name }) => name);
    return names.map((name) => all.indexOf(name) + 1).join(" ");
  };
  const others = async (names: readonly string[]): Promise<string> =>
    numbersOf((await standing()).flatMap(({ name }) => (names.includes(name) ? [] : [name])));
  return {
    says,
    cardOf,
    standing,
    versions: async () => cityVersions(await journalOf(world)).versions,
    async rules(ruling, answer) {
      if (byCards) {
        await organizer.presses("口径");
        await organizer.submits({ other: ruling });
        await organizer.submits({ answer });
        return approver.submits({});
      }
      await says(CITY, `口径 ${ruling} ${answer}`);
      await says(APPROVER, `确认口径 ${ruling}`);
    },
    async proposes(version, chosen, reserves) {
      const numbers = await numbersOf(chosen);
      const spare = reserves.length > 0 ? await numbersOf(reserves) : "无";
      if (byCards) {
        const isOut = (await this.versions()).some(({ kind }) => kind === "publication");
        await organizer.presses(isOut ? "重新择优" : "择优");
        await organizer.submits({ numbers, reserves: spare, selected: REASON, passed: "同区另有更优" });
        await organizer.presses("报批");
      } else {
        for (const text of ["择优 重来", numbers, spare]) await says(CITY, text);
        await says(CITY, `理由 ${numbers} ${REASON}`);
        await says(CITY, `理由 ${await others(chosen)} 同区另有更优`);
        await says(CITY, "报批");
      }
      return cardOf(APPROVER, `市级名单（第${version}版）`);
    },
    async approves(version) {
      if (byCards) await approver.presses("批准");
      else await says(APPROVER, `批准 ${version} 经10月13日局长办公会研究同意，〔2023〕12号`);
      return cardOf(APPROVER, `市级名单（第${version}版）`);
    },
    async shows(beginsOn, endsOn) {
      if (byCards) {
        await says(CITY, "公示");
        await organizer.submits({ beginsOn, endsOn, department: "物业处", phone: "0575-85120000" });
      } else {
        await says(CITY, `公示 ${dayWords(beginsOn)}至${dayWords(endsOn)}`);
        await says(CITY, "确认公示");
      }
      return says(CITY, "公示文本");
    },
    async objects({ number, source, about, content, findings, isUpheld, reason }) {
      const today = (await world.call<{ now: string }>("/clock")).now.slice(0, 10);
      if (byCards) {
        await says(CITY, "登记异议");
        await organizer.submits({ source, about, receivedOn: today, content });
        await says(CITY, `异议 ${number}`);
        await organizer.submits({ findings });
        await says(APPROVER, `异议 ${number}`);
        const effect = isUpheld ? { effect: "removed" } : {};
        await approver.submits({ verdict: isUpheld ? "upheld" : "declined", ...effect, reason });
        await says(CITY, `异议 ${number}`);
        await organizer.submits({ repliedOn: today, way: "phone", reply: "已说明" });
      } else {
        await says(CITY, `登记异议 ${SOURCES[source]} ${about}：${content}`);
        await says(CITY, `异议核查 ${number} ${findings}`);
        await says(APPROVER, `异议决定 ${number} ${isUpheld ? "成立 撤下" : "不成立"} ${reason}`);
        await says(CITY, `答复异议 ${number} ${dayWords(today)} 电话 已说明`);
      }
      return cardOf(CITY, `异议第${number}件`);
    },
    async publishes() {
      if (byCards) {
        await organizer.presses("公布");
        await organizer.presses("确认公布");
        return cardOf(CITY, "已公布");
      }
      await says(CITY, "公布");
      return says(CITY, "确认公布");
    },
    async recommends(version, names) {
      if (byCards) {
        await says(CITY, version === 1 ? "向省推荐" : "向省推荐 另拟");
        const { text = "" } = (await organizer.latestCard(({ text }) => text.startsWith("向省推荐"))) ?? {};
        const numbers = names.map((name) => new RegExp(`^(\\d+)\\. .*${name}`, "mu").exec(text)?.[1]).join(" ");
        await organizer.submits({ numbers, reason1: REASON, reason2: REASON, reason3: REASON });
        await approver.submits({ verdict: "approved" });
      } else {
        await says(CITY, `报批向省推荐 ${names.map((name) => `${name}：${REASON}`).join("；")}`);
        await says(APPROVER, `批准向省推荐 第${version}版 经局长办公会研究同意，〔2023〕16号`);
      }
      return cardOf(CITY, `向省推荐（第${version}版）`);
    },
    async sends(on, documentNumber) {
      if (byCards) {
        await says(CITY, "向省推荐");
        await organizer.submits({ sentOn: on, documentNumber });
      } else await says(CITY, `登记向省报送 ${dayWords(on)}；文号：${documentNumber}`);
      return cardOf(CITY, "向省推荐（");
    },
  };
}

const MOST: Readonly<Record<string, number>> = { "1-2": 4, "3-5": 5, "3-6": 5, "3-7": 5, "3-8": 4, "3-9": 5 };

/** The lead records 合议分 until the compound has the total: whole points on as few rows as will do. */
export async function agreesTo(hands: CityHands, one: Reckoned, { total, unmet }: { total: number; unmet: boolean }) {
  const fixed = unmet ? { "3-2": 0 } : {};
  const found = figuresFor({ ...one.rows, ...fixed }, total, Object.keys(MOST));
  if (!found) throw new Error(`${one.name} cannot be agreed to ${total}`);
  for (const [row, points] of Object.entries({ ...fixed, ...found }))
    await hands.says(LEAD, `合议分 ${one.name} ${row} ${points} 理由：共同核对照片`);
}

function figuresFor(
  rows: Readonly<Record<string, number>>,
  total: number,
  open: readonly string[],
): Record<string, number> | undefined {
  const now = Object.values(rows).reduce((all, value) => all + value, 0);
  if (now === total) return {};
  for (const [at, row] of open.entries())
    for (let points = 0; points <= (MOST[row] ?? 0); points++) {
      const rest = figuresFor({ ...rows, [row]: points * 100 }, total, open.slice(at + 1));
      if (rest && rows[row] !== points * 100) return { [row]: points, ...rest };
    }
  return undefined;
}

/** Best first. */
export const ranked = (all: readonly Reckoned[]): Reckoned[] =>
  [...all].filter(({ place }) => place).sort((a, b) => (a.place?.rank ?? 0) - (b.place?.rank ?? 0));

export const totalOf = (one: Reckoned): number => Object.values(one.rows).reduce((all, value) => all + value, 0);
