/** For a scrollable region: it must be focusable to be scrolled by keyboard. */
export const focusableRegion = { tabIndex: 0 };
