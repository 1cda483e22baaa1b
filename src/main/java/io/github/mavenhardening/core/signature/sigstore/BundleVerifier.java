package io.github.mavenhardening.core.signature.sigstore;

import java.io.IOException;
import java.nio.file.Path;

/**
 * Verifies bundles of Sigstore without a network: the signature, the certificate at the time of signing, its place in the log of
 * certificates and the signature's in the log of signatures. Who may sign is for the caller to say.
 *
 * @see <a href="https://docs.sigstore.dev/about/bundle/">Sigstore: bundle format</a>
 */
public interface BundleVerifier {

    /** A bundle has some ten thousand bytes. */
    int MAX_BYTES = 1024 * 1024;

    /**
     * Verifies one.
     *
     * @param file what is signed
     * @param bundle the bundle, JSON
     * @throws IOException when the file cannot be read
     */
    BundleResult verify(Path file, byte[] bundle) throws IOException;
}
