import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { onTestFinished } from "vitest";
import type { Seed } from "../../src/contract/control.ts";
import { createEmulator, type EmulatorOptions } from "../../src/create-emulator.ts";
import { driver } from "./driver.ts";

export const credentials = { clientId: "dingtestapp", clientSecret: "test-secret", robotCode: "dingtestapp" };
export const GROUP = "cidTESTGROUP==";
export const TEMPLATE = "00000000-0000-0000-0000-000000000001.schema";

export const seed: Seed = {
  corpId: "dingcorptest",
  apps: [{ ...credentials, name: "家园助手" }],
  users: [
    { userId: "organizer", name: "活动负责人", mobile: "13800000001", title: "主任", unionId: "union-organizer" },
    { userId: "district", name: "区县经办人", mobile: "13800000002", title: "科员", unionId: "union-district" },
    { userId: "outsider", name: "其他人员", mobile: "13800000003", title: "科员", unionId: "union-outsider" },
  ],
  groups: [
    {
      conversationId: GROUP,
      title: "活动群",
      memberIds: ["organizer", "district"],
      robotCodes: [credentials.robotCode],
    },
  ],
  templates: [{ templateId: TEMPLATE, file: "emulator/tests/support/template.json" }],
};

export const NOW = "2023-08-09T09:00:00+08:00";

/** An emulator of its own for one test, gone when the test ends. */
export async function startEmulator(options: Partial<EmulatorOptions> = {}) {
  const emulator = await createEmulator({ port: 0, seed, now: new Date(NOW), ...options });
  onTestFinished(() => emulator.close());
  return { ...emulator, ...driver(emulator.url) };
}

export const temporaryFolder = (): string => mkdtempSync(join(tmpdir(), "emulator-"));
