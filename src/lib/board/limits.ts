// Limits that the wire and the board share; here so that the protocol need not load the board.

/** Length of a sticky's text in UTF-16 units, as a text field counts them. */
export const stickyTextLimit = 500;
