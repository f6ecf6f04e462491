/**
 * Node's flags for the bot. By default, on a large machine, garbage is collected only after half a gigabyte. A young
 * generation of 2 MB keeps the process small at little cost.
 */
export const BOT_FLAGS = ["--max-semi-space-size=2", "--max-old-space-size=256"] as const;
