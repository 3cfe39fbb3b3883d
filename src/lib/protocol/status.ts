// How far a session is. Declaration only.

export type SessionStatus = 'planned' | 'open' | 'closed';
