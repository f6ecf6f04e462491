import { z } from "zod";

/** What a deliverable is for. The program offers what has a purpose here and nothing else. */
export const deliverablePurpose = z.enum([
  "checkIn",
  "application",
  "review",
  "list",
  "team",
  "verification",
  "notice",
  "publication",
  "provinceList",
  "report",
  "caseStudy",
  "summary",
]);
export type DeliverablePurpose = z.infer<typeof deliverablePurpose>;

/** A step of the work. A stage lists the steps that are offered in it. */
export const step = z.enum([
  "checkIn",
  "application",
  "review",
  "recommendation",
  "verification",
  "ranking",
  "selection",
  "notice",
  "publication",
  "report",
  "caseStudy",
  "summary",
  "export",
]);
export type Step = z.infer<typeof step>;

/** What the program reads a field of a form as; a field without one is only collected and shown. */
export const fieldPurpose = z.enum([
  "name",
  "projectName",
  "address",
  "category",
  "applicant",
  "applicantKind",
  "ownersBody",
  "enterprise",
  "subdistrict",
  "neighborhood",
  "statement",
  "rate",
  "rateKind",
  "rateAsOf",
  "disqualification",
  "remarks",
]);
export type FieldPurpose = z.infer<typeof fieldPurpose>;

/** What an option of a disqualifying declaration says of the case. */
export const verdict = z.enum(["clear", "excluded", "pending"]);
export type Verdict = z.infer<typeof verdict>;

/** What the program looks at a row of the rubric for, besides its points. */
export const rowPurpose = z.enum(["satisfaction", "participation"]);
export type RowPurpose = z.infer<typeof rowPurpose>;

/** What a number of the plan limits. */
export const quotaPurpose = z.enum(["perDistrict", "selected", "province"]);
export type QuotaPurpose = z.infer<typeof quotaPurpose>;

/** What an annex of the plan holds. */
export const annexPurpose = z.enum(["requirements", "rubric", "form", "list"]);
export type AnnexPurpose = z.infer<typeof annexPurpose>;

/** The list that a publication makes known. */
export const publicationPurpose = z.enum(["publication", "provinceList"]);
export type PublicationPurpose = z.infer<typeof publicationPurpose>;
