import type { CivilDate } from "../../../shared/civil-date.ts";
import type { Stage } from "../../definition/deadlines.ts";
import { dayWords } from "../../definition/wording.ts";
import type { GroupAudience } from "../../directory/groups.ts";

export const progressPhrases = {
  title: (campaign: string) => `${campaign}　办理进度`,
  ownTitle: (districts: string) => `${districts}　办理进度`,
  stageLabel: () => "当前阶段",
  stage: (stage: Stage, until: CivilDate, left: number) =>
    `第${stage.numeral}阶段　${stage.name}，${dayWords(until)}结束，剩${left}个工作日`,
  between: (stage: Stage, from: CivilDate) => `第${stage.numeral}阶段　${stage.name}，${dayWords(from)}开始`,
  over: () => "各阶段均已结束",
  notStarted: () => "活动尚未开始",
  nothingYet: () => "目前没有须报送的材料。",
  received: (done: number, of: number) => `已收到${done}个，共${of}个地区`,
  ownReceived: () => "已收到",
  ownMissing: () => "尚未收到",
  groupFootnote: (audience: GroupAudience | undefined) =>
    audience === "city" ? "群内只显示汇总数。" : "群内只显示汇总数。本地区的具体情况请在与机器人的单聊中发送「进度」。",
};
