import { GROUPS, groupIdOf, MESSAGES, othersIn, SHOWN } from "./crowd.ts";
import type { Receiver, Robot } from "./robot.ts";
import { formView, tableView } from "./views.ts";

/** The chat that is scrolled through; it is open in the first two clients. */
export const LONG_GROUP = groupIdOf(0);
export const LONG = 900;
const DIRECT = 100;
/** Few enough at once that the emulator takes them in a steady order. */
const AT_ONCE = 8;

/** One person's saying something, through the control interface. */
export type Say = (userId: string, conversationId: string | undefined, text: string) => Promise<void>;

/** Writes all messages: {@link LONG} into one group, {@link DIRECT} to each of the people shown, the rest everywhere. */
export async function fillChats(robot: Robot, say: Say): Promise<void> {
  const mediaId = await robot.upload("进度表.xlsx", new Uint8Array(4_096));
  const places = [
    ...Array.from({ length: LONG }, () => ({ groupId: LONG_GROUP })),
    ...SHOWN.flatMap((userId) => Array.from({ length: DIRECT }, () => ({ userId }))),
  ];
  const rest = Array.from({ length: MESSAGES - places.length }, (_, nth) => ({
    groupId: groupIdOf(1 + (nth % (GROUPS - 1))),
  }));
  const all: Receiver[] = [...places, ...rest];
  for (let from = 0; from < all.length; from += AT_ONCE)
    await Promise.all(all.slice(from, from + AT_ONCE).map((to, nth) => write({ robot, say, mediaId }, to, from + nth)));
}

interface Pen {
  robot: Robot;
  say: Say;
  mediaId: string;
}

/** Of twenty messages: eleven texts, four of markdown, three cards (one with a form), two files. */
function write({ robot, say, mediaId }: Pen, to: Receiver, nth: number): Promise<void> {
  const kind = nth % 20;
  if (kind < 11) return say(speaker(to, nth), "groupId" in to ? to.groupId : undefined, wordsOf(nth));
  if (kind < 15) return robot.markdown(to, "办理情况", markdownOf(nth));
  if (kind < 17) return robot.card(to, `table-${nth}`, tableView(nth));
  if (kind < 18) return robot.card(to, `form-${nth}`, formView(nth));
  return robot.file(to, `进度表${nth}.xlsx`, mediaId);
}

function speaker(to: Receiver, nth: number): string {
  if ("userId" in to) return to.userId;
  const members = othersIn(Number(/\d+/.exec(to.groupId)?.[0] ?? 1) - 1);
  return members[nth % members.length] ?? "";
}

export const wordsOf = (nth: number): string =>
  `第${nth}条：本小区的申报材料已经备齐，请查收。${"如有不妥之处，请告知我们。".repeat(nth % 4)}`;

const markdownOf = (nth: number): string =>
  `### 办理情况（${nth}）\n\n- **越城区** ${90 + (nth % 9)}.5\n- **柯桥区** 92.0\n\n> 依据：实施方案第14行\n\n1. 申报\n2. 初评\n3. 推荐`;
