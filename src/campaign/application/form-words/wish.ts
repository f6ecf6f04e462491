import { withoutFillers } from "../../../platform/conversation/spoken.ts";
import { mayMember } from "../../directory/member.ts";
import { nounsOf } from "../../directory/nouns.ts";
import { understood } from "../../engine/dispatch/extension-points.ts";
import { extend } from "../../engine/feature.ts";
import { hasApplications } from "../offered.ts";
import { wishToApply } from "../order-phrases.ts";

/** In characters: said in a breath. */
const MOST = 80;

/** 还有一个小区要报…怎么报啊: one more is to be handed in, and the sentence does not begin with the command. */
export function wantsToApply(text: string, noun: string): boolean {
  const said = withoutFillers(text.trim());
  if (said.length > MOST) return false;
  const reports =
    /(?:要|想|怎么|如何|可以|能|再|继续)(?:申)?报(?!告|送|销|名单|备|修|批|盖|意见|延|[\p{Script=Han}]{0,2}(?:分|材料))/u;
  const oneMore = new RegExp(
    `(?:一个?|[另新]|再|还有|这个|那个)[^，,。]{0,4}${noun}|${noun}[^，,。]{0,12}报|再报一`,
    "u",
  );
  return reports.test(said) && oneMore.test(said) && !/[不没未已]报|报[了过]|意见|名单|材料|报告/u.test(said);
}

/** The command is offered. */
export const wishesToApply = extend(understood, async (context, { text, person, place }) => {
  const { definition, closedAt } = context.campaign;
  if (place !== "direct" || closedAt || !hasApplications(definition)) return undefined;
  if (!mayMember(definition, person, "application.fill") || !wantsToApply(text, nounsOf(definition).case))
    return undefined;
  return wishToApply();
});
