package io.github.mavenhardening.core.checks.dependency;

import com.google.auto.service.AutoService;
import io.github.mavenhardening.core.api.BuildCheck;
import io.github.mavenhardening.core.api.Check;
import io.github.mavenhardening.core.api.CheckContext;
import io.github.mavenhardening.core.api.CheckInfo;
import io.github.mavenhardening.core.dependency.BuildDescription;
import io.github.mavenhardening.core.finding.Element;
import io.github.mavenhardening.core.finding.Finding;
import io.github.mavenhardening.core.finding.Severity;
import io.github.mavenhardening.core.pom.Declaration;
import io.github.mavenhardening.core.pom.Pom;
import io.github.mavenhardening.core.xml.XmlElement;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.Set;

/** A version that is chosen while the build runs: a range, {@code LATEST} or {@code RELEASE}. */
@AutoService(Check.class)
@CheckInfo(
        id = "dynamic-version",
        title = "A version lets each build choose another artifact",
        severity = Severity.MEDIUM,
        sources = {
            "https://maven.apache.org/pom.html#dependency-version-requirement-specification",
            "https://maven.apache.org/enforcer/enforcer-rules/banDynamicVersions.html"
        })
public final class DynamicVersion implements BuildCheck {

    /** Plugins to which a range or a word for a version is a condition, or names what they compare with. */
    private static final Set<String> CONDITIONS = Set.of(
            "maven-enforcer-plugin",
            "versions-maven-plugin",
            "lifecycle-mapping",
            "japicmp-maven-plugin",
            "revapi-maven-plugin",
            "clirr-maven-plugin");

    /** What a compiler runs, declared like dependencies. */
    private static final String PROCESSORS = "path";

    @Override
    public void check(BuildDescription build, CheckContext context) {
        for (Declaration declared : build.files().declarations()) {
            Optional<XmlElement> version = declared.version();
            if (version.isPresent()) {
                look(declared, version.get(), context);
            }
            if (declared.isPlugin() && !CONDITIONS.contains(declared.artifactId())) {
                configured(declared, context);
            }
        }
    }

    /** What a plugin's configuration has it resolve: items by their coordinates, wherever they stand in it. */
    private void configured(Declaration plugin, CheckContext context) {
        Deque<XmlElement> open = new ArrayDeque<>();
        plugin.element().child("configuration").ifPresent(open::add);
        for (XmlElement execution : plugin.executions()) {
            execution.child("configuration").ifPresent(open::add);
        }
        while (!open.isEmpty()) {
            XmlElement element = open.remove();
            open.addAll(element.children());
            Optional<XmlElement> version = element.child("version");
            if (!PROCESSORS.equals(element.name())
                    && element.child("groupId").isPresent()
                    && element.child("artifactId").isPresent()
                    && version.isPresent()) {
                look(new Declaration(plugin.pom(), Declaration.Kind.DEPENDENCY, element), version.get(), context);
            }
        }
    }

    private void look(Declaration declared, XmlElement element, CheckContext context) {
        Pom.Resolved version = declared.pom().resolve(element.text());
        Optional<String> kind = kindOf(version.value());
        if (kind.isEmpty()) {
            return;
        }
        Finding.Builder finding = at(declared.pom().at(element))
                .message(declared.key() + " has " + kind.get() + " " + version.value()
                        + " as its version, so each build may use other code")
                .remedy("Pin one version and let an update bot propose the next")
                .subject(declared.key() + " " + version.value())
                .element(Element.ofArtifact(declared.key() + ":" + version.value()));
        version.property().ifPresent(place -> finding.related(place.labelled("the property")));
        context.report(finding);
    }

    /** What a version is, if not one version. {@code [1.0]} is one: Maven must take it or fail. */
    private static Optional<String> kindOf(String version) {
        if (version.equals("LATEST") || version.equals("RELEASE")) {
            return Optional.of("the word");
        }
        boolean range = version.startsWith("[") || version.startsWith("(");
        boolean exact = range && version.indexOf(',') < 0;
        return range && !exact ? Optional.of("the range") : Optional.empty();
    }
}
