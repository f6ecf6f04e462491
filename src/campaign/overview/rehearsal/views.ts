import type { Block, View } from "../../../platform/chat/view.ts";
import { writeWorkbook } from "../../../platform/documents/workbook.ts";
import { shanghaiIso } from "../../../shared/civil-date.ts";
import { fullMomentWords, momentWords } from "../../definition/wording.ts";
import { namesOf } from "../../directory/store.ts";
import type { Context } from "../../engine/context.ts";
import type { RehearsedMessage } from "../../engine/rehearsal.ts";
import { underHeading } from "../../tasks/views.ts";
import { rehearsalPhrases as phrases } from "./phrases.ts";
import { gathered } from "./rules.ts";

/** Lines of the message; the workbook has all of them. */
const MOST_LINES = 24;

interface Shown {
  /** How far it came. */
  until: Date;
  /** How far it was to come, where it came less far. */
  cut?: Date;
  messages: readonly RehearsedMessage[];
  /** How things stand then, a sentence each. */
  reached: readonly string[];
}

const titleOf = ({ content }: RehearsedMessage): string =>
  "view" in content ? content.view.title : phrases.file(content.file);

export async function rehearsalView({ tx }: Context, { until, cut, messages, reached }: Shown): Promise<View> {
  const people = new Set(messages.flatMap(({ chat }) => (chat.kind === "direct" ? [chat.person] : [])));
  const names = await namesOf(tx, [...people]);
  const lines = gathered(messages, titleOf).map(({ at, title, people: to, groups }) => {
    const all = [...to.map((id) => names.get(id) ?? id), ...Array.from({ length: groups }, phrases.group)];
    return phrases.line(momentWords(at), title, phrases.to(all));
  });
  const text = (words: string): Block => ({ kind: "text", text: words });
  return {
    title: phrases.title(momentWords(until)),
    tone: "running",
    body: [
      text(messages.length === 0 ? phrases.nothing() : phrases.lead()),
      ...(cut ? [text(phrases.cut(momentWords(until), momentWords(cut)))] : []),
      ...(messages.length === 0
        ? []
        : [
            {
              kind: "facts" as const,
              facts: [{ label: phrases.countLabel(), value: phrases.count(messages.length, people.size) }],
            },
            { kind: "list" as const, items: lines.slice(0, MOST_LINES) },
          ]),
      ...(lines.length > MOST_LINES ? [text(phrases.more(lines.length - MOST_LINES))] : []),
      ...underHeading(phrases.reachedHeading(), reached.length > 0 ? reached : [phrases.notBegun()]),
    ],
    actions: [],
    footnote: phrases.footnote(),
  };
}

const WIDTHS = [18, 16, 40, 80];

/** Every message, with what it says. */
export async function rehearsalWorkbook(
  { tx, campaign, now }: Context,
  { until, messages }: Pick<Shown, "until" | "messages">,
): Promise<{ name: string; bytes: Buffer }> {
  const people = messages.flatMap(({ chat }) => (chat.kind === "direct" ? [chat.person] : []));
  const names = await namesOf(tx, [...new Set(people)]);
  const bytes = await writeWorkbook({
    author: campaign.definition.campaign.city.bureau,
    at: now,
    sheets: [
      {
        name: phrases.sheet(),
        titles: [phrases.sheetTitle(campaign.definition.campaign.name, fullMomentWords(until)), phrases.lead()],
        columns: phrases.columns().map((header, at) => ({
          ...{ header, width: WIDTHS[at] ?? 12, kind: at === 0 ? ("moment" as const) : ("text" as const) },
        })),
        rows: messages.map((one) => [
          one.at,
          one.chat.kind === "direct" ? (names.get(one.chat.person) ?? one.chat.person) : phrases.group(),
          titleOf(one),
          "view" in one.content ? one.content.view.body.flatMap(wordsOf).join("\n") : "",
        ]),
        notes: [phrases.footnote()],
        paper: "landscape",
      },
    ],
  });
  return { name: phrases.fileName(shanghaiIso(until).slice(0, 10)), bytes };
}

function wordsOf(block: Block): readonly string[] {
  switch (block.kind) {
    case "facts":
      return block.facts.map(({ label, value }) => `${label}：${value}`);
    case "list":
      return block.items;
    case "table":
      return block.rows.map((row) => row.join(" | "));
    default:
      return [block.text];
  }
}
