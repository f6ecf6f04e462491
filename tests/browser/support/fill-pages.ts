import type { Locator } from "playwright-core";
import { expect } from "vitest";

const MAX_PAGES = 30;

export interface Filled {
  /** What to put under a label; undefined leaves the field as it is. */
  answerTo(label: string): string | undefined;
  submitLabel: string;
  /** A page as it opens after the one before; counted from 2. */
  onOpening?(page: number): Promise<void>;
  /** The filled page, before it is sent; counted from 1. */
  onPage?(page: number): Promise<void>;
}

/** Fills in page after page of a card's form and sends each, until the card has no form any more. @returns the pages */
export async function fillPages(
  client: Locator,
  { answerTo, submitLabel, onOpening, onPage }: Filled,
): Promise<number> {
  const form = client.getByRole("form", { name: submitLabel });
  await form.waitFor();
  for (let page = 1; page <= MAX_PAGES; page++) {
    const labels = await labelsOf(form);
    for (const label of labels) await fill(form.getByLabel(label, { exact: true }), answerTo(bare(label)));
    await onPage?.(page);
    await form.getByRole("button", { name: submitLabel }).click();
    await expect.poll(() => labelsOf(form), { timeout: 15_000 }).not.toEqual(labels);
    if ((await form.count()) === 0) return page;
    await onOpening?.(page + 1);
  }
  throw new Error(`form ${submitLabel} has no end`);
}

const labelsOf = (form: Locator): Promise<string[]> => form.locator("label").allTextContents();

/** The label without the mark of what is required. */
const bare = (label: string): string => label.replace(/\*必填$/, "");

async function fill(control: Locator, value: string | undefined): Promise<void> {
  if (value === undefined) return;
  const isList = await control.evaluate((element) => element.tagName === "SELECT");
  if (isList) await control.selectOption(value);
  else await control.fill(value);
}
