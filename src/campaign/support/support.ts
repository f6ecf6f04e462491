import type { StaffId } from "../../shared/brand.ts";

export type SupportState = "asked" | "answered" | "closed";

/** 支持事项 (L20): what a case needs of the city. */
export interface SupportRequest {
  /** From 1. */
  number: number;
  district: string;
  /** The application's id, where one was submitted. */
  caseId: string | undefined;
  /** Name of what it is for; empty once erased. */
  about: string;
  content: string;
  askedBy: StaffId;
  askedAt: Date;
  responsible: string | null;
  state: SupportState;
  answer: string | undefined;
  answeredAt: Date | undefined;
  /** What came of it. */
  outcome: string | undefined;
  closedAt: Date | undefined;
}

/** Still to be answered by the city, or to be closed by the district. */
export const isOpen = ({ state }: Pick<SupportRequest, "state">): boolean => state !== "closed";
