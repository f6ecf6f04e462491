import type { Action } from "../../platform/chat/view.ts";
import { findDates } from "../../platform/conversation/answers/find-dates.ts";
import { withoutFillers } from "../../platform/conversation/spoken.ts";
import { dayOf } from "../../shared/civil-date.ts";
import { isOffered, mayUseCommand } from "../engine/command-listing.ts";
import type { PersonContext } from "../engine/context.ts";
import { namedOffers } from "../engine/dispatch/named-offers.ts";
import { besidePhrases } from "./beside-phrases.ts";
import { recommendationPhrases as phrases } from "./phrases.ts";
import type { Beside } from "./said-of-several.ts";

/** What is done, said in full; what only names a thing may stand in a reason. */
const DOES = /^(?:申请|撤回|登记|修改|恢复|提交|重新修改|再报|再申报|另报|另填|再填)/u;
/** These are read with the reasons themselves. */
const OWN = /^recommendation\.(?:start|none|reorder|confirm)$/u;
const PUTS_OFF =
  /(?:材料|名单|盖章件|报告|报送|我们|想|能不能|能否)[^，,。；;]{0,6}(?:延期?|延后|推迟|顺延)(?:到|至)\s*$/u;
const PUT_OFF = "申请延期";

/**
 * …我想申请延期到十月八号理由是…, 材料延到9.20: a command within what is sent while reasons are drawn up. It is offered,
 * and nothing is recorded.
 * @param isOpen a reason is asked for: the text may be it after all
 */
export async function commandInReason(
  context: PersonContext,
  text: string,
  { isOpen }: { isOpen: boolean },
): Promise<Beside | undefined> {
  const { definition } = context.campaign;
  const usable = context.commands.filter(
    (one) => !OWN.test(one.id) && isOffered(definition, one) && mayUseCommand(definition, context.person, one),
  );
  const said = withoutFillers(text.trim());
  // 意见雅苑街道同意: said first, where no reason is asked for.
  const isMeant = (typed: string): boolean =>
    DOES.test(typed) || (!isOpen && said.startsWith(typed.split(" ")[0] ?? "\n"));
  const named = (await namedOffers(context, text, usable)).filter(({ isSure, typed }) => isSure && isMeant(typed));
  const [first] = named.length > 0 ? named : putOff(context, text);
  if (!first) return undefined;
  const { label, typed } = first;
  const take: Action = { id: "", label, typed, look: "primary" };
  const whole: Action = { id: "", label: phrases.asReason(), typed: `内容：${text.trim()}`, look: "default" };
  return { said: besidePhrases.holdsCommand(text.trim(), label, isOpen), offers: isOpen ? [take, whole] : [take] };
}

function putOff({ campaign, now }: PersonContext, text: string): { label: string; typed: string }[] {
  const said = withoutFillers(text.trim()).normalize("NFKC");
  const days = findDates(said, { today: dayOf(now), year: campaign.definition.campaign.year.value });
  const isAsked = days.some(({ from }) => PUTS_OFF.test(said.slice(0, from)));
  return isAsked ? [{ label: PUT_OFF, typed: `${PUT_OFF} ${said}` }] : [];
}
