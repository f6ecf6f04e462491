/** Where the city's finished summary is filed. */
export const SUMMARY_PLACE = "summary:final";
