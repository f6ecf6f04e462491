import type { Action, View } from "../../platform/chat/view.ts";
import { plainAnswer } from "../../platform/conversation/plain.ts";
import type { StaffId } from "../../shared/brand.ts";
import { fieldFor } from "../definition/purposes.ts";
import type { Context, PersonContext } from "../engine/context.ts";
import type { CommandRequest } from "../engine/feature.ts";
import { nameOf } from "./colleagues.ts";
import { type ApplicationDraft, DRAFT, draftOf, isPartOf, openForm, saveForm, startForm } from "./draft.ts";
import { applicationForm } from "./form.ts";
import { districtOnBehalf } from "./on-behalf.ts";
import { applicationPhrases as phrases } from "./phrases.ts";
import { wordsOf } from "./words.ts";
import { applyingDistricts, workDistrict } from "./work-district.ts";

/** What 申报 leads to: a form, or the question which one. */
export type TakenUp = { kind: "form"; form: ApplicationDraft } | { kind: "which"; view: View };

function districtOf(context: PersonContext, request: CommandRequest): string {
  const among = applyingDistricts(context);
  return districtOnBehalf(context, request, among) ?? workDistrict(context, request, { word: phrases.start(), among });
}

const isBegun = ({ state }: ApplicationDraft): boolean => Object.keys(state.answers).length > 0;

/** 申报. A new form; with forms of the person's own begun before, asks whether to go on with one of them. */
export async function takeUpForm(context: PersonContext, request: CommandRequest): Promise<TakenUp> {
  const district = districtOf(context, request);
  const own = (await unfinished(context, district)).filter(
    (form) => form.draft.subject === undefined && isPartOf(form, context.person.staffId),
  );
  const begun = own.filter(isBegun);
  if (begun.length > 0) return { kind: "which", view: whichView(context, begun) };
  const [empty] = own;
  return { kind: "form", form: empty ? await resumeForm(context, empty.draft.id) : await startForm(context, district) };
}

/** 另填一份. */
export const startAnother = async (context: PersonContext, request: CommandRequest): Promise<ApplicationDraft> =>
  startForm(context, districtOf(context, request));

/** 继续填写, 继续填写 <小区名称>: the named form of the district, else the one that the person left last. */
export async function continueForm(context: PersonContext, request: CommandRequest): Promise<TakenUp> {
  const district = districtOf(context, request);
  const all = await unfinished(context, district);
  const wanted = plainAnswer(request.words);
  const named = wanted === "" ? [] : all.filter((form) => plainAnswer(caseName(context, form)) === wanted);
  const own = all.filter((form) => isPartOf(form, context.person.staffId));
  const [first, ...more] = named.length > 0 ? named : own.length > 0 ? own : all;
  if (!first) return { kind: "form", form: await startForm(context, district) };
  if (named.length === 0 && more.length > 0) return { kind: "which", view: whichView(context, [first, ...more]) };
  return { kind: "form", form: await resumeForm(context, first.draft.id) };
}

/** Opens a form again, for anybody of its district. */
export async function resumeForm(context: PersonContext, draftId: string): Promise<ApplicationDraft> {
  const form = await openForm(context, draftId);
  return saveForm(context, form, form.state);
}

/** Of a person's districts the forms on which the person has worked, the last changed first; none that are empty. */
export async function formsBegun(context: Context, person: StaffId): Promise<ApplicationDraft[]> {
  const own = context.people.find(({ staffId }) => staffId === person)?.roles.map(({ district }) => district) ?? [];
  const drafts = await context.drafts.unfinished({ kind: DRAFT });
  return drafts
    .filter(({ district }) => own.includes(district))
    .map((draft) => draftOf(context, draft, person))
    .filter((form) => isPartOf(form, person) && isBegun(form));
}

async function unfinished(context: PersonContext, district: string): Promise<ApplicationDraft[]> {
  const drafts = await context.drafts.unfinished({ kind: DRAFT, district });
  return drafts.map((draft) => draftOf(context, draft, context.person.staffId));
}

/** Answer to the name field; empty without one. */
export function caseName(context: Context, { state }: ApplicationDraft): string {
  return String(state.answers[fieldFor(applicationForm(context), "name")?.key ?? ""] ?? "");
}

function whichView(context: PersonContext, forms: readonly ApplicationDraft[]): View {
  const words = wordsOf(context.campaign.definition);
  const all = applicationForm(context).fields.length;
  const items = forms.map((form) =>
    phrases.unfinishedItem(caseName(context, form) || phrases.unnamed(words), {
      done: Object.keys(form.state.answers).length,
      all,
      by: nameOf(context.people, form.draft.startedBy),
    }),
  );
  const resume = forms.map((form): Action => {
    const name = caseName(context, form);
    const label = name === "" ? phrases.goOn() : phrases.goOnWith(name);
    return { id: "application.resume", label, typed: label, look: "default", subject: form.draft.id };
  });
  const another: Action = {
    id: "application.another",
    label: phrases.startAnother(),
    typed: phrases.startAnother(),
    look: "default",
  };
  return {
    title: phrases.whichTitle(words),
    tone: "running",
    body: [
      { kind: "text", text: phrases.whichLead(words) },
      { kind: "list", items },
    ],
    actions: [...resume, another],
  };
}
