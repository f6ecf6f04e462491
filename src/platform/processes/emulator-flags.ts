/** Node's flags for the emulator: a small young generation, like the bot's. */
export const EMULATOR_FLAGS = ["--max-semi-space-size=4"] as const;
