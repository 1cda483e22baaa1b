package io.github.mavenhardening.core.signature.sigstore;

import java.security.GeneralSecurityException;
import java.util.Optional;

/** Access to Sigstore's library, which is present when a team has added it to the plugin's dependencies. */
public final class Sigstore {

    /** Whom to trust: Sigstore's own file of keys and certificates. Relative to the root of the checked repository. */
    public static final String TRUSTED_ROOT = ".mvn/hardening-trusted-root.json";

    /** The file has some seven thousand bytes. */
    public static final int MAX_TRUSTED_ROOT_BYTES = 1024 * 1024;

    /** The release that this plugin is tested with. */
    public static final String LIBRARY_VERSION = "2.0.0";

    private static final String LIBRARY = "dev.sigstore.KeylessVerifier";

    private Sigstore() {}

    /** Sigstore's file of keys and certificates cannot be used. */
    public static final class TrustedRootException extends Exception {
        private static final long serialVersionUID = 1L;

        TrustedRootException(String message, Throwable cause) {
            super(message, cause);
        }
    }

    /**
     * The verifier.
     *
     * @param trustedRoot the content of {@link #TRUSTED_ROOT}
     * @return empty when the library is not on the class path, or is one that does not fit
     * @throws TrustedRootException when that content is none
     */
    public static Optional<BundleVerifier> verifier(byte[] trustedRoot) throws TrustedRootException {
        try {
            Class.forName(LIBRARY, false, Sigstore.class.getClassLoader());
            return Optional.of(new KeylessBundles(trustedRoot));
        } catch (GeneralSecurityException e) {
            throw new TrustedRootException(e.getMessage(), e);
        } catch (ClassNotFoundException | LinkageError e) {
            return Optional.empty(); // Silent: the goal says then which library to add.
        }
    }
}
