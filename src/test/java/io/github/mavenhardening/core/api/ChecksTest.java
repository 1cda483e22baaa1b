package io.github.mavenhardening.core.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import io.github.mavenhardening.core.finding.Confidence;
import io.github.mavenhardening.core.finding.Finding;
import io.github.mavenhardening.core.finding.Location;
import io.github.mavenhardening.core.finding.Persona;
import io.github.mavenhardening.core.finding.Severity;
import io.github.mavenhardening.core.source.Environment;
import io.github.mavenhardening.core.source.Repository;
import io.github.mavenhardening.core.text.NearestName;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ChecksTest {

    private interface Kind extends WorkflowCheck {}

    @CheckInfo(
            id = "unpinned-things",
            title = "Things are pinned",
            severity = Severity.MEDIUM,
            confidence = Confidence.LOW,
            persona = Persona.PEDANTIC)
    public static final class Pinned implements Kind {}

    @CheckInfo(id = "unpinned-things", title = "Taken", severity = Severity.LOW)
    public static final class Taken implements WorkflowCheck {}

    @CheckInfo(id = "packed-jar", title = "Packed", severity = Severity.LOW)
    public static final class Packed implements WorkflowCheck {}

    @CheckInfo(id = "Not_Kebab", title = "Spelt", severity = Severity.LOW)
    public static final class Misspelt implements WorkflowCheck {}

    public static final class Bare implements WorkflowCheck {}

    @CheckInfo(id = "failing", title = "Fails", severity = Severity.LOW)
    public static final class Failing implements WorkflowCheck {
        public Failing() {
            throw new UnsupportedOperationException("not today");
        }
    }

    @TempDir
    Path folder;

    @Test
    void areSortedAndFoundById() {
        Pinned pinned = new Pinned();
        Packed packed = new Packed();
        Checks checks = Checks.of(List.of(pinned, packed));

        assertThat(checks.all()).containsExactly(packed, pinned);
        assertThat(checks.byId("packed-jar")).contains(packed);
        assertThat(checks.byId("none")).isEmpty();
        assertThat(checks.of(Kind.class)).containsExactly(pinned);
    }

    @Test
    void twoWithOneIdAreRefused() {
        assertThatThrownBy(() -> Checks.of(List.of(new Pinned(), new Taken())))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContainingAll("unpinned-things", Pinned.class.getName(), Taken.class.getName());
    }

    @Test
    void oneWithoutMetadataIsRefused() {
        assertThatThrownBy(() -> Checks.of(List.of(new Bare())))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage(Bare.class.getName() + " carries no @CheckInfo");
    }

    @Test
    void anIdThatIsNotKebabCaseIsRefused() {
        assertThatThrownBy(() -> Checks.of(List.of(new Misspelt())))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContainingAll(Misspelt.class.getName(), "Not_Kebab");
    }

    @Test
    void areLoadedFromAnyJar() throws IOException {
        try (URLClassLoader loader = offering(Pinned.class.getName(), Packed.class.getName())) {
            assertThat(Checks.load(loader).all()).hasAtLeastOneElementOfType(Pinned.class);
            assertThat(Checks.load(loader).byId("packed-jar")).containsInstanceOf(Packed.class);
        }
    }

    @Test
    void oneThatCannotBeLoadedIsNamed() throws IOException {
        try (URLClassLoader loader = offering(Failing.class.getName())) {
            assertThatThrownBy(() -> Checks.load(loader))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining(Failing.class.getName());
        }
        try (URLClassLoader loader = offering("org.example.Missing")) {
            assertThatThrownBy(() -> Checks.load(loader))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("org.example.Missing");
        }
    }

    @Test
    void oneThatDoesNotFitThisVersionIsNamed() throws IOException {
        try (URLClassLoader loader = new Broken(offering("org.example.Broken"))) {
            assertThatThrownBy(() -> Checks.load(loader))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("org/example/Gone");
        }
    }

    @Test
    void theNearestIdIsOffered() {
        Checks checks = Checks.of(List.of(new Pinned(), new Packed()));

        assertThatThrownBy(() -> checks.named("unpined-things"))
                .hasMessage("There is no check 'unpined-things'; did you mean unpinned-things?");
        assertThatThrownBy(() -> checks.named("template-injection"))
                .hasMessage("There is no check 'template-injection'");
        assertThatThrownBy(() -> checks.named("")).hasMessage("There is no check ''");
        assertThat(checks.named("packed-jar")).isInstanceOf(Packed.class);
        assertTimeoutPreemptively(
                Duration.ofSeconds(20),
                () -> assertThat(NearestName.of("a".repeat(10_000_000), List.of("packed-jar")))
                        .isEmpty());
    }

    @Test
    void aFindingBeginsWithTheMetadata() {
        Pinned check = new Pinned();
        List<Finding> found = new ArrayList<>();
        FindingSink sink = found::add;

        sink.add(check.at(Location.ofFile("a")).message("m").remedy("r"));

        assertThat(found).singleElement().satisfies(finding -> {
            assertThat(finding.checkId()).isEqualTo("unpinned-things");
            assertThat(finding.severity()).isEqualTo(Severity.MEDIUM);
            assertThat(finding.confidence()).isEqualTo(Confidence.LOW);
            assertThat(finding.persona()).isEqualTo(Persona.PEDANTIC);
        });
    }

    private record Packing(@Option("How") String how) {}

    private record Pinning(
            @Option(value = "How much", otherwise = "high") String much) {}

    @Test
    void aCheckIsGivenItsOwnOptions() {
        Packing packing = new Packing("zip");
        CheckContext context = new CheckContext(
                new Repository(null, Optional.empty()),
                new Environment(
                        Clock.fixed(Instant.parse("2026-11-22T23:30:00Z"), ZoneOffset.ofHours(5)),
                        Map.of("A", " ", "B", "b")),
                Options.of(List.of(packing)),
                List.of());

        assertThat(context.options(Packing.class)).isSameAs(packing);
        assertThat(context.options(Pinning.class)).isEqualTo(new Pinning("high"));
        assertThat(context.environment().today()).isEqualTo(LocalDate.of(2026, 11, 22));
        assertThat(context.environment().variable("A")).isEmpty();
        assertThat(context.environment().variable("B")).contains("b");
        assertThat(context.environment().variable("C")).isEmpty();
    }

    @Test
    void familiesHaveLabels() {
        assertThat(Family.SECURITY_INSIGHTS.label()).isEqualTo("security-insights");
        assertThat(Family.SECURITY_INSIGHTS.title()).isEqualTo("Security Insights");
    }

    private URLClassLoader offering(String... classes) throws IOException {
        Path services = Files.createDirectories(folder.resolve(classes[0]).resolve("META-INF/services"));
        Files.writeString(services.resolve(Check.class.getName()), String.join("\n", classes));
        URL[] urls = {services.getParent().getParent().toUri().toURL()};
        return new URLClassLoader(urls, ChecksTest.class.getClassLoader());
    }

    /** A loader whose jar holds a check that needs a class which is gone. */
    private static final class Broken extends URLClassLoader {
        Broken(URLClassLoader jar) {
            super(jar.getURLs(), ChecksTest.class.getClassLoader());
        }

        @Override
        protected Class<?> findClass(String name) throws ClassNotFoundException {
            if (name.equals("org.example.Broken")) {
                throw new NoClassDefFoundError("org/example/Gone");
            }
            return super.findClass(name);
        }
    }
}
