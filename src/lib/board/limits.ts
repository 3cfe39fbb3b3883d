// Limits that the wire and the board share; here so that the protocol need not load the board.

/** Length of a sticky's text in UTF-16 units, as a text field counts them. */
export const stickyTextLimit = 500;

/** Board units from the origin in each direction; things outside are malformed. */
export const boardReach = 1_000_000;
/** Longest side of a thing. */
export const sideLimit = 50_000;

/** Characters of a frame's or a cluster's name, and of what is written in a shape or on an arrow. */
export const frameNameLimit = 80;
export const labelLimit = 300;

/** Numbers of one stroke (three a point); a longer one is continued in a second stroke. */
export const strokeNumberLimit = 3 * 400;
