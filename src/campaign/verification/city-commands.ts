import { z } from "zod";
import { cleanLine } from "../../platform/conversation/plain.ts";
import { RefusalError } from "../../shared/refusal-error.ts";
import { nounsOf } from "../directory/nouns.ts";
import type { PersonContext } from "../engine/context.ts";
import type { Command } from "../engine/feature.ts";
import { exampleRow } from "../evidence/rules.ts";
import { lineRules } from "../scoring/line-rules.ts";
import { recordAgreed, revokeAgreed } from "./agree.ts";
import { CITY_CARD } from "./city-card.ts";
import { cityCase, ON_LEDGER } from "./city-case.ts";
import { agreePhrases, cityPhrases as phrases } from "./city-phrases.ts";
import { AGREE, SEE } from "./city-view.ts";
import { journalLook } from "./journal-look.ts";
import { type AgreedRow, readAgreed, readOnCase } from "./read-on-case.ts";

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
    await journalLook(context, "verification.seen", caseId);
    await context.cards.show(context.person.staffId, { kind: CITY_CARD, subject: caseId });
    return {};
  },
};

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
    const rows = subject === undefined ? agreedSaid(context, typed.behind) : agreedPressed(values);
    if (rows.length === 0)
      throw new RefusalError("verification.how-agreed", agreePhrases.how(nounsOf(definition), exampleRow(definition)));
    let name = "";
    for (const row of rows) name = (await recordAgreed(context, caseId, row)).application.compoundName;
    const recorded = rows.map(({ points, ...row }) => ({ ...row, hundredths: Math.round(points * 100) }));
    return {
      reply: agreePhrases.recorded(name, recorded, nounsOf(definition)),
      toast: agreePhrases.toast(),
      changed: true,
    };
  },
};

function agreedPressed(values: unknown): readonly AgreedRow[] {
  const { row, points, reason } = agreedOnCard.parse(values);
  return row === "" || points === undefined ? [] : [{ criterion: row, points, reason: cleanLine(reason) }];
}

/** @throws {RefusalError} if a row cannot be read whole */
function agreedSaid({ campaign, rulings }: PersonContext, behind: string): readonly AgreedRow[] {
  const read = readAgreed(lineRules(campaign.definition, rulings), behind);
  if (typeof read === "string") throw new RefusalError("verification.agreed-unread", read);
  return read ?? [];
}

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
