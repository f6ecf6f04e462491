import type { Decision } from "./schema/decisions.ts";
import type {
  AnnexPurpose,
  DeliverablePurpose,
  FieldPurpose,
  PublicationPurpose,
  QuotaPurpose,
  RowPurpose,
  Step,
} from "./schema/purposes.ts";

export const deliverableNames = {
  checkIn: "宣传情况",
  application: "申报",
  review: "初评",
  list: "推荐名单",
  team: "成立工作组",
  verification: "核验",
  notice: "公示",
  publication: "公布",
  provinceList: "向上级推荐",
  report: "工作报告",
  caseStudy: "典型案例",
  summary: "总结",
} as const satisfies Record<DeliverablePurpose, string>;

export const stepNames = {
  checkIn: "报宣传情况",
  application: "申报",
  review: "初评",
  recommendation: "推荐",
  verification: "核验",
  ranking: "排名",
  selection: "择优",
  notice: "公示",
  publication: "公布",
  report: "报工作报告",
  caseStudy: "报典型案例",
  summary: "总结",
  export: "导出",
} as const satisfies Record<Step, string>;

export const fieldNames = {
  name: "名称",
  projectName: "名单上的名称",
  address: "地址",
  category: "类别",
  applicant: "申报单位",
  applicantKind: "申报单位类型",
  ownersBody: "业主组织形式",
  enterprise: "物业服务企业",
  subdistrict: "所属街道",
  neighborhood: "所属社区",
  statement: "申报材料",
  rate: "交付率或入住率",
  rateKind: "填报指标",
  rateAsOf: "数据截止日期",
  disqualification: "不得参与情形",
  remarks: "备注",
} as const satisfies Record<FieldPurpose, string>;

export const rowNames = { satisfaction: "满意度", participation: "各方参与" } as const satisfies Record<
  RowPurpose,
  string
>;

export const quotaNames = {
  perDistrict: "每个地区推荐几个",
  selected: "择优几个",
  province: "向上级推荐几个",
} as const satisfies Record<QuotaPurpose, string>;

export const annexNames = {
  requirements: "要求",
  rubric: "评选标准",
  form: "申报表",
  list: "推荐名单",
} as const satisfies Record<AnnexPurpose, string>;

export const publicationNames = {
  publication: "公布的名单",
  provinceList: "向上级推荐的名单",
} as const satisfies Record<PublicationPurpose, string>;

export const decisionNames = {
  pointStep: "打分的最小单位",
  allOrNothing: "只打满分或0分的条目",
  ownersBodies: "哪些业主组织计为已成立",
  cityShare: "全市前后百分之几怎样取整、并列怎样计",
  excludingRequirements: "不符合即排除的要求",
  accidentWindow: "不得参与情形往前看几年",
  penaltyWindow: "行政处罚往前看几年",
  serviceWindow: "办实事往前看几年",
  tieLadder: "同分怎样排序",
  provinceFromSelected: "向上级推荐的是否只从入选的产生",
  numberSelected: "择优几个",
  noticePeriod: "公示几天",
  maximumPerDistrict: "每个地区最多推荐几个",
  stageCloses: "阶段结束后是否算逾期",
  applicationDue: "申报截止日的读法",
  listDue: "推荐名单截止日的读法",
  reportDue: "工作报告截止日的读法",
  rankingBasis: "以谁的分数排名",
  notApplicable: "不适用的条目怎样打分",
  reserves: "递补对象几个",
  attachmentOverflow: "超出字数可否另附页",
  countedDistricts: "应报的地区",
  teamScore: "几名成员的分数怎样合成",
  undecidedRequirement: "无法认定的要求怎样处理",
  earlyDisclosure: "公布前可否展示分数",
  membersPerSite: "每处几名成员",
  blindScoring: "打分前可否看到初评分",
  resultsToDistricts: "公布后反馈什么",
  retention: "不归档的个人信息保存几个月",
} as const satisfies Record<Decision, string>;
