import type { CardReading } from "../contract/card.ts";
import type { Call } from "./call.ts";
import type { Place } from "./find-chat.ts";
import { last } from "./last.ts";
import { NotVisibleError, quoteList } from "./not-visible-error.ts";
import type { PersonView } from "./person-view.ts";

export interface CardAnswer {
  /** False when the bot did not answer in time. */
  accepted: boolean;
  toast?: string;
  /** Of the card, after the answer. */
  version: number;
}

export interface FormAnswer extends CardAnswer {
  /** Labels of required fields that are empty; nothing was sent then. */
  missing: string[];
}

export interface CardOptions extends Place {
  /** A part of the card's text, to choose among several cards. */
  card?: string;
  /** The version the person saw; default the newest. */
  version?: number;
}

export interface PressOptions extends CardOptions {
  /** Values of the card's single inputs. */
  inputs?: Readonly<Record<string, unknown>>;
}

export interface SubmitOptions extends CardOptions {
  form?: string;
}

/** One person, their calls and their view. */
export interface PersonContext {
  call: Call;
  view: PersonView;
  path: string;
}

/** @throws NotVisibleError listing the buttons */
export async function press(
  { call, view, path }: PersonContext,
  label: string,
  options: PressOptions,
): Promise<CardAnswer> {
  const { in: chat, card: part = "", ...rest } = options;
  const cards = (await view.cards(chat)).filter(({ text }) => text.includes(part));
  const has = (card: CardReading) => card.actions.find((one) => one.label === label && !one.disabled);
  const card = last(cards, (one) => has(one) !== undefined);
  const action = card && has(card);
  if (card !== undefined && action !== undefined) {
    return call(`${path}/press`, { outTrackId: card.outTrackId, actionId: action.actionId, ...rest });
  }
  const isDisabled = cards.some(({ actions }) => actions.some((one) => one.label === label));
  throw new NotVisibleError(await view.missingWithActions(`${isDisabled ? "可点的" : ""}按钮「${label}」`, chat));
}

type Form = CardReading["forms"][number];

/** @throws NotVisibleError listing the fields */
export async function submit(hand: PersonContext, given: object, options: SubmitOptions): Promise<FormAnswer> {
  const { call, view, path } = hand;
  const { in: chat, card: part = "", form: formId, ...rest } = options;
  const open = (await view.cards(chat))
    .filter(({ text }) => text.includes(part))
    .flatMap(({ outTrackId, forms }) => forms.map((form) => ({ outTrackId, form })))
    .filter(({ form }) => !form.disabled && (formId === undefined || form.formId === formId));
  const keys = Object.keys(given);
  const lacking = (form: Form) => keys.filter((key) => fieldOf(form, key) === undefined);
  const chosen =
    last(open, ({ form }) => lacking(form).length === 0) ??
    last(open, ({ form }) => lacking(form).length < keys.length) ??
    last(open);
  const missing = chosen === undefined ? keys : lacking(chosen.form);
  if (chosen === undefined || missing.length > 0) {
    const fields = quoteList(chosen === undefined ? [] : labelsOf(chosen.form));
    const what = chosen === undefined && formId !== undefined ? `表单「${formId}」` : `可填写的${quoteList(missing)}`;
    throw new NotVisibleError(`${await view.missingSentence(what, chat)}可填写的项目：${fields}。`);
  }
  const { outTrackId, form } = chosen;
  const values = Object.fromEntries(
    Object.entries(given).map(([key, value]) => [fieldOf(form, key)?.name ?? key, value]),
  );
  const answer = await call<FormAnswer>(`${path}/submit`, { outTrackId, formId: form.formId, values, ...rest });
  return { ...answer, missing: answer.missing.map((name) => fieldOf(form, name)?.label || name) };
}

/** A field by its name, otherwise by its label. */
const fieldOf = ({ fields }: Form, key: string) =>
  fields.find(({ name }) => name === key) ?? fields.find(({ label }) => label === key);

const labelsOf = ({ fields }: Form): string[] =>
  fields.filter(({ hidden }) => hidden !== true).map(({ label, name }) => label || name);
