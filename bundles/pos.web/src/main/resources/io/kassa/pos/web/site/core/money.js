import { customs } from './text.js';

const DIGITS = 2;

/** Integer minor units as decimal text, without arithmetic on fractions: 1005 is "10.05". */
export function decimal(minor, separator = '.') {
  const sign = minor < 0 ? '-' : '';
  const figures = String(Math.abs(minor)).padStart(DIGITS + 1, '0');
  return `${sign}${figures.slice(0, -DIGITS)}${separator}${figures.slice(-DIGITS)}`;
}

/** As the language writes it: €10.05 or 10,05 €, below zero with a minus in each. Intl takes decimal text exactly. */
export function money({ minor, currency }) {
  const format = new Intl.NumberFormat(customs(), { style: 'currency', currency });
  return format.format(decimal(minor)).replace('-', '\u2212');
}

/** As a person would type it, for a field that already holds an amount. */
export function typed({ minor }) {
  return decimal(minor, customs() === 'en-GB' ? '.' : ',');
}

/** Typed text to integer minor units: comma or point, at most two decimals. Anything else is undefined, never a guess. */
export function parseMinor(text) {
  const match = /^(\d{1,9})(?:[.,](\d{0,2}))?$/.exec(text.trim());
  if (!match) return undefined;
  return Number(match[1] + (match[2] ?? '').padEnd(DIGITS, '0'));
}

/** A price may be below zero, for what is taken back. */
export function parsePrice(text) {
  const minus = /^\s*[-−]/.exec(text);
  const minor = parseMinor(minus ? text.slice(minus[0].length) : text);
  return minus && minor ? -minor : minor;
}

export function isZero(amount) {
  return !amount || amount.minor === 0;
}
