/** Where a card's picture lies: at an address, or under the id of an uploaded file. */
export const addressIn = (source: string, fileUrl: (fileId: string) => string): string =>
  /^(?:https?:|data:|\/)/.test(source) ? source : fileUrl(source);
