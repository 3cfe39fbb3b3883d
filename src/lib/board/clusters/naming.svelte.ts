// Which new group waits for its name: whoever shows it takes the keyboard there. Knows no board.
export const naming: { asked: string | null } = $state({ asked: null });
