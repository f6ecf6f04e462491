import type { CardField } from "../../contract.ts";
import type { Draw } from "../drawing.ts";
import { member } from "../path.ts";
import { boundPath, listOf, resolve, textOf } from "../resolve.ts";
import type { Scope } from "../scope.ts";
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
function localOf(node: TemplateNode, scope: Scope): string {
  const id = textOf(scope, node.props.id) || placedId(scope, node.id);
  return boundPath(node.props.localVarAction) || boundPath(node.props.localVariable) || id;
}

const inputOf = (face: (node: TemplateNode, scope: Scope) => Face): Draw => {
  return (node, scope) => {
    const { type, value, options } = face(node, scope);
    const local = localOf(node, scope);
    const label = textOf(scope, node.props.title);
    const readOnly = textOf(scope, node.props.status) === "disabled" || resolve(scope, node.props.disabled) === true;
    const placeholder = textOf(scope, node.props.placeholder);
    const input: CardField = {
      name: local,
      label,
      type,
      required: false,
      ...(readOnly ? { readOnly } : {}),
      ...(placeholder === "" ? {} : { placeholder }),
      ...(value === undefined || value === "" ? {} : { value }),
      ...(options ? { options } : {}),
    };
    return [{ kind: "input", local, label, input }];
  };
};

const DATE_TYPES: Record<string, string> = { date: "DATE", time: "TIME", datetime: "DATETIME" };

export const textInput = inputOf((node, scope) => ({
  type: "TEXT",
  value: resolve(scope, node.props.currentValue),
}));

export const select = inputOf((node, scope) => ({
  type: "SELECT",
  value: resolve(scope, node.props.currentIndex),
  options: optionsOf(scope, node.props.options),
}));

export const multiSelect = inputOf((node, scope) => ({
  type: "MULTI_SELECT",
  value: resolve(scope, node.props.currentIndexes),
  options: optionsOf(scope, node.props.options),
}));

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
