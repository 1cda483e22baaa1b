package io.github.mavenhardening.core.workflow.egress;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A machine and a port that something connects to.
 *
 * @param host its name, in lower case
 * @param port the port
 * @param path what stands behind both in the address that it was read from; empty text where there is none
 */
record Endpoint(String host, int port, String path) {

    private static final int HTTPS = 443;
    /** What images of Docker's own registry may begin with: no machine that is asked. */
    private static final String DOCKERS = "docker.io/";

    private static final Map<String, Integer> PORTS = Map.ofEntries(
            Map.entry("https", HTTPS),
            Map.entry("oci", HTTPS),
            Map.entry("docker", HTTPS),
            Map.entry("wss", HTTPS),
            Map.entry("http", 80),
            Map.entry("ws", 80),
            Map.entry("ftp", 21),
            Map.entry("ssh", 22),
            Map.entry("sftp", 22),
            Map.entry("git", 9418));

    /** A colon may be escaped, as in files of properties. */
    static final Pattern ADDRESS = Pattern.compile(
            "(?<![a-z])(https|oci|docker|wss|http|ws|ftp|ssh|sftp|git)\\\\?://(?:[^\\s/@'\"<>]{1,200}@)?"
                    + "([a-z0-9.-]{1,253})(?::([0-9]{1,5}))?(?![$%{*\\[])(/[^\\s'\"<>]{0,300})?",
            Pattern.CASE_INSENSITIVE);

    private static final Pattern NAME = Pattern.compile("(?:[a-z0-9](?:[a-z0-9-]{0,62})\\.){1,20}[a-z]{2,20}");
    /** Ends of names that lead nowhere, or to the job's own machine and its network. */
    private static final Set<String> OWN = Set.of("localhost", "local", "internal", "test", "invalid", "example");

    /** What stands in a table: {@code host} or {@code host:port}. */
    static Endpoint of(String text) {
        int colon = text.indexOf(':');
        return colon < 0
                ? new Endpoint(text, HTTPS, "")
                : new Endpoint(text.substring(0, colon), Integer.parseInt(text.substring(colon + 1)), "");
    }

    /** What a match of {@link #ADDRESS} says; empty where it names no machine that is known by that name everywhere. */
    static Optional<Endpoint> of(Matcher address) {
        Integer port = PORTS.get(address.group(1).toLowerCase(Locale.ROOT));
        return of(
                address.group(2),
                address.group(3) == null ? port : Integer.parseInt(address.group(3)),
                address.group(4) == null ? "" : address.group(4));
    }

    /** The registry that an image's name begins with; empty where it names none, or Docker's own by its short name. */
    static Optional<Endpoint> ofImage(String image) {
        int slash = image.indexOf('/');
        return slash < 0 || isDockers(image) ? Optional.empty() : ofHost(image.substring(0, slash));
    }

    /** Whether an image's name begins with the short name of Docker's own registry. */
    static boolean isDockers(String image) {
        return image.startsWith(DOCKERS);
    }

    /** A text that is a machine's name, perhaps with a port, and nothing else. */
    static Optional<Endpoint> ofHost(String text) {
        int colon = text.indexOf(':');
        String port = colon < 0 ? "" : text.substring(colon + 1);
        if (colon >= 0 && (port.isEmpty() || port.length() > 5 || !port.chars().allMatch(Character::isDigit))) {
            return Optional.empty();
        }
        return of(colon < 0 ? text : text.substring(0, colon), colon < 0 ? HTTPS : Integer.parseInt(port), "");
    }

    private static Optional<Endpoint> of(String name, int port, String path) {
        String host = name.toLowerCase(Locale.ROOT);
        String end = host.substring(host.lastIndexOf('.') + 1);
        return !NAME.matcher(host).matches() || OWN.contains(end) || port < 1 || port > 65_535
                ? Optional.empty()
                : Optional.of(new Endpoint(host, port, path));
    }

    /** As lists of allowed endpoints have it: {@code host:port}. */
    String text() {
        return host + ":" + port;
    }
}
