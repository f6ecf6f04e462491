import { type DateContext, type FoundDate, findDates } from "../../../platform/conversation/answers/find-dates.ts";
import type { Choice } from "../choice.ts";

/** What was said instead of choosing: another day for all of them; `unclear`: several. */
export type OtherDay = { kind: "day"; from: string; to: string; choices: Choice[] } | { kind: "unclear" };

/** Beside a day of which it is said: 日期改为9.27吧. */
const AROUND = /日期|时间|那个|就是|大概|[嗯呃额哦啊吧了好的是在到为对改换成,，、。.;；:：\s]/gu;
const CORRECTS = /不对|错了|不是|改成|改为|应该?是|还是/u;

const daysIn = (text: string, when: DateContext): FoundDate[] => findDates(text.normalize("NFKC"), when);

/** 约定9.26 不对 9.27, where it is asked what 约定报送 9.25 is for: the choices with that day. Undefined: nothing of the kind. */
export function otherDayIn(choices: readonly Choice[], text: string, when: DateContext): OtherDay | undefined {
  const said = text.normalize("NFKC");
  const days = daysIn(said, when);
  const own = choices.map(({ typed }) => daysIn(typed, when));
  const [first] = own[0] ?? [];
  const last = days.at(-1);
  if (
    !last ||
    !first ||
    last.text === first.text ||
    own.some((found) => found.length !== 1 || found[0]?.text !== first.text)
  )
    return undefined;
  // 街道改8.23 says the day of something else.
  const beside = days.reduceRight((left, { from, to }) => `${left.slice(0, from)}\n${left.slice(to)}`, said);
  const words = beside.replaceAll(new RegExp(CORRECTS, "gu"), "\n").replaceAll(AROUND, "\n").split("\n");
  if (words.some((word) => word !== "" && !choices.every(({ typed }) => typed.normalize("NFKC").includes(word))))
    return undefined;
  const before = days.at(-2);
  const isPlain = !before || CORRECTS.test(said.slice(before.to, last.from));
  const [day, other] = last.readings;
  if (!isPlain || day === undefined || other !== undefined) return { kind: "unclear" };
  const changed = choices.map((one) => ({ ...one, typed: one.typed.normalize("NFKC").replace(first.text, last.text) }));
  return { kind: "day", from: first.text, to: last.text, choices: changed };
}
