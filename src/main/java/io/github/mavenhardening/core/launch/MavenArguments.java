package io.github.mavenhardening.core.launch;

import io.github.mavenhardening.core.finding.Location;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Maven's command line arguments: properties and options, in every spelling that its command line knows. Long names may be
 * cut short, values may follow an equals sign, a blank, or the option itself, and flags may stand before an option in one word.
 *
 * @param definitions the properties that are set, in order
 * @param options the other options, in order
 * @see <a href="https://maven.apache.org/ref/current/maven-embedder/cli.html">Maven CLI options reference</a>
 */
public record MavenArguments(List<Definition> definitions, List<Option> options) {

    /** The variable that Maven itself takes arguments from. */
    public static final String OF_MAVEN = "MAVEN_ARGS";

    /** The variables that Maven, or the JVM that it runs in, takes arguments from. */
    public static final List<String> VARIABLES = List.of(
            OF_MAVEN, "MAVEN_OPTS", "MAVEN_DEBUG_OPTS", "JAVA_TOOL_OPTIONS", "JDK_JAVA_OPTIONS", "_JAVA_OPTIONS");

    /**
     * Short names by the long ones, of the options that matter to anybody here. Where the beginnings of two are alike, the one
     * that every Maven knows comes first: a Maven that knows both refuses what could be either.
     */
    private static final List<Map.Entry<String, String>> LONG = List.of(
            Map.entry("define", "D"),
            Map.entry("activate-profiles", "P"),
            Map.entry("settings", "s"),
            Map.entry("global-settings", "gs"),
            Map.entry("install-settings", "gs"),
            Map.entry("toolchains", "t"),
            Map.entry("global-toolchains", "gt"),
            Map.entry("install-toolchains", "gt"),
            Map.entry("file", "f"),
            Map.entry("fail-never", "fn"),
            Map.entry("lax-checksums", "c"),
            Map.entry("strict-checksums", "C"),
            Map.entry("legacy-local-repository", "llr"),
            Map.entry("projects", "pl"),
            Map.entry("project-settings", "ps"),
            Map.entry("resume-from", "rf"),
            Map.entry("resume", "r"),
            Map.entry("non-recursive", "N"),
            Map.entry("at-file", "af"));

    /** Short names of more than one letter; such a word is not a row of flags. */
    private static final Set<String> SHORT = Set.of(
            "af", "am", "amd", "ar", "canf", "cpu", "emp", "ep", "fae", "ff", "fn", "fos", "gs", "gt", "is", "it",
            "itr", "llr", "npr", "npu", "nsu", "ntp", "pl", "ps", "rf", "sadp", "up");

    /** Those that take a value. */
    private static final Set<String> VALUED =
            Set.of("D", "P", "T", "b", "emp", "ep", "f", "gs", "gt", "is", "it", "l", "pl", "ps", "rf", "s", "t");

    private static final String FLAGS = "BCNUVXcehoqrv";

    public MavenArguments {
        definitions = List.copyOf(definitions);
        options = List.copyOf(options);
    }

    /**
     * An option.
     *
     * @param name its short name, without the dash
     * @param value its value; empty where it has none
     * @param text how it is written, for messages
     * @param location where it, or its value, stands
     */
    public record Option(String name, String value, String text, Location location) {}

    /** Reads words. */
    public static MavenArguments of(List<Word> words) {
        List<Definition> definitions = new ArrayList<>();
        List<Option> options = new ArrayList<>();
        for (int i = 0; i < words.size(); i++) {
            Word word = words.get(i);
            for (Part part : parts(word.text())) {
                String value = part.value().orElse("");
                String text = word.text();
                Location location = word.location();
                if (VALUED.contains(part.name()) && part.value().isEmpty() && i + 1 < words.size()) {
                    i++;
                    value = words.get(i).text();
                    text = text + ' ' + value;
                    location = words.get(i).location();
                }
                if (part.name().equals("D")) {
                    definitions.add(Definition.of(value, text, location));
                } else {
                    options.add(new Option(part.name(), value, text, location));
                }
            }
        }
        return new MavenArguments(definitions, options);
    }

    /** An option as far as one word tells. */
    private record Part(String name, Optional<String> value) {}

    private static List<Part> parts(String word) {
        if (word.length() < 2 || word.charAt(0) != '-') {
            return List.of();
        }
        boolean isLong = word.startsWith("--");
        String body = word.substring(isLong ? 2 : 1);
        int equals = body.indexOf('=');
        String name = equals < 0 ? body : body.substring(0, equals);
        Optional<String> value = equals < 0 ? Optional.empty() : Optional.of(body.substring(equals + 1));
        if (!isLong && (SHORT.contains(name) || name.length() == 1)) {
            return List.of(new Part(name, value));
        }
        Optional<String> full = ofLong(name);
        if (full.isPresent()) {
            return List.of(new Part(full.get(), value));
        }
        return isLong ? List.of() : flags(body);
    }

    /** The short name of a long one that may be cut short; three letters tell the options apart from most others. */
    private static Optional<String> ofLong(String name) {
        for (Map.Entry<String, String> known : LONG) {
            if (known.getKey().equals(name)) {
                return Optional.of(known.getValue());
            }
        }
        for (Map.Entry<String, String> known : LONG) {
            if (name.length() >= 3 && known.getKey().startsWith(name)) {
                return Optional.of(known.getValue());
            }
        }
        return Optional.empty();
    }

    /** Flags in a row, the last of which may be an option with its value: {@code -BDname=value}. */
    private static List<Part> flags(String body) {
        List<Part> parts = new ArrayList<>();
        for (int i = 0; i < body.length(); i++) {
            String name = body.substring(i, i + 1);
            if (VALUED.contains(name)) {
                String rest = body.substring(i + 1);
                String value = rest.startsWith("=") ? rest.substring(1) : rest;
                parts.add(new Part(name, value.isEmpty() ? Optional.empty() : Optional.of(value)));
                return parts;
            }
            if (FLAGS.indexOf(body.charAt(i)) < 0) {
                return List.of();
            }
            parts.add(new Part(name, Optional.empty()));
        }
        return parts;
    }
}
