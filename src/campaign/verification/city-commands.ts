import { z } from "zod";
import { cleanLine } from "../../platform/conversation/plain.ts";
import { RefusalError } from "../../shared/refusal-error.ts";
import { nounsOf } from "../directory/nouns.ts";
import type { PersonContext } from "../engine/context.ts";
import type { Command } from "../engine/feature.ts";
import { exampleRow } from "../evidence/rules.ts";
import { recordAgreed, revokeAgreed } from "./agree.ts";
import { CITY_CARD } from "./city-card.ts";
import { cityCase, ON_LEDGER, readOnCase } from "./city-case.ts";
import { agreePhrases, cityPhrases as phrases } from "./city-phrases.ts";
import { AGREE, SEE } from "./city-view.ts";

const see: Command = {
  ...ON_LEDGER,
  id: SEE,
  words: [phrases.word()],
  capability: "verification.see",
  effect: "read",
  onlyIn: "direct",
  help: {
    example: (definition) => phrases.example(nounsOf(definition)),
    purpose: (definition) => phrases.purpose(nounsOf(definition)),
    step: "verification",
  },
  async handle(context, request) {
    const { caseId } = await cityCase(context, request);
    await journalLook(context, caseId);
    await context.cards.show(context.person.staffId, { kind: CITY_CARD, subject: caseId });
    return {};
  },
};

/** Every look of an auditor is recorded. */
async function journalLook(context: PersonContext, caseId: string): Promise<void> {
  if (!context.person.roles.some(({ role }) => role === "auditor")) return;
  await context.withJournal({ action: "verification.seen", caseId }, async () => undefined);
}

const agreedOnCard = z.object({
  row: z.string().catch(""),
  points: z.coerce.number().optional().catch(undefined),
  reason: z.string().catch(""),
});

const agree: Command = {
  ...ON_LEDGER,
  id: AGREE,
  words: [agreePhrases.word(), "合议"],
  capability: "verification.agree",
  until: "publication",
  effect: "write",
  onlyIn: "direct",
  help: {
    example: (definition) => agreePhrases.example(nounsOf(definition), exampleRow(definition)),
    purpose: agreePhrases.purpose(),
    step: "verification",
  },
  async handle(context, { subject, verbatim, values }) {
    const { definition } = context.campaign;
    const typed = readOnCase(verbatim);
    const { caseId } = await cityCase(context, { subject, words: typed.name });
    const read =
      subject === undefined
        ? { row: typed.rows.length === 1 ? (typed.rows[0] ?? "") : "", points: typed.points, reason: typed.rest }
        : agreedOnCard.parse(values);
    if (read.row === "" || read.points === undefined)
      throw new RefusalError("verification.how-agreed", agreePhrases.how(nounsOf(definition), exampleRow(definition)));
    const agreeing = { criterion: read.row, points: read.points, reason: cleanLine(read.reason) };
    const { application } = await recordAgreed(context, caseId, agreeing);
    return {
      reply: agreePhrases.recorded(
        application.compoundName,
        { id: agreeing.criterion, hundredths: Math.round(agreeing.points * 100) },
        nounsOf(definition),
      ),
      toast: agreePhrases.toast(),
      changed: true,
    };
  },
};

const revoke: Command = {
  ...ON_LEDGER,
  id: "verification.revoke-agreed",
  words: [agreePhrases.revokeWord(), "撤销合议"],
  capability: "verification.agree",
  until: "publication",
  effect: "write",
  onlyIn: "direct",
  help: {
    example: (definition) => agreePhrases.revokeExample(nounsOf(definition), exampleRow(definition)),
    purpose: agreePhrases.revokePurpose(),
    step: "verification",
  },
  async handle(context, { verbatim }) {
    const { definition } = context.campaign;
    const { name, rows } = readOnCase(verbatim);
    const { caseId } = await cityCase(context, { words: name });
    const [row] = rows;
    if (row === undefined)
      throw new RefusalError(
        "verification.how-agreed",
        agreePhrases.revokeHow(nounsOf(definition), exampleRow(definition)),
      );
    const { application } = await revokeAgreed(context, caseId, row);
    return { reply: agreePhrases.revoked(application.compoundName, row), changed: true };
  },
};

export const cityCommands: readonly Command[] = [see, agree, revoke];
