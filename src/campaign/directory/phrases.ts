export const directoryPhrases = {
  /** A name under a decision made in place of somebody. */
  inPlaceOf: (name: string, principal: string) => `${name}（代${principal}）`,
};
