import { textView } from "../../platform/chat/view.ts";
import { RefusalError } from "../../shared/refusal-error.ts";
import type { PersonContext } from "../engine/context.ts";
import type { Command, Feature } from "../engine/feature.ts";
import { type Summary, summaries } from "./extension-points.ts";
import { laterSummary, sendLater } from "./later.ts";
import { summaryPhrases as phrases } from "./phrases.ts";
import { nextOn, readMoved, weeklyAt } from "./rules.ts";
import { setSummary, summaryState, summaryTable } from "./store.ts";
import { type SummarySetting, summaryKind } from "./summary.ts";

const common = { capability: "broadcast.send", onlyIn: "direct" } as const;

/** The one named, with what follows its name. @throws {RefusalError} if none is */
async function namedIn(context: PersonContext, typed: string): Promise<{ summary: Summary; rest: string }> {
  const all = await context.contributions(summaries, {});
  const summary = all.find(({ name }) => typed.trim().startsWith(name));
  if (!summary) throw new RefusalError("summary.unknown", phrases.unknown(all.map(({ name }) => name)));
  return { summary, rest: typed.trim().slice(summary.name.length) };
}

const inOrder = (all: readonly Summary[]): Summary[] =>
  summaryKind.options.flatMap((kind) => all.filter(({ what }) => what === kind));

/** Its moment, where it is not the usual one: said by the folder, or by who moved it. */
function momentWords({ isDefault, weekday, time }: SummarySetting & { isDefault: boolean }): string | undefined {
  if (time === undefined) return undefined;
  return isDefault ? phrases.at(weekday, time) : phrases.moved(weekday, time);
}

const see: Command = {
  ...common,
  id: "summary.see",
  words: [phrases.word(), "自动汇总"],
  effect: "read",
  help: { example: phrases.word(), purpose: phrases.purpose(), withoutButton: true },
  async handle(context, { words }) {
    if (words !== "") {
      const { summary } = await namedIn(context, words);
      const files = await summary.make(context);
      for (const { name, bytes } of files) {
        const hash = await context.files.put(Buffer.from(bytes));
        await context.withJournal({ action: "export.made", reason: `${name} ${hash}` }, () =>
          context.outbox.sendFile(context.person.staffId, { name, hash }),
        );
      }
      return { reply: textView(phrases.title(), phrases.given(summary.name), { tone: "done" }) };
    }
    const all = inOrder(await context.contributions(summaries, {}));
    const weekly = all.find(({ what }) => what === "weekly");
    const items: string[] = [];
    for (const { what, name, when } of all) {
      const state = await summaryState(context, what);
      items.push(phrases.line(name, { isOn: state.isOn, when, moved: momentWords(state) }));
    }
    return {
      reply: {
        ...textView(phrases.title(), "", { footnote: phrases.footnote(weekly?.name ?? "") }),
        body: [
          { kind: "text", text: phrases.lead() },
          { kind: "list", items },
        ],
        actions: all.map(({ name }) => ({
          ...{ id: "", label: phrases.get(name), typed: phrases.getTyped(name), look: "default" as const },
        })),
      },
    };
  },
};

const setting = (
  { id, words }: { id: string; words: string[] },
  change: (context: PersonContext, one: { summary: Summary; rest: string }) => Promise<string>,
): Command => ({
  ...common,
  id,
  words,
  effect: "write",
  async handle(context, { words: typed }) {
    const sentence = await change(context, await namedIn(context, typed));
    return { reply: textView(phrases.title(), sentence, { tone: "done" }), toast: sentence };
  },
});

const stop = setting({ id: "summary.stop", words: [phrases.stopWord()] }, async (context, { summary }) => {
  const { weekday, time } = await summaryState(context, summary.what);
  await setSummary(context, summary.what, { isOn: false, ...at(weekday, time) });
  return phrases.stopped(summary.name);
});

const resume = setting({ id: "summary.resume", words: [phrases.resumeWord()] }, async (context, { summary }) => {
  const { weekday, time } = await summaryState(context, summary.what);
  await setSummary(context, summary.what, { isOn: true, ...at(weekday, time) });
  await planWeek(context, summary, { weekday, time });
  return phrases.resumed(summary.name);
});

const move = setting({ id: "summary.move", words: [phrases.moveWord()] }, async (context, { summary, rest }) => {
  const moved = readMoved(rest);
  if (!moved) throw new RefusalError("summary.unclear", phrases.unclear(summary.name));
  const isWeekly = summary.what === "weekly";
  if (moved.weekday !== undefined && !isWeekly)
    throw new RefusalError("summary.not-weekly", phrases.notWeekly(summary.name));
  const setting = isWeekly ? weeklyAt(moved) : { time: moved.time };
  await setSummary(context, summary.what, { isOn: true, ...setting });
  await planWeek(context, summary, setting);
  return phrases.movedTo(summary.name, phrases.moved(setting.weekday, moved.time));
});

/** Once it was moved, each of its moments plans the next. */
async function planWeek(
  context: PersonContext,
  { what }: Summary,
  { weekday, time }: { weekday?: number | undefined; time?: string | undefined },
): Promise<void> {
  if (what !== "weekly" || weekday === undefined || time === undefined) return;
  await sendLater(context, what, nextOn(context.now, weekday, time));
}

const at = (weekday: number | undefined, time: string | undefined): Omit<SummarySetting, "isOn"> => ({
  ...(weekday === undefined ? {} : { weekday }),
  ...(time === undefined ? {} : { time }),
});

/** Workbooks that come by themselves. */
export const summaryFeature: Feature = {
  commands: [see, stop, resume, move],
  dueKinds: [laterSummary],
  tables: [summaryTable],
};
