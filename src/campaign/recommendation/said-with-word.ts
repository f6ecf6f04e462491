import { textView } from "../../platform/chat/view.ts";
import { withoutFillers } from "../../platform/conversation/spoken.ts";
import { hasRecommendation } from "../application/offered.ts";
import { mayMember } from "../directory/member.ts";
import { understood } from "../engine/dispatch/extension-points.ts";
import { extend } from "../engine/feature.ts";
import { besidePhrases } from "./beside-phrases.ts";
import { recommendationPhrases as phrases } from "./phrases.ts";

/** In characters: said in a breath. */
const MOST = 200;
const RUN_ON = new RegExp(`^${phrases.word()}(?:一下)?(?=\\p{Script=Han}{2})`, "u");
const NOT_DONE = /^(?:名单|次序|理由|表|情况|的|了|什么|怎么|哪)/u;

/** What stands behind 推荐 without a pause, with what is said of the place or why: 浣纱枫庭排第一理由是…. */
export function saidWithWord(text: string): string | undefined {
  const said = withoutFillers(text.trim());
  const rest = RUN_ON.test(said) ? said.replace(RUN_ON, "") : "";
  const isOrder = /第[一二三四五六七八九十\d]|排|理由|因为/u.test(rest) && !/[?？吗\n]/u.test(rest);
  return rest === "" || rest.length > MOST || NOT_DONE.test(rest) || !isOrder ? undefined : rest;
}

/** 推荐浣纱枫庭排第一理由是…, while no list is open: the order with the command is offered. */
export const orderWithWord = extend(understood, async (context, { text, person, place }) => {
  const { definition, closedAt } = context.campaign;
  if (place !== "direct" || closedAt || !hasRecommendation(definition)) return undefined;
  if (!mayMember(definition, person, "recommendation.submit")) return undefined;
  const rest = saidWithWord(text);
  if (rest === undefined) return undefined;
  const typed = `${phrases.word()} ${rest}`;
  return textView(phrases.formTitle(), besidePhrases.withWord(typed), {
    tone: "near",
    actions: [{ id: "", label: phrases.word(), typed, look: "primary" }],
  });
});
