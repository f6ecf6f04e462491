/** Name of the lane of somebody's pictures. */
export const picturesLane = (person: string): string => `${person} pictures`;
