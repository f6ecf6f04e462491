import { randomUUID } from "node:crypto";
import type { StaffId } from "../../shared/brand.ts";
import type { Transaction } from "../storage/database.ts";
import type { Encryption } from "../storage/encryption.ts";
import { beforeCommit } from "../storage/transactions.ts";

/** Unfinished work of a feature, stored encrypted after every answer. */
export interface Draft {
  id: string;
  campaignId: string;
  /** `<feature>.<what>` */
  kind: string;
  district: string | undefined;
  /** E.g. the application being edited. */
  subject: string | undefined;
  startedBy: StaffId;
  state: "open" | "left" | "done" | "dropped";
  /** Incremented by every save. */
  version: number;
  body: unknown;
}

export interface DraftOwner {
  campaignId: string;
  kind: string;
  district?: string;
  subject?: string;
}

export interface Drafts {
  start(tx: Transaction, owner: DraftOwner & { startedBy: StaffId; body: unknown }): Promise<Draft>;
  read(tx: Transaction, id: string): Promise<Draft | undefined>;
  /**
   * Drafts that are neither done nor dropped, the most recently changed first.
   * @param owner `districts`: of these only
   */
  unfinished(tx: Transaction, owner: DraftOwner & { districts?: readonly string[] | undefined }): Promise<Draft[]>;
  save(tx: Transaction, draft: Draft, change: DraftChange): Promise<Draft>;
}

export interface DraftChange {
  body?: unknown;
  state?: Draft["state"];
  subject?: string;
  /** Somebody else takes it over. */
  startedBy?: StaffId;
}

export function makeDrafts(encryption: Encryption): Drafts {
  const draftOf = ({ body: sealed, ...row }: DraftRow): Draft => {
    let body: unknown;
    return {
      ...row,
      district: row.district ?? undefined,
      subject: row.subject ?? undefined,
      startedBy: row.startedBy as StaffId,
      state: row.state as Draft["state"],
      // Whoever asks which drafts there are does not read them.
      get body() {
        body ??= encryption.open(sealed);
        return body;
      },
    };
  };
  return {
    async start(tx, { body, ...owner }) {
      const now = new Date();
      return draftOf(
        await tx.draft.create({
          data: { id: randomUUID(), ...owner, body: encryption.seal(body), startedAt: now, updatedAt: now },
        }),
      );
    },
    async read(tx, id) {
      const [row] = await tx.$queryRaw<DraftRow[]>`
        select id, campaign_id as "campaignId", kind, district, subject, started_by as "startedBy", state, version, body
        from draft where id = ${id} for update`;
      return row && draftOf(row);
    },
    async unfinished(tx, { districts, ...owner }) {
      const rows = await tx.draft.findMany({
        where: {
          ...owner,
          ...(districts === undefined ? {} : { district: { in: [...districts] } }),
          state: { in: ["open", "left"] },
        },
        orderBy: { updatedAt: "desc" },
      });
      return rows.map(draftOf);
    },
    async save(tx, draft, { body, ...change }) {
      const changed = Object.fromEntries(Object.entries(change).filter(([, value]) => value !== undefined));
      await beforeCommit(tx, () =>
        tx.draft.update({
          where: { id: draft.id },
          data: {
            version: { increment: 1 },
            updatedAt: new Date(),
            ...(body === undefined ? {} : { body: encryption.seal(body) }),
            ...changed,
          },
          select: { id: true },
        }),
      );
      // The body as it is read again: what is undefined is not stored.
      const kept = body === undefined ? draft.body : JSON.parse(JSON.stringify(body));
      return { ...draft, ...changed, version: draft.version + 1, body: kept };
    },
  };
}

interface DraftRow {
  id: string;
  campaignId: string;
  kind: string;
  district: string | null;
  subject: string | null;
  startedBy: string;
  state: string;
  version: number;
  body: Uint8Array;
}
