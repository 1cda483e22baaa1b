package io.github.mavenhardening;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The threat model says of each line which test shows it: those tests are there. */
class ThreatModelTest {

    private static final Pattern NAMED = Pattern.compile("`([A-Z]\\w+Test|src/it/[\\w-]+)`");

    @Test
    void namesTestsThatAreThere() throws IOException {
        Set<String> missing = new TreeSet<>();
        int named = 0;
        Set<String> classes = testClasses();
        Matcher matcher = NAMED.matcher(Files.readString(Path.of("src/site/markdown/threat-model.md")));
        while (matcher.find()) {
            named++;
            String test = matcher.group(1);
            boolean there = test.startsWith("src/it/") ? Files.isDirectory(Path.of(test)) : classes.contains(test);
            if (!there) {
                missing.add(test);
            }
        }
        assertThat(missing).isEmpty();
        assertThat(named).isGreaterThan(30);
    }

    private static Set<String> testClasses() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("src/test/java"))) {
            Set<String> names = new TreeSet<>();
            files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".java"))
                    .forEach(name -> names.add(name.substring(0, name.length() - ".java".length())));
            return names;
        }
    }
}
