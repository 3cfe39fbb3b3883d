// What a story can change about the canvas while it is open. Knows no board.
export const settings = $state({ mayWrite: true, mayFrame: false, item: null as string | null });
