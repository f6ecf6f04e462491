import type { CivilDate } from "../../shared/civil-date.ts";
import type { Authority } from "../authority/authority.ts";

/** 来电, 来信, 来访, 网站、邮箱留言, 其他 */
export const SOURCES = ["phone", "letter", "visit", "website", "other"] as const;
export type ObjectionSource = (typeof SOURCES)[number];

/** 成立 / 不成立 / 不予受理 */
export const VERDICTS = ["upheld", "declined", "notAccepted"] as const;
export type Verdict = (typeof VERDICTS)[number];

/** What an upheld objection does to the list: the case is taken off / it stays. */
export const EFFECTS = ["removed", "kept"] as const;
export type Effect = (typeof EFFECTS)[number];

/** How it was replied to; `none`: nobody to reply to. */
export const REPLY_WAYS = ["phone", "letter", "visit", "website", "none"] as const;
export type ReplyWay = (typeof REPLY_WAYS)[number];

export type ObjectionState = "registered" | "assigned" | "reported" | Verdict;

/** 异议、来信. Texts are empty once they are erased. */
export interface Objection {
  /** From 1. */
  number: number;
  source: ObjectionSource;
  receivedOn: CivilDate;
  /** Undefined: about something that is not in the campaign. */
  caseId: string | undefined;
  /** What it is about, as it was named. */
  about: string;
  content: string;
  /** 概述: the matter reworded, for all who may not know who said it. */
  matter: string | undefined;
  /** 反映人, with how to reach them. Undefined: anonymous. */
  objector: string | undefined;
  registeredBy: string;
  registeredAt: Date;
  state: ObjectionState;
  handler: string | undefined;
  handleBy: CivilDate | undefined;
  /** 核查情况 */
  findings: string | undefined;
  reportedBy: string | undefined;
  reportedAt: Date | undefined;
  effect: Effect | undefined;
  reason: string | undefined;
  decidedBy: string | undefined;
  decidedAt: Date | undefined;
  authority: Authority | undefined;
  repliedOn: CivilDate | undefined;
  replyWay: ReplyWay | undefined;
  reply: string | undefined;
}

export const isDecided = ({ state }: Pick<Objection, "state">): boolean => VERDICTS.some((one) => one === state);
