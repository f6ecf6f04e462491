import { z } from "zod";
import { textView, type View } from "../../../platform/chat/view.ts";
import { noRulings } from "../../definition/rulings-in-force.ts";
import { membersWith } from "../../directory/member.ts";
import type { Context, PersonContext } from "../../engine/context.ts";
import { type Command, type CommandOutcome, type DueKind, dialogue, type Feature } from "../../engine/feature.ts";
import { CLOSING, closeCampaign, reopenCampaign } from "./close.ts";
import { outstanding } from "./outstanding.ts";
import { closingPhrases as phrases } from "./phrases.ts";
import { endsAt } from "./rules.ts";

/** Same capability as for adopting a definition: both affect the whole campaign. */
const CAPABILITY = "definition.decide";

const close: Command = {
  id: "campaign.close",
  words: [phrases.word()],
  capability: CAPABILITY,
  effect: "read",
  help: { example: phrases.word(), purpose: phrases.purpose() },
  onlyIn: "direct",
  handle: preview,
};

/** What 确认结束活动 answers: it ends nothing that was not shown. */
const shown = dialogue({
  kind: "campaign.closing",
  readsCorrections: true,
  state: z.object({}),
  handle: async () => false,
});

async function preview(context: PersonContext): Promise<CommandOutcome> {
  await context.dialogue.open(shown.kind, {});
  return { reply: previewView(context, await outstanding(context)) };
}

const confirm: Command = {
  id: "campaign.close-confirm",
  words: [phrases.confirm()],
  capability: CAPABILITY,
  effect: "write",
  onlyIn: "direct",
  async handle(context) {
    if ((await context.dialogue.current())?.kind !== shown.kind) return preview(context);
    await context.dialogue.close(shown.kind);
    await closeCampaign(context);
    const { title } = context.campaign.definition.campaign;
    return { reply: phrases.closedView(title), toast: phrases.closed(title), changed: true };
  },
};

const reopen: Command = {
  id: "campaign.reopen",
  words: [phrases.reopen()],
  capability: CAPABILITY,
  effect: "write",
  onlyIn: "direct",
  whenClosed: true,
  async handle(context) {
    await reopenCampaign(context);
    const sentence = phrases.reopened(context.campaign.definition.campaign.title);
    return { reply: textView(phrases.reopenedTitle(), sentence), toast: sentence, changed: true };
  },
};

/** Closes the campaign on the day after its last one, or after the grace period if deliverables are missing. */
const closing: DueKind = {
  kind: CLOSING,
  moments: (campaign, steps) =>
    Object.entries(endsAt(campaign, steps.at(-1)?.inForce ?? noRulings)).map(([key, dueAt]) => ({ key, dueAt })),
  async fire(context, { key, dueAt }) {
    // A campaign started after its own end, e.g. for a trial, is closed only by hand.
    if (dueAt < context.campaign.startedAt) return "beforeStart";
    const missing = key === "over" ? await outstanding(context) : [];
    if (missing.length === 0) {
      await closeCampaign(context);
      return "done";
    }
    await tellMissing(context, missing);
    return "unfinished";
  },
};

async function tellMissing({ campaign, rulings, people, outbox }: Context, missing: readonly string[]): Promise<void> {
  const view: View = {
    title: phrases.overTitle(),
    tone: "near",
    body: [
      { kind: "list", items: missing },
      { kind: "text", text: phrases.over(endsAt(campaign, rulings).grace) },
    ],
    actions: [],
  };
  for (const { staffId } of membersWith(people, "organizer")) await outbox.say(staffId, view);
}

const previewView = ({ campaign }: Context, missing: readonly string[]): View => ({
  title: phrases.previewTitle(),
  tone: "near",
  body: [
    { kind: "text", text: phrases.preview(campaign.definition.campaign.title) },
    ...(missing.length === 0
      ? []
      : [
          { kind: "heading" as const, text: phrases.outstanding() },
          { kind: "list" as const, items: missing },
        ]),
  ],
  actions: [{ id: confirm.id, label: phrases.confirm(), typed: phrases.confirm(), look: "primary" }],
});

/** 结束活动: by an organizer, or automatically after the last stage. */
export const closingFeature: Feature = { commands: [close, confirm, reopen], dialogues: [shown], dueKinds: [closing] };
