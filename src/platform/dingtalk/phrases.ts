const MEGABYTE = 1024 * 1024;

const OTHER_WORK = "其他接口";

/** What a call does, by its path. */
const WORK: Readonly<Record<string, string>> = {
  "/v1.0/card/instances/createAndDeliver": "发送卡片",
  "/v1.0/card/instances/deliver": "发送卡片",
  "/v1.0/card/instances": "更新卡片",
  "/v1.0/robot/oToMessages/batchSend": "发送单聊消息",
  "/v1.0/robot/groupMessages/send": "发送群消息",
  "/v1.0/robot/oToMessages/readStatus": "查询已读",
  "/v1.0/robot/groupMessages/query": "查询已读",
  "/v1.0/robot/otoMessages/batchRecall": "撤回单聊消息",
  "/v1.0/robot/groupMessages/recall": "撤回群消息",
  "/v1.0/robot/messageFiles/download": "接收文件",
  "/media/upload": "上传文件",
  "/v1.0/robot/ding/send": "发送DING",
  "/v1.0/todo/users/{unionId}/tasks": "创建待办",
  "/v1.0/todo/users/{unionId}/tasks/{taskId}": "更新待办",
  "/topapi/v2/user/get": "查询人员",
  "/topapi/v2/user/getbymobile": "查询人员",
};

/** Files that could not be received, and responses to rejected webhook requests. */
export const phrases = {
  fileTooLarge: (maxBytes: number) =>
    `文件超过${Math.floor(maxBytes / MEGABYTE)}MB，未接收。请您压缩或分成几个文件后重新发送。`,
  fileUnavailable: "文件未能取得，没有保存。请您重新发送一次。",
  wrongSignature: "签名不符，未接收。",
  work: (call: string): string => Object.entries(WORK).find(([path]) => call.endsWith(path))?.[1] ?? OTHER_WORK,
  unreadable: "内容无法识别，未接收。",
} as const;
