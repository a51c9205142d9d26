import { productNumber } from './product.js';

// of ES512, by which receipts are signed, as it is written in them
const SIGNATURE = 176;
const WITH_CHECK_DIGIT = /^\d{12,14}$/;

/** Whether nothing of a code is missing: a signed token with its signature, or a product's number whose last digit fits the others. */
export function isWhole(text) {
  return isSigned(text) || fits(productNumber(text));
}

/** Whether it is a whole signed token without anything before it. */
export function opensSigned(text) {
  return /^e[yz]j/i.test(text) && isSigned(text);
}

/**
 * It may stand behind signs of the scanner's or in a link, whose equals sign may have become an accent on its first letter. A German
 * till writes another letter for its second one, a French one, or Caps Lock, another sign for its dots.
 */
function isSigned(text) {
  const start = text.search(/[eé][yz]j/i);
  if (start < 0) return false;
  const [, , signature = ''] = text.slice(start).split(/[.:/]/);
  return signature.length >= SIGNATURE;
}

/** GS1's check digit: every second digit before it counts threefold. An EAN-8 may be the beginning of a longer number. */
function fits(number = '') {
  if (!WITH_CHECK_DIGIT.test(number)) return false;
  const sum = [...number].reverse().reduce((all, digit, place) => all + Number(digit) * (place % 2 === 0 ? 1 : 3), 0);
  return sum % 10 === 0;
}
