import type { View } from "../../../platform/chat/view.ts";
import { plainAnswer } from "../../../platform/conversation/plain.ts";
import { awaitListed } from "../choice.ts";
import type { PersonContext } from "../context.ts";
import { unfinishedOf } from "../unfinished-work.ts";
import { waitingFor } from "./extension-points.ts";
import { dispatchPhrases } from "./phrases.ts";

const NEXT =
  /^(?:[嗯好那就先行再可以]|好了|好的|我要|接着)*(?:交|提交|报|报送|上报|办|(?:下|后)一?[个步条项]|完成|接着办)(?:上去|出去|一下)?[了吧啊呀]*$/u;

/** 交, 报送, 下一个: what is to be done, not of what. */
export const asksForNext = (text: string): boolean => NEXT.test(plainAnswer(text).replaceAll(" ", ""));

const MOST = 4;

/** What waits for the person, to choose from; undefined: nothing does. */
export async function whatWaits(context: PersonContext): Promise<View | undefined> {
  if (context.place !== "direct" || context.campaign.closedAt) return undefined;
  const begun = (await unfinishedOf(context)).map(({ name }) => dispatchPhrases.resumeOf(name));
  const owed = (await context.contributions(waitingFor, { person: context.person.staffId })).flat();
  const all = [
    ...begun.map((typed) => ({ label: typed, typed })),
    ...owed.map(({ typed }) => ({ label: typed, typed })),
  ];
  const distinct = all.filter(({ typed }, at) => all.findIndex((one) => one.typed === typed) === at).slice(0, MOST);
  if (distinct.length === 0) return undefined;
  await awaitListed(
    context,
    distinct.map(({ typed }) => ({ name: typed, typed })),
  );
  return dispatchPhrases.waits(distinct);
}
