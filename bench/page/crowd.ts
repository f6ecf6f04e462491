import type { Seed } from "dingtalk-emulator/contract/control.ts";

export const PEOPLE = 200;
export const GROUPS = 50;
export const MESSAGES = 2_000;

const MEMBERS = 30;
const BOARD = "00000000-0000-0000-0000-0000000000bb.schema";
export const APP = { clientId: "dingpagebench", clientSecret: "page-bench-secret", robotCode: "dingpagebench" };

export const userIdOf = (place: number): string => `person-${place + 1}`;
export const groupIdOf = (place: number): string => `cidBENCHGROUP${place + 1}==`;
export const TEMPLATE = BOARD;
/** Those whose clients stand side by side; they are members of every group. */
export const SHOWN = [0, 1, 2, 3].map(userIdOf);

/** A large organisation: everybody in some groups, the first four people in all of them. */
export const crowd: Seed = {
  corpId: "dingcorppagebench",
  apps: [{ ...APP, name: "家园助手" }],
  users: Array.from({ length: PEOPLE }, (_, place) => ({
    userId: userIdOf(place),
    name: `第${place + 1}小区联系人`,
    title: "小区联系人",
    mobile: "",
    unionId: `union-${userIdOf(place)}`,
  })),
  groups: Array.from({ length: GROUPS }, (_, place) => ({
    conversationId: groupIdOf(place),
    title: `第${place + 1}组工作群`,
    memberIds: [...SHOWN, ...othersIn(place)],
    robotCodes: [APP.robotCode],
  })),
  templates: [{ templateId: BOARD, file: "cards/board.json" }],
};

/** The others of a group, spread so that each person is in several. */
export function othersIn(group: number): string[] {
  const others = PEOPLE - SHOWN.length;
  const chosen = Array.from({ length: MEMBERS - SHOWN.length }, (_, nth) => (group * 17 + nth * 7) % others);
  return [...new Set(chosen)].map((place) => userIdOf(place + SHOWN.length));
}
