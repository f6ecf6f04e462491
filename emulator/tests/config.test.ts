import { expect, test } from "vitest";
import { readEmulatorConfig } from "../src/config.ts";

const DEFAULTS = {
  port: 3100,
  proxyPort: undefined,
  dataDir: "./data",
  seedFile: undefined,
  now: "real",
  expectBots: 0,
};

test("an empty variable counts as unset", () => {
  const empty = {
    EMULATOR_PORT: "",
    PROXY_PORT: "",
    DATA_DIR: "",
    EMULATOR_SEED: "",
    EMULATOR_NOW: "",
    EXPECT_BOTS: "",
  };

  expect(readEmulatorConfig({})).toEqual(DEFAULTS);
  expect(readEmulatorConfig(empty)).toEqual(DEFAULTS);
});

test("port 0 is one to be picked, for the proxy too", () => {
  expect(readEmulatorConfig({ EMULATOR_PORT: "0", PROXY_PORT: "0" })).toMatchObject({ port: 0, proxyPort: 0 });
});

test.each(["-1", "65536", "80.5", "x"])("%s is no port", (port) => {
  expect(() => readEmulatorConfig({ PROXY_PORT: port })).toThrow("PROXY_PORT");
});
