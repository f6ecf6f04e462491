import { RefusalError } from "../../shared/refusal-error.ts";
import { answerTexts } from "../application/answer-texts.ts";
import type { Application } from "../application/application.ts";
import { DRAFT, draftOf } from "../application/draft.ts";
import { findApplication } from "../application/find-application.ts";
import { applicationForm } from "../application/form.ts";
import { applicationsOf } from "../application/store.ts";
import { districtName } from "../definition/districts.ts";
import { fieldFor } from "../definition/purposes.ts";
import { nounsOf } from "../directory/nouns.ts";
import { districtScope, isWithin } from "../directory/scope.ts";
import type { PersonContext } from "../engine/context.ts";
import { blankForm, formDocument, type WordFile } from "../form-paper/form-document.ts";
import { formName } from "../form-paper/form-template.ts";
import { formPaperPhrases as phrases } from "../form-paper/phrases.ts";

const BLANK = /^(?:空白?表?|空)$/u;

/**
 * 附件3 of the named case, of all cases of the named districts, or empty.
 * @param rest what the person typed after 附件3
 * @throws {RefusalError} if nothing fits, or it is not the person's to see
 */
export async function formExport(
  context: PersonContext,
  { rest, districts }: { rest: string; districts: readonly string[] },
): Promise<WordFile> {
  const { definition } = context.campaign;
  if (BLANK.test(rest)) return blankForm(context);
  const scope = districtScope(definition, context.person, "application.see");
  const all = await applicationsOf(context.tx, context.campaign.id);
  const visible = all.filter(({ district }) => isWithin(scope, district));
  const form = formName(definition, applicationForm(context));
  const name = districts.reduce((words, id) => words.replace(districtName(definition, id), ""), rest).trim();
  if (name !== "") {
    const application = await named(context, { visible, name, form });
    return formDocument(context, { applications: [application], part: application.compoundName });
  }
  const submitted = visible.filter(({ state }) => state !== "withdrawn");
  const wanted = submitted.filter(({ district }) => districts.length === 0 || districts.includes(district));
  const where = districts.map((id) => districtName(definition, id)).join("、");
  if (wanted.length === 0) throw new RefusalError("form-paper.none", phrases.noneSubmitted(where, form));
  if (districts.length === 0 && scope === "all") {
    throw new RefusalError("form-paper.which", phrases.noCase("", form, nounsOf(definition)));
  }
  const own = scope === "all" ? districts : districts.length > 0 ? districts : scope;
  return formDocument(context, {
    applications: wanted,
    part: own.map((id) => districtName(definition, id)).join("、"),
  });
}

async function named(
  context: PersonContext,
  { visible, name, form }: { visible: readonly Application[]; name: string; form: string },
): Promise<Application> {
  const nouns = nounsOf(context.campaign.definition);
  const addresses = await answerTexts(context, visible, "address");
  const found = findApplication(visible, name, { noun: nouns.case, addresses });
  if (found.kind === "several")
    throw new RefusalError("form-paper.which", phrases.which(found.names, form), { choices: found.names, said: name });
  if (found.kind === "none") {
    if (await isBeingFilled(context, name))
      throw new RefusalError("form-paper.not-submitted", phrases.notSubmitted(name, form));
    throw new RefusalError("form-paper.no-case", phrases.noCase(name, form, nouns));
  }
  if (found.application.state === "withdrawn") {
    throw new RefusalError("form-paper.withdrawn", phrases.withdrawn(found.application.compoundName, form));
  }
  return found.application;
}

async function isBeingFilled(context: PersonContext, name: string): Promise<boolean> {
  const key = fieldFor(applicationForm(context), "name")?.key ?? "";
  const own = context.person.roles.flatMap(({ district }) => (district === undefined ? [] : [district]));
  for (const district of own) {
    for (const draft of await context.drafts.unfinished({ kind: DRAFT, district })) {
      if (draftOf(context, draft, context.person.staffId).state.answers[key] === name) return true;
    }
  }
  return false;
}
