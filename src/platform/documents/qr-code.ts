/** A QR code as a PNG picture, large enough to be printed. Loads the library lazily. */
export async function qrCode(text: string): Promise<Uint8Array> {
  const { default: library } = await import("qrcode");
  return library.toBuffer(text, { type: "png", errorCorrectionLevel: "M", margin: 2, scale: 6 });
}
