import type { CivilDate } from "../../../shared/civil-date.ts";
import type { Stage } from "../../definition/deadlines.ts";
import type { Definition } from "../../definition/definition.ts";
import { dayWords } from "../../definition/wording.ts";
import type { GroupAudience } from "../../directory/groups.ts";
import type { Nouns } from "../../directory/nouns.ts";
import { stagePhrases } from "../../stage/phrases.ts";
import { countShown, type Nearness } from "../../stage/rules.ts";

export const progressPhrases = {
  title: (campaign: string) => `${campaign}　办理进度`,
  ownTitle: (districts: string) => `${districts}　办理进度`,
  stageLabel: () => "当前阶段",
  stage: (stage: Stage, until: string, near: Nearness) => {
    const left = countShown(near);
    const count = left > 0 ? `，剩${left}个工作日` : "";
    const end = near.kind === "lastDay" ? stagePhrases.lastDay() : `${until}结束${count}`;
    return `第${stage.numeral}阶段　${stage.name}，${end}`;
  },
  between: (stage: Stage, from: string) => `第${stage.numeral}阶段　${stage.name}，${from}开始`,
  closed: (day: string) => `活动已于${day}结束，只可查阅`,
  over: () => "各阶段均已结束",
  notStarted: () => "活动尚未开始",
  nothingYet: () => "目前没有须报送的材料。",
  due: (words: string, due: string) => `${words}；${due}`,

  outcome: (day: string, names: readonly string[], { district, cases }: Nouns) =>
    `已于${day}公布，本${district}${names.length === 0 ? "无入选" : `入选${cases(names.length)}：${names.join("、")}`}`,

  casesHeading: ({ case: one }: Nouns) => `各${one}办理情况`,
  districtsHeading: ({ district }: Nouns) => `各${district}办理情况`,
  duplicatesHeading: () => "可能重复的申报（系统建议，请核对）",
  /** @param proof what of the case has proof */
  caseLine: (name: string, state: string, proof?: string) =>
    `${name}：${state}${proof === undefined ? "" : `；${proof}`}`,
  unnamed: ({ case: one }: Nouns) => `（未填${one}名称）`,
  filling: (done: number, of: number) => `填写中，已填${done}/${of}项，尚未提交`,
  changing: () => "修改中，尚未提交",
  submitted: () => "申报已提交",
  excluded: () => "不得参与",
  unscored: () => "申报已提交，初评尚未评分",
  scoring: (left: number) => `申报已提交，初评还有${left}条未评分`,
  scored: () => "申报已提交，初评已评完，尚未提交定稿",
  finalized: () => "初评已提交定稿",
  returned: (state: string, until: CivilDate, city: string) =>
    `${state}，${city}级退回补正，期限${dayWords(until)}，尚未报送补正`,
  opinionsWait: (state: string) => `${state}，申报表改动前的意见须重新确认`,
  districtPart: (name: string, words: string) => `${name}${words}`,
  districtLine: (district: string, parts: readonly string[]) => `${district}：${parts.join("；")}`,

  notYours: (name: string, { district }: Nouns) => `您不能查看${name}的进度，只能查看本${district}的。`,
  unknownDistrict: (typed: string, names: readonly string[], { district }: Nouns) =>
    `没有名为「${typed.slice(0, 20)}」的${district}，可查看：${names.join("、")}。`,
  groupFootnote: ({ campaign }: Definition, audience: GroupAudience | undefined) =>
    audience === "city"
      ? "群内只显示汇总数。"
      : `群内只显示汇总数。本${campaign.words.district.noun}的具体情况请在与家园助手的单聊中发送「进度」。`,
};
