package io.github.mavenhardening.core.report.aggregate;

import java.io.IOException;

/** The reader of reports, for inputs that anybody may have written. */
public final class AggregateInputs {

    private AggregateInputs() {}

    /**
     * A report.
     *
     * @throws IOException when it is none
     */
    public static void read(String text) throws IOException {
        RunReader.read(text, "report.json", "repository");
    }
}
