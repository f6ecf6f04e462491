/** Where a film was taken, as phones write it (ISO 6709): +30.0000+120.5800+010.000/ */
const PLACE = /[+-]\d{2,6}(?:\.\d+)?[+-]\d{3,7}(?:\.\d+)?(?:[+-]\d+(?:\.\d+)?)?(?:CRS[\w:]+)?\//g;

/** A film of the same length without the place that the phone wrote into it. */
export function withoutPlace(film: Buffer): Buffer {
  const clean = Buffer.from(film);
  const text = film.toString("latin1");
  for (const { index, 0: place } of text.matchAll(PLACE)) clean.fill(" ", index, index + place.length, "latin1");
  return clean;
}
