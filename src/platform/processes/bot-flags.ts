/**
 * Node's flags for the bot. By default, on a large machine, garbage is collected only after half a gigabyte. A young
 * generation of 4 MB keeps the process small at little cost. WebAssembly, above all the database client's, is compiled
 * once and quickly: compiling it again for speed costs 30 MB and more time than it saves.
 */
export const BOT_FLAGS = ["--max-semi-space-size=4", "--max-old-space-size=256", "--liftoff-only"] as const;
