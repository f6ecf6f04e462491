import type { ListCandidate } from "./rules.ts";

const points = (hundredths: number): string => String(hundredths / 100);

export const recommendationPhrases = {
  title: (district: string) => `${district}　推荐名单`,
  formTitle: () => "推荐名单",
  choosing: () => "待排序",
  reasoning: () => "待说明",
  ready: () => "待确认",
  confirmed: () => "已确认",
  lead: (minimum: number) =>
    `请从已锁定初评的小区中择优推荐，原则上不少于${minimum}个，以居民满意度为首要标准（实施方案第15、20行）。`,
  candidate: ({ application, total, satisfaction }: ListCandidate) =>
    `${application.compoundName}：总分${points(total)}分，满意度（3-2）${points(satisfaction)}分${application.declaration === "unclear" ? "，安全责任事故待定" : ""}`,
  askOrder: (count: number) =>
    `请按推荐次序回复序号，填写【推荐次序】，例如「${count > 1 ? "2 1" : "1"}」。未写序号的小区不推荐。`,
  orderLabel: () => "推荐次序",
  orderPlaceholder: () => "例如：2 1",
  saveOrder: () => "保存次序",
  saveReasons: () => "保存理由",
  reorder: () => "重新排序",
  confirm: () => "确认推荐",
  reasonLabel: (name: string) => `${name}的推荐理由`,
  reasonHelp: () => "该小区排在分数更高的小区之前，请说明择优理由。",
  fewerLabel: (minimum: number) => `推荐少于${minimum}个的理由`,
  fewerHelp: () => "方案要求原则上不少于2个，请说明原因。",
  item: (name: string, total: number, reason: string | undefined) =>
    `${name}：${points(total)}分${reason === undefined ? "" : `；理由：${reason}`}`,
  fewer: (reason: string) => `少于规定数量的理由：${reason}`,
  pending: (names: readonly string[]) =>
    `${names.join("、")}的安全责任事故情况为“待定”，可以推荐，但未明确之前不予公布（实施方案第117行）。`,
  readyLead: () => "请核对推荐名单。确认后报送市级；如有变化，可再次推荐，形成新的版本。",
  confirmedLead: (count: number, version: number, late: boolean) =>
    `推荐名单（第${version}版，${count}个小区）已报送市级。${late ? "报送时间已过规定日期，已注明逾期。" : ""}`,
  orderSaved: () => "次序已保存。",
  reasonsSaved: () => "理由已保存。",
  leftLead: () => "已保存。随时发送「推荐」继续。",
  exportAnnex: () => "导出附件4",
  another: () => "重新推荐",
  footnote: () => "依据：实施方案第15、20行，附件4。推荐与否由人决定，系统不作取舍。",
  nothingYet: () => "还没有可以推荐的小区：须先提交申报，并锁定初评。发送「申报」或「初评 小区名称」办理。",
  notOpen: () => "这份推荐名单已确认或已不在编制中，未作任何改动。发送「推荐」可重新编制。",
  noOrder: () => "还没有排定推荐次序，未确认。请先回复序号，例如「2 1」。",
  noReason: (labels: readonly string[]) => `还缺${labels.map((label) => `【${label}】`).join("、")}，未确认。`,
  noneOpen: () => "目前没有正在编制的推荐名单。请发送「推荐」。",
};
