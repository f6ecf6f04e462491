/** Emulated time, which campaigns follow; timeouts and tokens use machine time instead. */
export interface Clock {
  now(): Date;
}
