/** An error as a sentence for people; a missing connection is a TypeError of the browser. */
export const errorMessage = (error: unknown): string =>
  error instanceof Error && !(error instanceof TypeError) ? error.message : "模拟器没有应答，请稍后再试。";
