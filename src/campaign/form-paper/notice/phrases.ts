import type { ApplicationWords } from "../../application/words.ts";

const listed = (labels: readonly string[]): string => labels.join("、");

export const noticePhrases = {
  word: () => "告知单",
  posted: () => ["公告", "张贴公告", "申报公告"],
  purpose: ({ case: noun }: ApplicationWords) => `一页告知单，转发给${noun}：填报内容、所需材料、遮挡要求、目前尚缺`,
  title: (name: string) => `“${name}”申报告知单`,
  lead: (campaign: string, { case: noun, district }: ApplicationWords) =>
    `贵${noun}拟参加${campaign}，请按以下要求准备材料，并交所在${district}经办人。`,
  dueHeading: () => "一、报送时间",
  /** @param binds whether what comes later is late */
  due: (form: string, day: string, binds: boolean) =>
    binds
      ? `${form}及证明材料请于${day}前（含当日）交齐。`
      : `${form}及证明材料请尽量于${day}前（含当日）交齐，之后仍可补交。`,
  overdue: (form: string, day: string, binds: boolean) =>
    binds
      ? `${form}及证明材料应于${day}前（含当日）交齐，请尽快补齐。`
      : `${form}及证明材料原请于${day}前（含当日）交齐，现仍可补交，请尽快补齐。`,
  asksHeading: () => "二、填报内容",
  asks: (labels: readonly string[]) => `必填：${listed(labels)}。`,
  asksMore: (labels: readonly string[]) => `另请提供：${listed(labels)}。`,
  photosHeading: () => "三、逐条所需材料",
  rows: (section: string, rows: readonly string[]) => `${section}：${rows.join("；")}。`,
  row: (id: string, text: string, what: readonly string[]) =>
    `${id} ${text}${what.length === 0 ? "" : `（${listed(what)}）`}`,
  rowColumns: ["条目", "内容", "所需材料"],
  how: (what: readonly string[]) => listed(what),
  seen: { material: "书面材料", site: "现场照片", data: "数据证明" },
  named: (example: string, noun: string) =>
    `照片和材料请按条目编号命名、顺序排列，一看便知，例如“${example}_${noun}名称_东门_日期”。`,
  coverHeading: () => "四、拍照和提供材料时的遮挡要求",
  cover: () =>
    "请勿提供住户姓名、房号、电话、欠费明细，请遮挡后拍照；不收集身份证号、党员姓名和伤亡人员姓名；照片中尽量不出现人脸和车牌。",
  missingHeading: () => "五、目前尚缺",
  missing: (labels: readonly string[]) => `必填内容：${listed(labels)}。`,
  requirementsOpen: (annex: string) => `${annex}各条：尚未填报。`,
  requirementsShort: (words: string) => `${words}。`,
  /** Rows with and without any file; the shorter list is written out. */
  proofOpen: ({ proved, missing }: { proved: readonly string[]; missing: readonly string[] }) =>
    missing.length <= proved.length
      ? `证明材料尚无：${listed(missing)}。`
      : `证明材料：${proved.length === 0 ? "" : `${listed(proved)}已有，其余`}${missing.length}条尚无。`,
  nothingMissing: () => "必填内容已齐。",
  notBegun: () => "尚未开始填写。",
  dataHeading: () => "六、个人信息说明",
  keepers: (bureau: string, { district }: ApplicationWords) => `${bureau}和所在${district}经办单位`,
  data: (keepers: string, purpose: string) =>
    `表中负责人姓名和电话由${keepers}收集和保存，仅用于${purpose}的申报、核验和联系，不对外公开。`,
  keptRuled: (text: string) => `保存期限：${text}`,
  keptProposed: (text: string) => `保存期限（系统建议，尚未作出规定）：${text.replace(/^建议/u, "")}`,
  rights: (name: string, phone: string) => `本人可要求查询、更正或删除，联系人：${name}，电话：${phone}。`,
  footnote: () => "可直接转发；图片和Word文件随后发送。",
  footnoteWithoutPicture: () => "可直接转发；Word文件随后发送。图片此次未能生成，需要图片的请稍后重新发送「告知单」。",
  told: () => "已告知本人",
  toldDone: (name: string) => `已登记：“${name}”表中有关人员已告知。`,
  toldBefore: (name: string) => `“${name}”此前已登记告知，未重复登记。`,
  toldNone: (name: string, { case: noun }: ApplicationWords) =>
    `没有名为“${name}”的${noun}在填写或已申报，未登记。请先发送「申报」。`,
  withdrawn: (name: string) => `“${name}”的申报已撤回，未生成告知单。`,
  which: ({ case: noun }: ApplicationWords) =>
    `请注明${noun}名称，例如「告知单 某${noun}」；供${noun}张贴的公告请发送「公告」。`,
  postTitle: (campaign: string) => `${campaign}公告`,
  postLead: (campaign: string, noun: string) => `现开展${campaign}，欢迎符合条件的${noun}参加。`,
  postWindow: (from: string, to: string) => `申报时间：${from}至${to}。`,
  postHow: ({ form, case: noun, district }: ApplicationWords) =>
    `申报方式：由${noun}填写${form}，经所在${district}审核推荐。有意参加的，请与所在${district}经办人联系。`,
  postRequirements: (title: string) => `${title}：`,
  postRequirement: (at: number, text: string) => `${at}．${text}`,
  postContact: (name: string, phone: string) => `联系人：${name}，电话：${phone}。`,
  wordName: (title: string) => `${title}.docx`,
  pictureName: (title: string) => `${title}.png`,
};
