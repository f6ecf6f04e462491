import type { PersonalRef } from "../../platform/journal/personal-value.ts";
import type { StaffId } from "../../shared/brand.ts";
import type { Edition } from "./proof/manifest.ts";
import type { Keep } from "./rules.ts";

/** 归档: asked for by an organizer, confirmed by the approver, then made in the background. */
export interface Archive {
  /** From 1. */
  number: number;
  /** 保管期限, which a person chose. */
  keep: Keep;
  state: "requested" | "declined" | "confirmed" | "made";
  requestedBy: StaffId;
  requestedAt: Date;
  decidedBy: StaffId | null;
  decidedAt: Date | null;
  opinion: PersonalRef | null;
  madeAt: Date | null;
  files: readonly MadeArchive[];
}

/** An edition on the server. */
export interface MadeArchive {
  edition: Edition;
  name: string;
  /** In bytes. */
  size: number;
  entries: number;
  /** SHA-256 of its manifest. */
  hash: string;
}
