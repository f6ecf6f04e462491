import { plainText } from "../../application/reason-gate.ts";
import type { PersonContext } from "../../engine/context.ts";
import { recusalPhrases as phrases } from "./phrases.ts";

const MAY = ["case", "phone", "correction"] as const;

interface Facts {
  name: string;
  /** Undefined: of who says it. */
  member: string | undefined;
  facts: string;
}

/** 回避 翠苑三区 亲属在物业服务企业任职，先报了. @throws {RefusalError} if an order stands behind them: they are shown first */
export function plainFacts(context: PersonContext, { name, member, facts }: Facts): string {
  const asIs = (own: string) => phrases.raiseTyped(name, member, own);
  return plainText(context, facts, { what: phrases.factsField(), own: name, may: MAY, quotes: true, asIs });
}

/** 同意回避 翠苑三区 张三 情况属实. @throws {RefusalError} if it holds what is said to the program */
export function plainReason(
  context: PersonContext,
  word: string,
  of: { name: string; member: string; reason: string },
): string {
  const asIs = (own: string) => phrases.decisionTyped(word, { ...of, reason: own });
  return plainText(context, of.reason, { what: phrases.reasonField(), own: of.name, may: MAY, asIs });
}
