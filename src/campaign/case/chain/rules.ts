import type { CivilDate } from "../../../shared/civil-date.ts";
import type { Verdict } from "../../objection/objection.ts";
import type { SelectionState } from "../../selection/selection.ts";

/** 申报、审核、决定、依据文件、告知: the links of 一事一链, in their order. */
export const LINKS = ["reported", "reviewed", "decided", "papers", "told"] as const;
export type Link = (typeof LINKS)[number];

/** Who did something, and when; `responsible`: who answers for it where somebody else entered it. */
export interface Act {
  by: string;
  at: Date;
  responsible?: string;
}

/** What is known of a case, link by link, before it is said who asks. */
export interface Chain {
  reported: {
    submitted: Act | undefined;
    /** The last change after that. */
    changed: Act | undefined;
    /** The last list with the case. */
    listed: (Act & { version: number; isWithdrawn: boolean }) | undefined;
  };
  reviewed: {
    /** 初评 */
    district: Act | undefined;
    visitedOn: CivilDate | undefined;
    /** Members whose points are final and count. */
    members: readonly Act[];
    /** Who recorded 合议分 that are in force. */
    agreedBy: readonly string[];
  };
  decided: {
    chosen:
      | { version: number; selected: boolean; state: SelectionState; proposed: Act; decided: Act | undefined }
      | undefined;
    published: { selected: boolean; at: Date; isSuspended: boolean } | undefined;
    lifted: Act | undefined;
    objections: readonly (Act & { number: number; verdict: Verdict; takesOff: boolean })[];
    /** The approved place among those for the province; `isSent`: it has gone there. */
    province: (Act & { place: number; isSent: boolean }) | undefined;
  };
  papers: {
    /** 盖章件 of the list, in words. */
    sealed: string | undefined;
    replies: readonly { department: string; on: CivilDate; by: string }[];
    /** What decisions rest on, in words. */
    authorities: readonly string[];
  };
  told: {
    returned: readonly { at: Date; dueOn: CivilDate }[];
    noticed: { beginsOn: CivilDate; endsOn: CivilDate } | undefined;
    published: Date | undefined;
    /** The district's officers: to how many the list was sent, and how many are known to have read it. */
    district: { of: number; read: number } | undefined;
    replied: readonly { number: number; on: CivilDate }[];
    /** 报送 to the province. */
    sentOn: CivilDate | undefined;
  };
}

/** What somebody may see of it. */
export interface ChainViewer {
  sight: "own" | "reported";
  /** Points of the team that are final: not for a member before their own. */
  seesTeam: boolean;
  /** What departments replied. */
  seesReplies: boolean;
  /** Objections, what decisions rest on: organizer, approver and auditor. */
  decides: boolean;
}

/** The links that the viewer may see: a district learns no member's name, and of decisions what was published. */
export function chainFor(chain: Chain, { sight, seesTeam, seesReplies, decides }: ChainViewer): Chain {
  const { reviewed, decided, papers, told } = chain;
  const isOwn = sight === "own";
  const isCity = !isOwn && decides;
  const team = !isOwn && seesTeam;
  const isSent = decided.province?.isSent ?? false;
  return {
    ...chain,
    reviewed: { ...reviewed, members: team ? reviewed.members : [], agreedBy: team ? reviewed.agreedBy : [] },
    decided: {
      ...decided,
      chosen: isOwn ? undefined : decided.chosen,
      objections: isCity ? decided.objections : [],
      province: isCity || isSent ? decided.province : undefined,
    },
    papers: {
      ...papers,
      replies: !isOwn && seesReplies ? papers.replies : [],
      authorities: isCity ? papers.authorities : [],
    },
    told: { ...told, replied: isCity ? told.replied : [] },
  };
}
