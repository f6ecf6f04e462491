import { textView } from "../../../platform/chat/view.ts";
import { cleanLine } from "../../../platform/conversation/plain.ts";
import { journalTable } from "../../../platform/journal/journal-table.ts";
import { isPersonalRef, type PersonalRef } from "../../../platform/journal/personal-value.ts";
import { RefusalError } from "../../../shared/refusal-error.ts";
import type { PersonContext } from "../../engine/context.ts";
import type { Command, Feature } from "../../engine/feature.ts";
import { messageOf, waitingMessage } from "../drafts.ts";
import { broadcastPhrases } from "../phrases.ts";
import { startPreview } from "../preview.ts";
import { templatePhrases as phrases } from "./phrases.ts";

const templateTable = journalTable("broadcast_template", ["campaign_id", "name"]);
/** Characters. */
const MAX_NAME = 20;
const LISTED = 10;

const common = { capability: "broadcast.send", onlyIn: "direct" } as const;

interface Template {
  name: string;
  text: PersonalRef;
}

async function templatesOf({ tx, campaign }: PersonContext): Promise<Template[]> {
  const rows = await tx.broadcastTemplate.findMany({
    where: { campaignId: campaign.id, removedAt: null },
    orderBy: { savedAt: "desc" },
  });
  return rows.flatMap(({ name, text }) => (isPersonalRef(text) ? [{ name, text }] : []));
}

/** @throws {RefusalError} if there is none */
async function templateNamed(context: PersonContext, typed: string): Promise<Template> {
  const all = await templatesOf(context);
  const name = cleanLine(typed);
  const found = all.find((one) => one.name === name);
  if (!found)
    throw new RefusalError(
      "broadcast.no-template",
      phrases.unknown(
        name,
        all.map((one) => one.name),
      ),
    );
  return found;
}

const see: Command = {
  ...common,
  id: "broadcast.templates",
  words: [phrases.word(), "广播模板"],
  effect: "read",
  help: { example: phrases.word(), purpose: phrases.purpose() },
  async handle(context) {
    const all = (await templatesOf(context)).slice(0, LISTED);
    if (all.length === 0) return { reply: textView(phrases.title(), phrases.none()) };
    const texts = await context.personal.read(all.map(({ text }) => text));
    const items = all.map(({ name, text }) =>
      phrases.line(name, (texts.get(text.personal) ?? broadcastPhrases.erased()).replaceAll(/\s+/gu, " ")),
    );
    return {
      reply: {
        ...textView(phrases.title(), "", { footnote: phrases.footnote() }),
        body: [{ kind: "list", items }],
        actions: all.slice(0, 5).map(({ name }) => ({
          ...{ id: use.id, label: name, typed: phrases.useTyped(name), look: "default" as const, subject: name },
        })),
      },
    };
  },
};

const save: Command = {
  ...common,
  id: "broadcast.save-template",
  words: [phrases.saveWord()],
  effect: "write",
  async handle(context, { verbatim }) {
    const name = cleanLine(verbatim);
    if (name === "") throw new RefusalError("broadcast.template-name", phrases.nameless());
    if (name.length > MAX_NAME) throw new RefusalError("broadcast.template-name", phrases.nameTooLong(MAX_NAME));
    const { text = "" } = messageOf(await waitingMessage(context, undefined));
    const isReplaced = (await templatesOf(context)).some((one) => one.name === name);
    const { tx, campaign, now, person } = context;
    const key = { campaignId: campaign.id, name };
    const rows = [templateTable.row({ campaign_id: campaign.id, name })];
    await context.withJournal({ action: "broadcast.template-saved", rows }, async () => {
      const stored = { ...(await context.personal.store(text)) };
      const data = { text: stored, savedBy: person.staffId, savedAt: now, removedAt: null };
      await tx.broadcastTemplate.upsert({
        where: { campaignId_name: key },
        create: { ...key, ...data },
        update: data,
      });
    });
    const sentence = phrases.saved(name, isReplaced);
    return { reply: textView(phrases.title(), sentence, { tone: "done" }), toast: sentence };
  },
};

const use: Command = {
  ...common,
  id: "broadcast.use-template",
  words: [phrases.useWord()],
  effect: "write",
  async handle(context, { verbatim, subject }) {
    const { text } = await templateNamed(context, subject ?? verbatim);
    const kept = (await context.personal.read([text])).get(text.personal);
    if (kept === undefined) throw new RefusalError("broadcast.template-erased", broadcastPhrases.erased());
    // Its fields may be for receivers in direct chats only.
    return { reply: await startPreview(context, kept, { audience: "officials", of: [], files: [] }) };
  },
};

const remove: Command = {
  ...common,
  id: "broadcast.remove-template",
  words: [phrases.removeWord()],
  effect: "write",
  async handle(context, { verbatim }) {
    const { name } = await templateNamed(context, verbatim);
    const { tx, campaign, now } = context;
    const rows = [templateTable.row({ campaign_id: campaign.id, name })];
    await context.withJournal({ action: "broadcast.template-removed", rows }, () =>
      tx.broadcastTemplate.update({
        where: { campaignId_name: { campaignId: campaign.id, name } },
        data: { removedAt: now },
      }),
    );
    const sentence = phrases.removed(name);
    return { reply: textView(phrases.title(), sentence, { tone: "closed" }), toast: sentence };
  },
};

/** Texts kept for the next time. */
export const templateFeature: Feature = { commands: [see, save, use, remove], tables: [templateTable] };
