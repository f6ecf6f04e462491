import { besidePhrases } from "./beside-phrases.ts";
import { readOrderRows } from "./order-rows.ts";
import { type Asked, apartOf, type Beside, fieldOf, type Row } from "./said-of-several.ts";
import { anyOf, partsOfOne } from "./short-name.ts";

/** 理由：, 推荐理由如下： above rows, or straight before the first of them. */
const HEAD = /^\s*(?:推荐)?(?:理由|原因)(?:如下|分别(?:是|为)?)?\s*[:：]?\s*(?=\n|[①-⑳]|[（(]?\d{1,2}\s*[.、．)）])/u;
const NUMBER = "(?:[①-⑳]|[（(]?\\d{1,2}\\s*[.、．)）]?)";
const AT_HEAD = new RegExp(`^\\s*${NUMBER}?\\s*`, "u");
/** 1鹿山 口碑好 2剡溪 党建好 */
const COUNTED = /^\s*1\s*\p{Script=Han}{2}/u;
const BEHIND_NAME = /^(?:的?(?:推荐)?(?:理由|原因))?[\s，,、:：—–-]+/u;

/** Reasons that stand each behind the name of its case, on rows under 理由：. A row without a name goes on with the one before. */
function rowsIn({ candidates }: Asked, text: string): readonly Row[] | undefined {
  const names = candidates.map(({ application }) => application.compoundName);
  const table = text.includes("\t") ? readOrderRows(text, names) : undefined;
  if (table && table.reasons.size > 0)
    return [...table.reasons].map(([at, reason]) => ({ name: names[at] ?? "", text: reason }));
  const called = partsOfOne(names).filter(([part]) => /^\p{Script=Han}/u.test(part));
  const isCalled = `(?:${anyOf(called.map(([part]) => part))})`;
  const next = new RegExp(
    `\\n+|[；;]\\s*(?=${isCalled}\\s*[:：])|[；;，,。\\s]*(?=[①-⑳])|[；;，,。\\s]+(?=${NUMBER}\\s*${isCalled})`,
    "u",
  );
  const head = HEAD.exec(text);
  const lines = text
    .slice(head?.[0].length ?? 0)
    .split(next)
    .map((line) => line.replace(AT_HEAD, "").trim())
    .filter((line) => line !== "");
  const rows: Row[] = [];
  for (const line of lines) {
    const found = called.find(([part]) => line.startsWith(part) && BEHIND_NAME.test(line.slice(part.length)));
    const last = rows.at(-1);
    if (found) {
      const [part, name] = found;
      rows.push({
        name,
        text: line
          .slice(part.length)
          .replace(BEHIND_NAME, "")
          .replace(/[；;\s]+$/u, ""),
      });
    } else if (last) last.text = `${last.text} ${line}`;
    else return undefined;
  }
  const isEach = new Set(rows.map(({ name }) => name)).size === rows.length && rows.every((row) => row.text !== "");
  return isEach && (head !== null || rows.length > 1) ? rows : undefined;
}

/** Undefined: the text is no such rows. No single reason is offered: they are of several cases. */
export function rowsOfReasons(list: Asked, text: string): Beside | undefined {
  const known = list.reasons ? rowsIn(list, text) : undefined;
  if (!known) return undefined;
  const { said, offers } = apartOf(list, { named: known.map(({ name }) => name), known });
  return { said: besidePhrases.ofRows(said), offers };
}

/** Under 理由： with a reason to give for each: as lines with their labels, to be recorded as they stand. */
export function labelledRows(list: Asked, text: string): string | undefined {
  const rows = list.reasons && isUnderReason(text) ? rowsIn(list, text) : undefined;
  const lines = rows?.flatMap(({ name, text: why }) => {
    const label = fieldOf(list, name);
    return label === undefined ? [] : [`${label}：${why}`];
  });
  return lines !== undefined && lines.length === rows?.length ? lines.join("\n") : undefined;
}

/** Whether what is said stands under 理由：, or is counted with words behind each name: no order alone. */
export const isUnderReason = (text: string): boolean => HEAD.test(text) || COUNTED.test(text);
