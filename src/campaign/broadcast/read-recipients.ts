import { dayOf } from "../../shared/civil-date.ts";
import { RefusalError } from "../../shared/refusal-error.ts";
import type { Definition } from "../definition/definition.ts";
import { districtsOn } from "../definition/districts.ts";
import { nounsOf } from "../directory/nouns.ts";
import type { Context } from "../engine/context.ts";
import { isOwed } from "../stage/rules.ts";
import type { Recipients } from "./broadcast.ts";
import { broadcastPhrases as phrases } from "./phrases.ts";

const GROUP = /^(?:活动群|群|群里|大群)$/u;
const UNREAD = /^(?:上次|上一?条|最近一条)?(?:通知|广播)?(?:的)?(?:没读|没看|未读|未看)(?:的|人员|的人|的人员)*$/u;
const OWING = /^(?:还)?(?:未|没有?|尚未|欠)(?:报送|报|提交|交|完成|填写|填)?(.*)$/u;
const OFFICERS = /^(?:各|全体|所有|全部)?(?:地区|区县|区)?(?:的)?(?:经办人|单聊|经办人单聊)$/u;
const BETWEEN = /[、，,；;\s]+/u;

/**
 * Who is named: 活动群, 各经办人, 未报推荐名单的地区, 上次未读, or a list of districts, roles and persons.
 *
 * @throws {RefusalError} if a word names nobody, or several people
 */
export function readRecipients(context: Context, typed: string): Recipients {
  const text = typed.normalize("NFKC").replaceAll(/^[\s:、,给]+|[\s。.、,:]+$/gu, "");
  const { definition } = context.campaign;
  if (text === "") throw new RefusalError("broadcast.to-whom", phrases.toWhom(examplesOf(definition)));
  if (GROUP.test(text)) return { audience: "group", of: [] };
  if (OFFICERS.test(text)) return { audience: "officials", of: [] };
  if (UNREAD.test(text)) return { audience: "unread", of: [] };
  const owing = OWING.exec(text)?.[1];
  if (owing !== undefined) return { audience: "owing", of: [deliverableNamed(definition, owing)] };
  return { audience: "list", of: text.split(BETWEEN).map((word) => oneNamed(context, word)) };
}

/** @throws {RefusalError} unless it is exactly one that districts owe */
function deliverableNamed(definition: Definition, said: string): string {
  const { district } = nounsOf(definition);
  const word = said
    .replace(/的?(?:人员?|经办人|单位|人)?$/u, "")
    .replace(new RegExp(`的?(?:${district}|地区)$`, "u"), "")
    .replaceAll(/[的\s]+$/gu, "");
  const owed = definition.campaign.deliverables.filter(isOwed);
  const same = owed.filter(({ name, aliases }) => [name, ...aliases].includes(word));
  const found = same.length > 0 ? same : owed.filter(({ name }) => word.length > 1 && name.endsWith(word));
  const [only, second] = found;
  if (only && !second) return only.id;
  throw new RefusalError(
    "broadcast.unknown-deliverable",
    phrases.unknownDeliverable(
      word,
      owed.map(({ name }) => name),
    ),
  );
}

/** `district:`, `role:` or `person:` with the id. */
function oneNamed(context: Context, word: string): string {
  const { campaign, people, now } = context;
  const { definition } = campaign;
  const district = districtsOn(definition, dayOf(now)).find(
    ({ name }) => name === word || name.replace(/[区县市镇村]$/u, "") === word,
  );
  if (district) return `district:${district.id}`;
  const role = definition.campaign.roles.find(({ name }) => name === word);
  if (role) return `role:${role.id}`;
  const [person, other] = people.filter(({ name }) => name === word);
  if (!person)
    throw new RefusalError("broadcast.unknown-recipient", phrases.unknownRecipient(word, examplesOf(definition)));
  if (other) throw new RefusalError("broadcast.several-recipients", phrases.severalRecipients(word));
  if (person.away) throw new RefusalError("broadcast.recipient-away", phrases.recipientAway(word));
  return `person:${person.staffId}`;
}

/** Forms that work in this campaign, to copy. */
export function examplesOf(definition: Definition): string[] {
  const list = definition.campaign.deliverables.filter(isOwed).at(-1);
  const { districts, roles } = definition.campaign;
  return [
    ...["活动群", "各经办人"],
    ...(list ? [`未报${list.name}的${nounsOf(definition).district}`] : []),
    "上次未读",
    districts
      .slice(0, 2)
      .map(({ name }) => name)
      .join("、"),
    ...roles.slice(1, 2).map(({ name }) => name),
  ].map((who) => phrases.toTyped(who));
}
