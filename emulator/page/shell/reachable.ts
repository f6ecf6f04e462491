/** For a region that scrolls: without a place in the tab order its end cannot be reached by keyboard. */
export const focusableRegion = { tabIndex: 0 };
