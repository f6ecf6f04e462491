import { dig, textAt } from "./json.ts";

/** Calls by the names that the platform's own documentation gives them, shortened. */
const LABELS: Record<string, string> = {
  "POST /v1.0/gateway/connections/open": "登记长连接",
  "POST /v1.0/oauth2/accessToken": "获取令牌",
  "GET /gettoken": "获取令牌",
  "POST /v1.0/robot/oToMessages/batchSend": "发单聊消息",
  "POST /v1.0/robot/groupMessages/send": "发群消息",
  "POST /robot/sendBySession": "回复会话",
  "POST /v1.0/robot/messageFiles/download": "下载文件",
  "GET /v1.0/robot/oToMessages/readStatus": "查单聊已读",
  "POST /v1.0/robot/groupMessages/query": "查群消息已读",
  "POST /v1.0/robot/otoMessages/batchRecall": "撤回单聊消息",
  "POST /v1.0/robot/groupMessages/recall": "撤回群消息",
  "POST /v1.0/robot/ding/send": "发DING",
  "POST /media/upload": "上传文件",
  "POST /v1.0/card/instances/createAndDeliver": "投放卡片",
  "POST /v1.0/card/instances": "创建卡片",
  "POST /v1.0/card/instances/deliver": "投放已有卡片",
  "PUT /v1.0/card/instances": "更新卡片",
  "POST /v1.0/card/callbacks/register": "登记回调地址",
  "POST /topapi/v2/user/get": "查人员",
  "POST /topapi/v2/user/getbymobile": "按手机号查人员",
  "POST /v1.0/todo/users/:unionId/tasks": "创建待办",
  "PUT /v1.0/todo/users/:unionId/tasks/:taskId": "更新待办",
};

export const callLabel = (name: string): string | undefined => LABELS[name];

/** A card's outTrackId, or the first words of what is sent. @param body with its strings of JSON unfolded */
export function callWords(body: unknown): string {
  const places = [
    ["outTrackId"],
    ["msgParam", "title"],
    ["msgParam", "content"],
    ["msgParam", "fileName"],
    ["text", "content"],
    ["markdown", "title"],
    ["actionCard", "title"],
    ["content"],
    ["subject"],
  ];
  return places.map((path) => textAt(body, ...path)).find((text) => text !== "") ?? textAt(dig(body, "msgKey"));
}
