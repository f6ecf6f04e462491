import { RefusalError } from "../../shared/refusal-error.ts";
import { authorityPhrases } from "../authority/phrases.ts";
import { readVersion } from "../authority/read-version.ts";
import { momentWords } from "../definition/wording.ts";
import { signedName } from "../directory/signed-name.ts";
import type { Context, PersonContext } from "../engine/context.ts";
import type { Command, CommandRequest } from "../engine/feature.ts";
import { isKeptFrom, ON_ORDER } from "../ranking/held-back.ts";
import { basisWords, ladderWords } from "../ranking/reasons.ts";
import { scoredCompounds } from "../ranking/summary.ts";
import { sectionsKept } from "../snapshot/as-kept.ts";
import { journalLook } from "../verification/journal-look.ts";
import { candidatesOf } from "./candidates.ts";
import { distributionWords, districtsIn } from "./distribution.ts";
import { DRAFT, draftOf, type SelectionDraft } from "./draft.ts";
import { draftedReason } from "./drafted.ts";
import { departureReason } from "./given-reasons.ts";
import { keptCases } from "./kept.ts";
import { approvalPhrases, selectionPhrases } from "./phrases.ts";
import { draftedPhrases } from "./phrases-drafted.ts";
import { statementPhrases as phrases } from "./phrases-statement.ts";
import { reservesOf } from "./reserves.ts";
import type { SelectedItem, Selection } from "./selection.ts";
import { type StatedCase, type Statement, statementDocument } from "./statement.ts";
import { latestSelection, nameOf, selectionsOf } from "./store.ts";
import { tieWords } from "./tie.ts";
import { wordsNow, wordsOf } from "./words.ts";

export const STATEMENT = "selection.statement";

/** 择优说明: of the own draft while there is one, else of the newest version; 择优说明 第2版 of that one. */
export const makeStatement: Command = {
  id: STATEMENT,
  words: phrases.words,
  ...ON_ORDER,
  effect: "read",
  onlyIn: "direct",
  help: {
    example: phrases.example(),
    purpose: (definition) => phrases.purpose(wordsOf(definition)),
    step: "selection",
  },
  async handle(context, request) {
    const words = await wordsNow(context);
    if (await isKeptFrom(context, context.person))
      throw new RefusalError("selection.statement-kept", phrases.notNow(words));
    const statement = await statementAsked(context, request);
    const { name, bytes } = await statementDocument(context, statement, words);
    await journalLook(context, "selection.statement-seen");
    const hash = await context.files.put(bytes);
    const reason = `${name} ${hash}`;
    await context.withJournal({ action: "selection.statement-made", reason, whenClosed: true }, () =>
      context.outbox.sendFile(context.person.staffId, { name, hash }),
    );
    return { toast: phrases.toast(name) };
  },
};

/** @throws {RefusalError} if there is neither a draft nor a version, or not that one */
async function statementAsked(context: PersonContext, { subject, words }: CommandRequest): Promise<Statement> {
  const { version } = readVersion(subject ?? words);
  const own = version === undefined ? await ownDraft(context) : undefined;
  if (own) return ofDraft(context, own);
  const all = await selectionsOf(context.tx, context.campaign.id);
  const found = version === undefined ? await latestSelection(context.tx, context.campaign.id) : undefined;
  const selection = found ?? all.find((one) => one.version === version);
  if (selection) return ofVersion(context, selection);
  if (version === undefined || all.length === 0) throw new RefusalError("selection.none", selectionPhrases.nothing());
  throw new RefusalError("selection.no-version", phrases.noVersion(version));
}

async function ownDraft(context: PersonContext): Promise<SelectionDraft | undefined> {
  const [stored] = await context.drafts.unfinished({ kind: DRAFT, subject: context.person.staffId });
  return stored && draftOf(context, stored);
}

async function basisOfAll(context: Context): Promise<string[]> {
  return [...basisWords(context, await scoredCompounds(context)), ladderWords(context)];
}

