import type { Block, View } from "../../../platform/chat/view.ts";
import { districtName } from "../../definition/districts.ts";
import { takeActions } from "../../engine/given-copy.ts";
import { givenCopyPhrases } from "../../engine/given-copy-phrases.ts";
import type { ListDraft } from "../draft.ts";
import { listWorkbookPhrases as phrases } from "./phrases.ts";
import type { ListPlan } from "./plan.ts";
import type { ReceivedList, RecommenderContext } from "./received.ts";

export const TAKE = "recommendation.take-workbook";

const text = (words: string): Block => ({ kind: "text", text: words });

interface Shown {
  list: ListDraft;
  plan: ListPlan;
  before?: readonly string[];
}

/** What a dropped 推荐表 would change. Nothing is written before 采用. @param before said above it */
export function receivedListView(
  { campaign: { definition } }: RecommenderContext,
  { file, read }: Pick<ReceivedList, "file" | "read">,
  { list, plan, before = [] }: Shown,
): View {
  const { changes, kept, joined, missing, unused } = plan;
  const own = changes.filter(({ kind }) => kind === "changed");
  const conflicts = changes.filter(({ kind }) => kind === "conflict");
  const items = (of: typeof changes) => of.map(({ label, now, back }) => phrases.changed(label, now, back));
  const also = [
    ...(kept.length > 0 ? [givenCopyPhrases.kept(kept)] : []),
    ...(joined.length > 0 ? [phrases.joined(joined)] : []),
    ...(changes.length > 0 && missing.length > 0 ? [phrases.missing(missing)] : []),
    ...(unused.length > 0 ? [phrases.unused(unused)] : []),
    ...(read.formulas > 0 ? [phrases.formulas(read.formulas)] : []),
  ];
  return {
    title: phrases.readTitle(districtName(definition, list.district)),
    tone: "running",
    ...(changes.length > 0 ? { status: phrases.status() } : {}),
    body: [
      ...before.map(text),
      text(changes.length > 0 ? phrases.lead(file.name) : phrases.nothingNew(file.name)),
      ...(own.length > 0 ? [{ kind: "list" as const, items: items(own) }] : []),
      ...(conflicts.length === 0
        ? []
        : [
            text(givenCopyPhrases.conflictLead(phrases.typedTake(), conflicts.length)),
            { kind: "list" as const, ordered: true, items: items(conflicts) },
          ]),
      ...also.map(text),
    ],
    actions: changes.length === 0 ? [] : takeActions(TAKE, phrases.typedTake(), conflicts.length > 0),
  };
}
