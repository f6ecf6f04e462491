import type { AnswerValue } from "../../../platform/conversation/answer.ts";
import { threeWay } from "../../../platform/conversation/three-way.ts";
import { nounsOf } from "../../directory/nouns.ts";
import type { Context } from "../../engine/context.ts";
import { besideReason } from "../beside-reasons.ts";
import type { ListDraft } from "../draft.ts";
import { namesOf, numberProblem, reasonsForm, unmetKey } from "../reasons.ts";
import { ORDER } from "../shared-list.ts";
import { listSheetRows, listWorkbookPhrases as phrases } from "./phrases.ts";
import type { ReadListSheet } from "./read.ts";
import { caseRows, orderIn, type PlaceDefect } from "./rules.ts";

/** Order (as names) and reasons of a list, by key. */
export type ListValues = Readonly<Record<string, string>>;

/** The order, or one reason, that the sheet would change. */
export interface ListChange {
  key: string;
  label: string;
  kind: "changed" | "conflict";
  now: string;
  back: string;
}

/** What a sheet means for the list as it stands. */
export interface ListPlan {
  defects: readonly PlaceDefect[];
  /** Application ids, if the sheet's order counts. */
  order: readonly string[];
  changes: readonly ListChange[];
  /** Labels: changed by others only; of cases that joined since; still to be said; said without being asked for. */
  kept: readonly string[];
  joined: readonly string[];
  missing: readonly string[];
  unused: readonly string[];
}

const MOST_OF_REASON = 200;

export const listValues = ({ candidates, order, reasons }: ListDraft): ListValues => ({
  ...(order.length === 0 ? {} : { [ORDER]: namesOf(candidates, order).join("、") }),
  ...Object.fromEntries(Object.entries(reasons?.state.answers ?? {}).map(([key, value]) => [key, String(value)])),
});

/** The sheet beside what it said when it was made and what is there now; a contested order is read as the sheet's. */
export function listPlan(
  context: Context,
  list: ListDraft,
  { read, given }: { read: ReadListSheet; given: ListValues },
): ListPlan {
  const names = namesOf(list.candidates, ids(list));
  const { case: noun } = nounsOf(context.campaign.definition);
  const written = orderIn(read.rows, { names, noun });
  const now = listValues(list);
  const back = written.order.join("、");
  const ordered = threeWay({ given: only(given, ORDER), back: { [ORDER]: back }, now: only(now, ORDER) });
  const counts = ordered.keys.length > 0;
  const order = counts ? written.order.flatMap((name) => ids(list)[names.indexOf(name)] ?? []) : list.order;
  const reasons = reasonChanges(context, list, { read, given: counts ? {} : given, now: counts ? {} : now, order });
  const choice = { ...list, order, none: false };
  const hard = order.length === 0 || written.defects.length > 0 ? undefined : numberProblem(context, choice);
  return {
    ...reasons,
    order,
    defects: [
      ...written.defects,
      ...reasons.defects,
      ...(hard === undefined ? [] : [{ name: undefined, of: "place" as const, sentence: hard }]),
      ...hiddenDefects(read, [...(ordered.keys.length > 0 ? [ORDER] : []), ...reasons.changes.map(({ key }) => key)]),
    ],
    changes: [
      ...(ordered.kind === "changed" || ordered.kind === "conflict"
        ? [{ key: ORDER, label: phrases.orderLabel(), kind: ordered.kind, now: now[ORDER] ?? "", back }]
        : []),
      ...reasons.changes,
    ],
    kept: [...(ordered.kind === "kept" ? [phrases.orderLabel()] : []), ...reasons.kept],
    joined: names.filter((name) => !caseRows(read.rows).some((row) => row.name === name)),
  };
}

const ids = ({ candidates }: ListDraft): string[] => candidates.map(({ application }) => application.id);

const only = (values: ListValues, key: string): Record<string, AnswerValue> => {
  const value = values[key];
  return value === undefined ? {} : { [key]: value };
};

/** A hidden row is unseen by whoever filled in the sheet: with a change anywhere it has to be shown. */
const hiddenDefects = ({ rows }: ReadListSheet, changed: readonly string[]): PlaceDefect[] =>
  rows
    .filter(({ isHidden, place, reason, unmet }) => isHidden && changed.length > 0 && place + reason + unmet !== "")
    .map(({ name }) => ({ name, of: "place", sentence: phrases.problems.hidden(name) }));

interface Reasoned extends Pick<ListPlan, "changes" | "kept" | "missing" | "unused"> {
  defects: PlaceDefect[];
}

/** The reasons that the order asks for, with what the sheet says of them. */
function reasonChanges(
  context: Context,
  list: ListDraft,
  { read, given, now, order }: { read: ReadListSheet; given: ListValues; now: ListValues; order: readonly string[] },
): Reasoned {
  const out: Reasoned & { changes: ListChange[]; kept: string[]; missing: string[]; unused: string[] } = {
    ...{ changes: [], kept: [], missing: [], unused: [], defects: [] },
  };
  const form = order.length === 0 ? undefined : reasonsForm(context, { ...list, order, none: false });
  const cells = reasonCells(list, read);
  for (const { key, label } of form?.fields ?? []) {
    const cell = cells.find((one) => one.key === key) ?? cells.find((one) => one.key === "" && isOfList(list, key));
    const back = cell?.text ?? "";
    const { kind, keys } = threeWay({
      given: only(given, key),
      back: back === "" ? {} : { [key]: back },
      now: only(now, key),
    });
    if (back === "" && now[key] === undefined) out.missing.push(label);
    if (kind === "kept") out.kept.push(label);
    if (keys.length === 0 || (kind !== "changed" && kind !== "conflict")) continue;
    const why = [...back].length > MOST_OF_REASON ? phrases.problems.tooLong(MOST_OF_REASON) : noReason(list, back);
    if (why !== undefined)
      out.defects.push({ name: cell?.name, of: cell?.of ?? "reason", sentence: phrases.problems.reason(label, why) });
    else out.changes.push({ key, label, kind, now: now[key] ?? "", back });
  }
  const asked = form?.fields.map(({ key }) => key) ?? [];
  const takesList = asked.some((key) => isOfList(list, key));
  out.unused = cells
    .filter(({ key, text }) => text !== "" && !(key === "" ? takesList : asked.includes(key)))
    .map(({ name }) => name);
  return out;
}

const noReason = (list: ListDraft, text: string): string | undefined => besideReason(list, text)?.said;

/** Reasons on the number of cases, whatever rule asks for them. */
const isOfList = (list: ListDraft, key: string): boolean =>
  key !== LATE && !ids(list).some((id) => key === id || key === unmetKey(id));

const LATE = "lateReason";

interface ReasonCell {
  /** Empty: on the number of cases. */
  key: string;
  name: string;
  of: "reason" | "unmet";
  text: string;
}

function reasonCells(list: ListDraft, { rows }: ReadListSheet): ReasonCell[] {
  return rows.flatMap(({ name, reason, unmet }): ReasonCell[] => {
    if (name === listSheetRows.number) return [{ key: "", name, of: "reason", text: reason }];
    if (name === listSheetRows.late) return [{ key: LATE, name, of: "reason", text: reason }];
    const id = ids(list)[namesOf(list.candidates, ids(list)).indexOf(name)];
    if (id === undefined) return [];
    return [
      { key: id, name, of: "reason", text: reason },
      { key: unmetKey(id), name, of: "unmet", text: unmet },
    ];
  });
}
