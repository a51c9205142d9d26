package io.kassa.pos.deploy.artefact;

/** Why an artefact is refused. Its name in lower case is the code of its text. */
public enum Fault {
    NOT_A_JAR,
    TOO_LARGE,
    UNSIGNED,
    ALTERED,
    ADDED_TO,
    DUPLICATE_ENTRY,
    UNSAFE_NAME,
    UNTRUSTED_SIGNER,
    EXPIRED,
    NOT_YET_VALID,
    NOT_A_PLUG_IN,
    NOT_HOT_DEPLOYABLE,
    DOWNGRADE,
    SAME_VERSION_OTHER_CONTENT,
    NEWER_CONTRACT,
    MISSING_IMPORT,
    DOES_NOT_FIT,
    DOES_NOT_START,
    UNHEALTHY,
    SETTINGS_BROKEN,
    NOTHING_TO_GO_BACK_TO,
    KEPT_FILE_CHANGED,
    TRUST_LIST_BROKEN,
    STORE_FAULT,
    TILL_FAULT
}
