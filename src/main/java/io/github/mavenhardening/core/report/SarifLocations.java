package io.github.mavenhardening.core.report;

import io.github.mavenhardening.core.finding.Location;
import io.github.mavenhardening.core.finding.Sanitizer;
import io.github.mavenhardening.core.finding.Span;
import io.github.mavenhardening.core.json.JsonObject;
import io.github.mavenhardening.core.text.MaskedUsers;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;

/**
 * Locations as SARIF has them. A file as a whole is shown by its first line, and the repository as a whole by a file that stands
 * for it: GitHub refuses a result that has neither file nor line.
 */
final class SarifLocations {

    /** The name of the base that every path is relative to. */
    static final String ROOT = "%SRCROOT%";

    private static final String UNRESERVED = "-._~";

    private final String repositoryFile;
    private final CheckoutView checkout;

    SarifLocations(String repositoryFile, CheckoutView checkout) {
        this.repositoryFile = repositoryFile;
        this.checkout = checkout;
    }

    /**
     * Writes the line that a finding is shown at. GitHub shows an alert on a pull request only when all of this region was
     * changed: of a place of several lines it is the rest of the first.
     */
    void writeFirstLine(JsonObject json, Location location) {
        if (!spansLines(location.span())) {
            write(json, location);
            return;
        }
        Span span = location.span().get();
        JsonObject physical = json.putObject("physicalLocation");
        artifact(physical.putObject("artifactLocation"), location.path());
        JsonObject region =
                physical.putObject("region").put("startLine", span.line()).put("startColumn", span.column());
        snippet(region, location.path(), span);
        label(json, location);
    }

    static boolean spansLines(Optional<Span> span) {
        return span.isPresent() && span.get().endLine() > span.get().line();
    }

    void write(JsonObject json, Location location) {
        JsonObject physical = json.putObject("physicalLocation");
        artifact(physical.putObject("artifactLocation"), location.path());
        JsonObject region = physical.putObject("region");
        Optional<Span> span = location.span();
        if (span.isPresent()) {
            region(region, span.get());
            if (!spansLines(span)) {
                snippet(region, location.path(), span.get());
            }
        } else {
            region.put("startLine", 1);
        }
        label(json, location);
    }

    /** The region's text as far as it stands in its first line; left out where the file is not the one that was looked at. */
    private void snippet(JsonObject region, String path, Span span) {
        Optional<String> text = checkout.text(path).filter(all -> all.length() >= span.end());
        if (text.isEmpty() || span.start() == span.end()) {
            return;
        }
        int end = span.start();
        while (end < span.end() && text.get().charAt(end) != '\n' && text.get().charAt(end) != '\r') {
            end++;
        }
        int line = text.get().lastIndexOf('\n', span.start() - 1) + 1;
        String excerpt = MaskedUsers.in(text.get().substring(line, end)).substring(span.start() - line);
        if (!excerpt.isBlank()) {
            region.putObject("snippet").put("text", Sanitizer.text(excerpt));
        }
    }

    private static void label(JsonObject json, Location location) {
        if (!location.label().isEmpty()) {
            json.putObject("message").put("text", message(location.label()));
        }
    }

    void writeLine(JsonObject json, String path, int line) {
        JsonObject physical = json.putObject("physicalLocation");
        artifact(physical.putObject("artifactLocation"), path);
        physical.putObject("region").put("startLine", line);
    }

    void artifact(JsonObject json, String path) {
        json.put("uri", uri(path.isEmpty() ? repositoryFile : path)).put("uriBaseId", ROOT);
    }

    void region(JsonObject json, Span span) {
        json.put("startLine", span.line());
        json.put("startColumn", span.column());
        boolean ordered = span.endLine() > span.line() || span.endColumn() >= span.column();
        if (ordered) {
            json.put("endLine", span.endLine());
            json.put("endColumn", span.endColumn());
        }
    }

    /** A text that a person sees. What looks like SARIF's embedded link (§3.11.6) is broken: file content must not link. */
    static String message(String text) {
        return Sanitizer.text(text).replace("](", "] (");
    }

    /** A path as a relative URI reference: every byte of its UTF-8 form that is not unreserved is percent-encoded. */
    static String uri(String path) {
        if (isPlain(path)) {
            return path;
        }
        StringBuilder uri = new StringBuilder(path.length() + 8);
        for (byte b : path.getBytes(StandardCharsets.UTF_8)) {
            char c = (char) (b & 0xFF);
            if (isPlain(c)) {
                uri.append(c);
            } else {
                uri.append(String.format(Locale.ROOT, "%%%02X", (int) c));
            }
        }
        return uri.toString();
    }

    private static boolean isPlain(String path) {
        for (int i = 0; i < path.length(); i++) {
            if (!isPlain(path.charAt(i))) {
                return false;
            }
        }
        return true;
    }

    private static boolean isPlain(char c) {
        return c == '/'
                || (c >= 'a' && c <= 'z')
                || (c >= 'A' && c <= 'Z')
                || (c >= '0' && c <= '9')
                || UNRESERVED.indexOf(c) >= 0;
    }
}
