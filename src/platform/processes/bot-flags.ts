/**
 * How Node runs the bot: on a large machine it would let half a gigabyte of garbage lie before collecting it. A young
 * generation of 2 MB costs a little time and keeps the whole process small.
 */
export const BOT_FLAGS = ["--max-semi-space-size=2", "--max-old-space-size=256"] as const;
