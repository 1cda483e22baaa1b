package io.github.mavenhardening.core.fix;

import io.github.mavenhardening.core.finding.Fix;
import io.github.mavenhardening.core.finding.Span;
import io.github.mavenhardening.core.yaml.YamlScalar;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The fix of an address without encryption: the same by {@code https}. Not safe, for it cannot be seen here whether the server
 * answers it; and none where the address names a port, which is another one then.
 */
public final class EncryptedUrl {

    private static final Pattern OPEN = Pattern.compile("(?i)(http|git)://[^/?#:$]+(?:[/?#].*)?", Pattern.DOTALL);

    private EncryptedUrl() {}

    /** How many characters at the beginning of an address name the scheme that is to become {@code https}; empty for no fix. */
    static Optional<Integer> scheme(String address) {
        Matcher open = OPEN.matcher(address);
        return open.matches() ? Optional.of(open.end(1)) : Optional.empty();
    }

    /**
     * The fix.
     *
     * @param span where the address stands, as it is written, without quotes
     */
    public static Optional<Fix> of(String path, Span span, String address) {
        return scheme(address)
                .map(length -> of(
                        path,
                        new Span(
                                span.start(),
                                span.start() + length,
                                span.line(),
                                span.column(),
                                span.line(),
                                span.column() + length)));
    }

    /** The fix of a value that is an address. */
    public static Optional<Fix> of(YamlScalar address) {
        return scheme(address.value()).map(length -> of(address.source().path(), address.spanOf(0, length)));
    }

    /** The fix of the scheme that stands there. */
    private static Fix of(String path, Span scheme) {
        return Fix.of("Use https, which the server must offer", false, new Fix.Edit(path, scheme, "https"));
    }
}
