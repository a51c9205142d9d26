package io.kassa.pos.deploy.artefact;

import java.nio.file.Path;
import org.osgi.framework.Version;

/**
 * A plug-in's jar that is signed as a whole by somebody the shop trusts. Only {@link Inspector} makes one from a file; what is
 * started later is compared with its fingerprint.
 *
 * @param file the private copy whose bytes were verified
 * @param signer the subject of the certificate that signed it
 */
public record Artefact(Path file, Fingerprint fingerprint, String symbolicName, Version version, String signer) {}
