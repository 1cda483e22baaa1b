package io.github.mavenhardening.core.lock.metadata;

import io.github.mavenhardening.core.lock.LockSyntaxException;
import java.nio.charset.StandardCharsets;

/** The reader of what stands beside the lock, for inputs that anybody may have written. */
public final class MetadataInputs {

    private MetadataInputs() {}

    /** Reads it, and works out which groups come from which repository. */
    public static void metadata(byte[] input) {
        try {
            RepositoryFilters.groupsById(MetadataParser.parse(new String(input, StandardCharsets.UTF_8)));
        } catch (LockSyntaxException e) {
            // As documented.
        }
    }
}
