import type { LiveCard } from "../../../platform/chat/cards.ts";
import { chatKey } from "../../../platform/chat/chat-key.ts";
import type { Action } from "../../../platform/chat/view.ts";
import { bareWords } from "../../../platform/conversation/bare-words.ts";
import { compactAnswer } from "../../../platform/conversation/plain.ts";
import { simplified } from "../../../platform/conversation/simplified.ts";
import { mayUseCommand } from "../command-listing.ts";
import type { PersonContext } from "../context.ts";
import type { Services } from "../make-context.ts";
import type { Registry } from "../registry.ts";
import { matchCommand } from "./match-command.ts";
import { dispatchPhrases } from "./phrases.ts";

/** Labels are short. */
const MOST = 24;
const MOST_CARDS = 6;

const plain = (text: string): string => simplified(compactAnswer(text)).toLowerCase();

/** What the button of that label sends; undefined if there is none, or several that send different words. */
function sentBy(actions: readonly Action[], text: string): string | undefined {
  const said = plain(bareWords(text).words);
  const typed = actions.filter(({ label, disabled }) => !disabled && plain(label) === said).map((one) => one.typed);
  const [only, ...others] = [...new Set(typed)];
  return others.length === 0 ? only : undefined;
}

/**
 * The words for which the message stands: typed, the label of a button of what was said last is what the button sends.
 * Words that are a command of the person by themselves stay one.
 */
export async function saidByLabel(
  context: PersonContext,
  said: string,
  { outbox, registry }: Pick<Services, "outbox" | "registry">,
): Promise<string> {
  if (context.place !== "direct" || said.trim() === "") return said;
  const text = CORRECTS.test(said) ? await withoutWordOfOthers(context, said, registry) : labelIn(said);
  if (text.length > MOST) return text;
  const matched = matchCommand(registry.commands, text);
  // 采用 is a command of the administrators; for others it is the button.
  const isOwn = matched && mayUseCommand(context.campaign.definition, context.person, matched.command);
  if (isOwn && matched.rest === "") return text;
  const isEarlier = OFFERED.test(compactAnswer(bareWords(text).words));
  const [last, ...before] = await outbox.saidLast(context.tx, context.chat, isEarlier ? MOST_EARLIER : 1);
  const own = last && sentBy(last.actions, text);
  if (own !== undefined || !isEarlier) return own ?? orderIn(text, registry) ?? text;
  const sent = before.map((view) => view && sentBy(view.actions, text)).find((one) => one !== undefined);
  // Words that name neither the work nor the case may be for what is open by now.
  return sent !== undefined && matchCommand(registry.commands, sent)?.rest ? sent : text;
}

/** 办理申请延期, a label of before: the command, and no text of what is open by now. */
function orderIn(text: string, { commands }: Pick<Registry, "commands">): string | undefined {
  const order = HANDLES.exec(compactAnswer(bareWords(text).words))?.[1];
  return order !== undefined && matchCommand(commands, order)?.rest === "" ? order : undefined;
}
const HANDLES = new RegExp(`^${dispatchPhrases.handles("(.{2,})")}$`, "u");

/** 记录其余2项: what only a button is called, also after something else was asked in between. */
const OFFERED = /^(?:记录其余\d{1,2}项|按以上\d{1,2}项记录|按更正后办理|改为此次序|按上述次序推荐)$/u;
const MOST_EARLIER = 12;

/** 好改为此次序吧: the label, without what agrees to it. */
function labelIn(said: string): string {
  const label = compactAnswer(bareWords(said).words).replaceAll(/^(?:[嗯好行那就]|好的|可以|[,，])+|[吧了啊]+$/gu, "");
  return OFFERED.test(label) ? label : said;
}

/** 更正：街道意见改为… corrects something, where 更正 is a command of others. */
const CORRECTS = /^\s*更正\s*[:：\n]\s*(?=\S)/u;

/** What reads corrections itself and waits for this one has it as it was said. */
async function withoutWordOfOthers(
  context: PersonContext,
  said: string,
  { commands, dialogueOf }: Pick<Registry, "commands" | "dialogueOf">,
): Promise<string> {
  const open = await context.dialogue.current();
  const waiting = open && dialogueOf(open.kind);
  if (waiting?.readsCorrections && waiting.claims(said)) return said;
  const matched = matchCommand(commands, said);
  const isOwn = !matched || mayUseCommand(context.campaign.definition, context.person, matched.command);
  return isOwn ? said : said.replace(CORRECTS, "");
}

/** The same for the newest cards of the chat, for words that are nothing else. */
export async function saidByCardLabel(
  context: PersonContext,
  text: string,
  { registry }: Pick<Services, "registry">,
): Promise<string | undefined> {
  if (context.place !== "direct" || text.length > MOST) return undefined;
  const cards = await context.tx.card.findMany({
    where: { campaignId: context.campaign.id, chat: chatKey(context.chat), state: "live", actsFor: null },
    orderBy: { createdAt: "desc" },
    take: MOST_CARDS,
  });
  for (const card of cards) {
    const view = await registry.rendererOf(card.kind)?.render(context, card as LiveCard);
    const sent = view && sentBy(view.actions, text);
    if (sent !== undefined) return sent;
  }
  return undefined;
}
