import { z } from "zod";
import type { ViewField } from "../chat/view.ts";
import { viewPhrases } from "./view-phrases.ts";

/** Name of the last field of a page: what comes after it. Only a form's own button carries what was typed. */
export const THEN = "then";

const turn = z.enum(["next", "back", "leave"]);

/** 下一页 / 上一页 / 保存退出 */
export type Turn = z.output<typeof turn>;

/** The field 完成后. @param place whether no page comes before, or behind */
export function turnField({ isFirst, isLast = false }: { isFirst: boolean; isLast?: boolean }): ViewField {
  const offered = turn.options.filter((one) => one !== "back" || !isFirst);
  return {
    name: THEN,
    label: viewPhrases.afterPage(),
    kind: "select",
    required: false,
    value: "next",
    options: offered.map((value) => ({
      value,
      text: value === "next" && isLast ? viewPhrases.lastTurn : viewPhrases.turns[value],
    })),
  };
}

/** Separates the turn from the page's own values; without a readable one the next page follows. */
export function readTurn(values: Readonly<Record<string, unknown>>): {
  turn: Turn;
  values: Readonly<Record<string, unknown>>;
} {
  const { [THEN]: given, ...rest } = values;
  const [one] = Array.isArray(given) ? given : [given];
  const named = turn.options.find((option) => option === one || viewPhrases.turns[option] === one);
  return { turn: named ?? "next", values: rest };
}
