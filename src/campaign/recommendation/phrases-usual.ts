import type { Definition } from "../definition/definition.ts";
import { nounsOf } from "../directory/nouns.ts";
import type { UsualWords } from "../engine/command-listing.ts";

/** What people write most while they make the list. */
export function usualInList(definition: Definition): readonly UsualWords[] {
  const { caseName } = nounsOf(definition);
  return [
    { said: ["2 1", "1至3"], read: "按推荐先后回复序号，也可写名称" },
    { said: [`${caseName}的推荐理由：居民满意度高`], read: "理由记入所写的一个，几项可分行一并发送" },
    { said: ["同上"], read: "列出上一项理由，点击后沿用" },
    { said: ["记录其余2项", "不记录"], read: "报送前，决定读到而尚未记录的理由" },
  ];
}
