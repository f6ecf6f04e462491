import { z } from "zod";
import { textView } from "../../../platform/chat/view.ts";
import { dayOf, isCivilDate } from "../../../shared/civil-date.ts";
import { RefusalError } from "../../../shared/refusal-error.ts";
import { readCheckNumber } from "../../application/check-number.ts";
import { scansByNumber } from "../../application/extension-points.ts";
import { hasRecommendation } from "../../application/offered.ts";
import { ownDistricts, workDistrict } from "../../application/work-district.ts";
import { giveAttachment } from "../../attachment/give.ts";
import { districtName } from "../../definition/districts.ts";
import { nounsOf } from "../../directory/nouns.ts";
import { districtScope, isWithin } from "../../directory/scope.ts";
import type { PersonContext } from "../../engine/context.ts";
import { filePlaces } from "../../engine/dispatch/file-places.ts";
import { keptFiles } from "../../engine/dispatch/offered-files.ts";
import {
  type CardRenderer,
  type Command,
  type CommandOutcome,
  extend,
  type Feature,
  redrawOn,
} from "../../engine/feature.ts";
import { listConfirmed, listSealed } from "../events.ts";
import { recommendingDistricts } from "../levels.ts";
import { listsWithNumbers, numbersOnList } from "../paper/recognise.ts";
import { listsInForce, listVersion, newestList, type RecommendationList, versionNames } from "../store.ts";
import { sealDialogue } from "./dialogue.ts";
import { sealedPhrases as phrases } from "./phrases.ts";
import { besideSignature, readSignature, type Signature, saysSigner, saysStamped } from "./read-signature.ts";
import { listToSeal, registerSignature } from "./register.ts";
import { fileByNumber, takeScan } from "./scan.ts";
import { sealedCopies, sealState } from "./sealed-copy.ts";
import { named, paperOf, SEAL, SEAL_CARD, sealView, sealWords, stateView, subjectOf } from "./views.ts";

const own = { capability: "recommendation.submit", offeredWhen: hasRecommendation, onlyIn: "direct" } as const;

/** 名单盖章件: who signed the list in force and when, and its stamped copy. */
const seal: Command = {
  ...own,
  id: SEAL,
  takesText: true,
  words: phrases.words,
  effect: "write",
  help: { example: phrases.example(), purpose: phrases.purpose(), step: "recommendation" },
  recognises: (context, text) => {
    const signature = saysSigner(text) ? readSignature(text, whenOf(context)) : undefined;
    return signature?.signer !== undefined && signature.signedOn !== undefined;
  },
  async handle(context, request) {
    const { subject, values, verbatim } = request;
    if (subject !== undefined) {
      const { district, version } = named(subject);
      const list = await listToSeal(context, district, version);
      return Object.keys(values).length === 0 ? show(context, list) : signed(context, list, signatureIn(values));
    }
    const said = readCheckNumber(verbatim);
    const kept = await keptFiles(context);
    const marked = said === undefined ? undefined : kept.find(({ codes }) => numbersOnList(codes).includes(said));
    const file =
      said === undefined ? kept.find(({ name }) => name === verbatim.trim()) : (marked ?? kept.find(isUnmarked));
    if (file) return takeScan(context, file, said);
    const work = { word: phrases.word(), among: recommendingDistricts(context) };
    const list = await listToSeal(context, workDistrict(context, request, work));
    const typed = verbatim.replace(districtName(context.campaign.definition, list.district), "").trim();
    return typed === "" ? show(context, list) : signed(context, list, read(context, typed), typed);
  },
};

/** Without a code that says which paper it is. */
const isUnmarked = ({ codes }: { codes: readonly string[] }): boolean => codes.length === 0;

const date = z
  .string()
  .transform((text) => text.slice(0, 10))
  .refine(isCivilDate)
  .optional()
  .catch(undefined);
const filled = z.object({ signer: z.string().trim().catch(""), signedOn: date });

function signatureIn(values: Readonly<Record<string, unknown>>): Signature {
  const { signer, signedOn } = filled.parse(values);
  return { ...(signer === "" ? {} : { signer }), ...(signedOn === undefined ? {} : { signedOn }) };
}

const whenOf = ({ campaign, now }: Pick<PersonContext, "campaign" | "now">) => ({
  today: dayOf(now),
  year: campaign.definition.campaign.year.value,
});

function read({ campaign, now }: PersonContext, typed: string): Signature {
  const signature = readSignature(typed, whenOf({ campaign, now }));
  if (!signature) throw new RefusalError("recommendation.no-signature", phrases.unread());
  return signature;
}

async function show(context: PersonContext, list: RecommendationList): Promise<CommandOutcome> {
  await context.dialogue.open(SEAL_CARD, { subject: subjectOf(list) });
  await context.cards.show(context.person.staffId, { kind: SEAL_CARD, subject: subjectOf(list) });
  return {};
}

