import type { PersonalRef } from "../../platform/journal/personal-value.ts";

/** 申报. One case's entry in the campaign, as last handed in. */
export interface Application {
  id: string;
  campaignId: string;
  /** The district's id. */
  district: string;
  /** The answer to the field that is the name: 小区名称, 户主姓名. */
  compoundName: string;
  /** Field key → answer; personal values and free text only as references. */
  answers: Readonly<Record<string, StoredAnswer>>;
  /** Grows with every handing in. */
  revision: number;
  formVersion: number;
  definitionVersion: number;
  state: ApplicationState;
  /** Why it is excluded, in words. */
  exclusion: string | null;
  /** What its disqualifying declarations say together. */
  declaration: DeclarationState;
  submittedAt: Date;
  submittedBy: string;
}

/** 提交 / 撤回 / 不得参与 */
export type ApplicationState = "submitted" | "withdrawn" | "excluded";

export const takesPart = ({ state }: Application): boolean => state === "submitted";

/** 无 / 待定 / 有 */
export type DeclarationState = "none" | "unclear" | "declared";

/** Plain where it is neither personal nor free text. */
export type StoredAnswer = string | number | boolean | PersonalRef | readonly string[];
