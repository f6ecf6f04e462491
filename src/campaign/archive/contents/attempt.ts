import { RefusalError } from "../../../shared/refusal-error.ts";
import { contentPhrases as phrases } from "./phrases.ts";
import type { Piece } from "./piece.ts";

/** What a refusal says cannot be made becomes a gap that the archive names; any other failure stops the work. */
export async function* attempt(title: string, make: () => Promise<Piece[]>): AsyncGenerator<Piece> {
  try {
    yield* await make();
  } catch (error) {
    if (!(error instanceof RefusalError)) throw error;
    yield { kind: "gap", words: phrases.notMade(title, error.message) };
  }
}
