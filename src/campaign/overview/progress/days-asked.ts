import { dayOf } from "../../../shared/civil-date.ts";
import { deliverableById } from "../../definition/deadlines.ts";
import { districtName } from "../../definition/districts.ts";
import { dayWordsIn } from "../../definition/wording.ts";
import { nounsOf } from "../../directory/nouns.ts";
import type { Context } from "../../engine/context.ts";
import type { Extended } from "../../extension/extension.ts";
import { extensionPhrases } from "../../extension/phrases.ts";
import { openExtensions } from "../../extension/store.ts";
import { agreePhrases } from "../../reminder/agree-phrases.ts";
import { agreedDays } from "../../reminder/agreed.ts";
import { districtsWith } from "../../stage/extension-points.ts";

/** What the districts have asked for or agreed on for what is still owed: 延期 that waits, 约定 that is still to come. */
export async function daysAsked(context: Context, own: readonly string[]): Promise<string[]> {
  const { tx, campaign, now } = context;
  const { definition } = campaign;
  const open = (await openExtensions(tx, campaign.id)).filter(({ district }) => own.includes(district));
  const agreed = (await agreedDays(tx, campaign.id)).filter(
    ({ district, until }) => own.includes(district) && until >= dayOf(now),
  );
  const isIn = async ({ deliverable, district }: Extended): Promise<boolean> =>
    (await districtsWith(context, deliverable)).has(district);
  const namesOf = ({ deliverable, district }: Extended) => ({
    district: districtName(definition, district),
    name: deliverableById(definition, deliverable).name,
  });
  const nouns = nounsOf(definition);
  const lines: string[] = [];
  for (const one of open)
    if (!(await isIn(one)))
      lines.push(extensionPhrases.waits(namesOf(one), dayWordsIn(definition, one.until), { state: one.state, nouns }));
  for (const one of agreed) {
    const { district, name } = namesOf(one);
    if (!(await isIn(one))) lines.push(agreePhrases.standing(district, name, dayWordsIn(definition, one.until)));
  }
  return lines;
}
