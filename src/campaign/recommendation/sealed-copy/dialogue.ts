import { z } from "zod";
import { dayOf } from "../../../shared/civil-date.ts";
import { RefusalError } from "../../../shared/refusal-error.ts";
import { readCheckNumber } from "../../application/check-number.ts";
import type { PersonContext } from "../../engine/context.ts";
import { keepDropped, keptFiles } from "../../engine/dispatch/offered-files.ts";
import { type CommandOutcome, type DialogueInput, dialogue } from "../../engine/feature.ts";
import { numbersOnList } from "../paper/recognise.ts";
import { newestList, type RecommendationList } from "../store.ts";
import { sealedPhrases as phrases } from "./phrases.ts";
import { besideSignature, readSignature, saysSigner, saysStamped } from "./read-signature.ts";
import { registerSignature } from "./register.ts";
import { askNumber, fileByNumber, fileScans } from "./scan.ts";
import { named, SEAL_CARD, stateView } from "./views.ts";

/** `scans`: hashes of kept files whose number is asked for. */
const state = z.object({ subject: z.string(), scans: z.array(z.string()).default([]) });

/** Digits that were meant as a number. */
const DIGITS = /^[\d\s\p{Pd}]{6,}$/u;

/** The name and the day typed, or the scan sent, after the card; and the number of a scan. */
export const sealDialogue = dialogue<z.output<typeof state>>({
  kind: SEAL_CARD,
  state: state as z.ZodType<z.output<typeof state>>,
  async handle(context, input) {
    const { district, version } = named(input.state.subject);
    const newest = await newestList(context.tx, context.campaign.id, district);
    if (newest?.version !== version || newest.withdrawnAt) {
      await context.dialogue.close(SEAL_CARD);
      return false;
    }
    const outcome =
      input.files.length > 0 ? await withFiles(context, newest, input) : await withWords(context, newest, input);
    if (outcome?.reply) await context.reply(outcome.reply);
    return outcome !== undefined;
  },
});

type Input = DialogueInput<z.output<typeof state>>;

/** Pages come one after another: one question is asked about all of them. */
async function withFiles(
  context: PersonContext,
  list: RecommendationList,
  { state: { scans }, files }: Input,
): Promise<CommandOutcome | undefined> {
  // One with a code is known by it.
  if (files.some(({ opened }) => opened?.kind !== "scan" || numbersOnList(opened.codes).length > 0)) return undefined;
  for (const file of files) await keepDropped(context, file);
  return askNumber(context, list, [...new Set([...scans, ...files.map(({ hash }) => hash)])]);
}

async function withWords(
  context: PersonContext,
  list: RecommendationList,
  { state: { scans }, text }: Input,
): Promise<CommandOutcome | undefined> {
  const kept = new Set((await keptFiles(context)).map(({ hash }) => hash));
  const waiting = scans.filter((hash) => kept.has(hash));
  if (waiting.length > 0) {
    const number = readCheckNumber(text);
    if (number !== undefined) return fileByNumber(context, waiting, number);
    if (phrases.inForce(text)) return fileScans(context, list, waiting);
    if (DIGITS.test(text.normalize("NFKC"))) {
      throw new RefusalError("recommendation.unknown-number", phrases.wrongNumber(text));
    }
  }
  const when = { today: dayOf(context.now), year: context.campaign.definition.campaign.year.value };
  const signature = readSignature(text, when);
  // A name alone may be anything, and so may numbers; the command says what they are.
  const isNamed = signature?.signer !== undefined || /[年月日号签]/u.test(text);
  if (!signature || !isNamed || (signature.signedOn === undefined && !saysSigner(text))) return undefined;
  await registerSignature(context, list, signature);
  return {
    reply: await stateView(context, list, phrases.registeredBut(saysStamped(text), besideSignature(text, when))),
  };
}
