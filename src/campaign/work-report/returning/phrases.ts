import type { Definition } from "../../definition/definition.ts";

const nounOf = ({ campaign }: Definition): string => campaign.words.district.noun;

export const returnPhrases = {
  word: () => "退回工作报告",
  example: (definition: Definition) => `退回工作报告 ${nounOf(definition)}名称 10月25日 修改意见`,
  purpose: (definition: Definition) => `退回${nounOf(definition)}的工作报告，写明意见和重报期限`,
  label: () => "退回修改",
  title: (district: string) => `${district}　退回工作报告`,
  submit: () => "退回",
  fields: { dueOn: "重报期限", remarks: "修改意见" },
  remarksHolder: () => "逐条写明需修改的内容",
  ask: (version: number) => `将第${version}版退回修改，请写明修改意见和重报期限。原版留存，重报前仍计为已报送。`,
  status: () => "，已退回",
  words: (until: string, remarks: string) => `已退回修改，请于${until}前重新报送。修改意见：${remarks}`,
  erased: () => "（意见文字已按规定清除）",
  done: (district: string, version: number, until: string) =>
    `${district}工作报告第${version}版已退回，重报期限${until}，已告知经办人。`,
  doneTitle: (district: string) => `${district}　工作报告已退回`,
  over: (version: number) => `第${version}版已有新版替代或已撤回，未退回。`,
  already: (district: string, until: string) => `${district}的工作报告已退回，重报期限${until}，未重复退回。`,
  none: (district: string) => `${district}没有已报送的工作报告，未退回。`,
  which: (definition: Definition) =>
    `没有读到要退回哪个${nounOf(definition)}的报告，未作任何改动。请写明，例如「${returnPhrases.example(definition)}」。`,
  noDay: () => "没有写明重报期限，未退回。请补充日期，例如「10月25日前」。",
  dayOver: () => "重报期限已过，未退回。请另定日期。",
  noRemarks: () => "没有写明修改意见，未退回。请补充需修改的内容。",
  tooLong: (length: number, most: number) => `修改意见共${length}字，超过${most}字，未退回。请精简。`,
};
