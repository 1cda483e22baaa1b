package io.github.mavenhardening.core.workflow;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A container image's name: {@code registry:port/path:tag@digest}.
 *
 * @param name registry and path, without tag and digest
 * @param tag the tag; empty when none is given, which means {@code latest}
 * @param digest what follows the {@code @}; empty when there is none
 * @see <a href="https://github.com/distribution/reference/blob/main/reference.go">the grammar of references</a>
 */
public record ImageReference(String name, Optional<String> tag, Optional<String> digest) {

    private static final Pattern DIGEST =
            Pattern.compile("sha256:[0-9a-fA-F]{64}|sha384:[0-9a-fA-F]{96}|sha512:[0-9a-fA-F]{128}");

    /** Takes a name apart; every text has some reading. */
    public static ImageReference parse(String text) {
        String stripped = text.strip();
        int at = stripped.indexOf('@');
        String tagged = at < 0 ? stripped : stripped.substring(0, at);
        Optional<String> digest = at < 0 ? Optional.empty() : Optional.of(stripped.substring(at + 1));
        // A colon before the last slash belongs to the registry's port.
        int colon = tagged.lastIndexOf(':');
        if (colon <= tagged.lastIndexOf('/')) {
            return new ImageReference(tagged, Optional.empty(), digest);
        }
        String tag = tagged.substring(colon + 1);
        return new ImageReference(
                tagged.substring(0, colon), tag.isEmpty() ? Optional.empty() : Optional.of(tag), digest);
    }

    /** Whether it names no image at all. */
    public boolean isEmpty() {
        return name.isEmpty();
    }

    /** Whether a well-formed digest fixes its content. */
    public boolean isPinned() {
        return digest.isPresent() && DIGEST.matcher(digest.get()).matches();
    }
}
