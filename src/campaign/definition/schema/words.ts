import { z } from "zod";
import { annexPurpose } from "./purposes.ts";
import { mark, source, text } from "./source.ts";

/** The plan's nouns, so that no sentence speaks of 小区 where households are meant. */
export const words = z.strictObject({
  /** What the plan calls itself: 实施方案, 通知. */
  plan: text,
  /** What is selected, and how it is counted: 小区 个, 农户 户. */
  case: z.strictObject({ noun: text, measure: text }),
  /** Who recommends: 地区 个, 村 个. */
  district: z.strictObject({ noun: text, measure: text }),
  /** Who selects: 市, 镇. */
  city: z.strictObject({ noun: text }),
});
export type Words = z.infer<typeof words>;

/** A part of the plan by its lines, as people name it: 三、工作安排. With `mark: plan` the first line says the name. */
export const place = z.strictObject({ from: z.int().positive(), to: z.int().positive(), name: text, mark });
export type Place = z.infer<typeof place>;

/** An annex of the plan: the name stands in its line. */
export const annex = z.strictObject({ name: text, title: text, purpose: annexPurpose.optional(), ...source });
export type Annex = z.infer<typeof annex>;
