import { cleanLine } from "../../platform/conversation/plain.ts";
import { RefusalError } from "../../shared/refusal-error.ts";
import type { Application } from "../application/application.ts";
import { caseStepChanged } from "../application/events.ts";
import type { PersonContext } from "../engine/context.ts";
import { returnChanged } from "./events.ts";
import { correctionPhrases as phrases } from "./phrases.ts";
import { caseReturnTable, openReturn } from "./store.ts";

export const MOST_OF_EXPLANATION = 200;

/**
 * 补正说明. Ticks off a defect without a change, with the reason.
 * @param at number of the item, from 1
 * @throws {RefusalError} if the case is not returned, has no such item, or the reason is missing or too long
 */
export async function explainItem(
  context: PersonContext,
  { id: caseId, district, compoundName }: Application,
  { at, text }: { at: number; text: string },
): Promise<void> {
  const { tx, personal } = context;
  const found = await openReturn(tx, caseId);
  if (!found) throw new RefusalError("correction.not-returned", phrases.notReturned(compoundName));
  const { number, items } = found;
  if (!items[at - 1]) throw new RefusalError("correction.no-item", phrases.noItem(at, items.length));
  if (text === "") throw new RefusalError("correction.no-explanation", phrases.noExplanation(at));
  if ([...text].length > MOST_OF_EXPLANATION) {
    throw new RefusalError("correction.explanation-too-long", phrases.tooLong(MOST_OF_EXPLANATION));
  }
  const explanation = { ...(await personal.store(text)) };
  const changed = items.map((item, index) => (index === at - 1 ? { ...item, explanation } : item));
  const rows = [caseReturnTable.row({ case_id: caseId, number })];
  await context.withJournal({ action: "correction.explained", rows, caseId }, () =>
    tx.caseReturn.update({
      where: { caseId_number: { caseId, number } },
      data: { items: JSON.parse(JSON.stringify(changed)) },
    }),
  );
  context.emit(returnChanged, { caseId, district });
  context.emit(caseStepChanged, { reviewed: [caseId] });
}

const NAMED_ITEM = /^(?!第?\d{1,2}\s*项?[\s：:，,、])(\S+)\s+第?(\d{1,2})\s*项?(?:[\s：:，,、]+(.*))?$/su;
const ITEM = /^(.*?)\s*第?(\d{1,2})\s*项?(?:[\s：:，,、]+(.*))?$/su;

/** 锦绣花园 2 经核对无误: of which case and item, and what is said of it. */
export function explanationIn(typed: string): { named: string; at: number; text: string } | undefined {
  const said = typed.trim();
  // A name may end in a number of its own.
  const match = NAMED_ITEM.exec(said) ?? ITEM.exec(said);
  const [, named = "", at = "", text = ""] = match ?? [];
  return match ? { named: named.trim(), at: Number(at), text: cleanLine(text) } : undefined;
}
