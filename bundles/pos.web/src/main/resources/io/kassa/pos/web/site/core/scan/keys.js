const OTHERS = {
  Backquote: '`~',
  Minus: '-_',
  Equal: '=+',
  BracketLeft: '[{',
  BracketRight: ']}',
  Backslash: '\\|',
  Semicolon: ';:',
  Quote: '\'"',
  Comma: ',<',
  Period: '.>',
  Slash: '/?',
};
const SHIFTED_DIGITS = ')!@#$%^&*(';

// what stands on these keys of Finnish, Swedish, German and French keyboards
const ACCENTS = { Equal: '´`', BracketRight: '¨^', BracketLeft: '^¨' };

/** What the key would have written on a US keyboard, which is what most scanners believe in; as it was written where it is not known. */
export function onUsKeyboard({ code, key, shiftKey }) {
  const [, letter, digit] = /^(?:Key([A-Z])|Digit(\d))$/.exec(code) ?? [];
  if (letter) return shiftKey ? letter : letter.toLowerCase();
  if (digit) return shiftKey ? SHIFTED_DIGITS[digit] : digit;
  return OTHERS[code]?.[Number(shiftKey)] ?? key;
}

/** What the key writes; for a dead key the accent that waits for a letter, or nothing where that is not known. */
export function written({ code, key, shiftKey }) {
  return key === 'Dead' ? (ACCENTS[code]?.[Number(shiftKey)] ?? '') : key;
}

/** Whether what came after a dead key has its accent already: on the letter, or alone. */
export function carries(accent, key) {
  return key === accent || key.normalize('NFD').length > 1;
}
