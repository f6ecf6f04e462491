const OFFICE = "[\\p{Script=Han}“”（）()]{3,24}(?:局|委员会|政府|办公室|办事处|专班|中心|领导小组)";
const SEALED = "[（(](?:盖章|公章|章|印章)[)）]";
const YEAR = "(?:\\d{4}|[二〇零○Ｏ一三四五六七八九]{4})\\s*[年./-]\\s*";
const MONTH_DAY =
  "\\d{1,2}\\s*[月./-]\\s*\\d{1,2}\\s*[日号]?|[一二三四五六七八九十]{1,3}\\s*月\\s*[一二三四五六七八九十]{1,3}\\s*[日号]";
const DAY = `(?:${YEAR}(?:${MONTH_DAY})|\\d{1,2}\\s*月\\s*\\d{1,2}\\s*[日号])`;
const ON = `(?:(?:报送|成文|落款)?(?:日期|时间)\\s*[:：]\\s*)?${DAY}`;
const BY = `(?:(?:报送|填报|呈报|落款)(?:单位|部门)\\s*[:：]\\s*)?${OFFICE}(?:${SEALED})?`;
/** 某区住房和城乡建设局, 2023年8月28日, （此页无正文）: a line of nothing else. */
const IS_DAY = new RegExp(`^\\s*${ON}\\s*$`, "u");
const IS_OFFICE = new RegExp(`^\\s*${BY}\\s*$`, "u");
const SAYS_WHO = new RegExp(`^\\s*(?:(?:报送|填报|呈报|落款)(?:单位|部门)|.*${SEALED}\\s*$)`, "u");
const NO_TEXT = /^\s*[（(]?此页无正文[)）]?\s*$/u;
const CONTACT = /^\s*[（(]?\s*联\s*系\s*(?:人|电话|方式)\s*[:：].{2,40}$/u;
/** Both on one line, also behind the last sentence. */
const ON_ONE_LINE = new RegExp(`(?:^|(?<=[。；;！!])\\s*|\\n\\s*)(?<by>${BY})\\s+(?<on>${ON})\\s*$`, "u");

/** A text without who signed it and when, below its last section; one of nothing else stays. */
export function withoutSigned(typed: string): { text: string; foot: readonly string[] } {
  const lines = typed.trimEnd().split("\n");
  const foot: string[] = [];
  const isFoot = (line: string): boolean => [IS_DAY, IS_OFFICE, NO_TEXT, CONTACT].some((sign) => sign.test(line));
  while (lines.length > 0 && (isFoot(lines.at(-1) ?? "") || lines.at(-1)?.trim() === "")) {
    const line = lines.pop()?.trim() ?? "";
    if (line !== "") foot.unshift(line);
  }
  const kept = lines.join("\n");
  const { by, on } = ON_ONE_LINE.exec(kept)?.groups ?? {};
  const text = (by === undefined ? kept : kept.replace(ON_ONE_LINE, "")).trimEnd();
  const all = [...[by, on].flatMap((one) => (one === undefined ? [] : [one.trim()])), ...foot];
  const isSigned = all.some((line) => IS_DAY.test(line) || SAYS_WHO.test(line));
  return text.trim() === "" || !isSigned ? { text: typed, foot: [] } : { text, foot: all };
}
