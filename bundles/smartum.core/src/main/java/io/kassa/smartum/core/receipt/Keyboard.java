package io.kassa.smartum.core.receipt;

import java.text.Normalizer;

/**
 * What stands on a till's keys, in the order of a US keyboard: the row of digits, then the three rows of letters. A British
 * keyboard differs from a US one in no key that a receipt is typed with. Source: the layouts of Windows (KBDFI, KBDGR, KBDFR).
 */
enum Keyboard {
    US("`1234567890-=qwertyuiop[]asdfghjkl;'\\zxcvbnm,./", "~!@#$%^&*()_+QWERTYUIOP{}ASDFGHJKL:\"|ZXCVBNM<>?"),
    FINNISH("§1234567890+´qwertyuiopå¨asdfghjklöä'zxcvbnm,.-", "½!\"#¤%&/()=?`QWERTYUIOPÅ^ASDFGHJKLÖÄ*ZXCVBNM;:_"),
    GERMAN("^1234567890ß´qwertzuiopü+asdfghjklöä#yxcvbnm,.-", "°!\"§$%&/()=?`QWERTZUIOPÜ*ASDFGHJKLÖÄ'YXCVBNM;:_"),
    FRENCH("²&é\"'(-è_çà)=azertyuiop^$qsdfghjklmù*wxcvbn,;:!", "³1234567890°+AZERTYUIOP¨£QSDFGHJKLM%µWXCVBN?./§");

    private static final String ACUTE = "\u0301";
    private static final String GRAVE = "\u0300";

    private final String plain;
    private final String shifted;

    Keyboard(String plain, String shifted) {
        this.plain = plain;
        this.shifted = shifted;
    }

    /** What a US keyboard writes when the keys are pressed that made this text here. */
    String asUs(String text) {
        return pressed(text, US.plain, US.shifted);
    }

    /** The same where Caps Lock is a shift lock: it also changes what is no letter. */
    String asUsWithShiftLock(String text) {
        return pressed(text, US.shifted, US.plain);
    }

    private String pressed(String text, String plainOfUs, String shiftedOfUs) {
        if (this == US && plainOfUs.equals(plain)) {
            return text;
        }
        String keys = apart(text);
        StringBuilder pressed = new StringBuilder(keys.length());
        for (int i = 0; i < keys.length(); i++) {
            char c = keys.charAt(i);
            int key = plain.indexOf(c);
            if (key >= 0) {
                pressed.append(plainOfUs.charAt(key));
            } else {
                key = shifted.indexOf(c);
                pressed.append(key < 0 ? c : shiftedOfUs.charAt(key));
            }
        }
        return pressed.toString();
    }

    /** An accent that is a dead key merges with the letter after it, as the equals sign before a receipt in a link does. */
    private String apart(String text) {
        if (plain.indexOf('´') < 0) {
            return text;
        }
        StringBuilder keys = new StringBuilder(text.length() + 2);
        for (int i = 0; i < text.length(); i++) {
            String letter = text.substring(i, i + 1);
            if (letter.charAt(0) < 0x80) {
                keys.append(letter);
                continue;
            }
            String parts = Normalizer.normalize(letter, Normalizer.Form.NFD);
            if (parts.endsWith(ACUTE)) {
                keys.append('´').append(parts.charAt(0));
            } else if (parts.endsWith(GRAVE)) {
                keys.append('`').append(parts.charAt(0));
            } else {
                keys.append(letter);
            }
        }
        return keys.toString();
    }
}
