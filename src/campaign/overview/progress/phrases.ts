import type { Stage } from "../../definition/deadlines.ts";
import type { Definition } from "../../definition/definition.ts";
import { districtsWords } from "../../definition/wording.ts";
import type { GroupAudience } from "../../directory/groups.ts";

export const progressPhrases = {
  title: (campaign: string) => `${campaign}　办理进度`,
  ownTitle: (districts: string) => `${districts}　办理进度`,
  stageLabel: () => "当前阶段",
  stage: (stage: Stage, until: string, left: number) =>
    `第${stage.numeral}阶段　${stage.name}，${until}结束，剩${left}个工作日`,
  between: (stage: Stage, from: string) => `第${stage.numeral}阶段　${stage.name}，${from}开始`,
  closed: (day: string) => `活动已于${day}结束，只可查阅`,
  over: () => "各阶段均已结束",
  notStarted: () => "活动尚未开始",
  nothingYet: () => "目前没有须报送的材料。",
  received: (definition: Definition, done: number, of: number) =>
    `已收到${done}${definition.campaign.words.district.measure}，共${districtsWords(definition, of)}`,
  ownReceived: () => "已收到",
  ownMissing: () => "尚未收到",
  groupFootnote: ({ campaign }: Definition, audience: GroupAudience | undefined) =>
    audience === "city"
      ? "群内只显示汇总数。"
      : `群内只显示汇总数。本${campaign.words.district.noun}的具体情况请在与机器人的单聊中发送「进度」。`,
};
