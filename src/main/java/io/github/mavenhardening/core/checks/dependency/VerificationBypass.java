package io.github.mavenhardening.core.checks.dependency;

import com.google.auto.service.AutoService;
import io.github.mavenhardening.core.build.BuildDescription;
import io.github.mavenhardening.core.build.Declaration;
import io.github.mavenhardening.core.build.Pom;
import io.github.mavenhardening.core.check.Check;
import io.github.mavenhardening.core.check.CheckContext;
import io.github.mavenhardening.core.check.CheckInfo;
import io.github.mavenhardening.core.check.Family;
import io.github.mavenhardening.core.check.FindingSink;
import io.github.mavenhardening.core.checks.dependency.Arguments.Argument;
import io.github.mavenhardening.core.finding.Location;
import io.github.mavenhardening.core.finding.Severity;
import io.github.mavenhardening.core.source.UnreadableFileException;
import io.github.mavenhardening.core.xml.XmlElement;
import java.util.List;
import java.util.Optional;

/** Something checked in, or in the environment, makes the build verify less than its POM promises. */
@AutoService(Check.class)
@CheckInfo(
        id = "verification-bypass",
        title = "A switch that makes the build verify less",
        family = Family.DEPENDENCIES,
        severity = Severity.HIGH,
        sources = {
            "https://maven.apache.org/configure.html",
            "https://maven.apache.org/resolver/configuration.html",
            "https://maven.apache.org/extensions/maven-build-cache-extension/how-to.html"
        })
public final class VerificationBypass implements BuildCheck {

    private static final List<String> FILES = List.of(".mvn/maven.config", ".mvn/jvm.config");
    private static final List<String> VARIABLES = List.of("MAVEN_ARGS", "MAVEN_OPTS");
    private static final String OURS = "io.github.mavenhardening:hardening-maven-plugin";

    @Override
    public void check(BuildDescription build, CheckContext context, FindingSink sink) {
        for (String path : FILES) {
            if (context.repository().isFile(path)) {
                arguments(path, context, sink);
            }
        }
        for (String name : VARIABLES) {
            context.environment()
                    .variable(name)
                    .ifPresent(value -> Arguments.of(value)
                            .forEach(argument -> argument(argument, "the environment variable " + name, sink)));
        }
        build.files().poms().forEach(pom -> properties(pom, sink));
        build.files()
                .declarations()
                .filter(declaration -> declaration.key().equals(OURS))
                .forEach(ours -> skipped(ours, sink));
        new BuildCacheRule(this).check(build, context, sink);
    }

    private void arguments(String path, CheckContext context, FindingSink sink) {
        try {
            Arguments.of(context.repository().read(path)).forEach(argument -> argument(argument, path, sink));
        } catch (UnreadableFileException e) {
            sink.add(at(e.location())
                    .message("it cannot be told what " + path + " switches off: " + e.reason())
                    .remedy("Restore the file from version control")
                    .subject(path));
        }
    }

    private void argument(Argument argument, String where, FindingSink sink) {
        Switches.ofArgument(argument.text())
                .ifPresent(effect -> report(argument.location(), argument.text(), where, effect, sink));
    }

    /** The project's own properties: those of a profile are somebody's word on the command line. */
    private void properties(Pom pom, FindingSink sink) {
        pom.root()
                .child("properties")
                .ifPresent(properties -> properties
                        .children()
                        .forEach(property -> Switches.ofProperty(property.name(), property.text())
                                .ifPresent(effect -> report(
                                        pom.at(property),
                                        property.name() + '=' + property.text(),
                                        pom.path(),
                                        effect,
                                        sink))));
    }

    private void skipped(Declaration ours, FindingSink sink) {
        Optional<XmlElement> skip = ours.element().at("configuration", "skip");
        if (skip.filter(element -> ours.pom().resolve(element.text()).value().equals("true"))
                .isPresent()) {
            report(
                    ours.pom().at(skip.get()),
                    "<skip>",
                    ours.pom().path(),
                    Switches.ofProperty("hardening.skip", "true").orElseThrow(),
                    sink);
        }
    }

    private void report(Location location, String what, String where, String effect, FindingSink sink) {
        sink.add(at(location)
                .message(what + " in " + where + " " + effect)
                .remedy(
                        "Remove it; what has to be borne for a while belongs into the policy file, with a reason and a date")
                .subject(where + ' ' + what));
    }
}
