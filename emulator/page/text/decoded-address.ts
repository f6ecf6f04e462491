/** The address, or a part of one, without its percent signs; one that is not encoded properly stays as it is. */
export function decodedAddress(address: string): string {
  try {
    return decodeURIComponent(address);
  } catch {
    return address;
  }
}
