/** 保管期限 of DA/T 22: for ever, or so many years. */
export const KEEPS = ["permanent", "30", "10"] as const;
export type Keep = (typeof KEEPS)[number];

const WORDS: readonly (readonly [RegExp, Keep])[] = [
  [/^(?:保管期限)?[：:\s]*(?:永久)(?:保存|保管)?$/u, "permanent"],
  [/^(?:保管期限)?[：:\s]*(?:30|三十)\s*年$/u, "30"],
  [/^(?:保管期限)?[：:\s]*(?:10|十)\s*年$/u, "10"],
];

/** 永久, 30年, 十年. @returns undefined for anything else */
export const readKeep = (words: string): Keep | undefined =>
  WORDS.find(([pattern]) => pattern.test(words.normalize("NFKC").trim()))?.[1];

/** Parts of an archive that go through the chat; more are fetched from the server. */
export const MOST_PARTS = 10;
