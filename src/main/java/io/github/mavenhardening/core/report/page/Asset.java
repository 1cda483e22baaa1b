package io.github.mavenhardening.core.report.page;

import io.github.mavenhardening.core.text.Digests;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** A style or script of the page, which lies beside this class and is written into the page as it is. */
final class Asset {

    private final String text;

    private Asset(String text) {
        this.text = text;
    }

    static Asset of(String name) {
        try (InputStream in = Asset.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("the jar lacks " + name);
            }
            return new Asset(new String(in.readAllBytes(), StandardCharsets.UTF_8).replace("\r\n", "\n"));
        } catch (IOException e) {
            throw new UncheckedIOException(name + " cannot be read", e);
        }
    }

    String text() {
        return text;
    }

    /**
     * The hash by which a Content Security Policy allows it.
     *
     * @see <a href="https://www.w3.org/TR/CSP3/#grammardef-hash-source">Content Security Policy Level 3: hash-source</a>
     */
    String source() {
        byte[] digest = Digests.sha256(text.getBytes(StandardCharsets.UTF_8));
        return "'sha256-" + Base64.getEncoder().encodeToString(digest) + "'";
    }
}
