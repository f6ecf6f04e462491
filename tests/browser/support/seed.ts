import type { Seed } from "dingtalk-emulator/contract/control.ts";

export const APP = { clientId: "dingpagetest", clientSecret: "page-test-secret", robotCode: "dingpagetest" };
export const CAMPAIGN_GROUP = "cidPAGEGROUP==";
export const BOARD = "00000000-0000-0000-0000-0000000000aa.schema";
export const START = "2023-08-09T09:00:00+08:00";

const person = (userId: string, name: string, title: string) => ({
  userId,
  name,
  title,
  mobile: "",
  unionId: `union-${userId}`,
});

/** Two people, the bot, one group. */
export const seed: Seed = {
  corpId: "dingcorppagetest",
  apps: [{ ...APP, name: "家园助手" }],
  users: [
    person("maxiaohan", "马小涵", "市建设局"),
    person("keqiao-1", "柯桥区经办人1", "柯桥区建设部门"),
    person("keqiao-2", "柯桥区经办人2", "柯桥区建设部门"),
  ],
  groups: [
    {
      conversationId: CAMPAIGN_GROUP,
      title: "美好家园活动群",
      memberIds: ["maxiaohan", "keqiao-1", "keqiao-2"],
      robotCodes: [APP.robotCode],
    },
  ],
  templates: [{ templateId: BOARD, file: "cards/board.json" }],
};
