import { textView, type View } from "../../../platform/chat/view.ts";
import type { Definition } from "../../definition/definition.ts";
import { hasRubric } from "../../definition/rubric-points.ts";
import type { GroupAudience } from "../../directory/groups.ts";

const nameOf = ({ campaign }: Definition, audience: GroupAudience): string =>
  audience === "city" ? `${campaign.words.city.noun}级工作群` : "活动群";

function scopeOf({ campaign, rubric }: Definition, audience: GroupAudience): string {
  const level = `${campaign.words.city.noun}级`;
  if (hasRubric(rubric)) {
    return audience === "city"
      ? `群内可发布排名和含分数的材料，请确认群成员均为${level}工作人员。`
      : "群内只发布汇总数和不含分数的名单。";
  }
  return audience === "city" ? `请确认群成员均为${level}工作人员。` : "群内只发布汇总数和名单。";
}

export const bindingPhrases = {
  /** @param replaced title of the group replaced by this binding */
  bound: (definition: Definition, audience: GroupAudience, replaced: string | undefined): View => {
    const name = nameOf(definition, audience);
    const before = replaced === undefined ? "" : `，原${name}「${replaced}」同时解除绑定`;
    return textView("绑定成功", `本群已设为${name}${before}。${scopeOf(definition, audience)}`, { tone: "done" });
  },
  same: (definition: Definition, audience: GroupAudience) =>
    `本群已是${nameOf(definition, audience)}，无须重复绑定，未作任何改动。`,
  which: (definition: Definition) =>
    `请注明绑定为哪一类群：「绑定本群 活动群」或「绑定本群 ${nameOf(definition, "city")}」。`,
  purpose: (definition: Definition) => `在群内@家园助手发送，把该群设为活动群或${nameOf(definition, "city")}`,
  boundAlready: () => "本群已作其他用途绑定，未作任何改动。一个群只能对应一个活动、一种用途。",
};
