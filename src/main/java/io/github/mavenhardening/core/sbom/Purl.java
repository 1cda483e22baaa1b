package io.github.mavenhardening.core.sbom;

import io.github.mavenhardening.core.lock.Coordinates;
import java.nio.charset.StandardCharsets;

/**
 * Package URLs of Maven artifacts. They name no repository: which one is configured is none of an artifact's identity.
 *
 * @see <a href="https://github.com/package-url/purl-spec/blob/main/PURL-SPECIFICATION.rst">Package URL: specification</a>
 * @see <a href="https://github.com/package-url/purl-spec/blob/main/types-doc/maven-definition.md">Package URL: the type maven</a>
 */
final class Purl {

    private static final String HEX = "0123456789ABCDEF";

    private Purl() {}

    /** That of an artifact; the type is always there, since a POM and its jar are two files. */
    static String of(Coordinates c) {
        StringBuilder purl = new StringBuilder("pkg:maven/");
        // Qualifiers are sorted by name.
        encode(c.groupId(), purl);
        encode(c.artifactId(), purl.append('/'));
        if (!c.version().isEmpty()) {
            encode(c.version(), purl.append('@'));
        }
        if (!c.classifier().isEmpty()) {
            encode(c.classifier(), purl.append("?classifier="));
        }
        encode(c.extension(), purl.append(c.classifier().isEmpty() ? "?type=" : "&type="));
        return purl.toString();
    }

    private static void encode(String text, StringBuilder out) {
        for (byte unit : text.getBytes(StandardCharsets.UTF_8)) {
            char c = (char) (unit & 0xff);
            boolean plain = (c >= 'a' && c <= 'z')
                    || (c >= 'A' && c <= 'Z')
                    || (c >= '0' && c <= '9')
                    || c == '.'
                    || c == '-'
                    || c == '_'
                    || c == '~';
            if (plain) {
                out.append(c);
            } else {
                out.append('%').append(HEX.charAt(c >> 4)).append(HEX.charAt(c & 15));
            }
        }
    }
}
