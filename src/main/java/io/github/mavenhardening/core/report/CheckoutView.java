package io.github.mavenhardening.core.report;

import java.time.Instant;
import java.util.Optional;

/** What a checkout tells reports beside the findings. What costs something to find out is found out when it is asked for. */
public interface CheckoutView {

    /** The decoded text of a file, in which spans count; empty when there is no such file or it cannot be read. */
    Optional<String> text(String path);

    /** Which version it is. */
    default Provenance provenance() {
        return Provenance.unknown();
    }

    /** When the commit that is checked out was made; empty when unknown. */
    default Optional<Instant> committed() {
        return Optional.empty();
    }

    /** A view that knows nothing. */
    static CheckoutView none() {
        return path -> Optional.empty();
    }
}
