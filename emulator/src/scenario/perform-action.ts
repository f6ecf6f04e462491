import type { EmulatorClient } from "../client/client.ts";
import type { Place } from "../client/find-chat.ts";
import { NotVisibleError } from "../client/not-visible-error.ts";
import type { DroppedFile } from "../client/pack-files.ts";
import type { Person } from "../client/person.ts";
import type { FormAnswer } from "../client/use-card.ts";
import { newestWithText } from "./find-message.ts";
import type { ResolvedNames } from "./resolve-names.ts";
import type { ActionStep, ScenarioFile } from "./scenario.ts";

/** The bytes of a file next to the scenario. */
export type ReadFile = (path: string) => Promise<Uint8Array>;

interface ActionContext {
  client: EmulatorClient;
  readFile: ReadFile;
  names: ResolvedNames;
}

/** Performs a step and resolves when everything is idle. @throws Error with a sentence */
export async function performActionStep(act: ActionStep, { client, readFile, names }: ActionContext): Promise<void> {
  const person = client.as(names.userId(act.who));
  const place: Place = act.in === undefined ? {} : { in: names.conversationId(act.in) };
  const onCard = "card" in act && act.card !== undefined ? { card: act.card } : {};
  switch (act.kind) {
    case "say": {
      const quote = act.quote === undefined ? {} : { quote: await idOfQuoted(person, act.quote, place) };
      const { text, at } = names.withoutMention(act.text);
      await (act.in === undefined ? person.says(act.text, quote) : person.says(text, { ...place, at, ...quote }));
      return;
    }
    case "press": {
      const inputs = act.inputs === undefined ? {} : { inputs: act.inputs };
      return pressOrOpenLink(
        async () => checkAnswer(await person.presses(act.label, { ...place, ...onCard, ...inputs })),
        () => person.opensLink(act.label, place),
      );
    }
    case "fill":
      return checkAnswer(await person.submits(act.values, { ...place, ...onCard }));
    case "drop": {
      const files = await Promise.all(act.files.map((file) => contentOf(file, readFile)));
      await person.drops(files, { ...place, text: act.text });
      return;
    }
    case "read":
      await person.reads();
      return;
    case "recall":
      await person.recalls(act.text, place);
      return;
  }
}

async function idOfQuoted(person: Person, words: string, place: Place): Promise<string> {
  const found = newestWithText(await person.messages(place.in), words);
  if (found === undefined) throw new NotVisibleError(`没有可引用的消息「${words}」。`);
  return found.id;
}

/** A button is a link when card templates are not set up. */
async function pressOrOpenLink(press: () => Promise<void>, follow: () => Promise<unknown>): Promise<void> {
  try {
    await press();
  } catch (missing) {
    if (!(missing instanceof NotVisibleError)) throw missing;
    await follow().catch((error: unknown) => {
      throw error instanceof NotVisibleError ? missing : error;
    });
  }
}

function checkAnswer(answer: { accepted: boolean; toast?: string } & Partial<Pick<FormAnswer, "missing">>): void {
  if (answer.accepted) return;
  const lacking = answer.missing ?? [];
  if (lacking.length > 0) throw new Error(answer.toast ?? `必填的项目没有填：${lacking.join("、")}。`);
  throw new Error("机器人没有在限时内应答。");
}

async function contentOf(file: ScenarioFile, readFile: ReadFile): Promise<DroppedFile> {
  const { name } = file;
  if ("text" in file) return { name, content: file.text };
  if ("base64" in file) return { name, content: Uint8Array.from(atob(file.base64), (one) => one.charCodeAt(0)) };
  return { name, content: await readFile(file.path) };
}
