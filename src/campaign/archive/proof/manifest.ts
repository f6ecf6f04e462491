import { z } from "zod";

/** Raised when an older program could no longer check what is written. */
export const ARCHIVE_VERSION = 1;
export const MANIFEST = "manifest.json";
/** SHA-256 of the manifest, as `sha256sum` writes it. */
export const MANIFEST_HASH = "manifest.json.sha256";
/** Folder of the journal's entries. */
export const JOURNAL = "journal/";
export const JOURNAL_LINES = /^journal\/\d{5}\.jsonl$/;

/** 存档本, complete; 利用本, masked. */
export const EDITIONS = ["full", "use"] as const;
export type Edition = (typeof EDITIONS)[number];

const sha256 = z.string().regex(/^[0-9a-f]{64}$/);

export const manifestEntry = z.object({
  path: z.string(),
  /** In bytes. */
  size: z.number().int().nonnegative(),
  sha256,
  /** It holds personal values: once it is erased the rest proves itself as before. */
  erasable: z.literal(true).optional(),
});
export type ManifestEntry = z.infer<typeof manifestEntry>;

export const manifest = z.object({
  format: z.literal("jiayuan-archive"),
  version: z.number().int(),
  edition: z.enum(EDITIONS),
  campaign: z.object({ id: z.string(), title: z.string(), year: z.number().int() }),
  /** The how many-th archive of the campaign. */
  number: z.number().int().positive(),
  /** Campaign time, ISO 8601 in the zone of Shanghai. */
  madeAt: z.string(),
  journal: z.object({
    /** Seals in the archive, from the first of the database on. */
    entries: z.number().int().nonnegative(),
    /** Hash of the last of them: 操作留痕校验值. */
    head: sha256,
  }),
  entries: z.array(manifestEntry),
});
export type Manifest = z.infer<typeof manifest>;

/** A line of the journal's files: a seal with the text that it seals, unless that is withheld. */
export const journalLine = z.object({
  number: z.number().int(),
  /** Id of the entry. */
  entry: z.string(),
  hash: sha256,
  /** The sealed text, as it was hashed. */
  text: z.string().optional(),
  /** Why there is no text: of another campaign, or it would give away a masked value. */
  withheld: z.enum(["other", "masked"]).optional(),
  /** In archives of earlier versions, in place of a masked text: the same without what gives values away. */
  masked: z.string().optional(),
});
export type JournalLine = z.infer<typeof journalLine>;
