import { textView, type View } from "./view.ts";

/** Sentences of the chat core, independent of any campaign. */
export const chatPhrases = {
  stale: () => "卡片内容已更新，刚才的操作未办理，请按最新内容操作。",
  alreadyDone: () => "该操作已完成，无须重复点击。",
  inProgress: () => "正在处理，完成后卡片会自动更新。",
  notYourCard: () => "这张卡片不是发给您的，未作任何改动。",
  unknownCard: () => "这张卡片已失效，未作任何改动。请发送「帮助」查看可用的操作。",
  unknownAction: () => "无法识别这次操作，未作任何改动。请发送「帮助」查看可用的操作。",
  retired: (): View => textView("已由新卡片替代", "请查看下方最新的卡片。", { tone: "closed", status: "已替代" }),
  failure: (reference: string) =>
    textView(
      "系统繁忙",
      `刚才的操作未能办理，未作任何改动。请稍后再试；如仍不行，请把编号 ${reference} 告诉系统管理员。`,
    ),
  failureToast: (reference: string) => `系统繁忙，未作任何改动。请稍后再试，编号 ${reference}。`,
  /** @param choices what can be sent instead, each on a button */
  refusal: (sentence: string, choices: readonly string[] = [], labels: readonly string[] = []) =>
    textView("未能办理", sentence, {
      actions: choices.map((typed, at) => ({ id: "", label: labels[at] ?? typed, typed, look: "default" as const })),
    }),
  /** In an empty field. */
  marked: (required: boolean, hint: string | undefined) =>
    (required ? "必填" : "选填") + (hint === undefined ? "" : `，${hint}`),
  tooMany: (limit: number) =>
    `您发送的消息中，等待办理的已超过${limit}条，其后发送的未作处理。请待前面的办理完毕后重新发送。`,
  tooLong: (length: number, limit: number) =>
    `这条消息共${length}字，超过${limit}字，未作处理。请分成几条，或以文件发送。`,
};
