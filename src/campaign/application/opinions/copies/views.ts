import type { View, ViewForm } from "../../../../platform/chat/view.ts";
import { districtName } from "../../../definition/districts.ts";
import { sourceWords } from "../../../definition/source-words.ts";
import { nounsOf } from "../../../directory/nouns.ts";
import type { Context } from "../../../engine/context.ts";
import type { Application } from "../../application.ts";
import { applicationForm } from "../../form.ts";
import { officesOf } from "../offices.ts";
import { paperName } from "../views.ts";
import { copiesOf, type PaperCopy, WITH_APPLICANT } from "./copy.ts";
import { copyPhrases as phrases } from "./phrases.ts";

/** Subject: the application's id. */
export const COPIES_CARD = "application.paper-copies";
/** The city's check-list. Subject: empty. */
export const COPIES_LIST = "application.paper-copies-list";
export const RECORD_COPIES = "application.record-copies";
export const RECEIVE_COPIES = "application.receive-copies";

/** Where a copy can be, by the id that is stored. */
export function placesOf(context: Context, { answers }: Pick<Application, "answers">): ReadonlyMap<string, string> {
  const offices = officesOf(applicationForm(context), answers).filter(({ nobody }) => !nobody);
  return new Map([[WITH_APPLICANT, phrases.applicant()], ...offices.map(({ id, name }) => [id, name] as const)]);
}

const countOf = (context: Context): number => applicationForm(context).copies?.count ?? 0;

const whereWords = (
  context: Context,
  { at, since, received }: PaperCopy,
  places: ReadonlyMap<string, string>,
): string =>
  received ? phrases.received(since, nounsOf(context.campaign.definition)) : phrases.at(places.get(at) ?? "", since);

/** The copies of one case, with the form to record where they are for its district. */
export async function copiesView(context: Context, application: Application, records: boolean): Promise<View> {
  const { definition } = context.campaign;
  const known = (await copiesOf(context.tx, [application.id])).get(application.id) ?? [];
  const places = placesOf(context, application);
  const count = countOf(context);
  const numbers = Array.from({ length: count }, (_, at) => at + 1);
  const open = numbers.filter((copy) => !known.some((one) => one.copy === copy && one.received));
  const mayRecord = records && open.length > 0 && !context.campaign.closedAt;
  const rows = numbers.map((copy) => {
    const one = known.find((it) => it.copy === copy);
    return [phrases.copy(copy), one ? whereWords(context, one, places) : phrases.unknown()];
  });
  return {
    title: phrases.title(paperName(definition), application.compoundName),
    tone: open.length === 0 ? "done" : "running",
    status: phrases.status(known.length, count),
    body: [
      { kind: "table", columns: phrases.columns(), rows },
      ...(mayRecord ? [{ kind: "text" as const, text: phrases.hint(application.compoundName) }] : []),
    ],
    ...(mayRecord && context.cards.interactive ? { form: whereForm(application, { open, places }) } : {}),
    actions: [],
    footnote: footnoteOf(context),
  };
}

const whereForm = (
  { id: subject }: Application,
  { open, places }: { open: readonly number[]; places: ReadonlyMap<string, string> },
): ViewForm => ({
  ...{ id: "copies", action: RECORD_COPIES, subject, submitLabel: phrases.submit() },
  fields: [
    {
      ...{ name: "copies", label: phrases.copiesField(), kind: "multiSelect", required: true },
      options: open.map((copy) => ({ value: String(copy), text: phrases.copy(copy) })),
    },
    {
      ...{ name: "at", label: phrases.atField(), kind: "select", required: true },
      options: [...places].map(([value, text]) => ({ value, text })),
    },
    { name: "since", label: phrases.sinceField(), kind: "date", required: true },
  ],
});

function footnoteOf(context: Context): string {
  const { copies } = applicationForm(context);
  return phrases.footnote(sourceWords(context.campaign.definition, copies?.line ?? []), copies?.rulings[0]);
}

/** The city's check-list: where the copies of every reported case are. */
export async function copiesListView(context: Context, cases: readonly Application[]): Promise<View> {
  const { definition } = context.campaign;
  const nouns = nounsOf(definition);
  const known = await copiesOf(
    context.tx,
    cases.map(({ id }) => id),
  );
  const count = countOf(context);
  const title = phrases.listTitle(paperName(definition));
  if (cases.length === 0) {
    return { title, tone: "running", body: [{ kind: "text", text: phrases.nothingReported() }], actions: [] };
  }
  const received = [...known.values()].flat().filter((one) => one.received).length;
  const open = cases.filter(({ id }) => (known.get(id) ?? []).filter((one) => one.received).length < count);
  const form = context.campaign.closedAt ? undefined : receiveForm(context, open);
  return {
    title,
    tone: open.length === 0 ? "done" : "running",
    status: phrases.receivedStatus(received, cases.length * count),
    body: [
      { kind: "text", text: phrases.listLead(nouns, count) },
      {
        kind: "table",
        columns: phrases.listColumns(nouns),
        rows: cases.map((one) => [
          districtName(definition, one.district),
          one.compoundName,
          whereInShort(context, known.get(one.id) ?? [], placesOf(context, one)),
        ]),
      },
    ],
    ...(form ? { form } : {}),
    actions: [],
    footnote: footnoteOf(context),
  };
}

function whereInShort(context: Context, copies: readonly PaperCopy[], places: ReadonlyMap<string, string>): string {
  if (copies.length === 0) return phrases.allUnknown();
  const grouped = Map.groupBy(copies, (one) => whereWords(context, one, places));
  return [...grouped].map(([words, ones]) => ones.map(({ copy }) => phrases.copy(copy)).join("、") + words).join("；");
}

/** As many cases as the form has room for; the others follow when these are received. */
function receiveForm(context: Context, open: readonly Application[]): ViewForm | undefined {
  if (open.length === 0 || !context.cards.interactive) return undefined;
  const { limit, measure } = context.cards.formRoom;
  const fieldOf = (cases: readonly Application[]): ViewForm["fields"][number] => ({
    name: "cases",
    label: phrases.casesField(nounsOf(context.campaign.definition)),
    kind: "multiSelect",
    required: true,
    options: cases.map(({ id, compoundName }) => ({ value: id, text: compoundName })),
  });
  const fitting = open.filter((_, at) => measure([fieldOf(open.slice(0, at + 1))]) <= limit);
  return { id: "received", action: RECEIVE_COPIES, submitLabel: phrases.receive(), fields: [fieldOf(fitting)] };
}
