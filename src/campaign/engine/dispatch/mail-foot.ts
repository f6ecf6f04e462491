import type { View } from "../../../platform/chat/view.ts";
import { talkIn } from "../../../platform/conversation/answers/talk.ts";
import { readFormCommand } from "../../../platform/conversation/form-command.ts";
import { type Footed, withoutMailFoot } from "../../../platform/conversation/mail-foot.ts";
import type { PersonContext } from "../context.ts";
import type { Command } from "../feature.ts";
import { matchCommand } from "./match-command.ts";
import { dispatchPhrases } from "./phrases.ts";

/** Words of an order, as a form or a command takes it alone. */
const isOrder = (text: string, commands: readonly Command[]): boolean =>
  !/\n/u.test(text.trim()) &&
  (matchCommand(commands, text)?.rest === "" || readFormCommand(text) !== undefined || talkIn(text) !== undefined);

/**
 * A message without the signature that a mail program adds, whatever it is said to: below --, 发自我的iPhone; below an
 * order also a name with office and telephone, which elsewhere may be what a form asks for.
 */
export function withoutFoot(text: string, commands: readonly Command[]): Footed {
  const marked = withoutMailFoot(text);
  const bare = withoutMailFoot(marked.text, { isBare: true });
  if (bare.foot.length === 0 || !isOrder(bare.text, commands)) return marked;
  return { text: bare.text, foot: [...bare.foot, ...marked.foot] };
}

const MOST_LINES = 4;

/** The first answer says what was left out. */
export function namingFoot(context: PersonContext, foot: readonly string[]): PersonContext {
  let isTold = false;
  const naming = (own: PersonContext): PersonContext => ({
    ...own,
    async reply(view: View) {
      const note = { kind: "text" as const, text: dispatchPhrases.footLeftOut(foot.slice(0, MOST_LINES)) };
      const told = isTold ? view : { ...view, body: [...view.body, note] };
      isTold = true;
      await own.reply(told);
    },
    inPlaceOf: (district) => naming(own.inPlaceOf(district)),
  });
  return naming(context);
}
