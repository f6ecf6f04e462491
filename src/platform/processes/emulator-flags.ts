/** How Node runs the emulator: as the bot, with a young generation small enough that little garbage lies about. */
export const EMULATOR_FLAGS = ["--max-semi-space-size=2"] as const;
