import type { Block } from "../../platform/chat/view.ts";
import { RefusalError } from "../../shared/refusal-error.ts";
import { roleName } from "../definition/role-name.ts";
import { type Member, memberOf } from "../directory/member.ts";
import type { Context } from "../engine/context.ts";
import { receiptsOf } from "../receipt/store.ts";
import { broadcastMessage, type Message } from "./broadcast.ts";
import { commonValues, type FieldValues, fieldWordsOf, valuesFor } from "./field-values.ts";
import { fieldsIn, filledIn, isPersonal } from "./merge-fields.ts";
import { broadcastPhrases as phrases } from "./phrases.ts";
import { receiversOf } from "./recipients.ts";

/** Kinds told apart; others differ only in what their fields say. */
const MOST_KINDS = 4;

/** Receivers who see the same but for what stands in their fields. */
interface Kind {
  name: string;
  count: number;
  example: Member;
  values: FieldValues;
}

/**
 * The text as each kind of receiver sees it: the first in full, of the others what their fields say. Without fields all
 * see the same.
 */
export async function kindsOf(context: Context, message: Message): Promise<Block[]> {
  const words = fieldWordsOf(context);
  const { text = "" } = message;
  const { used } = fieldsIn(text, words);
  const heading = (of: string): Block => ({ kind: "heading", text: of });
  const content = (filled: string): Block => ({ kind: "text", text: filled, links: true });
  if (!used.some(isPersonal))
    return [heading(phrases.textHeading()), content(filledIn(text, words, commonValues(context)))];
  const receivers = await previewed(context, message);
  const values = await valuesFor(context, receivers, used);
  const [first, ...others] = kinds(context, receivers, values);
  if (!first) return [heading(phrases.textHeading()), content(text)];
  const fields = used.filter(isPersonal).map((field) => ({ field, word: words[field] }));
  return [
    heading(phrases.kind(first.name, first.count, first.example.name)),
    content(filledIn(text, words, first.values)),
    ...others
      .slice(0, MOST_KINDS - 1)
      .flatMap((one): Block[] => [
        heading(phrases.kind(one.name, one.count, one.example.name)),
        { kind: "facts", facts: fields.map(({ field, word }) => ({ label: word, value: one.values[field] ?? "" })) },
      ]),
    ...(others.length < MOST_KINDS ? [] : [content(phrases.moreKinds(others.length - MOST_KINDS + 1))]),
  ];
}

/** By role, and by whether anything is open to them, where that is said. */
function kinds(
  { campaign: { definition } }: Context,
  receivers: readonly Member[],
  values: ReadonlyMap<string, FieldValues>,
): Kind[] {
  const nameOf = (member: Member): string => {
    const roles = [...new Set(member.roles.map(({ role }) => roleName(definition, role)))].join("、");
    const own = values.get(member.staffId)?.tasks;
    return own === undefined ? roles : phrases.withTasks(roles, own !== phrases.tasks([], 0));
  };
  return [...Map.groupBy(receivers, nameOf)].flatMap(([name, [example, ...rest]]) =>
    example ? [{ name, count: rest.length + 1, example, values: values.get(example.staffId) ?? {} }] : [],
  );
}

async function previewed(context: Context, message: Message): Promise<readonly Member[]> {
  if (message.corrects !== undefined) {
    const receipts = await receiptsOf(context.tx, context.campaign.id, { message: broadcastMessage(message.corrects) });
    return receipts.flatMap(({ person }) => memberOf(context.people, person) ?? []);
  }
  try {
    return await receiversOf(context, message);
  } catch (error) {
    // The receivers' line says so.
    if (error instanceof RefusalError) return [];
    throw error;
  }
}
