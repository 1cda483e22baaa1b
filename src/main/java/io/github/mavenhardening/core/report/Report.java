package io.github.mavenhardening.core.report;

import io.github.mavenhardening.core.policy.Result;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * A report format in which a result is written. Reports are found by {@link java.util.ServiceLoader};
 * {@code @AutoService(Report.class)}
 * registers one. An implementation has a public constructor without parameters and keeps no state.
 */
public interface Report {

    /** The name by which users ask for it, in lower case: {@code sarif}. */
    String format();

    /** The name of the file that it goes to: {@code hardening.sarif}. */
    String fileName();

    /** What the format is for, as the rest of a sentence, for the table of formats. */
    default String purpose() {
        return "reports in the format " + format();
    }

    /**
     * The result as UTF-8 text in this format: the same result gives the same bytes, on every machine and at every time. Lines
     * end in LF, the last one too. Its sentences name goals as they can be run.
     */
    byte[] encode(Result result, ReportContext context);

    /** The same, with what a limit of the format kept out of it. A format without limits leaves this as it is. */
    default Encoded encodeWithin(Result result, ReportContext context) {
        return new Encoded(encode(result, context), List.of());
    }

    /**
     * An encoded result.
     *
     * @param bytes the text in UTF-8
     * @param cut what was left out because of the format's limits, a sentence each for the user; empty when nothing was
     */
    @SuppressWarnings("ArrayRecordComponent") // Written as it is, never compared.
    record Encoded(byte[] bytes, List<String> cut) {}

    /** The same as a text. */
    default String render(Result result, ReportContext context) {
        return new String(encode(result, context), StandardCharsets.UTF_8);
    }
}
