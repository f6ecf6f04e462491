import { nextOpen } from "../../../platform/conversation/form-state.ts";
import { openAt } from "../../../platform/conversation/moves.ts";
import { RefusalError } from "../../../shared/refusal-error.ts";
import { districtName } from "../../definition/districts.ts";
import { governedForm } from "../../definition/governed-form.ts";
import type { PersonContext } from "../../engine/context.ts";
import { type ApplicationDraft, openForm, saveForm, startForm } from "../draft.ts";
import { editApplication } from "../edit.ts";
import { applicationForm } from "../form.ts";
import { requireChangeable } from "../submit.ts";
import { wordsOf } from "../words.ts";
import { receivedPhrases as phrases } from "./phrases.ts";
import {
  type Comparison,
  compared,
  fillingDistricts,
  fingerprint,
  RECEIVED,
  type ReceivedForm,
  receivedForm,
} from "./received.ts";

/** `stale`: what is there has changed since it was shown; nothing was written. */
export type Taken =
  | { kind: "taken"; received: ReceivedForm; forms: readonly ApplicationDraft[]; without: readonly string[] }
  | { kind: "stale"; received: ReceivedForm; all: readonly Comparison[] };

/**
 * 采用. Writes everything that was read into the forms, or nothing. Whoever dropped the file counts as having typed it;
 * who is responsible stays as it is.
 * @throws {RefusalError} if no file waits
 */
export async function takeForm(context: PersonContext, words: string): Promise<Taken> {
  const { drafts, person, campaign } = context;
  const [draft] = await drafts.unfinished({ kind: RECEIVED, subject: person.staffId });
  const parsed = draft && receivedForm.safeParse(draft.body);
  if (!draft || !parsed?.success)
    throw new RefusalError("application.no-form-kept", phrases.nothingKept(wordsOf(campaign.definition)));
  const received = parsed.data;
  const named = fillingDistricts(context).find((id) => words.includes(districtName(campaign.definition, id)));
  const all = await compared(context, received, named);
  const shown = fingerprint(all);
  const isUndecided = received.kind !== "list" && all.some(({ district }) => district === undefined);
  if (shown !== received.shown || isUndecided) {
    await drafts.save(draft, { body: { ...received, shown } });
    return { kind: "stale", received, all };
  }
  const taking = all.filter(({ base }) => received.kind !== "list" || base.kind !== "new");
  const keys = [...new Set(taking.flatMap(({ read }) => [...read.added, ...read.changed].map(({ key }) => key)))];
  const reason = `${received.file.hash} ${keys.join(" ")}`;
  const forms = await context.withJournal({ action: "application.form-taken", reason }, async () => {
    const saved: ApplicationDraft[] = [];
    for (const one of taking) saved.push(await write(context, one));
    return saved;
  });
  await drafts.save(draft, { state: "done", body: {} });
  const without = all.filter((one) => !taking.includes(one)).map(({ name }) => name);
  return { kind: "taken", received, forms, without };
}

async function write(context: PersonContext, { base, district, read }: Comparison): Promise<ApplicationDraft> {
  const open = await formOf(context, base, district ?? "");
  const changes = [...read.added, ...read.changed].map(({ key }) => [key, read.state.answers[key]] as const);
  const written = Object.fromEntries(changes.flatMap(([key, value]) => (value === undefined ? [] : [[key, value]])));
  const answers = { ...open.state.answers, ...written };
  const passedOver = [...open.state.skipped, ...read.leftOpen.map(({ key }) => key)];
  const skipped = [...new Set(passedOver)].filter((key) => answers[key] === undefined);
  const state = { ...open.state, answers, skipped };
  const form = governedForm(applicationForm(context), answers);
  return saveForm(context, open, openAt(state, nextOpen(form, state)), { refused: read.unread });
}

async function formOf(context: PersonContext, base: Comparison["base"], district: string): Promise<ApplicationDraft> {
  switch (base.kind) {
    case "new":
      return startForm(context, district);
    case "draft":
      return openForm(context, base.form.draft.id);
    case "application":
      await requireChangeable(context, base.application);
      return editApplication(context, base.application);
  }
}
