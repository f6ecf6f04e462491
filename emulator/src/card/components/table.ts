import type { CardCell, CardNode, CardTableLook } from "../../contract/card.ts";
import { colored, colorOf } from "../colors.ts";
import type { Draw } from "../drawing.ts";
import { formatValue } from "../parse-value.ts";
import { member } from "../path.ts";
import { placedId } from "../press-id.ts";
import { resolve } from "../resolve.ts";
import { propsOf } from "../steps.ts";

const listIn = (value: unknown, key: string): readonly unknown[] => {
  const list = member(value, key);
  return Array.isArray(list) ? list : [];
};

/** A cell is a text, a number, a picture with a name, a described text, or a button. */
const wordsIn = (value: unknown): string =>
  formatValue(member(value, "name") ?? member(value, "text") ?? member(value, "value") ?? value);

const ALIGNS = ["left", "center", "right"] as const;
const alignOf = (value: unknown): Pick<CardCell, "align"> => {
  const align = ALIGNS.find((one) => one === value);
  return align ? { align } : {};
};

interface CellContext {
  tableId: string;
  /** Distinguishes cells without an id. */
  place: string;
  column: unknown;
  row: unknown;
  value: unknown;
}

/** What a press on a cell does: a link, or a call that carries the cell's row and column. */
function pressOf({ tableId, place, column, row, value }: CellContext): Pick<CardCell, "press"> {
  const url = formatValue(member(value, "url"));
  const asks = member(value, "request") === true;
  const isButton = member(column, "dataType") === "BUTTON";
  if (!asks && url === "" && !isButton) return {};
  const color = formatValue(member(value, "color"));
  return {
    press: {
      actionId: `${tableId}.${formatValue(member(value, "id")) || place}`,
      label: wordsIn(value),
      look: color === "red" ? "danger" : color === "gray" ? "default" : "primary",
      disabled: member(value, "status") === "disabled",
      steps: [
        ...(asks ? [{ kind: "request" as const, actionId: tableId, params: { column, row } }] : []),
        ...(!asks && url !== "" ? [{ kind: "open" as const, url }] : []),
      ],
    },
  };
}

function cellOf(context: CellContext): CardCell {
  const { column, value } = context;
  const text = wordsIn(value);
  if (typeof value !== "object" || value === null) return { text };
  const described = propsOf(value);
  const fill = colorOf(formatValue(described.bgColorToken));
  const isObject = member(column, "dataType") === "OBJECT";
  return {
    text,
    ...(isObject ? { align: "center", ...alignOf(described.textAlign) } : {}),
    ...colored(formatValue(described.textColorToken)),
    ...(fill === undefined ? {} : { fill }),
    ...(typeof described.icon === "string" ? { icon: described.icon } : {}),
    ...(typeof described.hoverText === "string" ? { hint: described.hoverText } : {}),
    ...pressOf(context),
    ...(member(column, "dataType") === "BUTTON" ? { button: true } : {}),
  };
}

function lookOf(column: unknown): CardTableLook["looks"][number] {
  const [share, pixels] = [Number(member(column, "weight")), Number(member(column, "width"))];
  return {
    ...alignOf(member(column, "headerTextAlign")),
    ...(share > 0 ? { share } : {}),
    ...(pixels > 0 ? { pixels } : {}),
  };
}

/** `meta` gives the columns (`alias` names the key, `aliasName` the heading), `data` the rows. */
export const table: Draw = (node, scope): CardNode[] => {
  const value = resolve(scope, node.props.data);
  const meta = listIn(value, "meta");
  if (meta.length === 0) return [];
  const columns = meta.map((column) => ({
    name: formatValue(member(column, "alias")),
    label: formatValue(member(column, "aliasName")),
  }));
  const tableId = placedId(scope, node.id);
  const data = listIn(value, "data");
  const rows = data.map((row) => Object.fromEntries(columns.map(({ name }) => [name, wordsIn(member(row, name))])));
  const cells = data.map((row, line) =>
    meta.map((column, at) => {
      const { name = "" } = columns[at] ?? {};
      return cellOf({ tableId, place: `${line}.${name}`, column, row, value: member(row, name) });
    }),
  );
  const lines = Number(resolve(scope, node.props.maxLine) ?? 0);
  return [{ kind: "table", columns, rows, looks: meta.map(lookOf), cells, ...(lines > 0 ? { lines } : {}) }];
};
