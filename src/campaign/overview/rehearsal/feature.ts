import { addDays, dayOf } from "../../../shared/civil-date.ts";
import { RefusalError } from "../../../shared/refusal-error.ts";
import { readMoment } from "../../case-history/rules.ts";
import { momentWords } from "../../definition/wording.ts";
import type { Context, PersonContext } from "../../engine/context.ts";
import type { Command, Feature } from "../../engine/feature.ts";
import { owedInCampaign } from "../../stage/rules.ts";
import { readState } from "../../tasks/read-state.ts";
import { toldOf } from "../answer/sentences.ts";
import { readSeen } from "../nudge/nudge.ts";
import { rehearsalPhrases as phrases } from "./phrases.ts";
import { MOST_DAYS, problemWith, untilByItself } from "./rules.ts";
import { rehearsalView, rehearsalWorkbook } from "./views.ts";

/** 预演 2023-09-28 09:00: every message until then, to whom, and how things stand then if nobody does anything. */
const see: Command = {
  id: "rehearsal.see",
  words: [phrases.word(), phrases.otherWord()],
  capability: "reminder.send",
  effect: "read",
  help: {
    example: ({ campaign }) => phrases.example(campaign.year.value),
    purpose: phrases.purpose(),
  },
  onlyIn: "direct",
  async handle(context, { words }) {
    const asked = momentIn(context, words);
    const { messages, until, reached } = await context.rehearse(asked, reachedState);
    const cut = until < asked ? asked : undefined;
    await context.reply(await rehearsalView(context, { until, messages, reached, ...(cut ? { cut } : {}) }));
    if (messages.length > 0) await sendWorkbook(context, await rehearsalWorkbook(context, { until, messages }));
    return {};
  },
};

/** What is missing then, in the sentences of 几个区报了. */
async function reachedState(then: Context): Promise<string[]> {
  return toldOf(await readState(then), await readSeen(then), {}).map(({ sentences }) => sentences.join(""));
}

/** @throws {RefusalError} for 9月31日, a moment that is over, and one too far ahead */
function momentIn({ campaign, now, rulings }: PersonContext, words: string): Date {
  const { definition } = campaign;
  const year = definition.campaign.year.value;
  const today = dayOf(now);
  if (words.trim() === "") {
    const binding = owedInCampaign(campaign, { now, rulings }).filter(({ deadline }) => deadline.binding);
    return untilByItself(
      binding.map(({ deadline }) => deadline.statedOn),
      today,
    );
  }
  const asked = readMoment(words, { today, year });
  const example = phrases.example(Number(addDays(today, 1).slice(0, 4)));
  if (!asked) throw new RefusalError("rehearsal.no-moment", phrases.unclear(words.slice(0, 40), example));
  if (asked.rest.replace(/^[到至为止]+|[到至为止]+$/gu, "") !== "")
    throw new RefusalError("rehearsal.unclear", phrases.unclear(asked.rest.slice(0, 40), example));
  const problem = problemWith(asked.at, now);
  if (problem === "past") throw new RefusalError("rehearsal.past", phrases.past(momentWords(asked.at)));
  if (problem === "tooFar") throw new RefusalError("rehearsal.too-far", phrases.tooFar(MOST_DAYS));
  return asked.at;
}

async function sendWorkbook(context: PersonContext, { name, bytes }: { name: string; bytes: Buffer }): Promise<void> {
  const hash = await context.files.put(bytes);
  await context.withJournal({ action: "export.made", reason: `${name} ${hash}`, whenClosed: true }, () =>
    context.outbox.sendFile(context.person.staffId, { name, hash }),
  );
}

/** 预演: what the bot would send until a moment. */
export const rehearsalFeature: Feature = { commands: [see] };
