import type { AnswerValue } from "../../platform/conversation/answer.ts";
import {
  type Change,
  type Refused,
  type SharedWork,
  shareOf,
  shownTo,
  unseenBy,
} from "../../platform/conversation/shared-work.ts";
import type { StaffId } from "../../shared/brand.ts";
import { changeLines, type ShownValues } from "../application/colleagues.ts";
import type { Context } from "../engine/context.ts";
import { recommendationPhrases as phrases } from "./phrases.ts";
import { type Choice, namesOf, type Reasons } from "./reasons.ts";

/** Key of the order among the values of a list; the others are those of its reasons. */
export const ORDER = "order";

interface Entered extends Omit<Choice, "district"> {
  reasons: Reasons | undefined;
}

/** A list as one of several people sees it. */
export interface Viewed {
  /** Who changed what; order and answers are everybody's, the open question is the viewer's. */
  work: SharedWork;
  viewer: StaffId;
}

/** What people have entered on a list, as its changes are told: the order, or 无推荐, and the reasons. */
export function valuesOf({ candidates, order, none, reasons }: Entered): Record<string, AnswerValue> {
  const names = namesOf(candidates, order);
  const said = none ? phrases.noneWord() : names.map((name, at) => `${at + 1}.${name}`).join("，");
  return { ...(said === "" ? {} : { [ORDER]: said }), ...reasons?.state.answers };
}

const shownValues = ({ reasons }: Pick<Entered, "reasons">): ShownValues => ({
  label: (key) =>
    key === ORDER
      ? phrases.orderLabel()
      : (reasons?.form.fields.find((field) => field.key === key)?.label ?? phrases.reason()),
  value: (_, value) => String(value),
});

/** What colleagues changed since the viewer last looked, then what of the viewer's last page was not saved. */
export const standingLines = (context: Context, list: Entered & Viewed): string[] => [
  ...changeLines(context, shownTo(list.work, list.viewer), shownValues(list)),
  ...refusedOf(list).map(({ label, sentence }) => phrases.refused(label, sentence)),
];

export const refusedOf = ({ work, viewer }: Viewed): readonly Refused[] => shareOf(work, viewer).refused;

/** Colleagues' changes that the viewer has not been told of. */
export const unseenOn = ({ work, viewer }: Viewed): Change[] => unseenBy(work, viewer);

/** The viewer has left it by 保存退出. */
export const hasLeft = ({ work, viewer }: Viewed): boolean => shareOf(work, viewer).step === "left";
