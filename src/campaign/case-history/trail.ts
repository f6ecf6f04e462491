import type { Action, View } from "../../platform/chat/view.ts";
import { momentWords } from "../definition/wording.ts";
import { namesOf } from "../directory/store.ts";
import type { PersonContext } from "../engine/context.ts";
import type { CaseEntry } from "./entries.ts";
import { historyPhrases } from "./phrases.ts";
import { pageOf } from "./rules.ts";

const phrases = historyPhrases.trail;

/** Entries on one page. */
const SIZE = 20;

export interface TrailLine {
  number: number;
  at: Date;
  recordedAt: Date;
  who: string;
  what: string;
  reason: string | undefined;
  ruling: string | undefined;
}

/** Entries in words, oldest first. The number is the place among those that the person may see. */
export async function trailLines({ tx }: PersonContext, entries: readonly CaseEntry[]): Promise<TrailLine[]> {
  const names = await namesOf(tx, [...new Set(entries.map(({ actor }) => actor))]);
  return entries.map(({ at, recordedAt, actor, action, reason, ruling }, index) => ({
    ...{ number: index + 1, at, recordedAt, what: historyPhrases.act(action) },
    who: actor === "system" ? historyPhrases.system() : (names.get(actor) ?? actor),
    reason: reason === null || !isWords(reason) ? undefined : reason,
    ruling: ruling ?? undefined,
  }));
}

/** Some entries keep a code there, e.g. the face that was looked at. */
const isWords = (reason: string): boolean => /\p{Script=Han}/u.test(reason);

/** Newest first. */
export function trailView(name: string, lines: readonly TrailLine[], page: number): View {
  const { items, pages } = pageOf(lines.toReversed(), page, SIZE);
  const shown = Math.min(Math.max(page, 1), pages);
  const link = (id: string, label: string, typed: string): Action => ({ id, label, typed, look: "default" });
  return {
    title: phrases.title(name),
    tone: "closed",
    status: phrases.status(lines.length, shown, pages),
    body:
      items.length === 0
        ? [{ kind: "text", text: phrases.none() }]
        : [{ kind: "list", items: items.map((one) => phrases.line({ ...one, at: momentWords(one.at) })) }],
    actions: [
      ...(shown > 1 ? [link("case-history.trail", phrases.newer(), phrases.typed(name, shown - 1))] : []),
      ...(shown < pages ? [link("case-history.trail", phrases.older(), phrases.typed(name, shown + 1))] : []),
      ...(items.length > 0 ? [link("case-history.export", phrases.export(), phrases.exportTyped(name))] : []),
    ],
    footnote: phrases.footnote(),
  };
}
