import { simplified } from "../../platform/conversation/simplified.ts";
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

/** 锦绣花园 满意度打错, 锦绣3-5理由写错: a name that is none may be followed by the reason. */
export function nameAndReason(name: string): { name: string; reason: string } | undefined {
  const [, first = "", rest = ""] =
    /^([^\s，,；;：:]+?)(?:[\s，,；;：:]+|(?=\d{1,2}\s*[-－—–杠]\s*\d))(\S[\s\S]*)$/u.exec(name.trim()) ?? [];
  return rest === "" ? undefined : { name: first, reason: rest.trim() };
}

const UNSCORED =
  /^(?:[嗯呃]|请问|那|现在|目前)*(?<name>.{0,12}?)的?(?:还|现在|目前)*(?:有|剩下?|差)?(?:哪些|哪几[项条行个]|什么|几[项条行个]|多少[项条行个]?)(?:条目|项目|项|行|条|分)?(?:还)?(?:没有?|未)(?:打分?|评分?|给分?|评)(?:完|好|上)?(?:的)?了?(?:没有)?[吗呢呀啊]*$/u;

/** 还有哪些没打分, 雅苑还剩几条没评: the name, empty if none is said; undefined for other words. */
export function asksForUnscored(typed: string): string | undefined {
  const said = simplified(typed.normalize("NFKC")).replaceAll(/[\s?？!！。，,]+/gu, "");
  return UNSCORED.exec(said)?.groups?.name;
}

/** Only officers of the case's own district do 初评. */
export const mayScore = (member: Member, application: Application): boolean =>
  member.roles.some(({ role, district }) => role === "districtOfficer" && district === application.district);
