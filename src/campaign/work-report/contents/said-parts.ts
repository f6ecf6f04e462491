import { z } from "zod";
import { textView } from "../../../platform/chat/view.ts";
import { plainAnswer } from "../../../platform/conversation/plain.ts";
import { withoutFillers } from "../../../platform/conversation/spoken.ts";
import { districtName } from "../../definition/districts.ts";
import type { PersonContext } from "../../engine/context.ts";
import { type CommandOutcome, dialogue } from "../../engine/feature.ts";
import { isBeside } from "../beside-report.ts";
import { receiveReport } from "../confirm.ts";
import { receiveText, withoutContact } from "../receive.ts";
import { partsOfReport } from "../rules.ts";
import { withoutSigned } from "../signed.ts";
import { partsLeft, partsToFill } from "./by-parts.ts";
import { PARTS_SAID, save } from "./commands.ts";
import { composed, partsSaid } from "./contents.ts";
import { filledParts } from "./draft.ts";
import { meantParts } from "./give-parts.ts";
import { contentsPhrases } from "./phrases.ts";

/** What was filled in part by part; undefined: nothing was. */
export async function handInParts(context: PersonContext, district: string): Promise<CommandOutcome | undefined> {
  const filled = await filledParts(context, district);
  if (filled.size === 0) return undefined;
  const { definition } = context.campaign;
  const left = partsLeft(context, filled);
  if (left.length > 0) {
    const title = contentsPhrases.notCompleteTitle(districtName(definition, district));
    const words = contentsPhrases.notComplete(left);
    return { reply: textView(title, words, { tone: "near" }), toast: words };
  }
  const report = receiveText(composed(partsOfReport(definition), filled));
  return receiveReport(context, district, report, { isChecked: true });
}

/** 交, 报送, 提交工作报告 */
const HANDS_IN =
  /^(?:[嗯好那就先可以]|好了|好的)*(?:确认)?(?:提交|报送|上报|交|报)(?:工作)?(?:报告)?(?:上去|上来)?[吧了啊]*$/u;
const handsIn = (text: string): boolean => HANDS_IN.test(plainAnswer(text).replaceAll(" ", ""));

/** 1、, （1） */
const placed = (place: number): string => `(?:[（(]${place}[)）]\\s*|${place}(?:[)）]\\s*|[\\s、.．:：]+))`;

/**
 * 1 申报2个 2 党建强 3 无: parts by their place on the card, counted on; undefined where the text does not begin with one.
 * @param parts names, in the order of the card
 */
export function partsByPlace(typed: string, parts: readonly string[]): ReadonlyMap<string, string> | undefined {
  const text = typed.trim().normalize("NFC");
  const first = Number(/^(?:[（(](?=[1-9][)）]))?([1-9])(?:[)）]\s*|[\s、.．:：]+)\S/u.exec(text)?.[1]);
  if (Number.isNaN(first) || first > parts.length) return undefined;
  const said = new Map<string, string>();
  let rest = text;
  for (let place = first; place <= parts.length && rest !== ""; place += 1) {
    const head = new RegExp(`^${placed(place)}`, "u").exec(rest)?.[0];
    if (head === undefined) return undefined;
    const behind = rest.slice(head.length);
    const next = new RegExp(`[\\s；;。，,]+(?=${placed(place + 1)}\\S)`, "u").exec(behind);
    said.set(parts[place - 1] ?? "", behind.slice(0, next?.index ?? behind.length).trim());
    rest = next ? behind.slice(next.index + next[0].length) : "";
  }
  return rest === "" && [...said.values()].every((words) => words !== "") ? said : undefined;
}

/** While the card for the parts is the last that was shown, what is said is for its parts. */
export const partsDialogue = dialogue({
  kind: PARTS_SAID,
  state: z.object({ district: z.string() }),
  claims: handsIn,
  async handle(context, { state: { district }, text, files }) {
    if (files.length > 0 || text.trim() === "") return false;
    if (handsIn(text)) {
      const done = await handInParts(context, district);
      await context.reply(done?.reply ?? textView(...notBegun(context, district)));
      return true;
    }
    if (isBeside(text)) return false;
    const signed = withoutSigned(text);
    const { text: own, contact } = withoutContact(signed.text);
    const said =
      partsByPlace(own, partsToFill(context)) ??
      partsSaid(withoutFillers(own), partsOfReport(context.campaign.definition));
    if (said.size === 0) {
      const [left = partsToFill(context)[0] ?? ""] = partsLeft(context, await filledParts(context, district));
      const title = contentsPhrases.byPartsTitle(districtName(context.campaign.definition, district));
      await context.reply(textView(title, contentsPhrases.whichPart(left), { tone: "near" }));
      return true;
    }
    const { reply } = await save(context, district, {
      said: meantParts(context, said),
      leftOut: [...contact, ...signed.foot],
    });
    if (reply) await context.reply(reply);
    return true;
  },
});

const notBegun = (context: PersonContext, district: string): [string, string] => [
  contentsPhrases.notCompleteTitle(districtName(context.campaign.definition, district)),
  contentsPhrases.notComplete(partsLeft(context, new Map())),
];
