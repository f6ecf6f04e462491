import type { EmulatorClient } from "dingtalk-emulator/client/client.ts";
import type { CardAnswer } from "dingtalk-emulator/client/use-card.ts";
import { casesOf } from "../../demo/cases.ts";
import { shaoxing } from "../../demo/demonstration.ts";
import { districtByCards } from "../../demo/district-by-cards.ts";
import { persistent } from "../../demo/persistent.ts";
import type { FindOpenPage, OpenPage } from "./open-page.ts";

const AT_ONCE = 4;

/** Every clerk hands in a compound and opens its 初评. */
export async function openReviews(client: EmulatorClient, clerks: readonly string[]): Promise<void> {
  const [made] = casesOf(shaoxing().definition);
  if (!made) throw new Error("the demonstration has a case");
  const waiting = [...clerks];
  await Promise.all(
    Array.from({ length: AT_ONCE }, async () => {
      for (let clerk = waiting.shift(); clerk; clerk = waiting.shift()) {
        const person = persistent(client, clerk);
        const name = `${clerk}小区`;
        await districtByCards(person).applies({ ...made, name, answers: { ...made.answers, 小区名称: name } });
        await person.says(`初评 ${name}`);
      }
    }),
  );
}

/** One press or message: how long until it was answered, in milliseconds, and whether it had its effect. */
export interface Act {
  ms: number;
  done: boolean;
}

interface SavesPage {
  client: EmulatorClient;
  openPage: FindOpenPage;
}

/** The form's field for what follows. */
const AFTERWARDS = "then";
/** Of four pages. After the last there would be none to save. */
const TURNS_BACK = 3;

/** The open page is saved with points, each of which may be another than before; the card's answer is another page. */
export async function savesPage({ client, openPage }: SavesPage, clerk: string): Promise<Act> {
  const page = await openPage(clerk);
  if (!page) throw new Error(`${clerk} has no open page of 初评`);
  const { outTrackId, form } = page;
  const turn = Number(form.formId.split("-").at(-1)) < TURNS_BACK ? "next" : "back";
  const values = Object.fromEntries([...form.fields.flatMap((field) => pointsFor(field)), [AFTERWARDS, turn]]);
  const began = performance.now();
  const press = { outTrackId, formId: form.formId, values };
  // The page is not there any more where the clerk's press before this one was answered meanwhile.
  const answer = await client.call<CardAnswer>(`/users/${clerk}/submit`, press).catch(() => undefined);
  const done = answer?.accepted === true && !/正在处理|未保存/u.test(answer.toast ?? "");
  return { ms: performance.now() - began, done };
}

function pointsFor(field: OpenPage["form"]["fields"][number]): [string, unknown][] {
  if (field.name.endsWith("reason") || !/^\d+-\d+$/u.test(field.name)) return [];
  // 2-2 党员占比（0或3）, 2-3 信息公布（0～6）: what the row takes, another than before in half of the cases.
  const [, least, sign, most] = /（(\d+)(或|～)(\d+)）$/u.exec(field.label) ?? [];
  if (most === undefined) throw new Error(`the points of ${field.label} are not known`);
  const [low, high] = sign === "或" ? [Number(least), Number(most)] : [Number(most) - 1, Number(most)];
  return [[field.name, Math.random() < 0.5 ? low : high]];
}

/** Until bot and emulator are idle again. */
export async function says(client: EmulatorClient, clerk: string, text: string): Promise<Act> {
  const began = performance.now();
  await client.call(`/users/${clerk}/say`, { text });
  await client.idle();
  return { ms: performance.now() - began, done: true };
}
