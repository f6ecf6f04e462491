import { chatPhrases } from "../../platform/chat/phrases.ts";
import { findDates } from "../../platform/conversation/answers/find-dates.ts";
import { withoutFillers } from "../../platform/conversation/spoken.ts";
import { dayOf } from "../../shared/civil-date.ts";
import { mayMember } from "../directory/member.ts";
import { understood } from "../engine/dispatch/extension-points.ts";
import { extend } from "../engine/feature.ts";
import { extensionPhrases as phrases } from "./phrases.ts";

/** In characters: said in a breath. */
const MOST = 80;
const PUTS_OFF = /(?:延期?|延后|推迟|顺延)(?:报送|提交|上报)?(?:到|至)\s*$/u;
const NOT_ASKED = /[?？吗]\s*$|^(?:不|别)/u;

/** 材料延到9.20 街道盖章慢, without the command: the request is offered. */
export const asksToPutOff = extend(understood, async ({ campaign, now }, { text, person, place }) => {
  const said = withoutFillers(text.trim());
  if (place !== "direct" || campaign.closedAt || said.length > MOST || NOT_ASKED.test(said)) return undefined;
  // Its own words are offered with what stands behind them.
  if (said.includes(phrases.askWord())) return undefined;
  const { definition } = campaign;
  if (!mayMember(definition, person, "recommendation.submit") && !mayMember(definition, person, "workReport.submit"))
    return undefined;
  const days = findDates(said.normalize("NFKC"), { today: dayOf(now), year: definition.campaign.year.value });
  if (!days.some(({ from }) => PUTS_OFF.test(said.normalize("NFKC").slice(0, from)))) return undefined;
  const typed = `${phrases.askWord()} ${said}`;
  const view = chatPhrases.refusal(phrases.meant(typed));
  return { ...view, actions: [{ id: "", label: phrases.askWord(), typed, look: "primary" }] };
});
