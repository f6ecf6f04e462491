import type { CDPSession, Page } from "playwright-core";

const KEYS = 60;
const KEY_EVERY_MS = 110;

/**
 * Types {@link KEYS} letters into the first text box.
 * @returns for each the milliseconds from the keydown's own time to after the next paint
 */
export async function typingDelays(page: Page): Promise<number[]> {
  await page.locator(".composer textarea, body > textarea").first().click();
  await page.evaluate(() => {
    const delays: number[] = [];
    Object.assign(window, { delays });
    addEventListener(
      "keydown",
      ({ timeStamp }) =>
        requestAnimationFrame(() => {
          const painted = new MessageChannel();
          painted.port1.onmessage = () => delays.push(performance.now() - timeStamp);
          painted.port2.postMessage(0);
        }),
      { capture: true },
    );
  });
  for (let typed = 0; typed < KEYS; typed++) {
    await page.keyboard.press("a");
    await page.waitForTimeout(KEY_EVERY_MS);
  }
  return page.evaluate(() => (window as unknown as { delays: number[] }).delays);
}

export interface Scrolled {
  /** Milliseconds from one frame to the next, over the whole way. */
  frames: number[];
  pixels: number;
}

/** Scrolls the first list of messages from its end to its beginning and back, a step every frame. */
export function scrollThrough(page: Page): Promise<Scrolled> {
  return page.evaluate(async () => {
    const STEP = 200;
    const MAX_FRAMES = 3_000;
    /** Frames at the top without getting further: older messages may still be on their way. */
    const PATIENCE = 30;
    const list = document.querySelector<HTMLElement>('[role="log"]');
    if (list === null) throw new Error("there is no list of messages");
    const frames: number[] = [];
    let before = performance.now();
    let pixels = 0;
    const frame = async (move: number): Promise<void> => {
      const from = list.scrollTop;
      list.scrollTop = from + move;
      pixels += Math.abs(list.scrollTop - from);
      const now = await new Promise<number>((done) => requestAnimationFrame(() => done(performance.now())));
      frames.push(now - before);
      before = now;
    };
    list.scrollTop = list.scrollHeight;
    await frame(0);
    frames.length = 0;
    for (let waited = 0; waited < PATIENCE && frames.length < MAX_FRAMES; ) {
      await frame(-STEP);
      if (list.scrollTop > 0) waited = 0;
      else {
        waited += 1;
        list.querySelector<HTMLButtonElement>("button.earlier")?.click();
      }
    }
    const atEnd = () => list.scrollHeight - list.scrollTop - list.clientHeight < 2;
    while (!atEnd() && frames.length < MAX_FRAMES * 2) await frame(STEP);
    return { frames, pixels };
  });
}

/** Goes from chat to chat in the first client. @returns milliseconds from each press to after the paint of the chat */
export function switchTimes(page: Page, times: number): Promise<number[]> {
  return page.evaluate(async (rounds) => {
    const client = document.querySelector(".client");
    const rows = [...(client?.querySelectorAll<HTMLButtonElement>(".chat-row") ?? [])];
    const afterPaint = () =>
      new Promise<void>((done) =>
        requestAnimationFrame(() => {
          const painted = new MessageChannel();
          painted.port1.onmessage = () => done();
          painted.port2.postMessage(0);
        }),
      );
    const took: number[] = [];
    for (let round = 0; round < rounds; round++) {
      const row = rows[round % 2 === 0 ? 1 + (round % Math.max(1, rows.length - 1)) : 0];
      const title = row?.querySelector(".chat-title")?.textContent;
      const from = performance.now();
      row?.click();
      do await afterPaint();
      while (client?.querySelector(".chat-head h2")?.textContent !== title || !client?.querySelector(".message"));
      took.push(performance.now() - from);
      await new Promise((done) => setTimeout(done, 150));
    }
    return took;
  }, times);
}

/** Milliseconds from the navigation's start until every client takes words and shows messages. */
export async function timeUntilUsable(page: Page, clients: number): Promise<number> {
  await page.waitForFunction(
    (wanted) => {
      const shown = [...document.querySelectorAll(".client")];
      return (
        shown.filter((one) => one.querySelector(".composer textarea") && one.querySelector(".message")).length ===
        wanted
      );
    },
    clients,
    { polling: "raf" },
  );
  return page.evaluate(() => performance.now());
}

export interface PageWeight {
  heapMegabytes: number;
  elements: number;
}

/** What is left in the page's memory after a collection. */
export async function weightOf(page: Page): Promise<PageWeight> {
  const session = await page.context().newCDPSession(page);
  await session.send("HeapProfiler.collectGarbage");
  await session.send("Performance.enable");
  const weight = {
    heapMegabytes: (await metric(session, "JSHeapUsedSize")) / 2 ** 20,
    elements: await page.evaluate(() => document.querySelectorAll("*").length),
  };
  await session.detach();
  return weight;
}

async function metric(session: CDPSession, name: string): Promise<number> {
  const { metrics } = await session.send("Performance.getMetrics");
  return metrics.find((one) => one.name === name)?.value ?? Number.NaN;
}
