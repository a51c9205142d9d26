import { store } from './store.js';

export const LANGUAGES = ['en', 'fi', 'sv'];
export const LANGUAGE_NAMES = { en: 'English', fi: 'Suomi', sv: 'Svenska' };
// a language alone has no customs of writing money and times: take those of the place the till stands in
const CUSTOMS = { en: 'en-GB', fi: 'fi-FI', sv: 'sv-FI' };
const KEY = 'kassa.language';

export const language = store(first());
let catalogue = {};

function first() {
  const wanted = [localStorage.getItem(KEY), ...navigator.languages.map((tag) => tag.slice(0, 2))];
  return wanted.find((tag) => LANGUAGES.includes(tag)) ?? 'en';
}

export async function loadTexts(tag = language.get()) {
  const answer = await fetch(new URL(`../texts/${tag}.json`, import.meta.url));
  if (!answer.ok) throw new Error(`Texts missing: ${tag}`);
  catalogue = await answer.json();
  document.documentElement.lang = tag;
  language.set(tag);
}

export async function speak(tag) {
  await loadTexts(tag);
  localStorage.setItem(KEY, tag);
}

/** A text of the pages' own catalogue; `{name}` stands for `values.name`. */
export function t(key, values = {}) {
  const pattern = catalogue[key];
  if (pattern === undefined) throw new Error(`No text ${key}`);
  return pattern.replace(/\{(\w+)\}/g, (_, name) => String(values[name]));
}

/** A message of the server, which carries its text in every language. */
export function say(message) {
  const texts = message?.texts ?? {};
  return texts[language.get()] ?? texts.en ?? Object.values(texts)[0] ?? '';
}

export function customs() {
  return CUSTOMS[language.get()];
}

export function time(instant) {
  const format = new Intl.DateTimeFormat(customs(), { hour: '2-digit', minute: '2-digit', timeZone: 'Europe/Helsinki' });
  return format.format(new Date(instant));
}

export function dateTime(instant) {
  const format = new Intl.DateTimeFormat(customs(), {
    day: 'numeric',
    month: 'numeric',
    year: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    timeZone: 'Europe/Helsinki',
  });
  return format.format(new Date(instant));
}
