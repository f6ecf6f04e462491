import { textView, type View } from "../../../platform/chat/view.ts";
import type { GroupAudience } from "../../directory/groups.ts";

const names = { campaign: "活动群", city: "市级工作群" } as const satisfies Record<GroupAudience, string>;

const scope = {
  campaign: "群内只发布汇总数和不含分数的名单。",
  city: "群内可发布排名和含分数的材料，请确认群成员均为市级工作人员。",
} as const satisfies Record<GroupAudience, string>;

export const bindingPhrases = {
  /** @param replaced the title of the group that was bound so until now */
  bound: (audience: GroupAudience, replaced: string | undefined): View =>
    textView(
      "绑定成功",
      `本群已设为${names[audience]}${replaced === undefined ? "" : `，原${names[audience]}「${replaced}」同时解除绑定`}。${scope[audience]}`,
      { tone: "done" },
    ),
  same: (audience: GroupAudience) => `本群已是${names[audience]}，无须重复绑定，未作任何改动。`,
  which: () => "请注明绑定为哪一类群：「绑定本群 活动群」或「绑定本群 市级工作群」。",
  boundAlready: () => "本群已作其他用途绑定，未作任何改动。一个群只能对应一个活动、一种用途。",
};
