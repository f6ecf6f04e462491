import type { PersonalRef } from "../../platform/journal/personal-value.ts";
import type { Application } from "../application/application.ts";
import type { RequirementGate } from "../application/requirements/rules.ts";
import type { Authority } from "../authority/authority.ts";
import type { Place } from "../ranking/ranking.ts";

/** 择优: the decision on every compound on the confirmed lists. The newest version is in force. */
export interface Selection {
  version: number;
  items: readonly SelectedItem[];
  state: SelectionState;
  recordedBy: string;
  recordedAt: Date;
  decidedBy: string | null;
  decidedAt: Date | null;
  publishedBy: string | null;
  publishedAt: Date | null;
  reopenedAt: Date | null;
  authority: Authority | undefined;
  /** 审批意见: the words beside the decision. */
  opinion: PersonalRef | undefined;
}

export interface SelectedItem {
  applicationId: string;
  /** 入选 / 不入选 */
  selected: boolean;
  /** 递补对象: place among the reserves, from 1; missing for all others. */
  reserve?: number;
  reason: PersonalRef;
  /** Id of the case as it was proposed; missing in selections of earlier versions of the program. */
  snapshot?: string;
}

/** 待批准 / 已批准 / 退回修改 / 须重新批准 / 已被新版本替代 / 已公布 */
export type SelectionState = "proposed" | "approved" | "declined" | "reopened" | "superseded" | "published";

/** A compound on a confirmed list. Numbers follow the districts, then each district's own order. */
export interface Candidate extends Shown {
  /** From 1. */
  number: number;
  /** Rows without proof; missing where the campaign takes none. */
  unproved?: readonly string[];
  /** Requirements that are not met or not clear now; left out where there is nothing to say. */
  gate?: RequirementGate;
  /** Where 附件1 and the district's points differ, in words; empty if nowhere. */
  contradictions?: string;
  /** What was decided against it, in a phrase: it may not be selected. */
  against?: string;
}

/** How a compound stands among all. Totals in hundredths. */
export interface Merit {
  /** Whose points rank by the ruling on them. */
  basis: "open" | "district" | "city";
  /** 名次; missing without a joint order, or outside it. */
  place?: Place;
  /** The district's total as the city corrected it; missing while nobody verified it. */
  corrected?: number;
  /** The city's own total; missing while a row has no points. */
  own?: number;
  /** Whether the satisfaction row has its maximum; missing without such a row. */
  satisfied?: boolean;
  /** Points of the rows on participation together; missing without such rows. */
  participation?: number;
}

/** What is shown of a compound: as it is now, or as a selection keeps it. */
export interface Shown {
  applicationId: string;
  /** The district's id and name. */
  district: string;
  districtName: string;
  name: string;
  /** 物业服务企业名称; missing where none was given. */
  enterprise?: string;
  /** Id and name of the category; missing in campaigns without categories. */
  category?: string;
  categoryName?: string;
  /** Finalized total of the district, in hundredths, before 核验; undefined without scoring. */
  total: number | undefined;
  /** Missing without final points; so are the points that stand for it, in hundredths by row. */
  merit?: Merit;
  rows?: Readonly<Record<string, number>>;
  declaration: Application["declaration"];
}

/** Input of one person so far. Nothing is preselected. */
export interface Choices {
  /** By application id. */
  items: Readonly<Record<string, Choice>>;
  /** Application ids of the reserves, in order; undefined: not asked yet. */
  reserves?: readonly string[] | undefined;
  /** Reason for breaking a 原则上 limit. */
  departure?: string | undefined;
  /** How the candidates stood when this was last saved, by application id. */
  seen?: Readonly<Record<string, Seen>> | undefined;
  /** What had changed when 报批 was asked for; said until something is saved. */
  told?: readonly string[] | undefined;
  /** Open page of the card, from 0. */
  page: number;
  /** The compounds are asked about one by one, not on one page. */
  oneByOne?: true | undefined;
  /** What was typed on the one page and could not be saved. */
  typed?: TypedAtOnce | undefined;
  /** Texts of the last page that could not be saved, by application id or {@link DEPARTURE}. */
  refused?: readonly RefusedText[] | undefined;
}

/** The page that asks for all at once: the numbers selected, and a reason for each side. */
export interface TypedAtOnce {
  numbers: string;
  /** Where the ruling provides for reserves. */
  reserves?: string | undefined;
  selected: string;
  passed: string;
}

/** Key of the reason for breaking a 原则上 limit. */
export const DEPARTURE = "departure";
/** Key of the reserves among texts that could not be saved. */
export const RESERVES = "reserves";

export interface RefusedText {
  key: string;
  /** What to write instead. */
  sentence: string;
  typed: string;
}

export interface Choice {
  selected?: boolean | undefined;
  reason?: string | undefined;
  /** The reason given for the other side, for who changes back. */
  aside?: string | undefined;
}

/** What of a candidate is compared when a draft is taken up again. */
export interface Seen {
  /** Hundredths that rank it; null: none. */
  total: number | null;
  /** 名次; null: none. */
  rank: number | null;
  /** 拟稿, where it was taken as the reason. */
  drafted?: string | undefined;
}
