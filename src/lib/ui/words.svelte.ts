// The page's sentences, handed down by the root layout.
import { createContext } from 'svelte';
import type { Words } from './words.ts';

export const [getWords, setWords] = createContext<() => Words>();
