const OFFICE = "\\p{Script=Han}{3,24}(?:局|委员会|政府|办公室|办事处|专班|中心)";
const DAY = "\\d{4}\\s*[年./-]\\s*\\d{1,2}\\s*[月./-]\\s*\\d{1,2}\\s*[日号]?";
const BY = `(?<by>${OFFICE}(?:[（(](?:盖章|公章|章)[)）])?)`;
/** 某区住房和城乡建设局␤2023年8月28日, below the last section. */
const SIGNED = new RegExp(`\\n[^\\S\\n]*(?:${BY}\\s+(?<on>${DAY})|(?<day>${DAY}))\\s*$`, "u");

/** A text without who signed it and when; one of nothing else stays. */
export function withoutSigned(typed: string): { text: string; foot: readonly string[] } {
  const found = SIGNED.exec(typed.trimEnd());
  const { by, on, day } = found?.groups ?? {};
  const text = found ? typed.slice(0, found.index).trimEnd() : typed;
  if (!found || text.trim() === "") return { text: typed, foot: [] };
  return { text, foot: [by, on, day].flatMap((line) => (line === undefined ? [] : [line.trim()])) };
}
