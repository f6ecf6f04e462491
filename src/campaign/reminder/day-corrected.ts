import { textView } from "../../platform/chat/view.ts";
import { type DateContext, findDates } from "../../platform/conversation/answers/find-dates.ts";
import { type CivilDate, dayOf } from "../../shared/civil-date.ts";
import { deliverableById } from "../definition/deadlines.ts";
import { dayWordsIn } from "../definition/wording.ts";
import { districtsOf } from "../directory/member.ts";
import type { Context } from "../engine/context.ts";
import { understood } from "../engine/dispatch/extension-points.ts";
import { extend } from "../engine/feature.ts";
import { extensionPhrases } from "../extension/phrases.ts";
import { openExtensions } from "../extension/store.ts";
import { sealedPhrases } from "../recommendation/sealed-copy/phrases.ts";
import { listsInForce } from "../recommendation/store.ts";
import { agreePhrases as phrases } from "./agree-phrases.ts";
import { agreedDays } from "./agreed.ts";

const CORRECTS = /^(?:[嗯呃额哦噢啊哎，,。\s])*(?:不对|错了|(?:说|写|打|记)错了|不是|更正|改成|改为|改到)/u;
const AROUND =
  /不对|[说写打记]?错了|不是|更正|应该?|改成|改为|改到|日期|时间|是|为|到|至|那个|吧|了|[嗯呃额哦噢啊哎，,。：:\s]/gu;

/** 不对 是8.25, and nothing else; undefined: it is no day said anew. */
export function dayCorrected(text: string, when: DateContext): CivilDate | undefined {
  const said = text.normalize("NFKC");
  const [day, second] = CORRECTS.test(said) ? findDates(said, when) : [];
  const [only, other] = day?.readings ?? [];
  if (!day || second || other !== undefined) return undefined;
  return (said.slice(0, day.from) + said.slice(day.to)).replaceAll(AROUND, "") === "" ? only : undefined;
}

/** A day said anew after it was registered: with what each registration is changed. Nothing is changed by it. */
export const dayCorrections = extend(understood, async (context, { text, person, place }) => {
  const { definition } = context.campaign;
  const when = { today: dayOf(context.now), year: definition.campaign.year.value };
  const day = place === "direct" ? dayCorrected(text, when) : undefined;
  if (day === undefined) return undefined;
  const typed = await registered(context, { own: districtsOf(definition, person), day: dayWordsIn(definition, day) });
  if (typed.length === 0) return undefined;
  return textView(phrases.whichDayTitle(), phrases.whichDay(typed), {
    actions: typed.map((one) => ({ id: "", label: one, typed: one, look: "default" as const })),
  });
});

/** What is sent to register it again, with the other day. */
async function registered(context: Context, { own, day }: { own: readonly string[]; day: string }): Promise<string[]> {
  const { tx, campaign, personal } = context;
  const nameOf = (deliverable: string): string => deliverableById(campaign.definition, deliverable).name;
  const open = (await openExtensions(tx, campaign.id)).filter(({ district }) => own.includes(district));
  const texts = await personal.read(open.map(({ reason }) => reason));
  const agreed = (await agreedDays(tx, campaign.id)).filter(({ district }) => own.includes(district));
  const lists = [...(await listsInForce(tx, campaign.id)).values()].filter(({ district }) => own.includes(district));
  return [
    ...lists.filter(({ signedOn }) => signedOn !== null).map(() => sealedPhrases.typed(day)),
    ...agreed.map(({ deliverable }) => `${phrases.ownWord()} ${nameOf(deliverable)} ${day}`),
    ...open.map(({ deliverable, reason }) =>
      extensionPhrases.typed(nameOf(deliverable), day, (reason && texts.get(reason.personal)) ?? ""),
    ),
  ];
}
