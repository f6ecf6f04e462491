import type { Locator, Page } from "playwright-core";

/** One person's client on the page, by the person's name. */
export const clientOf = (page: Page, name: string): Locator => page.getByRole("region", { name: `${name}的客户端` });

/** Types into the open chat and sends. */
export async function say(client: Locator, text: string): Promise<void> {
  const box = client.getByRole("textbox", { name: /^发给/ });
  await box.fill(text);
  await box.press("Enter");
}
