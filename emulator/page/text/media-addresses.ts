/** An image by the id of an uploaded file. */
const MEDIA = /(!\[[^\]]*\]\()([@$][^)\s]+)(?=[)\s])/g;

/** Markdown with the addresses of uploaded files in place of their media ids. */
export const withMediaAddresses = (source: string, fileUrl: (mediaId: string) => string): string =>
  source.replaceAll(MEDIA, (_, start: string, id: string) => `${start}${fileUrl(id)}`);
