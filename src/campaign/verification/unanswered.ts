import { z } from "zod";
import type { View } from "../../platform/chat/view.ts";
import { applicationById } from "../application/store.ts";
import type { PersonContext } from "../engine/context.ts";
import { pointsByRow, unanswered } from "../scoring/points.ts";
import { emptySheet } from "../scoring/score-sheet.ts";
import { sheetOf } from "../scoring/store.ts";
import { citySheet, DIALOGUE, type SheetName } from "./member-sheet.ts";
import { verificationPhrases as phrases } from "./phrases.ts";

export const sheetState = z.object({ caseId: z.string(), memberId: z.string() });

/** The sheet that the person has in hand. */
export async function sheetInHand({ dialogue }: Pick<PersonContext, "dialogue">): Promise<SheetName | undefined> {
  const open = await dialogue.current();
  const read = open?.kind === DIALOGUE ? sheetState.safeParse(open.state) : undefined;
  return read?.success ? read.data : undefined;
}

/** Rows without points on the sheet in hand; undefined without one. */
export async function unansweredView(context: PersonContext): Promise<View | undefined> {
  const name = await sheetInHand(context);
  const application = name && (await applicationById(context.tx, name.caseId));
  if (!name || !application) return undefined;
  const sheet = (await sheetOf(context.tx, citySheet(name))) ?? emptySheet(citySheet(name));
  const open = unanswered(context.campaign.definition.rubric, pointsByRow(sheet));
  return phrases.unansweredReply(application.compoundName, open);
}
