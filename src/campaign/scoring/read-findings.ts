import { cleanLine } from "../../platform/conversation/plain.ts";
import type { GivenScore } from "./score-sheet.ts";

/** 与初评一致, 同初评, 和初评分一致 */
const AS_DISTRICT =
  /^(?:与|同|和|跟)(?:区级)?初评(?:分数?)?(?:一致|相同|一样)?(?=$|[\s,，。;；:：])[\s,，。;；:：]*(?<why>.*)$/su;
/** 不符合 8-2 缴费率不足, 不符合附件1第8-2条 */
const NOT_MET =
  /^(?:不符合|不符)\s*(?:附件[1一])?(?:的)?(?:要求|条款)?第?\s*(?<clause>\d{1,2}\s*[-－‐‑‒–—―−]\s*\d{1,2})?[条项款]?[\s,，。;；:：]*(?<why>.*)$/su;

/** 与初评一致 or 不符合 with its clause and what was found, as said of a row in the city's ledger; undefined for other words. */
export function readFinding(said: string): Omit<GivenScore, "criterion"> | undefined {
  const text = said.normalize("NFKC").trim();
  const same = AS_DISTRICT.exec(text);
  if (same) return { asDistrict: true, ...reasonIn(same.groups?.why) };
  const found = NOT_MET.exec(text);
  if (!found) return undefined;
  const clause = (found.groups?.clause ?? "").replaceAll(/\s/gu, "").replace(/[－‐‑‒–—―−]/u, "-");
  return { notMet: clause, ...reasonIn(found.groups?.why) };
}

const reasonIn = (why = ""): { reason?: string } => {
  const reason = cleanLine(why);
  return reason === "" ? {} : { reason };
};

const ROW = /^\s*(?<row>\d{1,2}\s*[-－‐‑‒–—―−]\s*\d{1,2})(?![\d年月－-])[\s,，:：、.]*(?<said>.+)$/su;

/** Of a message in the city's ledger the parts that are such findings, and the rest as it was said. */
export function readFindings(text: string): { given: GivenScore[]; rest: string } {
  const given: GivenScore[] = [];
  const rest = text.split(/(?<=[;；\n])/u).filter((part) => {
    const { row = "", said = "" } = ROW.exec(part.replace(/[;；\s]+$/u, "").normalize("NFKC"))?.groups ?? {};
    const found = row === "" ? undefined : readFinding(said);
    if (found) given.push({ criterion: row.replaceAll(/\s/gu, "").replace(/[－‐‑‒–—―−]/u, "-"), ...found });
    return !found;
  });
  return { given, rest: rest.join("").trim() };
}
