import type { CardField, CardInput } from "../../contract/card.ts";
import type { Draw, DrawAll } from "../drawing.ts";
import { nodesText } from "../nodes-text.ts";
import { paramsOf } from "../params.ts";
import { formatValue } from "../parse-value.ts";
import { member } from "../path.ts";
import { placedId } from "../press-id.ts";
import { boundPath, listOf, localized, resolve, textOf } from "../resolve.ts";
import { insideIteration, lookup, type Scope } from "../scope.ts";
import type { TemplateNode } from "../template.ts";

type Option = { value: string; text: string };

/** Options fixed in the template or taken from a variable: `value`, and the label as `text` or `label`. */
function optionsOf(scope: Scope, prop: unknown): Option[] {
  const list = Array.isArray(prop) ? prop : listOf(scope, prop);
  return list.map((option, index) => ({
    value: localized(scope, member(option, "value")) || String(index),
    text: localized(scope, member(option, "text") ?? member(option, "label")),
  }));
}

type InputDefinition = Pick<CardField, "type" | "value" | "options" | "format" | "minRows" | "maxRows">;

interface InputContext {
  node: TemplateNode;
  scope: Scope;
  drawAll: DrawAll;
}

/** The local variable an input writes to; without one, the name under which it sends its value. */
const localOf = (node: TemplateNode, scope: Scope): string =>
  boundPath(node.props.localVarAction) ||
  boundPath(node.props.localVariable) ||
  boundPath(node.props.singleLocalVariable) ||
  textOf(scope, node.props.id) ||
  placedId(scope, node.id);

/** The value the person chose takes precedence over the card's. */
function currentOf(
  scope: Scope,
  { local, key }: Pick<CardInput, "local" | "key">,
  value: unknown,
): { value?: unknown } {
  const own = lookup(scope, local);
  const current = (key === undefined ? own : member(own, key)) ?? value;
  return current === undefined || current === "" ? {} : { value: current };
}

const isReadOnly = ({ props }: TemplateNode, scope: Scope): boolean =>
  textOf(scope, props.status) === "disabled" || resolve(scope, props.disabled) === true;

/** An input that calls back on each change sends its value under its own id. */
function sendsOf({ id, props }: TemplateNode, scope: Scope): Pick<CardInput, "sends"> {
  if (props.actionType !== "request") return {};
  const actionId = textOf(scope, props.id) || textOf(scope, props.actionId) || placedId(scope, id);
  return { sends: { actionId, params: paramsOf(scope, props.params) } };
}

const inputOf =
  (define: (context: InputContext) => InputDefinition): Draw =>
  (node, scope, drawAll) => {
    const { value, options, ...how } = define({ node, scope, drawAll });
    const key = textOf(scope, node.props.keyOfDynamicObject);
    const place = { local: localOf(node, scope), ...(key === "" ? {} : { key }) };
    const label = textOf(scope, node.props.title);
    const placeholder = textOf(scope, node.props.placeholder);
    const input: CardField = {
      name: place.local,
      label,
      ...how,
      required: false,
      ...(isReadOnly(node, scope) ? { readOnly: true } : {}),
      ...(placeholder === "" ? {} : { placeholder }),
      ...currentOf(scope, place, value),
      ...(options ? { options } : {}),
    };
    return [{ kind: "input", ...place, label, input, ...sendsOf(node, scope) }];
  };

const DATE_TYPES: Record<string, string> = { date: "DATE", time: "TIME", datetime: "DATETIME" };

function rowsOf({ node: { props }, scope }: InputContext): Pick<CardField, "minRows" | "maxRows"> {
  const rows = (name: "minRows" | "maxRows") => {
    const count = Number(resolve(scope, props[name]));
    return count > 0 ? { [name]: count } : {};
  };
  return { ...rows("minRows"), ...rows("maxRows") };
}

export const textInput = inputOf((context) => ({
  ...(context.node.props.textArea === true ? { type: "TEXT_AREA", ...rowsOf(context) } : { type: "TEXT" }),
  value: resolve(context.scope, context.node.props.currentValue),
}));

/** The chosen option by index, as the client stores it; -1 means none. */
function chosenAt(options: Option[], index: unknown): unknown {
  const option = typeof index === "number" ? options[index] : undefined;
  return option ? { index, value: option.value } : undefined;
}

function chosenAll(options: Option[], places: readonly unknown[]): unknown {
  const chosen = places.flatMap((place) => {
    const option = typeof place === "number" ? options[place] : undefined;
    return option ? [{ place, value: option.value }] : [];
  });
  if (chosen.length === 0) return undefined;
  return { index: chosen.map(({ place }) => place), value: chosen.map(({ value }) => value) };
}

export const select = inputOf(({ node, scope }) => {
  const options = optionsOf(scope, node.props.options);
  return { type: "SELECT", value: chosenAt(options, resolve(scope, node.props.currentIndex)), options };
});

export const multiSelect = inputOf(({ node, scope }) => {
  const options = optionsOf(scope, node.props.options);
  return { type: "MULTI_SELECT", value: chosenAll(options, listOf(scope, node.props.currentIndexes)), options };
});

export const datePicker = inputOf(({ node, scope }) => {
  const format = textOf(scope, node.props.format);
  return {
    type: DATE_TYPES[formatValue(node.props.pickerType)] ?? "DATE",
    ...(format === "" ? {} : { format }),
    value: resolve(scope, node.props.currentDate),
  };
});

export const checkbox = inputOf(({ node, scope }) => ({
  type: "CHECKBOX",
  value: resolve(scope, node.props.checked),
}));

/** The members of a list as options; the children of the component are rendered once per member to get its label. */
function memberOptions({ node, scope, drawAll }: InputContext): { options: Option[]; checked: string[] } {
  const path = boundPath(node.props.listData);
  const items = listOf(scope, node.props.listData);
  const options = items.map((item, index) => ({
    value: formatValue(member(item, "value") ?? index),
    text:
      nodesText(drawAll(node.children, insideIteration(scope, { path, item, index }))) ||
      localized(scope, member(item, "text") ?? member(item, "label")),
  }));
  const checked = options.filter((_, index) => member(items[index], "checked") === true).map(({ value }) => value);
  return { options, checked };
}

export const checkboxList = inputOf((context) => {
  const { options, checked } = memberOptions(context);
  return { type: "CHECKBOX_GROUP", value: checked[0], options };
});

export const checkboxListMulti = inputOf((context) => {
  const { options, checked } = memberOptions(context);
  return { type: "MULTI_CHECKBOX_GROUP", value: checked.length === 0 ? undefined : checked, options };
});

/** Tags that are switched on and off; what is on is a list of texts. */
export const checkableTags = inputOf(({ node, scope }) => ({
  type: "TAGS",
  options: optionsOf(scope, member(node.props.tags, "value")),
}));
