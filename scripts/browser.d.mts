// What playwright.config.ts may ask of browser.mjs.
export function findBrowser(): string | undefined;
