import {
  annexNames,
  decisionNames,
  deliverableNames,
  fieldNames,
  publicationNames,
  quotaNames,
  rowNames,
  stepNames,
} from "./purpose-phrases.ts";
import type { Capability, Role, Scope } from "./schema/roles.ts";

/** What a role may do, for people who compare two versions of a campaign. */
export const capabilityNames = {
  "help.see": "查看帮助",
  "citation.see": "查看依据",
  "progress.see": "查看进度",
  "application.see": "查看申报",
  "application.fill": "填写申报",
  "application.fillForDistrict": "代填申报",
  "opinion.record": "登记意见",
  "preliminaryReview.see": "查看初评",
  "preliminaryReview.score": "初评打分",
  "recommendation.submit": "报送推荐名单",
  "consultation.see": "查看部门意见",
  "consultation.record": "征求部门意见",
  "consultation.decide": "认定部门所反映的情况",
  "team.propose": "提出评选工作组人选",
  "team.approve": "批准评选工作组",
  "recusal.raise": "提出回避",
  "recusal.decide": "决定回避",
  "verification.see": "查看核验",
  "verification.score": "核验打分",
  "verification.assign": "分派核验",
  "verification.agree": "记录一致意见",
  "verification.unlock": "退回核验分数",
  "ranking.see": "查看排名",
  "selection.propose": "择优报批",
  "selection.approve": "批准择优",
  "publication.publish": "公布",
  "publication.approve": "批准公布",
  "objection.see": "查看异议",
  "objection.handle": "登记办理异议",
  "objection.decide": "决定异议",
  "workReport.submit": "报送工作报告",
  "workReport.see": "查看工作报告",
  "reminder.send": "发送提醒",
  "broadcast.send": "发送通知",
  "application.return": "退回补正",
  "extension.grant": "准予延期",
  "ruling.see": "查看口径",
  "ruling.record": "记录口径",
  "ruling.answer": "确认口径",
  "disqualification.lift": "解除不得参与",
  "definition.decide": "采用活动设置",
  "group.bind": "绑定群",
  "roster.edit": "调整人员名单",
  "role.assign": "分配身份",
  "export.make": "导出",
  "usage.see": "查看用量",
  "system.configure": "系统配置",
  "journal.see": "查看全部并逐次留痕",
  "history.see": "历史查询和操作留痕",
} as const satisfies Record<Capability, string>;

const roleNames = {
  organizer: "活动联系人",
  approver: "审批领导",
  districtOfficer: "经办人",
  teamLead: "评选工作组组长",
  teamMember: "评选工作组成员",
  administrator: "系统管理员",
  auditor: "审计人员",
} as const satisfies Record<Role, string>;

const scopeNames = { own: "本地区", assigned: "分派的", all: "全部" } as const satisfies Record<Scope, string>;

/** Words of a definition that stand for something, by their key where the same word means several things. */
const ownNames: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  mark: { plan: "文件规定", ruling: "口径", ours: "系统建议" },
  owedBy: { district: "各地区", city: "市级" },
  givenBy: { district: "地区", city: "市级" },
  each: { district: "每个地区一份", case: "每个对象一份", campaign: "全市一份" },
  basis: { district: "区级初评分", city: "市级自评分" },
  softClose: { onOrBefore: "当日或之前的工作日", before: "前一个工作日" },
  restDays: { late: "作逾期", marked: "只注明" },
  atRecommendation: { warn: "提示", block: "不得推荐" },
  atPublication: { warn: "提示", block: "不公布" },
  maximum: { none: "不限" },
  combine: { mean: "平均分", trimmedMean: "去掉最高分和最低分后的平均分" },
  verdict: { clear: "可以参与", excluded: "不得参与", pending: "待核实" },
  comparison: { atLeast: "不少于", moreThan: "超过", atMost: "不多于", equal: "等于", within: "以内" },
  seenBy: { material: "材料", site: "现场", data: "数据" },
  sharedBy: { district: "同一地区", subdistrict: "同一街道", neighborhood: "同一社区", enterprise: "同一企业" },
  end: { first: "前", last: "后" },
  rounding: { up: "进一法", down: "去尾法", half: "四舍五入" },
  ties: { in: "并列的计入", out: "并列的不计入" },
  ladder: { satisfactionMet: "是否达到满意度", satisfactionOrComplaints: "满意度数据", joint: "并列" },
  subject: { case: "评选对象", enterprise: "企业" },
  unit: {
    ...{ percent: "百分比", percentOfCity: "全市百分比", characters: "字", items: "件", timesPerYear: "次/年" },
    ...{ years: "年", cases: "个", yuan: "元", people: "人" },
  },
  kind: {
    ...{ text: "文字", longText: "长文字", phone: "电话", percent: "百分比", date: "日期", choice: "选择" },
    ...{ declaration: "填报情形", district: "区", county: "县", countyLevelCity: "县级市", zone: "功能区" },
    ...{ subdistrict: "街道", town: "镇", village: "村", other: "其他", position: "序号", field: "栏目" },
    ...{
      evaluationScore: "评价分数",
      phrase: "方案用语",
      stageEnd: "阶段结束",
      with: "随另一项",
      proposed: "建议日期",
    },
    ...{ event: "事项", ratio: "比率", count: "件数", form: "表单选择" },
  },
  may: scopeNames,
};

const purposes: Readonly<Record<string, string>> = {
  ...{ ...decisionNames, ...quotaNames, ...annexNames, ...publicationNames, ...rowNames },
  ...{ ...fieldNames, ...stepNames, ...deliverableNames, ...roleNames },
};

/** A word of a definition as people read it; others as they are. @param keys from the item to the value */
export function valueName(keys: readonly string[], value: string): string {
  const own = keys.findLast((key) => ownNames[key]?.[value] !== undefined);
  if (own !== undefined) return ownNames[own]?.[value] ?? value;
  const isNamed = keys.some((key) => ["purpose", "steps", "decides", "since"].includes(key));
  return (isNamed ? purposes[value] : undefined) ?? value;
}
