/** Fallbacks for the fonts of official documents, by a part of their name. */
const FALLBACKS: readonly [RegExp, string][] = [
  [/仿宋|FangSong/i, '"FangSong", "STFangsong", "Noto Serif CJK SC", "Noto Sans SC Variable", serif'],
  [/楷|Kai/i, '"KaiTi", "STKaiti", "Kaiti SC", "Noto Sans SC Variable", serif'],
  [/黑|YaHei|等线/i, '"SimHei", "Microsoft YaHei", "PingFang SC", "Noto Sans SC Variable", sans-serif'],
  [/宋|Song|Sun|Times/i, '"SimSun", "STSong", "Songti SC", "Noto Serif CJK SC", "Noto Sans SC Variable", serif'],
];
const DEFAULT_FALLBACK = '"Microsoft YaHei", "PingFang SC", "Noto Sans SC Variable", sans-serif';

/** Fonts are not embedded: a font family gets fallbacks appended. */
export const withFallback = (families: string): string =>
  `${families}, ${FALLBACKS.find(([pattern]) => pattern.test(families))?.[1] ?? DEFAULT_FALLBACK}`;
