package io.kassa.smartum.sandbox.receipt;

import io.kassa.smartum.sandbox.contract.Contract;
import java.security.SecureRandom;

/** The keys at hand: the published pair, and strangers' for what nobody should believe. */
public final class Signer {
    private final Keys published;
    private final Keys stranger;
    private final Keys small;
    private final Claims claims;

    public Signer(Keys published, Contract contract, SecureRandom random) {
        this.published = published;
        this.stranger = Keys.p521(random);
        this.small = Keys.p256(random);
        this.claims = new Claims(contract);
    }

    public Keys published() {
        return published;
    }

    Keys stranger() {
        return stranger;
    }

    Keys small() {
        return small;
    }

    Claims claims() {
        return claims;
    }
}
