import { say } from '../../core/text.js';

/** What tells configurations of one kind apart: the first values that a person gave, since the host knows none of them. */
export function heading(configured, form) {
  const telling = form.fields.filter(({ key, type, options }) => type === 'text' && options.length === 0 && configured.values[key]?.[0]);
  const short = telling.map(({ key }) => configured.values[key][0]).filter((value) => !value.includes('://'));
  return short.slice(-2).join(' · ') || say(form.name);
}
