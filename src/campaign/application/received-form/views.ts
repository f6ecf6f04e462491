import type { Action, Block, View } from "../../../platform/chat/view.ts";
import { districtName } from "../../definition/districts.ts";
import { wordsOf } from "../words.ts";
import { receivedPhrases as phrases } from "./phrases.ts";
import { type Comparison, type FormContext, fillingDistricts, type ReceivedForm } from "./received.ts";

export const TAKE = "application.take-form";

const text = (words: string): Block => ({ kind: "text", text: words });
const list = (items: readonly string[]): Block => ({ kind: "list", items });

/** What was read, beside what is there. Nothing is written before 采用. */
export function receivedView(
  context: FormContext,
  received: ReceivedForm,
  { all, before = [] }: { all: readonly Comparison[]; before?: readonly string[] },
): View {
  const words = wordsOf(context.campaign.definition);
  const [only, ...more] = all;
  const isOne = received.kind === "form" && only !== undefined && more.length === 0;
  const asks = all.some(({ read: { added, changed, unread } }) => added.length + changed.length + unread.length > 0);
  const lead = asks ? phrases.lead(received.file.name, countOf(all)) : phrases.nothingNew(received.file.name);
  const without = all.filter(({ base }) => base.kind === "new").map(({ name }) => name);
  const isUndecided = all.some(({ district }) => district === undefined) && received.kind !== "list";
  const names = fillingDistricts(context).map((id) => districtName(context.campaign.definition, id));
  return {
    title: isOne ? phrases.title(only.name, words) : phrases.rowsTitle(all.length, words),
    tone: "running",
    status: phrases.status(),
    body: [
      ...before.map(text),
      text(lead),
      ...(isOne ? oneBody(context, only) : [list(all.map((one) => rowItem(context, one)))]),
      ...received.notes.map(text),
      ...(received.kind === "list" && without.length > 0 ? [text(phrases.noCases(without))] : []),
      ...(isUndecided ? [text(phrases.which(names, words.district))] : []),
    ],
    actions: asks ? takeActions(isUndecided ? names : []) : [],
  };
}

const countOf = (all: readonly Comparison[]): number =>
  all.reduce((sum, { read: { added, changed, same } }) => sum + added.length + changed.length + same.length, 0);

const takeActions = (districts: readonly string[]): Action[] => {
  const action = (label: string, typed: string): Action => ({ id: TAKE, label, typed, look: "primary" });
  return districts.length === 0
    ? [action(phrases.take(), phrases.typedTake())]
    : districts.map((name) => action(phrases.takeFor(name), phrases.typedTake(name)));
};

function oneBody({ campaign }: FormContext, { base, read }: Comparison): Block[] {
  const { added, changed, same, empty, leftOpen, unread, long } = read;
  const heading = (words: string): Block => ({ kind: "heading", text: words });
  return [
    text(phrases.into[base.kind](wordsOf(campaign.definition))),
    ...(changed.length === 0
      ? []
      : [
          heading(phrases.changedHeading(changed.length)),
          list(changed.map(({ label, before = "", after }) => phrases.changed(label, before, after))),
        ]),
    ...(unread.length === 0
      ? []
      : [
          heading(phrases.unreadHeading(unread.length)),
          list(unread.map(({ label, sentence, typed }) => phrases.unread(label, sentence, typed))),
        ]),
    ...(added.length === 0
      ? []
      : [
          heading(phrases.addedHeading(added.length)),
          { kind: "facts" as const, facts: added.map(({ label, after }) => ({ label, value: after })) },
        ]),
    ...(same.length === 0 ? [] : [text(phrases.same(same.map(({ label }) => label)))]),
    ...(long ? [text(phrases.long(long.label, long.words, long.most))] : []),
    ...(leftOpen.length === 0 ? [] : [text(phrases.leftOpen(leftOpen.map(({ label }) => label)))]),
    ...(empty.length === 0 ? [] : [text(phrases.empty(empty))]),
  ];
}

function rowItem({ campaign }: FormContext, { name, base, read }: Comparison): string {
  const { added, changed, unread } = read;
  const parts = [
    phrases.rowsParts[base.kind](wordsOf(campaign.definition)),
    ...(added.length > 0 ? [phrases.rowsAdded(added.length)] : []),
    ...(changed.length > 0
      ? [phrases.rowsChanged(changed.map(({ label, before = "", after }) => phrases.changed(label, before, after)))]
      : []),
    ...(unread.length > 0 ? [phrases.rowsUnread(unread.map(({ label }) => label))] : []),
  ];
  return phrases.rowsItem(name, added.length + changed.length + unread.length > 0 ? parts : [phrases.rowsSame()]);
}