async function ofDraft(context: Context, draft: SelectionDraft): Promise<Statement> {
  const { candidates, choices, drafted, words, tie, districts } = draft;
  const reserves = draft.reserves > 0 ? (choices.reserves ?? []) : [];
  const side = (id: string) => choices.items[id]?.selected === true;
  const cases = candidates.map((one): StatedCase => {
    const { applicationId: id, districtName: district, name } = one;
    const at = reserves.indexOf(id);
    const reserve = at < 0 || side(id) ? undefined : at + 1;
    const outcome = outcomeOf({ selected: side(id), ...(reserve === undefined ? {} : { reserve }) });
    const rows = drafted.get(id);
    const facts = rows && draftedPhrases.facts(one, rows, words);
    return { district, name, outcome, reason: choices.items[id]?.reason, facts };
  });
  const selected = candidates.filter(({ applicationId }) => side(applicationId));
  return {
    part: phrases.draft(),
    basis: [...(await basisOfAll(context)), ...said(tie), ...distributionWords(selected, words, districts)],
    cases: inOutcomeOrder(cases),
    decided: [],
  };
}

async function ofVersion(context: Context, selection: Selection): Promise<Statement> {
  const { version, items, recordedAt, recordedBy, state } = selection;
  const { definition } = context.campaign;
  const words = await wordsNow(context);
  const reasons = await context.personal.read(items.map(({ reason }) => reason));
  const proof = new Map((await candidatesOf(context)).map((one) => [one.applicationId, one.unproved ?? []]));
  const kept = await keptCases(
    context,
    [...items.filter(({ selected }) => selected), ...reservesOf(items), ...passed(items)],
    recordedAt,
  );
  const cases = kept.map((one): StatedCase => {
    const { item, applicationId, districtName: district, name } = one;
    const rows = draftedReason(definition, { ...one, unproved: proof.get(applicationId) ?? [] });
    const facts = rows && draftedPhrases.facts(one, rows, words);
    return { district, name, outcome: outcomeOf(item), reason: reasons.get(item.reason.personal), facts };
  });
  const tie = tieWords(context, await sectionsKept(context, items, recordedAt));
  const departure = await departureReason(context, selection);
  return {
    part: phrases.version(version, approvalPhrases[state]()),
    basis: [
      ...(await basisOfAll(context)),
      ...said(tie),
      ...distributionWords(
        kept.filter(({ item }) => item.selected),
        words,
        districtsIn(context),
      ),
      ...(departure === undefined ? [] : [selectionPhrases.departure(departure)]),
    ],
    cases,
    decided: [
      phrases.proposedBy(await nameOf(context.tx, recordedBy), momentWords(recordedAt)),
      ...(await decisionWords(context, selection)),
    ],
  };
}

async function decisionWords(context: Context, selection: Selection): Promise<string[]> {
  const { decidedBy, decidedAt, state, authority } = selection;
  if (!decidedBy || !decidedAt || state === "declined") return [];
  const name = await signedName(context.tx, context.campaign.id, {
    staffId: decidedBy,
    role: "approver",
    at: decidedAt,
  });
  const rests = authority ? authorityPhrases.words(authority, context.now) : authorityPhrases.toBeRegistered();
  return [phrases.decidedBy(name, momentWords(decidedAt)), phrases.restsOn(rests)];
}

const said = (words: string | undefined): string[] => (words === undefined ? [] : [words]);

const passed = (items: readonly SelectedItem[]): SelectedItem[] =>
  items.filter(({ selected, reserve }) => !selected && reserve === undefined);

const outcomeOf = ({ selected, reserve }: Pick<SelectedItem, "selected" | "reserve">): StatedCase["outcome"] => {
  if (reserve !== undefined) return { kind: "reserve", place: reserve };
  return { kind: selected ? "selected" : "passed" };
};

const ORDER = { selected: 0, reserve: 1, passed: 2 } as const;

const inOutcomeOrder = (cases: readonly StatedCase[]): StatedCase[] =>
  cases.toSorted((a, b) => ORDER[a.outcome.kind] - ORDER[b.outcome.kind] || placeOf(a) - placeOf(b));

const placeOf = ({ outcome }: StatedCase): number => (outcome.kind === "reserve" ? outcome.place : 0);
