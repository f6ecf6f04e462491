import type { PersonalRef } from "../../platform/journal/personal-value.ts";

/** 申报. One case's entry in the campaign, as last submitted. */
export interface Application {
  id: string;
  campaignId: string;
  /** The district's id. */
  district: string;
  /** Answer to the name field: 小区名称, 户主姓名. */
  compoundName: string;
  /** By field key. Personal values and free text are stored as references. */
  answers: Readonly<Record<string, StoredAnswer>>;
  /** From 1; each submission adds 1. */
  revision: number;
  formVersion: number;
  definitionVersion: number;
  state: ApplicationState;
  /** Reason for 不得参与, in words. */
  exclusion: string | null;
  /** Combined result of the disqualifying declarations. */
  declaration: DeclarationState;
  /** Why a declared event does not exclude: its computation, or the document it was lifted by, in words. */
  settled: string | null;
  submittedAt: Date;
  submittedBy: string;
  withdrawnAt: Date | null;
}

/** 提交 / 撤回 / 不得参与 */
export type ApplicationState = "submitted" | "withdrawn" | "excluded";

export const takesPart = ({ state }: Application): boolean => state === "submitted";

/** 无 / 待核实 / 有 */
export type DeclarationState = "none" | "unclear" | "declared";

/** A plain value, or a reference to personal data or free text. */
export type StoredAnswer = string | number | boolean | PersonalRef | readonly string[];
