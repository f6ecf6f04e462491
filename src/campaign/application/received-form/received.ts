import { createHash } from "node:crypto";
import { z } from "zod";
import type { FormState } from "../../../platform/conversation/form-state.ts";
import { plainAnswer } from "../../../platform/conversation/plain.ts";
import { relabelled } from "../../definition/governed-form.ts";
import { type Form, fieldFor } from "../../definition/purposes.ts";
import type { Context, PersonContext } from "../../engine/context.ts";
import { answersAsForm } from "../answers-as-form.ts";
import type { Application } from "../application.ts";
import { type ApplicationDraft, DRAFT, draftOf } from "../draft.ts";
import { answerContext, applicationForm } from "../form.ts";
import { applicationsOf } from "../store.ts";
import { applyingDistricts, ownDistricts } from "../work-district.ts";
import { type EntryRead, readEntry } from "./read-entry.ts";

/** A campaign and who fills in its forms. */
export type FormContext = Context & Pick<PersonContext, "person">;

/** Kind of the draft that keeps what was read of a file until it is taken; its subject is the person. */
export const RECEIVED = "application.received-form";

/** What was read of a dropped file. */
export const receivedForm = z.object({
  file: z.object({ name: z.string(), hash: z.string() }),
  /** `rows`: a workbook with a case a row; `list`: 附件4, whose rows name cases that exist. */
  kind: z.enum(["form", "rows", "list"]),
  /** By field key, as written. */
  entries: z.array(z.record(z.string(), z.string())),
  /** Keys of the fields that stand on the form, filled in or not. */
  present: z.array(z.string()),
  /** The application that the form was printed from, by its check number. */
  caseId: z.string().optional(),
  /** Notes on the file itself, in sentences. */
  notes: z.array(z.string()),
  /** Of what was last shown. */
  shown: z.string().optional(),
});
export type ReceivedForm = z.infer<typeof receivedForm>;

/** What an entry would be written to. */
export type Base =
  | { kind: "new" }
  | { kind: "draft"; form: ApplicationDraft }
  | { kind: "application"; application: Application };

/** One case of a received file beside what is there. */
export interface Comparison {
  name: string;
  /** Undefined: one of several has to be named. */
  district: string | undefined;
  base: Base;
  read: EntryRead;
}

/** Districts for which the person may fill in forms today. */
export const fillingDistricts = (context: FormContext): string[] => {
  const applying = applyingDistricts(context);
  return ownDistricts(context).filter((id) => applying.includes(id));
};

/**
 * Compares what was read with the cases as they are now. Cases are found by name in the person's districts.
 * @param named the district that the person named
 */
export async function compared(
  context: FormContext,
  { entries, present, caseId }: ReceivedForm,
  named?: string,
): Promise<Comparison[]> {
  const districts = fillingDistricts(context);
  const form = applicationForm(context);
  const known = await knownCases(context, form, districts);
  const all: Comparison[] = [];
  for (const entry of entries) {
    const values = new Map(Object.entries(entry));
    const found = known.find(({ id, names }) => (caseId === undefined ? isNamed(form, values, names) : id === caseId));
    const state = found ? await stateIn(context, found.base) : emptyState(form);
    const kindOf = { ...state.answers, ...governing(form, values, context) };
    const read = readEntry(relabelled(form, kindOf), state, { values, present, context: answerContext(context) });
    const [only, ...more] = districts;
    const district = found?.district ?? named ?? (more.length === 0 ? only : undefined);
    all.push({ name: nameIn(form, read.state), district, base: found?.base ?? { kind: "new" }, read });
  }
  return all;
}

interface Known {
  id: string | undefined;
  district: string;
  names: readonly string[];
  base: Exclude<Base, { kind: "new" }>;
}

/** Forms being filled in first, then applications without one. */
async function knownCases(context: FormContext, form: Form, districts: readonly string[]): Promise<Known[]> {
  const drafts: Known[] = [];
  for (const district of districts) {
    for (const draft of await context.drafts.unfinished({ kind: DRAFT, district })) {
      const open = draftOf(context, draft, context.person.staffId);
      drafts.push({
        id: draft.subject,
        district,
        names: namesIn(form, open.state.answers),
        base: { kind: "draft", form: open },
      });
    }
  }
  const applications = await applicationsOf(context.tx, context.campaign.id, { states: ["submitted", "excluded"] });
  const submitted = applications
    .filter(({ id, district }) => districts.includes(district) && !drafts.some((one) => one.id === id))
    .map((application): Known => {
      const names = [application.compoundName, ...namesIn(form, application.answers)];
      return { id: application.id, district: application.district, names, base: { kind: "application", application } };
    });
  return [...drafts, ...submitted];
}

const nameKeys = (form: Form): string[] =>
  [fieldFor(form, "name"), fieldFor(form, "projectName")].flatMap((field) => field?.key ?? []);

const namesIn = (form: Form, answers: Readonly<Record<string, unknown>>): string[] =>
  nameKeys(form).flatMap((key) => (typeof answers[key] === "string" ? [answers[key]] : []));

function isNamed(form: Form, values: ReadonlyMap<string, string>, names: readonly string[]): boolean {
  const wanted = nameKeys(form).flatMap((key) => values.get(key) ?? [])[0];
  return wanted !== undefined && names.some((name) => plainAnswer(name) === plainAnswer(wanted));
}

const nameIn = (form: Form, { answers }: FormState): string => namesIn(form, answers)[0] ?? "";

const emptyState = (form: Form): FormState => ({
  formId: form.id,
  formVersion: form.version,
  answers: {},
  skipped: [],
});

const stateIn = async (context: FormContext, base: Known["base"]): Promise<FormState> =>
  base.kind === "draft" ? base.form.state : answersAsForm(context, base.application);

/** The answer to the governing field, if the file has one that can be read. */
function governing(form: Form, values: ReadonlyMap<string, string>, context: FormContext): Record<string, unknown> {
  const key = form.governance?.field;
  const written = key === undefined ? undefined : values.get(key);
  if (key === undefined || written === undefined) return {};
  const read = readEntry(form, emptyState(form), {
    values: new Map([[key, written]]),
    present: [],
    context: answerContext(context),
  });
  return read.state.answers;
}

/** Equal where the same would be taken over into the same. */
export const fingerprint = (all: readonly Comparison[]): string =>
  createHash("sha256")
    .update(
      JSON.stringify(
        all.map(({ base, read: { added, changed, unread } }) => [
          base.kind,
          added,
          changed,
          unread.map(({ key }) => key),
        ]),
      ),
    )
    .digest("hex");
