import type { Definition } from "../definition/definition.ts";
import type { UsualWords } from "../engine/command-listing.ts";
import { criteriaOf } from "./rubric.ts";

/** What people write most while they score. */
export function usualInScoring({ rubric }: Definition): readonly UsualWords[] {
  const [first, second, third] = criteriaOf(rubric).filter(({ knockOut }) => !knockOut);
  if (!first || !second || !third) return [];
  const less = Math.max(0, second.maxPoints - 1);
  return [
    {
      said: [`${first.id} ${first.maxPoints}；${second.id} ${less} 会议记录不全`],
      read: "几条一并评分，理由写在分数之后，用「；」或换行分开",
    },
    {
      said: [`${second.id} ${less} 会议记录不全；${third.id} ${Math.max(0, third.maxPoints - 1)} 同上`],
      read: "「同上」即沿用同一条消息中上一条的理由",
    },
    { said: [`更正：${second.id} 应为${less}分，理由是会议记录不全`], read: "更正一条的分数和理由" },
    { said: ["其余满分", "记录其余2项"], read: "补足尚未评分的条目；记录未保存的消息中能够读到的各条" },
  ];
}
