import type { ExpectStatic } from "vitest";
import type { Person } from "../client/person.ts";
import { buttonsOf, cardsOf, excerpt, filesOf, type MatcherInput, saysOf } from "./seen.ts";

declare module "vitest" {
  interface Matchers<R extends void | Promise<void> = void | Promise<void>, T = unknown> {
    /** A message or a card contains this text. */
    toSay(text: string | RegExp): R;
    /** There is a card with this text; its title is its first line. */
    toHaveCard(text?: string | RegExp): R;
    /** A card has this button, enabled. */
    toHaveButton(label: string): R;
    /** A file with exactly this name, or a name that matches, was sent. */
    toHaveSentFile(name: string | RegExp): R;
    /** A message mentions somebody by @, with the userId, the name or the number in its text. */
    toMention(who: string): R;
    /** A person has read the newest of the bot's messages with this text. Asks the emulator, so it must be awaited. */
    toHaveRead(text: string | RegExp): Promise<void>;
  }
}

interface Verdict {
  pass: boolean;
  message(): string;
}

/** Adds the emulator's matchers to vitest's `expect`: `extendExpect(expect)`, once in a file or in a set-up file. */
export function extendExpect(expect: ExpectStatic): void {
  expect.extend({ toSay, toHaveCard, toHaveButton, toHaveSentFile, toMention, toHaveRead });
}

const matches = (wanted: string | RegExp, text: string): boolean =>
  typeof wanted === "string" ? text.includes(wanted) : text.search(wanted) >= 0;

const named = (wanted: string | RegExp): string => (typeof wanted === "string" ? `「${wanted}」` : String(wanted));

/** The message for both outcomes: what was expected, and what there is instead. */
const verdict = (pass: boolean, wanted: string, there: readonly string[]): Verdict => ({
  pass,
  message: () =>
    `expected ${pass ? "no " : ""}${wanted}; there ${there.length === 0 ? "is nothing" : `is:\n${there.join("\n")}`}`,
});

function toSay(seen: MatcherInput, text: string | RegExp): Verdict {
  const said = saysOf(seen);
  return verdict(
    said.some((one) => matches(text, one)),
    `message with ${named(text)}`,
    said.map(excerpt),
  );
}

function toHaveCard(seen: MatcherInput, text: string | RegExp = ""): Verdict {
  const cards = cardsOf(seen).map((card) => card.text);
  return verdict(
    cards.some((one) => matches(text, one)),
    `card with ${named(text)}`,
    cards.length === 0 ? saysOf(seen).map((one) => `no card, but ${excerpt(one)}`) : cards.map(excerpt),
  );
}

function toHaveButton(seen: MatcherInput, label: string): Verdict {
  const buttons = buttonsOf(seen);
  return verdict(
    buttons.some((button) => button.label === label && !button.disabled),
    `button ${named(label)} to press`,
    buttons.map((button) => `${button.label}${button.disabled ? " (disabled)" : ""}`),
  );
}

function toHaveSentFile(seen: MatcherInput, name: string | RegExp): Verdict {
  const files = filesOf(seen);
  const fits = (file: string) => (typeof name === "string" ? file === name : matches(name, file));
  return verdict(files.some(fits), `file ${named(name)}`, files);
}

function toMention(seen: MatcherInput, who: string): Verdict {
  const said = saysOf(seen);
  // @keqiao-1 is not mentioned by @keqiao-12.
  const calls = (text: string) => text.split(`@${who}`).some((rest, at) => at > 0 && !/^[\w-]/.test(rest));
  return verdict(said.some(calls), `mention @${who}`, said.map(excerpt));
}

async function toHaveRead(person: Person, text: string | RegExp): Promise<Verdict> {
  const received = (await person.messages("*")).filter(({ readBy }) => readBy !== undefined);
  const message = received.findLast((one) => saysOf(one).some((said) => matches(text, said)));
  const there = message === undefined ? received.flatMap(saysOf).map(excerpt) : [`read by: ${message.readBy?.join()}`];
  return verdict(
    message?.readBy?.includes(person.userId) === true,
    `message with ${named(text)} read by ${person.userId}`,
    there,
  );
}
