import type { Action } from "../../platform/chat/view.ts";
import { answerContext } from "../application/form.ts";
import { calledIn } from "../application/opinions/name-in.ts";
import { areOpinionRows } from "../application/opinions/pasted.ts";
import { opinionPhrases } from "../application/opinions/phrases.ts";
import { readOpinions } from "../application/opinions/read-words.ts";
import { collectsOpinions } from "../application/opinions/standing.ts";
import type { PersonContext } from "../engine/context.ts";
import { besidePhrases } from "./beside-phrases.ts";
import type { ListDraft } from "./draft.ts";
import { recommendationPhrases as phrases } from "./phrases.ts";
import type { Beside } from "./said-of-several.ts";

const WORD = /^[\s，,嗯呃那]*(?:登记)?意见[\s:：，,]*/u;

/** 住建局的意见同意… */
const SAYS_OPINION = /^.{2,14}意见/u;

/**
 * 意见雅苑街道同意8月23日, 雅苑街道同意8月23日: opinions on the form of a case, and no reason for it. Undefined where it does
 * not read whole as such.
 * @param names of the district's cases
 */
export function opinionsInstead(
  context: PersonContext,
  { district }: Pick<ListDraft, "district">,
  { text, names }: { text: string; names: readonly string[] },
): Beside | undefined {
  if (!collectsOpinions(context.campaign.definition)) return undefined;
  const said = text.trim().normalize("NFKC").replace(WORD, "");
  const [name] = names.filter((one) => one !== "" && said.startsWith(one)).toSorted((a, b) => b.length - a.length);
  const rest = name === undefined ? "" : said.slice(name.length).replace(/^[\s:,的]+/u, "");
  if (name === undefined || rest === "") return undefined;
  const called = calledIn(context, district);
  if (!readOpinions(rest, called, answerContext(context)).ok) {
    const isSaid = (said !== text.trim().normalize("NFKC") || SAYS_OPINION.test(rest)) && areOpinionRows(rest, called);
    return isSaid ? { said: besidePhrases.opinionsUnread(name), offers: [] } : undefined;
  }
  const typed = `${opinionPhrases.submit()} ${name} ${rest}`;
  const take: Action = { id: "", label: opinionPhrases.submit(), typed, look: "primary" };
  // 雅苑业委会同意后拟8月20日公示 may be a reason; 意见雅苑… is none.
  const isOrder = said !== text.trim().normalize("NFKC") || SAYS_OPINION.test(rest);
  const asReason: Action = { id: "", label: phrases.asReason(), typed: `内容：${text.trim()}`, look: "default" };
  return {
    said: besidePhrases.opinions(typed) + (isOrder ? "" : besidePhrases.orReason()),
    offers: isOrder ? [take] : [take, asReason],
  };
}
