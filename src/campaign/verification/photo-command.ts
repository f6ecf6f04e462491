import { dayOf } from "../../shared/civil-date.ts";
import { RefusalError } from "../../shared/refusal-error.ts";
import { endingOf } from "../attachment/attachment.ts";
import { nounsOf } from "../directory/nouns.ts";
import type { Command } from "../engine/feature.ts";
import { evidenceFileName } from "../evidence/rules.ts";
import { criterionById } from "../scoring/rubric.ts";
import { cityCase, ON_LEDGER, readOnCase } from "./city-case.ts";
import { photoPhrases as phrases } from "./city-phrases.ts";
import { photosOf } from "./photos.ts";

/** Sent at once; more are asked for row by row. */
const MOST = 9;

/** 核验照片: the pictures taken on site, of members whose points are final, and one's own. */
export const seePhotos: Command = {
  ...ON_LEDGER,
  id: "verification.photos",
  words: [phrases.word(), "现场照片"],
  capability: "verification.see",
  effect: "read",
  onlyIn: "direct",
  help: {
    example: (definition) => phrases.example(nounsOf(definition)),
    purpose: phrases.purpose(),
    step: "verification",
  },
  async handle(context, { subject, verbatim }) {
    const { name, rows } = readOnCase(verbatim);
    const one = await cityCase(context, { subject, words: name });
    const { compoundName } = one.application;
    const own = context.person.staffId;
    const all = (await photosOf(context, one.caseId)).filter(
      ({ row, addedBy, entered }) =>
        (rows.length === 0 || rows.includes(row)) && (addedBy === own || one.finalized.includes(entered)),
    );
    if (all.length === 0) throw new RefusalError("verification.no-photos", phrases.none(compoundName));
    for (const { row: id, type, addedAt, ordinal, keptHash } of all.slice(0, MOST)) {
      const row = criterionById(context.campaign.definition.rubric, id) ?? { id, short: "" };
      const named = { row, compound: compoundName, label: undefined, day: dayOf(addedAt), position: ordinal };
      const file = { name: evidenceFileName({ ...named, ending: endingOf(type) }), hash: keptHash };
      await context.outbox.sendFile(own, file);
    }
    return { reply: phrases.sent(compoundName, Math.min(all.length, MOST), all.length) };
  },
};
