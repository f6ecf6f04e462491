/** The moments of the demonstration's campaign at which a journey may begin, and what has happened by then. */
export const MOMENTS = {
  /** As at first start, the day before the first stage. */
  "8月9日": "2023-08-09T09:00:00+08:00",
  /** Stage one has opened. */
  "8月10日": "2023-08-10T09:00:00+08:00",
  /** Stage two has opened, nobody has applied. */
  "8月21日": "2023-08-21T09:00:00+08:00",
  /** Each of the six districts has two compounds with a locked 初评. */
  "9月13日": "2023-09-13T09:00:00+08:00",
  /** R10 and R14 are answered, nothing is selected. */
  "9月28日": "2023-09-28T09:00:00+08:00",
  /** The city's list is published. */
  "10月13日": "2023-10-13T12:00:00+08:00",
  /** The evening of the last day: everything is handed in. */
  "10月21日": "2023-10-21T18:00:00+08:00",
} as const;

export type Moment = keyof typeof MOMENTS;
