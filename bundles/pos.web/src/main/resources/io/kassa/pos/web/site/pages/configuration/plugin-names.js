import { say } from '../../core/text.js';

const SHORT = 40;
const MOST = 2;

/** What tells the configurations of one kind apart: the first short texts in which they differ. The host knows none of them. */
export function heading(configured, form) {
  const all = form.configurations;
  if (all.length === 1) return say(form.name);
  const text = (one, key) => one.values[key]?.join(' ') ?? '';
  const telling = form.fields
    .filter(({ key, type }) => type !== 'password' && all.some((one) => text(one, key) !== text(all[0], key)))
    .map(({ key }) => text(configured, key))
    .filter((value) => value !== '' && value.length <= SHORT);
  return telling.slice(0, MOST).join(' · ') || configured.id;
}
