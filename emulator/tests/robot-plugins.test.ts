import { describe, expect, test } from "vitest";
import { appOf } from "./support/app.ts";
import { credentials, GROUP, startEmulator } from "./support/world.ts";

const { robotCode } = credentials;
const PATH = "/v1.0/robot/plugins";
const plugin = {
  name: '{"zh_CN":"我的任务"}',
  icon: "@icon",
  pcUrl: "https://example.com",
  mobileUrl: "https://example.com",
};
const plugins = (count: number) => Array.from({ length: count }, () => plugin);

describe("shortcuts of the robot's direct chat", () => {
  test("are set, asked for and cleared", async () => {
    const emulator = await startEmulator();
    const call = async (name: string, more: object = {}) =>
      (await emulator.platform("POST", `${PATH}/${name}`, { robotCode, ...more })).body;

    expect(await call("set", { pluginInfoList: [plugin] })).toEqual({ result: true });
    expect(await call("query")).toEqual({ pluginInfoList: [plugin] });
    expect(await call("clear")).toEqual({ result: true });
    expect(await call("query")).toEqual({ pluginInfoList: [] });
  });

  test("are ten at most when strict", async () => {
    const app = appOf(await startEmulator());
    const set = (count: number) => app.refusal("POST", `${PATH}/set`, { robotCode, pluginInfoList: plugins(count) });

    expect(await set(10)).toEqual([200, undefined]);
    expect(await set(11)).toEqual([400, "invalidRequest.exceededMaximumLimit"]);
    await app.lenient();
    expect(await set(11)).toEqual([200, undefined]);
  });

  test("of another robot are refused", async () => {
    const emulator = await startEmulator();
    const app = appOf(emulator);
    await emulator.control("/apps", { clientId: "other", clientSecret: "s", robotCode: "other", name: "其他" });

    expect(await app.refusal("POST", `${PATH}/query`, { robotCode: "other" })).toEqual([
      400,
      "invalidRequest.robotCodeNotMatch",
    ]);
    expect(await app.refusal("POST", `${PATH}/query`, { robotCode: "none" })).toEqual([
      400,
      "invalidRequest.robotNotExist",
    ]);
  });
});

test("the robots of a group are its apps' and its custom one", async () => {
  const emulator = await startEmulator();
  const query = "/v1.0/robot/groups/robots/query";

  const { body } = await emulator.platform<{ chatbotInstanceVOList: object[] }>("POST", query, {
    openConversationId: GROUP,
  });
  const unknown = await appOf(emulator).refusal("POST", query, { openConversationId: "cidNONE==" });

  expect(body.chatbotInstanceVOList).toMatchObject([
    { robotCode, name: "家园助手", openRobotType: 2 },
    { name: "自定义机器人", openRobotType: 1 },
  ]);
  expect(unknown).toEqual([400, "illegal.openconevrsation.id"]);
});
