import { z } from "zod";
import type { ClockStart } from "./clock/emulated-clock.ts";

const settingSchema = z.object({
  EMULATOR_PORT: z.coerce.number().int().min(0).max(65_535).default(3100),
  DATA_DIR: z.string().min(1).default("./data"),
  EMULATOR_NOW: z.union([z.literal("real"), z.iso.datetime({ offset: true })]).default("real"),
  EXPECT_BOTS: z.coerce.number().int().nonnegative().default(0),
});

export interface EmulatorConfig {
  port: number;
  dataDir: string;
  now: ClockStart;
  expectBots: number;
}

/** @throws z.ZodError naming the variable that cannot be read */
export function readEmulatorConfig(environment: NodeJS.ProcessEnv = process.env): EmulatorConfig {
  const { EMULATOR_PORT, DATA_DIR, EMULATOR_NOW, EXPECT_BOTS } = settingSchema.parse(environment);
  return {
    port: EMULATOR_PORT,
    dataDir: DATA_DIR,
    now: EMULATOR_NOW === "real" ? "real" : new Date(EMULATOR_NOW),
    expectBots: EXPECT_BOTS,
  };
}
