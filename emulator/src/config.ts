import { z } from "zod";
import type { ClockStart } from "./clock/emulated-clock.ts";

const port = z.coerce.number().int().min(0).max(65_535);

/** An empty variable counts as unset, as shells and compose files leave it. */
const unlessEmpty = <Schema extends z.ZodType>(schema: Schema) =>
  z.preprocess((value) => (value === "" ? undefined : value), schema);

const settingSchema = z.object({
  EMULATOR_PORT: unlessEmpty(port.default(3100)),
  PROXY_PORT: unlessEmpty(port.optional()),
  DATA_DIR: unlessEmpty(z.string().default("./data")),
  EMULATOR_SEED: unlessEmpty(z.string().optional()),
  EMULATOR_NOW: unlessEmpty(z.union([z.literal("real"), z.iso.datetime({ offset: true })]).default("real")),
  EXPECT_BOTS: unlessEmpty(z.coerce.number().int().nonnegative().default(0)),
});

export interface EmulatorConfig {
  port: number;
  /** undefined: no proxy */
  proxyPort: number | undefined;
  dataDir: string;
  /** The file with the world at first start; undefined: the emulator's own. */
  seedFile: string | undefined;
  now: ClockStart;
  expectBots: number;
}

/** @throws z.ZodError naming the variable that cannot be read */
export function readEmulatorConfig(environment: NodeJS.ProcessEnv = process.env): EmulatorConfig {
  const { EMULATOR_PORT, PROXY_PORT, DATA_DIR, EMULATOR_SEED, EMULATOR_NOW, EXPECT_BOTS } =
    settingSchema.parse(environment);
  return {
    port: EMULATOR_PORT,
    proxyPort: PROXY_PORT,
    dataDir: DATA_DIR,
    seedFile: EMULATOR_SEED,
    now: EMULATOR_NOW === "real" ? "real" : new Date(EMULATOR_NOW),
    expectBots: EXPECT_BOTS,
  };
}
