import type { CardField } from "../../contract.ts";
import type { Draw } from "../drawing.ts";
import { member } from "../path.ts";
import { boundPath, listOf, resolve, textOf } from "../resolve.ts";
import { lookup, type Scope } from "../scope.ts";
import type { TemplateNode } from "../template.ts";
import { shown } from "../typed.ts";
import { placedId } from "./button.ts";

type Option = { value: string; text: string };

/** Options fixed in the template (`label`, `value`) or from a variable (`text`, `value`). */
function optionsOf(scope: Scope, prop: unknown): Option[] {
  const list = Array.isArray(prop) ? prop : listOf(scope, prop);
  return list.map((option, index) => ({
    value: textOf(scope, member(option, "value")) || String(index),
    text: textOf(scope, member(option, "text") ?? member(option, "label")),
  }));
}

interface Face {
  type: string;
  value?: unknown;
  options?: Option[];
}

/** The local variable an input writes to; without one, the name under which it sends its value itself. */
const localOf = (node: TemplateNode, scope: Scope): string =>
  boundPath(node.props.localVarAction) ||
  boundPath(node.props.localVariable) ||
  textOf(scope, node.props.id) ||
  placedId(scope, node.id);

/** What the person chose is shown before what the card says. */
function currentOf(local: string, scope: Scope, value: unknown): { value?: unknown } {
  const current = lookup(scope, local) ?? value;
  return current === undefined || current === "" ? {} : { value: current };
}

const isReadOnly = (node: TemplateNode, scope: Scope): boolean =>
  textOf(scope, node.props.status) === "disabled" || resolve(scope, node.props.disabled) === true;

const inputOf =
  (face: (node: TemplateNode, scope: Scope) => Face): Draw =>
  (node, scope) => {
    const { type, value, options } = face(node, scope);
    const local = localOf(node, scope);
    const label = textOf(scope, node.props.title);
    const placeholder = textOf(scope, node.props.placeholder);
    const input: CardField = {
      name: local,
      label,
      type,
      required: false,
      ...(isReadOnly(node, scope) ? { readOnly: true } : {}),
      ...(placeholder === "" ? {} : { placeholder }),
      ...currentOf(local, scope, value),
      ...(options ? { options } : {}),
    };
    return [{ kind: "input", local, label, input }];
  };

const DATE_TYPES: Record<string, string> = { date: "DATE", time: "TIME", datetime: "DATETIME" };

export const textInput = inputOf((node, scope) => ({
  type: "TEXT",
  value: resolve(scope, node.props.currentValue),
}));

/** A choice by its place, as the client keeps it; -1 is none. */
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

export const select = inputOf((node, scope) => {
  const options = optionsOf(scope, node.props.options);
  return { type: "SELECT", value: chosenAt(options, resolve(scope, node.props.currentIndex)), options };
});

export const multiSelect = inputOf((node, scope) => {
  const options = optionsOf(scope, node.props.options);
  return { type: "MULTI_SELECT", value: chosenAll(options, listOf(scope, node.props.currentIndexes)), options };
});

export const datePicker = inputOf((node, scope) => ({
  type: DATE_TYPES[shown(node.props.pickerType)] ?? "DATE",
  value: resolve(scope, node.props.currentDate),
}));

export const checkbox = inputOf((node, scope) => ({ type: "CHECKBOX", value: resolve(scope, node.props.checked) }));

export const checkboxList = inputOf((node, scope) => ({
  type: "CHECKBOX_GROUP",
  options: optionsOf(scope, node.props.listData),
}));

export const checkboxListMulti = inputOf((node, scope) => ({
  type: "MULTI_CHECKBOX_GROUP",
  options: optionsOf(scope, node.props.listData),
}));

export const checkableTags = inputOf((node, scope) => ({
  type: "MULTI_CHECKBOX_GROUP",
  options: optionsOf(scope, member(node.props.tags, "value")),
}));
