/** What the engine understands as an answer, by what hangs on it. */
export const answerForms = {
  date: "「截至9月28日」「截至9月28日，不含当日」「包括当日」「不包括当日」",
  closes: "「是」「否」",
  step: "「按整数打分」「可以打半分」「以0.1分为一档」",
  thresholds: "「2-2、3-3达到得满分，达不到得0分；4-4酌情给分」",
  count: "「10个」「正好8个」",
  notice: "「不公示」「公示5天」「公示7个工作日」",
  maximum: "「不限」「不超过5个」",
  basis: "「以核验修正后的区级初评分为准」「以市级自评分为准」",
  overflow: "「可以另附页」「不可以」",
  allowed: "「可以」「不可以」",
} as const;
