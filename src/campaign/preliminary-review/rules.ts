import type { Application } from "../application/application.ts";
import type { Member } from "../directory/member.ts";

const REASON = /^(?<name>.*?)[\s，,；;：:。]*(?:理由|原因)\s*[:：为是]?\s*(?<reason>[\s\S]*)$/su;

export interface Reopening {
  name: string;
  reason: string | undefined;
}

/** Splits 重新修改 锦绣花园 理由：2-3漏看照片. Without the word 理由 all of it is the name. */
export function readReopening(typed: string): Reopening {
  const { name = typed, reason } = REASON.exec(typed)?.groups ?? {};
  return { name: name.trim(), reason: reason?.trim() };
}

/** 锦绣花园 满意度打错: a name that is none may be followed by the reason. */
export function nameAndReason(name: string): { name: string; reason: string } | undefined {
  const [, first = "", rest = ""] = /^(\S+?)[\s，,；;：:]+(\S[\s\S]*)$/u.exec(name.trim()) ?? [];
  return rest === "" ? undefined : { name: first, reason: rest.trim() };
}

/** Only officers of the case's own district do 初评. */
export const mayScore = (member: Member, application: Application): boolean =>
  member.roles.some(({ role, district }) => role === "districtOfficer" && district === application.district);
