package io.github.mavenhardening.core.pin;

import io.github.mavenhardening.core.workflow.ImageReference;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What a registry is asked for.
 *
 * @param registry host, and port where one is given, as the image's name has it
 * @param repository the path below the registry
 * @see <a href="https://github.com/opencontainers/distribution-spec/blob/main/spec.md#pulling-manifests">pulling manifests</a>
 */
record ImageName(String registry, String repository, String tag) {

    private static final Pattern REGISTRY = Pattern.compile("[A-Za-z0-9][A-Za-z0-9.-]{0,252}(?::\\d{1,5})?");
    private static final Pattern REPOSITORY =
            Pattern.compile("[a-z0-9]+(?:[._-]{1,2}[a-z0-9]+)*+(?:/[a-z0-9]+(?:[._-]{1,2}[a-z0-9]+)*+)*+");
    private static final Pattern TAG = Pattern.compile("[A-Za-z0-9_][A-Za-z0-9._-]{0,127}");
    private static final int LONGEST = 255;

    /**
     * What an image's name says; empty where no registry would take it.
     *
     * @param usual the registry of names that name none; empty where nobody says which one that is
     */
    static Optional<ImageName> of(ImageReference image, Optional<String> usual) {
        String name = image.name();
        int slash = name.indexOf('/');
        boolean named = namesRegistry(image);
        String registry = named ? name.substring(0, slash) : usual.orElse("");
        String rest = named ? name.substring(slash + 1) : name;
        String repository = !named && !rest.contains("/") ? "library/" + rest : rest;
        String tag = image.tag().orElse("latest");
        boolean sound = isRegistry(registry)
                && repository.length() <= LONGEST
                && REPOSITORY.matcher(repository).matches()
                && TAG.matcher(tag).matches();
        return sound ? Optional.of(new ImageName(registry, repository, tag)) : Optional.empty();
    }

    /** Whether a text can be a registry: host, or host:port. */
    static boolean isRegistry(String text) {
        return REGISTRY.matcher(text).matches();
    }

    /** Whether the name begins with a registry. */
    static boolean namesRegistry(ImageReference image) {
        int slash = image.name().indexOf('/');
        String first = slash < 0 ? "" : image.name().substring(0, slash);
        return first.contains(".") || first.contains(":") || first.equals("localhost");
    }

    /** Whether it is this machine, which needs no TLS. */
    boolean isLoopback() {
        return isLoopback(registry.replaceFirst(":\\d+$", ""));
    }

    static boolean isLoopback(String host) {
        return List.of("localhost", "127.0.0.1", "::1", "[::1]").contains(host);
    }
}
