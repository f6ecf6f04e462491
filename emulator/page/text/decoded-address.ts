/** Decodes percent-encoding; a malformed address is returned unchanged. */
export function decodedAddress(address: string): string {
  try {
    return decodeURIComponent(address);
  } catch {
    return address;
  }
}
