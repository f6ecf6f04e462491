import type { Application, StoredAnswer } from "../application/application.ts";
import type { ClauseRow } from "../application/requirements/requirements.ts";
import type { Score } from "../scoring/score-sheet.ts";

/**
 * 快照. A case as it was at one moment, in sections with a hash each; never changed. What was confirmed, approved or
 * published holds ids of snapshots and is drawn from them for ever.
 */
export interface Snapshot extends SnapshotRef {
  takenAt: Date;
  /** Revision of the application. */
  revision: number;
  sections: Sections;
}

/** The same content has the same id. */
export interface SnapshotRef {
  id: string;
  /** The application's id. */
  caseId: string;
}

/** A snapshot of an earlier version of the program may lack sections that were added since. */
export type Sections = { readonly [Name in SectionName]?: Section<SectionContent[Name]> };
export type SectionName = keyof SectionContent;

export interface Section<Content> {
  /** SHA-256 of the content. */
  hash: string;
  content: Content;
}

export interface SectionContent {
  /** Who it is. */
  identity: {
    district: string;
    districtName: string;
    /** 小区名称 */
    name: string;
    /** Project name, enterprise, subdistrict and the like, by field key. Personal values are left out. */
    answers: Readonly<Record<string, StoredAnswer>>;
  };
  /** Further plain answers, e.g. 交付率, by field key. */
  figures: { answers: Readonly<Record<string, StoredAnswer>> };
  /** Points of the district; without a finalized sheet null and no rows. */
  points: {
    /** In hundredths. */
    total: number | null;
    rows: Readonly<Record<string, Pick<Score, "state" | "hundredths">>>;
  };
  /** 附件1, by clause id; left out in campaigns without requirements. */
  clauses: Readonly<Record<string, Pick<ClauseRow, "standing" | "source">>>;
  /** How the city had it among all; added where the city decides. */
  standing: {
    /** Whose points rank by the ruling on them. */
    basis: "open" | "district" | "city";
    /** 名次; null without a joint order, or outside it. */
    place: { rank: number; joint: boolean } | null;
    /** Totals in hundredths, corrected by the city and the city's own; null while there are none. */
    corrected: number | null;
    own: number | null;
    /** Hundredths by row, of the points that rank it; without a joint order as the city corrected them. */
    rows: Readonly<Record<string, number>>;
    /** The figure behind the satisfaction row in the city's list; missing where it has none. */
    figure?: number;
  };
  /** Whether it may take part. */
  gate: Pick<Application, "state" | "declaration" | "exclusion">;
}
