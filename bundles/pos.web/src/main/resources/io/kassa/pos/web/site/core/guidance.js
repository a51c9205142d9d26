import { language, t } from './text.js';

/** A guidance in the pages' own words, for what the till cannot say: that it was not reached, or was sent nothing. */
export function ownGuidance(code) {
  const part = (name) => ({ code: `page.${code}`, texts: { [language.get()]: t(`${code}.${name}`) } });
  return { happened: part('happened'), money: part('money'), next: part('next') };
}
