import { FAULT_LABELS } from "../../src/scenario/fault-labels.ts";

/** Where a fault applies: to the open streams immediately, to a push to the bot, or to a call from the bot. */
export type FaultPoint = "now" | "push" | "call";

/** One sentence each: what happens, and what a good bot does. */
export interface Effect {
  does: string;
  bot: string;
}

export interface FaultKind {
  /** As `POST /faults` names it. */
  action: string;
  places: Partial<Record<FaultPoint, Effect>>;
  /** Default duration in ms, if the fault has one. */
  ms?: number;
}

export interface FaultGroup {
  title: string;
  kinds: readonly FaultKind[];
}

export const FAULT_MENU: readonly FaultGroup[] = [
  {
    title: "连接",
    kinds: [
      {
        action: "cut",
        places: {
          now: {
            does: "立即断开机器人的全部长连接，不作通知。",
            bot: "数秒内自行重连；断开期间的消息平台不保留，请重发。",
          },
          push: { does: "推送到来时不送达，并断开该连接。", bot: "自行重连，并处理平台重新推送的消息。" },
          call: { does: "调用未执行即断开。", bot: "稍后重试，结果只出现一次。" },
        },
      },
      {
        action: "disconnect",
        places: {
          now: { does: "平台通知断开，停止推送，10秒后关闭连接。", bot: "收到通知即另建连接，再放弃旧连接。" },
          push: { does: "送达一条推送后，平台通知断开。", bot: "先处理已收到的消息，再另建连接。" },
        },
      },
      {
        action: "halfOpen",
        places: {
          now: { does: "连接看似正常，双向均不再传递；清除故障不会恢复。", bot: "凭心跳发现连接已失效，并自行重连。" },
          push: { does: "推送到来时连接转为半开，该消息不送达。", bot: "凭心跳发现失效并重连，处理重新推送的消息。" },
        },
      },
    ],
  },
  {
    title: "消息与调用",
    kinds: [
      {
        action: "drop",
        places: {
          push: { does: "推送未送达机器人，平台等待应答。", bot: "平台重新推送后照常处理。" },
          call: { does: "调用未执行，连接中断。", bot: "稍后重试，不遗漏要发的消息。" },
        },
      },
      {
        action: "delay",
        ms: 1_000,
        places: {
          push: { does: "推送推迟送达。", bot: "按消息本身的时间处理，不按到达时间。" },
          call: { does: "调用推迟执行。", bot: "等待或超时重试，其他人不受影响。" },
        },
      },
      {
        action: "loseReply",
        places: {
          push: { does: "机器人的应答未到平台，平台将重新推送。", bot: "认出重复的消息，只处理一次。" },
          call: { does: "调用已执行，但机器人收不到结果。", bot: "重试时沿用原编号，不发出两份。" },
        },
      },
      {
        action: "quota",
        places: {
          push: { does: "消息送达但没有内容，并附错误码20001。", bot: "告知管理员，不把空消息当作回答。" },
          call: { does: "平台以当月调用额度用尽为由拒绝。", bot: "先停次要消息，告知管理员，下月自动恢复。" },
        },
      },
      {
        action: "permission",
        places: {
          call: { does: "平台以应用未获该接口权限为由拒绝。", bot: "不再重试，告知管理员应申请哪项权限。" },
        },
      },
      {
        action: "ban",
        places: {
          call: {
            does: "平台以本机地址调用过密为由拒绝，应答形式与平常不同。",
            bot: "停止调用几分钟，不因应答读不懂而出错。",
          },
        },
      },
    ],
  },
  {
    title: "推送",
    kinds: [
      {
        action: "duplicate",
        places: { push: { does: "同一条消息送达两次。", bot: "只处理一次，两次均予应答。" } },
      },
      {
        action: "reorder",
        ms: 500,
        places: { push: { does: "该条推送排到下一条之后送达。", bot: "按状态判断，不因先后颠倒而出错。" } },
      },
      {
        action: "badFrame",
        places: { push: { does: "送达的帧残缺，无法解析。", bot: "记录并忽略，后续消息照常处理。" } },
      },
    ],
  },
  {
    title: "调用",
    kinds: [
      {
        action: "throttle",
        places: { call: { does: "平台以调用过于频繁为由拒绝。", bot: "放慢后重试，次序不乱，消息不丢。" } },
      },
      {
        action: "status:503",
        places: { call: { does: "平台答复503，调用未执行。", bot: "逐次延长间隔后重试，对话不中断。" } },
      },
      {
        action: "expireToken",
        places: { call: { does: "令牌已过期，调用被拒。", bot: "换取一次新令牌，重试一次。" } },
      },
      {
        action: "revokeToken",
        places: { call: { does: "令牌被平台作废，调用被拒。", bot: "换取一次新令牌，多个调用不重复换取。" } },
      },
      {
        action: "unsafeContent",
        places: { call: { does: "平台以内容不安全为由拒绝。", bot: "不反复重试，向操作者说明原因。" } },
      },
      {
        action: "hang",
        places: { call: { does: "调用没有任何答复，连接不断。", bot: "到时放弃并重试，其他调用不受影响。" } },
      },
      {
        action: "refuse",
        places: { call: { does: "连接即被关闭，调用未执行。", bot: "稍后重试，恢复后依次补发。" } },
      },
    ],
  },
];

/** The label of a fault; any 5xx is a server error. */
export function faultLabel(action: string): string {
  const known = FAULT_LABELS[action];
  if (known !== undefined) return known;
  const [kind, status] = action.split(":");
  return kind === "status" ? `${FAULT_LABELS["status:503"]} ${status}` : action;
}
