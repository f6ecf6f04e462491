import type { OfficeProgram } from "../../platform/documents/pdf/office.ts";
import type { Encryption } from "../../platform/storage/encryption.ts";
import type { EvidenceJobsDeps } from "../evidence/work-loop.ts";

export interface ArchiveJobsDeps extends EvidenceJobsDeps {
  encryption: Encryption;
  /** Where archives are kept whole. */
  folder: string;
  /** Makes PDFs of documents; undefined where it is not installed. */
  office: OfficeProgram | undefined;
}

/** Work that a process took is another's after this time, unless it says that it goes on. Machine time. */
export const LEASE_S = 300;
