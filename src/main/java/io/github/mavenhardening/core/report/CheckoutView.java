package io.github.mavenhardening.core.report;

import java.time.Instant;
import java.util.Optional;

/** What a checkout tells reports beside the findings. What costs something to find out is found out when it is asked for. */
public interface CheckoutView {

    /** The decoded text of a file, in which spans count; empty when there is no such file or it cannot be read. */
    Optional<String> text(String path);

    /** Which version it is. */
    Provenance provenance();

    /** When the commit that is checked out was made; empty when unknown. */
    Optional<Instant> committed();

    /** A view that knows nothing. */
    static CheckoutView none() {
        return new CheckoutView() {
            @Override
            public Optional<String> text(String path) {
                return Optional.empty();
            }

            @Override
            public Provenance provenance() {
                return Provenance.unknown();
            }

            @Override
            public Optional<Instant> committed() {
                return Optional.empty();
            }
        };
    }
}
