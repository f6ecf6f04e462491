import { z } from "zod";
import { givenCopies } from "../../engine/given-copy.ts";

/** Kind of the drafts that keep what a 回复表 said when it was made. */
export const GIVEN = "consultation.workbook-given";

/** The cells of one case that are filled in. */
export const replyValues = z.object({
  finding: z.string().optional(),
  concerns: z.string().optional(),
  words: z.string().optional(),
  on: z.string().optional(),
  by: z.string().optional(),
});
export type ReplyValues = z.infer<typeof replyValues>;

export const REPLY_KEYS = ["finding", "concerns", "words", "on", "by"] as const;

const given = z.object({ department: z.string(), values: z.record(z.string(), replyValues) });
export type GivenReplies = z.infer<typeof given>;

export const givenReplies = givenCopies(GIVEN, given);
