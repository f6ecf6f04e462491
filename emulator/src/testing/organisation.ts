import type { Seed } from "../contract/control.ts";

export interface Organisation {
  /** Names by userId. */
  people: Readonly<Record<string, string>>;
  /** userIds by the group's title; the bot is in each. */
  groups?: Readonly<Record<string, readonly string[]>>;
  /** Card templates: files by id, relative to the project's folder. */
  templates?: Readonly<Record<string, string>>;
  /** What people see as the bot's name; default 机器人. */
  bot?: string;
}

export const TEST_APP = { clientId: "ding-test-client", clientSecret: "test-secret", robotCode: "ding-test-client" };

/** A small seed for a test: people, their groups and one bot. */
export function organisation({ people, groups = {}, templates = {}, bot = "机器人" }: Organisation): Seed {
  return {
    corpId: "ding-test-corp",
    apps: [{ ...TEST_APP, name: bot }],
    users: Object.entries(people).map(([userId, name]) => ({
      userId,
      name,
      title: "",
      mobile: "",
      unionId: `union-${userId}`,
    })),
    groups: Object.entries(groups).map(([title, memberIds], at) => ({
      conversationId: `cidTEST${at + 1}==`,
      title,
      memberIds: [...memberIds],
      robotCodes: [TEST_APP.robotCode],
    })),
    templates: Object.entries(templates).map(([templateId, file]) => ({ templateId, file })),
  };
}
