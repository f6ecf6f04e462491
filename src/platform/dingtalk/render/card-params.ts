import type { Action, Block, View } from "../../chat/view.ts";
import { blockMarkdown } from "./body.ts";
import { checkedFormVariable, formVariable } from "./form-variable.ts";
import { CARD_VALUE_BYTES, shortened, shortenedToBytes, TITLE_CHARACTERS } from "./limits.ts";
import { packSlots } from "./pack-text.ts";
import { NO_TABLE, packTable } from "./table-variable.ts";

const TEXT_SLOTS = 8;
/** Text slots above the tables; the others are below. */
const TEXT_SLOTS_ABOVE = 4;
const TABLE_SLOTS = 3;
const BUTTON_SLOTS = 6;

/** Color names of the template's Tag component. */
const TONE_COLORS = { running: "blue", near: "orange", overdue: "red", done: "green", closed: "gray" } as const;
const LOOK_COLORS = { primary: "blue", default: "gray", danger: "red" } as const;

type Params = Record<string, string>;

const markdownOf = (blocks: readonly Block[]): string =>
  blocks
    .map(blockMarkdown)
    .filter((text) => text !== "")
    .join("\n\n");

const textSlots = (values: readonly string[]): Params =>
  Object.fromEntries(Array.from({ length: TEXT_SLOTS }, (_, at) => [`text${at + 1}`, values[at] ?? ""]));

const tableSlots = (values: readonly string[]): Params =>
  Object.fromEntries(Array.from({ length: TABLE_SLOTS }, (_, at) => [`table${at + 1}`, values[at] ?? NO_TABLE]));

/** Actions that have no button are listed as words to type. */
function typedRest(actions: readonly Action[]): Block[] {
  const rest = actions.slice(BUTTON_SLOTS).filter((action) => action.disabled !== true);
  if (rest.length === 0) return [];
  return [{ kind: "text", text: `也可回复：${rest.map(({ typed }) => typed).join("、")}` }];
}

/** Text above and below the first table. Other tables, and one that needs too many slots, become numbered lists. */
function bodyParams(view: View): Params {
  const blocks = [...view.body, ...typedRest(view.actions)];
  const at = blocks.findIndex((block) => block.kind === "table");
  const table = blocks[at];
  const tables = table?.kind === "table" ? packTable(table, TABLE_SLOTS) : undefined;
  if (!tables) {
    return {
      ...textSlots(packSlots(markdownOf(blocks), TEXT_SLOTS, CARD_VALUE_BYTES)),
      ...tableSlots([]),
    };
  }
  const above = packSlots(markdownOf(blocks.slice(0, at)), TEXT_SLOTS_ABOVE, CARD_VALUE_BYTES);
  const below = packSlots(markdownOf(blocks.slice(at + 1)), TEXT_SLOTS - TEXT_SLOTS_ABOVE, CARD_VALUE_BYTES);
  const emptyAbove = Array.from({ length: TEXT_SLOTS_ABOVE - above.length }, () => "");
  return {
    ...textSlots([...above, ...emptyAbove, ...below]),
    ...tableSlots(tables),
  };
}

function formParams({ form }: View): Params {
  return {
    form: form ? checkedFormVariable(form) : formVariable([]),
    formId: form?.id ?? "",
    formButton: form?.submitLabel ?? "",
    formStatus: form?.disabled ? "disabled" : "normal",
    formAction: form?.action ?? "",
    formSubject: form?.subject ?? "",
  };
}

const buttonParams = (place: number, action: Action | undefined): Params => ({
  [`button${place}`]: action?.label ?? "",
  [`button${place}Color`]: LOOK_COLORS[action?.look ?? "default"],
  [`button${place}Status`]: action?.disabled ? "disabled" : "normal",
  [`button${place}Action`]: action?.id ?? "",
  [`button${place}Subject`]: action?.subject ?? "",
});

const buttonsParams = ({ actions }: View): Params =>
  Object.assign({}, ...Array.from({ length: BUTTON_SLOTS }, (_, at) => buttonParams(at + 1, actions[at])));

/**
 * Values for the variables of the template `cards/board`. Unused variables are empty, so that an update by key leaves
 * no old value behind. Values are strings of at most 1 KB.
 * @throws when a form is larger than that; callers split it into pages, see `packFields`
 */
export function toCardParams(view: View, version: number): Params {
  const title = shortened(view.title, TITLE_CHARACTERS);
  const status = view.status ?? "";
  return {
    lastMessage: shortened([title, status].filter((part) => part !== "").join(" "), TITLE_CHARACTERS),
    title,
    status: shortened(status, TITLE_CHARACTERS),
    statusColor: TONE_COLORS[view.tone],
    version: String(version),
    ...bodyParams(view),
    ...formParams(view),
    ...buttonsParams(view),
    footnote: shortenedToBytes(view.footnote ?? "", CARD_VALUE_BYTES),
    ...toAnswerParams({ version: 0 }),
  };
}

/**
 * Private values that show a sentence to the person who pressed: as a toast after a button; after a submitted form,
 * which cannot show toasts, and where the answer is elsewhere, at the top of the card until its next version.
 */
export function toAnswerParams({ toast, version, form }: { toast?: string; version: number; form?: boolean }): Params {
  const sentence = shortenedToBytes(toast ?? "", CARD_VALUE_BYTES);
  return {
    toast: sentence,
    notice: form ? sentence : "",
    noticeVersion: form && sentence !== "" ? String(version) : "",
  };
}
