import { BEFORE, productNumber } from './product.js';

// of ES512, by which receipts are signed, as it is written in them
const SIGNATURE = 176;
const EAN_8 = 8;

// of a link, what follows a pause may begin with an equals sign
const OPENING = new RegExp(`^(?!=)${BEFORE}(?:e[yz]j|[a-z][a-z0-9+.-]{1,30}://|www\\.)`, 'i');

/** The first of the texts, each in its spellings, of which nothing is missing: a signed token with its signature, or a product's number. */
export function whole(texts) {
  return first(texts, isWhole);
}

/**
 * The one that was scanned: what was typed by hand just before, or is left of another scan, is no part of it. `entered`: nothing more
 * is to come, so that eight digits may be all.
 */
export function scanned(texts, entered) {
  return first([...texts].reverse(), opensSigned) ?? whole(texts) ?? (entered ? first(texts, isProduct) : undefined) ?? texts[0];
}

function first(texts, fits) {
  return texts.find((spellings) => spellings.some(fits));
}

/** An EAN-8 may be the beginning of a longer number. */
function isWhole(text) {
  return isSigned(text) || (isProduct(text) && productNumber(text).length > EAN_8);
}

/** A signed token, or a link to one, with no more before it than a scanner puts there. */
function opensSigned(text) {
  return OPENING.test(text) && isSigned(text);
}

function isProduct(text) {
  const number = productNumber(text);
  return number !== undefined && fits(number);
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

/** GS1's check digit: every second digit before it counts threefold. */
function fits(number) {
  const sum = [...number].reverse().reduce((all, digit, place) => all + Number(digit) * (place % 2 === 0 ? 1 : 3), 0);
  return sum % 10 === 0;
}
