import type { CivilDate } from "../../shared/civil-date.ts";

/** 公示. The list of one version of the selection, shown to the public for some days. */
export interface PublicNotice {
  /** From 1. */
  number: number;
  /** Of the selection. */
  version: number;
  /** Both included; it ends at 24:00 of its last day. */
  beginsOn: CivilDate;
  endsOn: CivilDate;
  contact: NoticeContact;
  /** Address of the page that shows it; undefined: not filed. */
  page: string | undefined;
  begunBy: string;
  begunAt: Date;
}

/** Where objections go. Left out: not given, so the notice does not name it. */
export interface NoticeContact {
  /** 受理部门 */
  department: string;
  phone: string;
  email?: string;
  address?: string;
}

/** 尚未开始 / 公示中 / 已期满 / 已中止: its version is not the one to publish any more. */
export type NoticePhase = "coming" | "running" | "over" | "stopped";
