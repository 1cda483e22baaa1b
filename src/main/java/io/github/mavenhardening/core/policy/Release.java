package io.github.mavenhardening.core.policy;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.Optional;
import java.util.Properties;

/** The release of this plugin that a policy was written for, {@code 1.4}, compared with the one that reads it. */
public final class Release {

    /** What a policy says. */
    static final String EXPRESSION = "^[0-9]{1,9}(\\.[0-9]{1,9}){0,3}$";

    private static final String OURS = "/META-INF/maven/io.github.mavenhardening/hardening-maven-plugin/pom.properties";

    private Release() {}

    /** The release that runs, {@code 1.4.0-SNAPSHOT}; empty where the classes are in no jar that Maven made. */
    public static Optional<String> running() {
        try (InputStream in = Release.class.getResourceAsStream(OURS)) {
            if (in == null) {
                return Optional.empty();
            }
            Properties properties = new Properties();
            properties.load(in);
            return Optional.ofNullable(properties.getProperty("version"));
        } catch (IOException e) {
            throw new IllegalStateException("cannot read " + OURS, e);
        }
    }

    /** Whether a release comes after another, by its numbers alone: a snapshot is the release that it becomes. */
    static boolean isAfter(String release, String other) {
        return Arrays.compare(numbers(release), numbers(other)) > 0;
    }

    private static int[] numbers(String release) {
        int[] numbers = new int[4];
        String[] parts = release.replaceFirst("[^0-9.].*", "").split("\\.", -1);
        for (int i = 0; i < Math.min(numbers.length, parts.length); i++) {
            numbers[i] = parts[i].matches("[0-9]{1,9}") ? Integer.parseInt(parts[i]) : 0;
        }
        return numbers;
    }
}
