import { contentsOf, headingsIn } from "./contents.ts";

/** 更正后：, 修改后的报告如下：, 以此为准： */
export const REVISED =
  /^[\s\u3000]*(?:(?:更正|修改|修订|改正|调整|完善|订正)(?:过)?后(?:的)?(?:工作)?(?:报告|内容|稿)?(?:如下)?|(?:最终|正式|修改|修订)稿|(?:请)?以(?:此|本[条稿次]|下列|以下)(?:内容)?为准|重[发报新]发?送?(?:如下)?)[\s\u3000]*[：:][\s\u3000]*/u;

const FEWEST = 2;

/**
 * A report that was sent again, whole or in part, takes the place of what it was, part by part. Undefined where the parts
 * are others, or one alone that is not said to be revised: it may go on with the one before.
 */
export function withPartsAgain(
  before: string,
  { text: again, revised }: { text: string; revised: boolean },
  parts: readonly string[],
): { text: string; replaced: readonly string[] } | undefined {
  const [old, now] = [before, again].map((text) => text.normalize("NFC").replaceAll(/\r\n?/gu, "\n")) as [
    string,
    string,
  ];
  const [had, has] = [old, now].map((text) => headingsIn(text, parts)) as [Headings, Headings];
  const replaced = parts.filter(
    (name) =>
      [had, has].every((all) => all.some((one) => one.name === name)) &&
      contentsOf(now, parts).some((part) => part.name === name && part.state !== "empty"),
  );
  if (replaced.length < (revised ? 1 : FEWEST)) return undefined;
  const bodyOf = (name: string): string =>
    has.flatMap((one, at) => (one.name === name ? [now.slice(one.to, has[at + 1]?.from)] : [])).join("");
  const kept = had.map((one, at) => {
    if (!replaced.includes(one.name)) return old.slice(one.from, had[at + 1]?.from);
    const isFirst = had.findIndex(({ name }) => name === one.name) === at;
    return isFirst ? `${old.slice(one.from, one.to)}${bodyOf(one.name).trimEnd()}\n` : "";
  });
  const added = has.flatMap((one, at) =>
    replaced.includes(one.name) ? [] : [now.slice(one.from, has[at + 1]?.from).trim()],
  );
  return { text: [old.slice(0, had[0]?.from) + kept.join("").trimEnd(), ...added].join("\n"), replaced };
}

type Headings = ReturnType<typeof headingsIn>;
