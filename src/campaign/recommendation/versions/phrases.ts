import { textView, type View } from "../../../platform/chat/view.ts";
import { HUNDREDTHS } from "../../scoring/points.ts";
import type { ListDifference } from "./difference.ts";

const order = (names: readonly string[]): string => names.map((name, at) => `${at + 1}.${name}`).join("，");
const score = (total: number | null): string => (total === null ? "无" : `${total / HUNDREDTHS}分`);

const parts = ({ added, left, reordered, points, renamed }: ListDifference): string[] => [
  ...(added.length > 0 ? [`新增${added.join("、")}`] : []),
  ...(left.length > 0 ? [`不再列入${left.join("、")}`] : []),
  ...(reordered ? [`次序由“${order(reordered.before)}”改为“${order(reordered.after)}”`] : []),
  ...renamed.map(({ before, after }) => `“${before}”改名为“${after}”`),
  ...points.map(({ name, before, after }) => `${name}的评价分数由${score(before)}改为${score(after)}`),
];

/** Versions of a reported list. */
export const versionPhrases = {
  /** What a version has otherwise than the one before it. */
  difference: (before: number, found: ListDifference | undefined) =>
    found === undefined
      ? `名单和次序与第${before}版相同，理由以本版为准。`
      : `与第${before}版相比：${parts(found).join("；")}。`,
  told: (district: string, version: number, difference: string): View =>
    textView("推荐名单有新的版本", `${district}重新报送了推荐名单，现行的为第${version}版。${difference}`, {
      tone: "near",
    }),
};
