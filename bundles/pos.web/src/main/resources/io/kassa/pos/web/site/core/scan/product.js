const MARKS = '[-~#@!*$%&+^|;,="]{0,4}';

/** What scanners may be told to put before a code: signs, and the kind of code, as `]E0`. A part of a pattern. */
export const BEFORE = `${MARKS}(?:\\][A-Za-z]\\w)?${MARKS}`;

const PRODUCT = new RegExp(`^${BEFORE}(\\d{8}|\\d{12,14})${MARKS}$`);

/** A product's number without what a scanner put before and after it; or undefined. */
export function productNumber(text) {
  return PRODUCT.exec(text.trim())?.[1];
}
