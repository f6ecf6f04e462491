import { z } from "zod";
import { isAcceptanceOver } from "../../engine/acceptance.ts";
import type { PersonContext } from "../../engine/context.ts";
import { dialogue } from "../../engine/feature.ts";
import type { Application } from "../application.ts";
import { caseAtHead } from "../case-at-head.ts";
import { answerContext } from "../form.ts";
import { applicationById, applicationsOf } from "../store.ts";
import { askSeveral } from "./ask-several.ts";
import { requirementPhrases as phrases } from "./phrases.ts";
import { readLine } from "./read-line.ts";
import { restAt } from "./standing-words.ts";
import { DIALOGUE, mayFill, saveTyped } from "./typed.ts";

/** Answers below the open card need no command in front. What says nothing of requirements is for others. */
export const requirementsDialogue = dialogue({
  kind: DIALOGUE,
  readsCorrections: true,
  until: "publication",
  state: z.object({ applicationId: z.string(), understood: z.string().exactOptional() }),
  async handle(context, { state: { applicationId, understood }, text, files }) {
    const application = await applicationById(context.tx, applicationId);
    if (!application || files.length > 0 || !isOpenFor(context, application)) return false;
    const several = await askSeveral(context, text, application.compoundName);
    if (several?.reply) {
      await context.reply(several.reply);
      return true;
    }
    const other = await otherCaseIn(context, application, text);
    if (other !== undefined) {
      await context.reply(phrases.otherCase(application.compoundName, other));
      return true;
    }
    const own =
      (caseAtHead(text, [application.compoundName]) ?? (await ownHalf(context, application, text)))?.rest || text;
    const said = understood !== undefined && isRest(own) ? `${own}，${understood}` : own;
    const outcome = await saveTyped(context, application, said);
    if (outcome?.reply) await context.reply(outcome.reply);
    return outcome !== undefined;
  },
});

/** Another case of the district, named in front of answers. */
async function otherCaseIn(
  context: PersonContext,
  { district, compoundName }: Application,
  text: string,
): Promise<string | undefined> {
  const { tx, campaign } = context;
  const all = await applicationsOf(tx, campaign.id, { district });
  const names = all.filter(({ state }) => state !== "withdrawn").map((one) => one.compoundName);
  const head = caseAtHead(text, names) ?? halfAtHead(text, names);
  if (!head || head.name === compoundName) return undefined;
  const { entries } = readLine(campaign.definition, head.rest, answerContext(context));
  return Object.keys(entries).length > 0 ? head.name : undefined;
}

/** 越秀 要求 2-1不符合: half a name that only one of them has. */
export function halfAtHead(text: string, names: readonly string[]): { name: string; rest: string } | undefined {
  const { half = "", rest = "" } = HALF.exec(text)?.groups ?? {};
  const [name, other] = half === "" ? [] : names.filter((one) => one.includes(half));
  return name === undefined || other !== undefined ? undefined : { name, rest: rest.trim() };
}
const HALF =
  /^\s*(?<half>\p{Script=Han}{2,12})[\s:：,，]+(?:附件1|填报)?(?:的)?(?:要求)?[\s:：,，]*(?<rest>\S[\s\S]*)$/u;

/** The same for the case whose card is open, among all of its district. */
async function ownHalf(
  { tx, campaign }: PersonContext,
  { district, compoundName }: Application,
  text: string,
): Promise<{ rest: string } | undefined> {
  if (!HALF.test(text)) return undefined;
  const all = (await applicationsOf(tx, campaign.id, { district })).filter(({ state }) => state !== "withdrawn");
  const names = all.map((one) => one.compoundName);
  const head = halfAtHead(text, names);
  return head?.name === compoundName ? head : undefined;
}

/** 其余均符合, and nothing else. */
function isRest(text: string): boolean {
  const said = text.normalize("NFKC").replaceAll(/^[嗯呃\s,]+|[\s。.!,]+$/gu, "");
  return said !== "" && restAt(said) === said.length;
}

const isOpenFor = (context: PersonContext, { district, state }: Application): boolean =>
  mayFill(context, context.person, district) && state !== "withdrawn";

/** The next message may answer the card that is shown, while answers are taken. */
export async function listenFor(context: PersonContext, application: Application): Promise<void> {
  if (context.campaign.closedAt || (await isAcceptanceOver(context))) return;
  if (isOpenFor(context, application)) await context.dialogue.open(DIALOGUE, { applicationId: application.id });
}
