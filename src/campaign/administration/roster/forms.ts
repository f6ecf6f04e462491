import { z } from "zod";
import { textView, type View, type ViewField } from "../../../platform/chat/view.ts";
import { authorityFields } from "../../authority/form.ts";
import type { Definition } from "../../definition/definition.ts";
import { nounsOf } from "../../directory/nouns.ts";
import { type CardRenderer, redrawOn } from "../../engine/feature.ts";
import { peopleChanged } from "../../engine/people-changed.ts";
import { ADD, FORM, LEAVE, STAND_IN } from "./actions.ts";
import { rosterPhrases } from "./phrases.ts";
import { districtsNamed, type ReadPerson, roleNamed } from "./words.ts";

const phrases = rosterPhrases.form;

export const FORMS = ["add", "leave", "standIn"] as const;
export type FormName = (typeof FORMS)[number];

const field = (name: string, label: string, rest: Partial<ViewField> = {}): ViewField => ({
  name,
  label,
  kind: "text",
  required: true,
  ...rest,
});

const addFields = ({ campaign }: Definition): ViewField[] => [
  field("name", phrases.name()),
  field("mobile", phrases.mobile(), { required: false, placeholder: phrases.mobileHolder() }),
  field("role", phrases.role(), {
    kind: "select",
    placeholder: phrases.choose(),
    options: campaign.roles.map(({ id, name }) => ({ value: id, text: name })),
  }),
  field("district", campaign.words.district.noun, { required: false, placeholder: phrases.districtHolder() }),
];

const leaveFields = (): ViewField[] => [
  field("name", phrases.name()),
  field("from", phrases.from(), { kind: "date" }),
  field("until", phrases.until(), { kind: "date" }),
  field("by", phrases.by(), { required: false }),
];

const standInFields = (): ViewField[] => [
  field("name", phrases.principal()),
  field("by", phrases.standIn()),
  field("from", phrases.from(), { kind: "date" }),
  field("until", phrases.until(), { kind: "date" }),
  field("authorisedBy", phrases.authorisedBy(), { required: false }),
  ...authorityFields().map((one) => ({ ...one, required: false })),
];

function formView(definition: Definition, which: FormName): View {
  const [title, lead, action, fields] = {
    add: [phrases.addTitle(), phrases.addLead(nounsOf(definition)), ADD, addFields(definition)] as const,
    leave: [phrases.leaveTitle(), phrases.leaveLead(nounsOf(definition)), LEAVE, leaveFields()] as const,
    standIn: [phrases.standInTitle(), phrases.standInLead(nounsOf(definition)), STAND_IN, standInFields()] as const,
  }[which];
  return {
    ...textView(title, lead),
    form: { id: `roster-${which}`, action, subject: which, submitLabel: phrases.submit(), fields },
  };
}

/** An empty form; it stays for the next entry. */
export const formRenderer: CardRenderer = {
  kind: FORM,
  redrawOn: [redrawOn(peopleChanged)],
  render: async ({ campaign }, { subject }) =>
    formView(campaign.definition, FORMS.find((one) => one === subject) ?? "add"),
};

const text = z.string().trim().optional().catch(undefined);
const addValues = z.object({ name: text, mobile: text, role: text, district: text });
const periodValues = z.object({ name: text, by: text, from: text, until: text, authorisedBy: text });

/** A filled-in form of 新增人员; undefined without one. */
export function personIn(definition: Definition, values: Readonly<Record<string, unknown>>): ReadPerson | undefined {
  const { name, mobile = "", role = "", district = "" } = addValues.parse(values);
  if (name === undefined) return undefined;
  const { ids, unknown } = districtsNamed(definition, district);
  const known = definition.campaign.roles.find(({ id }) => id === role)?.id ?? roleNamed(definition, role);
  return { name, mobile: mobile.replaceAll(/\D/g, ""), role: known, districts: ids, unread: unknown };
}

/** A filled-in form of 休假 or 代理 as it would be typed; undefined without one. */
export function periodWordsIn(
  values: Readonly<Record<string, unknown>>,
): { typed: string; by: string | undefined } | undefined {
  const { name, by = "", from = "", until = "", authorisedBy } = periodValues.parse(values);
  if (name === undefined) return undefined;
  return { typed: `${name} ${by} ${from.slice(0, 10)} 至 ${until.slice(0, 10)}`, by: authorisedBy };
}
