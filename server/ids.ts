// Random ids and keys.
import { randomBytes } from 'node:crypto';

/** 12 characters; for laboratories, sessions, seats and whatever else needs a name. */
export const newId = (): string => randomBytes(9).toString('base64url');

/** 32 characters; knowing it opens something. */
export const newKey = (): string => randomBytes(24).toString('base64url');
