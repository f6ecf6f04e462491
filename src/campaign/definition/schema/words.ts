import { z } from "zod";
import { annexPurpose } from "./purposes.ts";
import { mark, source, text } from "./source.ts";

/** The plan's nouns: messages say 小区 or 农户 according to the campaign. */
export const words = z.strictObject({
  /** The plan's name for itself: 实施方案, 通知. */
  plan: text,
  /** Candidates and their measure word: 小区 个, 农户 户. */
  case: z.strictObject({ noun: text, measure: text }),
  /** Recommending bodies and their measure word: 地区 个, 村 个. */
  district: z.strictObject({ noun: text, measure: text }),
  /** Selecting body: 市, 镇. */
  city: z.strictObject({ noun: text }),
});
export type Words = z.infer<typeof words>;

/** A named range of plan lines: 三、工作安排. With `mark: plan` the first line contains the name. */
export const place = z.strictObject({ from: z.int().positive(), to: z.int().positive(), name: text, mark });
export type Place = z.infer<typeof place>;

/** An annex of the plan. Its line contains the name. */
export const annex = z.strictObject({ name: text, title: text, purpose: annexPurpose.optional(), ...source });
export type Annex = z.infer<typeof annex>;
