import { z } from "zod";
import type { ViewForm } from "../../platform/chat/view.ts";
import { besideFields, opinionField } from "../authority/form.ts";
import { type Decider, type Extended, subjectOf } from "./extension.ts";
import { extensionPhrases as phrases } from "./phrases.ts";

/** The organizer's decision as submitted. */
export const GRANT_FORM = "extension.grant-form";
/** The approver's. */
export const APPROVE_FORM = "extension.approve-form";

/** A decision with the words beside it; the approver's also with what it rests on. */
export const decisionForm = (of: Extended, decider: Decider): ViewForm => ({
  ...{ id: "extension-decision", action: decider === "city" ? GRANT_FORM : APPROVE_FORM, subject: subjectOf(of) },
  submitLabel: phrases.submitDecision(),
  fields: [
    {
      ...{ name: "verdict", label: phrases.verdictField(decider), kind: "select", required: true },
      placeholder: phrases.choose(),
      options: [
        { value: "yes", text: decider === "city" ? phrases.grantWord() : phrases.approveWord() },
        { value: "no", text: decider === "city" ? phrases.declineWord() : phrases.disapproveWord() },
      ],
    },
    ...(decider === "city"
      ? [{ ...opinionField(), label: phrases.opinionField(), placeholder: phrases.opinionHolder(), required: false }]
      : besideFields()),
  ],
});

/** What was chosen; undefined for nothing. */
export const verdictIn = (values: Readonly<Record<string, unknown>>): "yes" | "no" | undefined =>
  z.object({ verdict: z.enum(["yes", "no"]).optional().catch(undefined) }).parse(values).verdict;
