package io.github.mavenhardening.core.api;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The checks' documentation pages, in Markdown. Each lies in the jar of its check, ours and third parties' alike, at
 * {@code META-INF/hardening/checks/<id>.md}.
 */
public final class CheckPages {

    private static final String FOLDER = "/META-INF/hardening/checks/";
    private static final int LIMIT = 256 << 10;
    private static final Pattern ID = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");

    private CheckPages() {}

    /**
     * A check's page, with LF line ends; empty when its jar holds none.
     *
     * @throws UncheckedIOException when the page is there and cannot be read
     */
    public static Optional<String> of(Check check) {
        String id = check.info().id();
        if (!ID.matcher(id).matches()) {
            return Optional.empty();
        }
        try (InputStream in = check.getClass().getResourceAsStream(FOLDER + id + ".md")) {
            return in == null
                    ? Optional.empty()
                    : Optional.of(new String(in.readNBytes(LIMIT), StandardCharsets.UTF_8).replace("\r\n", "\n"));
        } catch (IOException e) {
            throw new UncheckedIOException("the page of check " + id + " cannot be read", e);
        }
    }
}
