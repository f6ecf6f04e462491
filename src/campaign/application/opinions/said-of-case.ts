import { withoutFillers } from "../../../platform/conversation/spoken.ts";
import { districtsOf, mayMember } from "../../directory/member.ts";
import { understood } from "../../engine/dispatch/extension-points.ts";
import { extend } from "../../engine/feature.ts";
import { caseInHand } from "../case-in-hand.ts";
import { answerContext } from "../form.ts";
import { applicationsOf } from "../store.ts";
import { calledIn } from "./name-in.ts";
import { mentionsIn } from "./offices.ts";
import { beginsWithOffice } from "./opinion-rows.ts";
import { opinionPhrases as phrases } from "./phrases.ts";
import { readOpinions } from "./read-words.ts";
import { collectsOpinions } from "./standing.ts";

/** In characters: said in a breath. */
const MOST = 80;
const LEADS = /^(?:[\s,，:：、]|的|那个|再|请|帮我|登记|录入?|填写?|补|意见栏?|[嗯呃额哦啊])+/u;

/** 嗯那个先登记一下意见… */
const LEADS_TO_NAME =
  /^(?:[\s,，:：、]|那个|先|再|请|帮我|一下|登记|录入?|填写?|补|[嗯呃额哦啊好的那]){0,8}意见栏?(?:[\s,，:：、]|[嗯呃额哦啊那]个?)*/u;

/** 雅苑意见撤, 雅苑的社区意见作废了吧 */
const TAKES_BACK = /意见栏?(?:先|要|得|都|也|就|请|给我)*(?:撤[回掉销]?|作废|不要|删[掉除]?)[了吧啊。]*$/u;
export const saysTakenBack = (text: string): boolean => TAKES_BACK.test(text.trim());

/** 登记错了，应该是雅苑: what was registered is another's. */
const OF_OTHER =
  /^(?:意见)?(?:登记|登|记|填)错(?:\p{Script=Han}{2})?了?[，,。\s]*(?:应该?是|应为|是)\s*(?=\p{Script=Han}{2})/u;

/** The case of which it is said that an opinion is its own; undefined for other words. */
export function meantCase(text: string, names: readonly string[]): string | undefined {
  const said = withoutFillers(text.trim());
  const led = OF_OTHER.exec(said)?.[0];
  const found = led === undefined ? undefined : beginningOf(said.slice(led.length), names);
  return found && /^(?:的)?(?:意见)?[的吧了啊。]*$/u.test(found.rest) ? found.name : undefined;
}

/** 碧桂园意见撤: the beginning of one name only, and what is behind it. */
export function beginningOf(text: string, names: readonly string[]): { name: string; rest: string } | undefined {
  const most = Math.max(0, ...names.map(({ length }) => length));
  for (let length = Math.min(most, text.length); length >= SHORTEST; length -= 1) {
    const [name, other] = names.filter((one) => one.startsWith(text.slice(0, length)));
    if (name !== undefined && other === undefined) return { name, rest: text.slice(length) };
  }
  return undefined;
}
/** In characters, of what stands for a name. */
const SHORTEST = 2;

/** What stands behind the only one of the names, without what leads to it: 先等一下那个雅苑登记意见社区同意… */
export function saidBehindName(text: string, names: readonly string[]): { name: string; rest: string } | undefined {
  const said = names.filter((name) => name !== "" && text.includes(name));
  const [name] = said.filter((one) => !said.some((other) => other !== one && other.includes(one)));
  if (name === undefined || said.some((one) => !name.includes(one))) return undefined;
  return { name, rest: text.slice(text.indexOf(name) + name.length).replace(LEADS, "") };
}

/** 意见 望江锦园街道那边同意…: the beginning of a name, behind the word for what is registered. */
export function opinionInShort(text: string, names: readonly string[]): { name: string; rest: string } | undefined {
  const said = text.trim();
  const led = LEADS_TO_NAME.exec(said)?.[0];
  const found = led === undefined ? undefined : beginningOf(said.slice(led.length), names);
  return found && { ...found, rest: found.rest.replace(LEADS, "") };
}

/** Opinions of a case, said without the command at their head: the command is offered. */
export const opinionsOfCase = extend(understood, async (context, { text, person, place }) => {
  const { tx, campaign } = context;
  const { definition, closedAt } = campaign;
  const isBack = saysTakenBack(text);
  if (place !== "direct" || closedAt || text.length > MOST) return undefined;
  const isOther = OF_OTHER.test(withoutFillers(text.trim()));
  if (!isBack && !isOther && !/同意|异议|属实|反对/u.test(text)) return undefined;
  if (!collectsOpinions(definition) || !mayMember(definition, person, "opinion.record")) return undefined;
  const own = districtsOf(definition, person);
  const cases = (await applicationsOf(tx, campaign.id, { states: ["submitted"] })).filter(({ district }) =>
    own.includes(district),
  );
  const names = cases.map(({ compoundName }) => compoundName);
  const meant = isOther ? meantCase(text, names) : undefined;
  if (meant !== undefined) {
    const inHand = await caseInHand({ ...context, person });
    const before = cases.find(({ id, compoundName }) => id === inHand && compoundName !== meant)?.compoundName;
    return phrases.ofOther(meant, before);
  }
  const said = withoutFillers(text);
  const inShort = isBack ? beginningOf(said.trim(), names) : opinionInShort(said, names);
  const found = saidBehindName(said, names) ?? inShort;
  const of = found && cases.find(({ compoundName }) => compoundName === found.name);
  if (!found || !of) return undefined;
  const called = calledIn(context, of.district);
  if (isBack) {
    const [first, second] = mentionsIn(found.rest.normalize("NFKC"), called);
    const office = first && !second ? found.rest.normalize("NFKC").slice(first.from, first.to) : "";
    return phrases.meantBack(`${phrases.withdraw()} ${found.name} ${office}`.trim());
  }
  if (!beginsWithOffice(found.rest, called)) return undefined;
  // What does not read whole is asked for by its own form.
  if (!readOpinions(found.rest, called, answerContext(context)).ok)
    return LEADS_TO_NAME.test(said) ? phrases.meant(`${phrases.word()} ${found.name}`) : undefined;
  return phrases.meant(`${phrases.word()} ${found.name} ${found.rest}`);
});
