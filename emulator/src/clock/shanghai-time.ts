const SHANGHAI_OFFSET_MS = 8 * 60 * 60 * 1000;

const localIso = (at: Date): string => new Date(at.getTime() + SHANGHAI_OFFSET_MS).toISOString();

/** ISO 8601 with the offset of Asia/Shanghai, whole seconds: `2023-08-10T08:30:00+08:00`. */
export const shanghaiIso = (at: Date): string => `${localIso(at).slice(0, 19)}+08:00`;

/** The calendar day in Asia/Shanghai, `2023-08-10`. */
export const shanghaiDay = (at: Date): string => localIso(at).slice(0, 10);
