import { expect, test } from "vitest";
import { exportOf } from "../card/export-of.ts";
import { startEmulator, TEMPLATE } from "../support/world.ts";
import { bodyOf } from "./sample-world.ts";

test("sample 57 streams a text into a card", async () => {
  const emulator = await startEmulator();
  const template = exportOf({ components: [], variables: { title: "string", content: "markdown" } });
  await emulator.control("/templates", { templateId: TEMPLATE, export: template });
  await emulator.platform("POST", "/v1.0/card/instances/createAndDeliver", bodyOf("50"));

  const { status, body } = await emulator.platform("PUT", "/v1.0/card/streaming", bodyOf("57"));

  expect([status, body]).toEqual([200, { success: true, result: true }]);
  const { data } = await emulator.card("district", "task-42-card-1");
  expect(data).toMatchObject({ title: "关于××的督办", content: "# 全文" });
});

test("sample 94 gives the direct chat a shortcut that can be asked for", async () => {
  const emulator = await startEmulator();
  const shortcuts = bodyOf("94");

  const set = await emulator.platform("POST", "/v1.0/robot/plugins/set", shortcuts);
  const asked = await emulator.platform("POST", "/v1.0/robot/plugins/query", { robotCode: shortcuts.robotCode });

  expect([set.status, set.body]).toEqual([200, { result: true }]);
  expect(asked.body.pluginInfoList).toEqual(shortcuts.pluginInfoList);
});
