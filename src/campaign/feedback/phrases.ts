import { momentWords } from "../definition/wording.ts";
import type { Nouns } from "../directory/nouns.ts";

export const feedbackPhrases = {
  word: () => "意见建议",
  typed: () => "意见建议 请提前告知报送材料的格式。",
  purpose: ({ organizer }: Nouns) => `向${organizer}提出意见建议，在同一卡片上答复`,
  listWord: () => "收到的意见建议",
  listPurpose: () => "查看并答复收到的意见建议",
  answerWord: () => "答复意见",
  answerTyped: (number: number) => `答复意见 ${number} 内容`,

  title: (number: number) => `意见建议　${number}号`,
  askTitle: () => "意见建议",
  ask: ({ organizer }: Nouns) =>
    `请回复【意见建议】，只有${organizer}和您本人可见，答复写在同一卡片上。请勿写身份证号等无关的个人信息。不提出请回复「取消」。`,
  dropped: () => "意见建议没有提出。",
  by: () => "提出",
  at: () => "时间",
  said: () => "内容",
  answered: () => "答复",
  answerBy: (name: string, at: Date) => `${name}，${momentWords(at)}`,
  waiting: () => "待答复",
  done: () => "已答复",
  field: () => "答复",
  submit: () => "答复",
  erased: () => "内容已按规定清理。",
  sent: ({ organizer }: Nouns) => `意见建议已送${organizer}，答复写在这张卡片上，届时重新发给您。`,
  answeredToast: () => "已答复，卡片已重新发给提出人。",
  answerFootnote: (number: number) =>
    `也可发送「${feedbackPhrases.answerTyped(number)}」。答复后可以再次答复，以最后一次为准。`,

  listTitle: () => "收到的意见建议",
  none: () => "还没有收到意见建议。",
  line: (number: number, name: string, { text, isAnswered }: { text: string; isAnswered: boolean }) =>
    `${number}号　${isAnswered ? "已答复" : "待答复"}　${name}：${text.length > 40 ? `${text.slice(0, 40)}…` : text}`,
  see: (number: number) => `查看${number}号`,
  listFootnote: () => "发送「答复意见 1 内容」答复1号，或打开卡片填写。",

  idle: (said: string) =>
    `「${said}」似不是意见建议的内容，没有提出。请写明意见或建议，例如「${feedbackPhrases.typed()}」；不提出请回复「取消」。`,
  empty: () => `没有内容，没有提出。请写明文字，例如「${feedbackPhrases.typed()}」。`,
  emptyAnswer: () => "没有答复内容，未作任何改动。请写明编号和文字，例如「答复意见 1 已安排，谢谢。」",
  tooLong: (length: number, most: number) => `共${length}字，超过${most}字，没有保存。请精简后重新发送。`,
  unknown: (number: string) => `没有${number}号意见建议，未作任何改动。请发送「收到的意见建议」查看编号。`,
};
