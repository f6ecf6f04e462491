import type { UsualWords } from "../../engine/command-listing.ts";

/** What people write most about the opinions. */
export const usualInOpinions = (): readonly UsualWords[] => [
  { said: ["社区、街道 同意 9月5日"], read: "几个单位同日同意的，一并登记" },
  { said: ["社区同意8.26 街道同意8.27"], read: "各单位日期不同的，一条消息登记" },
];
