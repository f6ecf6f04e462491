import { z } from "zod";

/** Purpose of a deliverable. The program supports no others. */
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

/** Step of the work. Each stage lists the steps it offers. */
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

/** Meaning of a form field. A field without purpose is only collected and shown. */
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

/** Effect of a disqualifying declaration's option on the case. */
export const verdict = z.enum(["clear", "excluded", "pending"]);
export type Verdict = z.infer<typeof verdict>;

/** Use of a rubric row besides its points. */
export const rowPurpose = z.enum(["satisfaction", "participation"]);
export type RowPurpose = z.infer<typeof rowPurpose>;

/** Body that cases share: the answer to the form field with this purpose, or the district. */
export const sharedBody = z.enum(["district", "subdistrict", "neighborhood", "enterprise"]);
export type SharedBody = z.infer<typeof sharedBody>;

/** Number limited by a quota. */
export const quotaPurpose = z.enum(["perDistrict", "selected", "province"]);
export type QuotaPurpose = z.infer<typeof quotaPurpose>;

/** A list of the whole city: 信用状况, 满意度, 投诉. */
export const referencePurpose = z.enum(["creditRating", "satisfaction", "complaints"]);
export type ReferencePurpose = z.infer<typeof referencePurpose>;

export const annexPurpose = z.enum(["requirements", "rubric", "form", "list"]);
export type AnnexPurpose = z.infer<typeof annexPurpose>;

/** List made public. */
export const publicationPurpose = z.enum(["publication", "provinceList"]);
export type PublicationPurpose = z.infer<typeof publicationPurpose>;
