/** The address of a card's picture, given as an address or as the id of an uploaded file. */
export const addressIn = (source: string, fileUrl: (fileId: string) => string): string =>
  /^(?:https?:|data:|\/)/.test(source) ? source : fileUrl(source);
