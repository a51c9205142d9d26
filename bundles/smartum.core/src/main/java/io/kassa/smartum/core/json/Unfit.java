package io.kassa.smartum.core.json;

/**
 * Something from outside does not have the form that was agreed. The message names the member, never its content: content
 * can be a secret or a scanned code.
 */
public final class Unfit extends Exception {
    private static final long serialVersionUID = 1L;

    public Unfit(String what) {
        super(what, null, false, false);
    }
}
