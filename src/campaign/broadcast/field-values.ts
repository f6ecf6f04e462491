import { z } from "zod";
import { addDays, dayOf } from "../../shared/civil-date.ts";
import { districtName } from "../definition/districts.ts";
import { dayWordsIn } from "../definition/wording.ts";
import { districtsOf, type Member } from "../directory/member.ts";
import { nounsOf } from "../directory/nouns.ts";
import type { Context } from "../engine/context.ts";
import { ownLines } from "../tasks/lines.ts";
import { readState } from "../tasks/read-state.ts";
import { owed, tasksFor } from "../tasks/rules.ts";
import { isOwn } from "../tasks/task.ts";
import type { FieldWords, MergeField } from "./merge-fields.ts";
import { broadcastPhrases as phrases } from "./phrases.ts";

/** Tasks named in a message. */
const MOST_TASKS = 3;

export type FieldValues = Partial<Record<MergeField, string>>;

/** As stored: by staffId. */
export const storedValues = z.record(
  z.string(),
  z.partialRecord(z.enum(["name", "district", "tasks", "due", "contact", "phone"]), z.string()),
);

export type StoredValues = z.infer<typeof storedValues>;

export const fieldWordsOf = ({ campaign }: Pick<Context, "campaign">): FieldWords =>
  phrases.fields(nounsOf(campaign.definition).district);

/** What the fields say to everybody alike. */
export const commonValues = ({ campaign }: Pick<Context, "campaign">): FieldValues => {
  const { name, phone } = campaign.definition.campaign.contact;
  return { contact: name, phone };
};

/** Of each receiver, by staffId: only the fields that are used. */
export async function valuesFor(
  context: Context,
  receivers: readonly Member[],
  used: readonly MergeField[],
): Promise<ReadonlyMap<string, FieldValues>> {
  const { definition } = context.campaign;
  const { name: city } = definition.campaign.city;
  const hasTasks = used.includes("tasks") || used.includes("due");
  const state = hasTasks ? await readState(context) : undefined;
  const all = state ? owed(state, context.now) : [];
  return new Map(
    receivers.map((member) => {
      const tasks = tasksFor(all, member.staffId).filter(isOwn);
      const [first] = tasks
        .flatMap(({ dueAt }) => dueAt ?? [])
        .toSorted((one, other) => one.getTime() - other.getTime());
      const districts = districtsOf(definition, member).map((id) => districtName(definition, id));
      const values: Required<FieldValues> = {
        name: member.name,
        district: districts.join("、") || city,
        tasks: phrases.tasks(state ? ownLines(state, tasks, context.now) : [], MOST_TASKS),
        // 24:00 of the last day.
        due: first ? dayWordsIn(definition, addDays(dayOf(first), -1)) : phrases.noDay(),
        ...(commonValues(context) as { contact: string; phone: string }),
      };
      return [member.staffId, Object.fromEntries(used.map((field) => [field, values[field]]))];
    }),
  );
}