async function signed(
  context: PersonContext,
  list: RecommendationList,
  signature: Signature,
  typed = "",
): Promise<CommandOutcome> {
  await registerSignature(context, list, signature);
  const reply = await stateView(
    context,
    list,
    phrases.registeredBut(saysStamped(typed), besideSignature(typed, whenOf(context))),
  );
  return { reply, toast: phrases.registered(), changed: true };
}

const renderer: CardRenderer = {
  kind: SEAL_CARD,
  district: async (_, { subject }) => named(subject).district,
  redrawOn: [
    redrawOn(listSealed, (list) => subjectOf(list)),
    redrawOn(listConfirmed, async ({ district }, { tx, campaign }) =>
      versionNames(district, await newestList(tx, campaign.id, district)),
    ),
  ],
  async render(context, { subject }) {
    const { district, version } = named(subject);
    const { tx, campaign } = context;
    const list = await listVersion(tx, { campaignId: campaign.id, district, version });
    const newest = await newestList(tx, campaign.id, district);
    const view = await sealView(context, list);
    if (newest?.version === version && !list.withdrawnAt) return view;
    const { form: _, ...closed } = view;
    return { ...closed, tone: "closed", body: view.body.slice(0, 1) };
  },
};

/** 查看名单盖章件: sends the stamped copies of a district's list in force; without a district, how all stand. */
const see: Command = {
  id: "recommendation.see-seal",
  words: phrases.seeWords,
  capability: "application.see",
  effect: "read",
  offeredWhen: hasRecommendation,
  onlyIn: "direct",
  whenClosed: true,
  help: {
    notAtSites: true,
    example: (definition) => phrases.seeExample(nounsOf(definition)),
    purpose: (definition) => phrases.seePurpose(nounsOf(definition)),
    step: "recommendation",
  },
  async handle(context, { words }) {
    const { tx, campaign, person } = context;
    const lists = await listsInForce(tx, campaign.id);
    const scope = districtScope(campaign.definition, person, "application.see");
    const own = campaign.definition.campaign.districts.filter(
      ({ id }) => isWithin(scope, id) && recommendingDistricts(context).includes(id),
    );
    if (own.length === 0) throw new RefusalError("recommendation.no-seal", phrases.nothingInSight());
    const wanted = own.filter(({ name }) => words.includes(name));
    const [only, other] = wanted.length > 0 ? wanted : own;
    if (only && !other) return sendCopies(context, only, lists.get(only.id));
    const lines: string[] = [];
    for (const { id, name } of wanted.length > 0 ? wanted : own) {
      const list = lists.get(id);
      lines.push(phrases.overview(name, list ? sealWords(await sealState(context, list)) : phrases.unreported()));
    }
    return { reply: { ...textView(phrases.overviewTitle(), ""), body: [{ kind: "list", items: lines }] } };
  },
};

async function sendCopies(
  context: PersonContext,
  { name }: { name: string },
  list: RecommendationList | undefined,
): Promise<CommandOutcome> {
  const copies = list ? await sealedCopies(context, list) : [];
  if (!list || copies.length === 0) {
    const state = list ? sealWords(await sealState(context, list)) : phrases.unreported();
    return { reply: textView(phrases.overviewTitle(), phrases.overview(name, state)) };
  }
  const { title, text } = phrases.sent(name, copies.length);
  await context.reply(textView(title, `${sealWords(await sealState(context, list))}${text}`));
  for (const [at, copy] of copies.entries()) {
    const file = phrases.fileName(name, { version: list.version, ordinal: at + 1 });
    await giveAttachment(context, copy, { name: file, reported: true });
  }
  return {};
}

/** A picture or PDF may be the stamped list of who has reported one. */
const place = extend(filePlaces, async (context, { file, person }) => {
  const { tx, campaign } = context;
  if (file.opened?.kind !== "scan" || numbersOnList(file.opened.codes).length > 0) return undefined;
  if (!hasRecommendation(campaign.definition) || campaign.closedAt) return undefined;
  const lists = await listsInForce(tx, campaign.id);
  const awaited = person.roles.flatMap(({ role, district = "" }) =>
    role === "districtOfficer" ? (lists.get(district) ?? []) : [],
  );
  for (const list of awaited) {
    if ((await sealedCopies(context, list)).length > 0) continue;
    const label = phrases.place(paperOf(campaign.definition, list.district));
    return { action: { id: SEAL, label, typed: phrases.typed(file.name), look: "default" as const } };
  }
  return undefined;
});

/** A number of a list that is said where a form's was asked for. */
const byNumber = extend(scansByNumber, async (_, { context, number, hash }) => {
  const [known] = await listsWithNumbers(context, [number]);
  if (!known || !ownDistricts(context).includes(known.district)) return undefined;
  return (await fileByNumber(context, [hash], number)).reply;
});

/** 盖章件 of the list: signature and stamped copy. */
export const sealedCopyFeature: Feature = {
  commands: [seal, see],
  renderers: [renderer],
  dialogues: [sealDialogue],
  extensions: [place, byNumber],
};
