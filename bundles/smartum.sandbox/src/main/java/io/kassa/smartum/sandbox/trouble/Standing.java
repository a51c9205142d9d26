package io.kassa.smartum.sandbox.trouble;

/** Trouble that has been set; {@code callsLeft} is 0 when it stands until it is cleared. */
public record Standing(long id, Target target, Trouble trouble, int callsLeft) {

    Standing afterOneCall() {
        return new Standing(id, target, trouble, callsLeft - 1);
    }
}
